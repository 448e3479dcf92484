/** `server.routes-unseen`: a server that loads far more than the routes that were found need. */
import { expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);
const HEALTH = { ...rulebook, rules: rulebook.rules.filter(({ id }) => id === 'health-endpoint') };

/** A server with one route by Express, whose other requests are sorted by a table of its own. */
function service(modules: number): Record<string, string> {
  const names = Array.from({ length: modules }, (_, index) => `module${index}`);
  return {
    'package.json': JSON.stringify({ name: 'desk', dependencies: { express: '4.21.0' } }),
    'server.js': [...names.map((name) => `const ${name} = require('./${name}');`), "const app = require('express')();", "app.get('/', (req, res) => res.send('desk'));", `app.use(require('./table')([${names.join(', ')}]));`, 'app.listen(3000);'].join('\n'),
    'table.js': 'module.exports = (modules) => (req, res, next) => { const found = modules.find((each) => each.path === req.path); return found ? found.answer(req, res) : next(); };\n',
    ...Object.fromEntries(names.map((name) => [`${name}.js`, `exports.path = '/${name}';\nexports.answer = (req, res) => res.json({});\n`])),
  };
}

it.each([
  [5, 'fail'],
  [120, 'unknown'],
])('with %i modules the missing route for probes is %s', (modules, verdict) => {
  expect(auditCase(service(modules), HEALTH).flatMap(({ sites }) => sites.map((site) => site.verdict))).toEqual([verdict]);
});
