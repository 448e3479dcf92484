/** How sure the checks are of what one process keeps by its nature, and of servers that have hardly a log. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);

function verdicts(id: string, code: string): string[] {
  const rules = rulebook.rules.filter((rule) => rule.id === id);
  return auditCase({ 'main.js': code }, { rules, models: rulebook.models }).flatMap(({ sites }) => sites.map((site) => (site.verdict === 'fail' ? site.confidence : site.verdict)));
}

const START = "const express = require('express'); const app = express(); app.use(express.json());\n";

test.each([
  ['codes', 'medium'],
  ['orders', 'medium'],
  ['clientNames', 'medium'],
  ['inFlightOrders', 'low'],
  ['openConnections', 'low'],
  ['lastSeen', 'low'],
])('%s in the memory of the process', (name, confidence) => {
  expect(verdicts('in-memory-state', `${START}const ${name} = new Map(); app.post('/x', (req, res) => { ${name}.set(req.body.id, req.body.text); res.end(); }); app.listen(3000);`)).toEqual([confidence]);
});

test('three lines of a server that keeps nothing are hardly a log; those of one that keeps something, or four, are', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, number) => `console.log('step ${number}', req.url);`).join(' ');
  const page = (count: number, code = '') => `const express = require('express'); const app = express(); app.get('/x', (req, res) => { ${lines(count)} ${code} res.json({}); }); app.listen(3000);`;
  expect(verdicts('structured-logging', page(3))).toEqual(['low']);
  expect(verdicts('structured-logging', page(4))).toEqual(['medium']);
  expect(verdicts('structured-logging', `const { Pool } = require('pg'); const pool = new Pool(); ${page(3, "pool.query('select 1');")}`)).toEqual(['medium']);
});
