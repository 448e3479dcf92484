/** `one-finding-per`: which sites become one finding, and how it is worded. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);

function failing(ruleId: string, files: Record<string, string>) {
  const rules = rulebook.rules.filter((rule) => rule.id === ruleId);
  return auditCase(files, { rules, models: rulebook.models }).flatMap((outcome) => outcome.sites).filter((site) => site.verdict === 'fail');
}

describe('sites of one file', () => {
  const files = {
    'src/config.ts': 'export const config = { url: process.env.APP_URL };',
    'src/mail.ts': "export const from = process.env.MAIL_FROM;\nexport const to = process.env.MAIL_TO;\nexport const again = process.env.MAIL_FROM;",
    'src/shop.ts': 'export const currency = process.env.CURRENCY;',
  };

  it('are one finding at the first, which names all variables and lists the other places', () => {
    const [mail, shop, ...others] = failing('env-scattered', files);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ location: { path: 'src/mail.ts', line: 1 }, label: 'MAIL_FROM, MAIL_TO' });
    expect(mail!.message).toContain('(MAIL_FROM, MAIL_TO)');
    expect(mail!.related.map(({ location, text }) => [location.line, text])).toEqual([[2, 'the same for MAIL_TO'], [3, 'the same for MAIL_FROM']]);
    expect(mail!.places?.map((place) => place.line)).toEqual([2, 3]);
    expect(shop).toMatchObject({ location: { path: 'src/shop.ts', line: 1 }, label: 'CURRENCY', related: [] });
  });
});

describe('sites of one variable', () => {
  it('are one finding across files; another variable is another', () => {
    const use = 'export const f = () => fetch(`${process.env.PARTNER_URL}/x`);';
    const sites = failing('env-unvalidated', { 'a.ts': use, 'b.ts': use, 'c.ts': 'export const g = () => fetch(`${process.env.SEARCH_URL}/x`);' });
    expect(sites.map((site) => [site.location.path, site.label, site.places?.length ?? 0])).toEqual([['a.ts', 'PARTNER_URL', 1], ['c.ts', 'SEARCH_URL', 0]]);
  });
});

describe('calls through one client', () => {
  const client = "import axios from 'axios';\nexport const api = axios.create({ baseURL: 'https://partner.example' });";
  const use = (name: string) => `import { api } from './api.js';\nexport const ${name} = () => api.get('/${name}');`;

  it('are one finding, which counts them', () => {
    const [site, ...others] = failing('timeout-outbound', { 'api.ts': client, 'orders.ts': use('orders'), 'users.ts': use('users') });
    expect(others).toEqual([]);
    expect(site).toMatchObject({ location: { path: 'orders.ts', line: 2 }, label: 'api.get (and 1 more call through the same client)' });
  });

  it('are apart when each client is made by a call of its own, or there is no client', () => {
    const own = "import axios from 'axios';\nexport const a = () => axios.create().get('https://a.example');\nexport const b = () => axios.create().get('https://b.example');\nexport const c = () => axios.get('https://c.example');\nexport const d = () => axios.get('https://d.example');";
    expect(failing('timeout-outbound', { 'calls.ts': own }).map((site) => site.location.line)).toEqual([2, 3, 4, 5]);
  });
});
