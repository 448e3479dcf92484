/** How sure the checks on an API are: by who calls it, how much of it there is, and what its descriptions are of. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);

/** Those of the package, then of each file: one for each verdict. */
function verdicts(id: string, files: Record<string, string>): string[] {
  const rules = rulebook.rules.filter((rule) => rule.id === id);
  return auditCase(files, { rules, models: rulebook.models }).flatMap(({ sites }) => sites.map((site) => (site.verdict === 'fail' ? site.confidence : site.verdict)));
}

const START = "const express = require('express'); const app = express();\n";
const routes = (count: number) => Array.from({ length: count }, (_, number) => `app.get('/things${number}', (req, res) => res.json({}));`).join('\n');

describe.each(['api-docs', 'api-versioning'])('%s', (id) => {
  test('ten routes that nothing says who calls', () => {
    expect(verdicts(id, { 'main.js': START + routes(10) })).toEqual(['medium']);
  });

  test('nine are told to their callers one by one', () => {
    expect(verdicts(id, { 'main.js': START + routes(9) })).toEqual(['low']);
  });

  test.each(["app.use(express.static('../dist-frontend'));", "app.get('/*any', (req, res) => res.sendFile(root + '/index.html'));"])('%s serves the front end that calls them', (serves) => {
    expect(verdicts(id, { 'main.js': START + routes(10) + serves })).toEqual(['low']);
  });

  test.each([
    ["app.use((req, res, next) => (req.headers['x-api-key'] === process.env.KEY ? next() : res.sendStatus(401)));", 'medium'],
    ["app.post('/mails', (req, res) => { client.defaults.headers['X-API-Key'] = process.env.KEY; res.end(); });", 'low'],
  ])('beside pages, a key is asked for or sent: %s', (key, confidence) => {
    expect(verdicts(id, { 'main.js': START + key + routes(10), 'pages.jsx': 'export function Page() { return <main />; }' })).toEqual([confidence]);
  });

  test('more operations of GraphQL than routes', () => {
    const names = Array.from({ length: 12 }, (_, number) => `thing${number}: () => ${number}`).join(', ');
    const server = `const { ApolloServer } = require('@apollo/server'); new ApolloServer({ typeDefs: '', resolvers: { Query: { ${names} } } });`;
    expect(verdicts(id, { 'main.js': START + routes(10) + server })).toEqual(['low']);
  });
});

test('a version may be in a prefix that is put together where the service runs', () => {
  const mounted = (prefix: string) => `${START}const config = require('config'); const app2 = express.Router(); ${routes(12).replaceAll('app.', 'app2.')} app.use(${prefix}, app2);`;
  expect(verdicts('api-versioning', { 'main.js': mounted("config.get('server.basePath')") })).toEqual(['unknown']);
  expect(verdicts('api-versioning', { 'main.js': mounted("'/api'") })).toEqual(['medium']);
});

describe('what a description leaves out', () => {
  const describing = (paths: string[], server = '/') =>
    `module.exports = { openapi: '3.0.0', servers: [{ url: '${server}' }], paths: { ${paths.map((path) => `'${path}': { get: { responses: {} } }`).join(', ')} } };`;
  const orders = (...paths: string[]) => START + paths.map((path) => `app.get('${path}', (req, res) => res.json({}));`).join('\n');

  test('of a file of which it has half is forgotten; of one of which it has less, it may be left out on purpose', () => {
    expect(verdicts('api-docs', { 'main.js': orders('/orders', '/orders/open', '/orders/late'), 'd.js': describing(['/orders', '/orders/open']) })).toEqual(['pass', 'pass', 'medium']);
    expect(verdicts('api-docs', { 'main.js': orders('/orders', '/orders/open', '/orders/late'), 'd.js': describing(['/orders']) })).toEqual(['pass', 'pass', 'low']);
  });

  test('begins with the path of the server', () => {
    expect(verdicts('api-docs', { 'main.js': orders('/api/orders', '/api/orders/late'), 'd.js': describing(['/', '/late'], 'https://example.com/api/orders') })).toEqual(['pass', 'pass']);
  });

  test('of a path is not that of another that ends like it', () => {
    const both = `${orders('/alerts', '/alerts/late')}\n${routesBelow('/api/v2', ['/alerts'])}`;
    expect(verdicts('api-docs', { 'main.js': both, 'd.js': describing(['/api/v2/alerts']) })).toEqual(['pass', 'low', 'pass']);
  });

  test('of an action that a parameter names is one by one', () => {
    expect(verdicts('api-docs', { 'main.js': orders('/course/route', '/course/route/:action'), 'd.js': describing(['/course/route', '/course/route/next']) })).toEqual(['pass', 'pass']);
    expect(verdicts('api-docs', { 'main.js': orders('/course/route', '/course/route/:id'), 'd.js': describing(['/course/route', '/course/route/next']) })).toEqual(['pass', 'pass', 'medium']);
  });
});

function routesBelow(prefix: string, paths: string[]): string {
  return paths.map((path) => `app.get('${prefix}${path}', (req, res) => res.json({}));`).join('\n');
}
