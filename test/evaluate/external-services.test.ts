/** `external-call`: which calls go to which external service, and that a service is one finding. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);

function servicesOf(files: Record<string, string>) {
  const rules = rulebook.rules.filter((rule) => rule.id === 'circuit-breaker');
  return auditCase(files, { rules, models: rulebook.models }).flatMap((outcome) => outcome.sites).map(({ label, verdict, places }) => `${label} ${verdict} ${1 + (places?.length ?? 0)}`);
}

it.each([
  ['a written domain, without what stands before it', "fetch('https://eu.api.partner.co.uk/x')", ['partner.co.uk fail 1']],
  ['a domain with an unknown part before it', 'fetch(`https://${region}.api.partner.example/x`)', ['partner.example fail 1']],
  ['a variable', 'fetch(`${process.env.CRM_URL}/x`)', ['the service at CRM_URL fail 1']],
  ['a variable with a local stand-in', "fetch(`${process.env.CRM_URL || 'http://localhost:3000'}/x`)", ['the service at CRM_URL fail 1']],
  ['the program itself', 'fetch(`${process.env.APP_URL}/x`)', []],
  ['this machine, and a neighbour', "fetch('http://localhost:1/x'); fetch('http://thumbnails/x'); fetch('http://10.0.0.7/x')", []],
  ['an address that is not known', 'fetch(url)', []],
  ['a helper that is handed two services', "get('https://one.example/'); get('https://two.example/'); function get(to) { return fetch(to); }", []],
  ['the base of a client', "axios.create({ baseURL: 'https://api.partner.example' }).get('/x')", ['partner.example fail 1']],
  ['an SDK and its address as one service', "new OpenAI().models; new OpenAI().chat.completions.create({}); fetch('https://api.openai.com/v1/files')", ['OpenAI fail 2']],
])('%s', (_what, code, expected) => {
  expect(servicesOf({ 'a.js': `import axios from 'axios'; import OpenAI from 'openai';\nexport function run(url, region) { ${code} }` })).toEqual(expected);
});

it('counts a service as guarded only when all its calls are', () => {
  const guarded = "import CircuitBreaker from 'opossum';\nconst breaker = new CircuitBreaker(() => fetch('https://api.partner.example/a'));\nexport const a = () => breaker.fire();";
  expect(servicesOf({ 'a.js': guarded })).toEqual(['partner.example pass 1']);
  expect(servicesOf({ 'a.js': guarded, 'b.js': "export const b = () => fetch('https://api.partner.example/b');" })).toEqual(['partner.example fail 1']);
});

it('leaves out the domain that the project is named after', () => {
  expect(servicesOf({ 'package.json': '{ "name": "@acme/web" }', 'a.js': "export const a = () => fetch('https://api.acme.com/a');" })).toEqual([]);
});
