/** Secrets beside an address of this very machine are those of a trial. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);
const rules = rulebook.rules.filter(({ id }) => id === 'secret-hardcoded');
const KEY = 'tZKfEbWf0Ka5HBNZwFrdSyQH2xT1sNMR';

function confidencesIn(files: Record<string, string>): Record<string, string> {
  const sites = auditCase({ 'package.json': '{ "name": "orders" }', 'server.js': 'require("http").createServer().listen(1);', ...files }, { rules, models: rulebook.models }).flatMap((outcome) => outcome.sites);
  return Object.fromEntries(sites.filter(({ verdict }) => verdict === 'fail').map(({ label, confidence }) => [label.split(' ')[0]!, confidence]));
}

describe('a secret of a committed file', () => {
  it('is of low confidence in a service of a compose file that sends browsers back to this machine', () => {
    const compose = `services:\n  api:\n    environment:\n      WEB_BASE_URL: 'http://localhost:3000'\n      AUTH_JWT_SECRET: '${KEY}'\n  worker:\n    environment:\n      WEB_BASE_URL: 'https://desk.acme.io'\n      MAIL_API_KEY: '${KEY}'\n`;
    expect(confidencesIn({ 'docker-compose.full.yml': compose })).toEqual({ 'services.api.environment.AUTH_JWT_SECRET': 'low', 'services.worker.environment.MAIL_API_KEY': 'high' });
  });

  it('is of low confidence beside such an address among the settings of one thing, and not of another', () => {
    const settings = { openid: { url: 'http://localhost:9088/realms/desk', clientSecret: KEY }, session: { secret: KEY } };
    expect(confidencesIn({ 'config/default.json': JSON.stringify(settings, null, 2) })).toEqual({ 'openid.clientSecret': 'low', 'session.secret': 'high' });
  });
});
