/** The work of judging, counted and not timed: how often a value of the program is looked at. */
import { expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { evaluateWith } from '../../src/evaluate/index.js';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { programOf } from '../support/audit-case.js';
import { countLooks } from '../support/looks.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);

/** Far more than it is (70), and far less than when each site is judged by a walk over the program. */
const MOST_LOOKS_AT_A_VALUE = 150;

/** A module of a service: routes with a check, queries, a request to elsewhere and a log line, and in two of three a call into the module before. */
function service(index: number): string {
  const [before, next] = index % 3 === 0 ? ['', 'null'] : [`import { load as before } from './orders${index - 1}.js';`, 'await before(id)'];
  return `import express from 'express';
import { Pool } from 'pg';
import axios from 'axios';
${before}
const pool = new Pool({ connectionString: process.env.DATABASE_URL_${index} });
export const router = express.Router();
export async function load(id: string) {
  const { rows } = await pool.query('select * from orders${index} where id = $1', [id]);
  const { data } = await axios.get(\`https://example.org/orders/\${id}\`);
  return { order: rows[0], data, earlier: ${next} };
}
function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) { if (!req.headers.authorization) return res.sendStatus(401); next(); }
router.get('/orders${index}/:id', requireUser, async (req, res) => { res.json(await load(req.params.id)); });
router.post('/orders${index}', requireUser, async (req, res) => {
  for (const item of req.body.items) await pool.query(\`insert into items${index} values (\${item.id})\`);
  console.log('created', req.body.name);
  res.status(201).json({ ok: true });
});
`;
}

function looks(services: number): { looks: number; values: number; decided: number } {
  const files = Object.fromEntries(Array.from({ length: services }, (_, index) => [`orders${index}.ts`, service(index)]));
  const program = programOf({ 'package.json': JSON.stringify({ name: 'orders', dependencies: { express: '^5.0.0', pg: '^8.0.0', axios: '^1.0.0' } }), ...files }, rulebook.models);
  const values = [...program.files.values()].reduce((sum, { facts }) => sum + facts.values.length, 0);
  const count = countLooks(program);
  const outcomes = evaluateWith(rulebook, { rethrow: true })(program);
  return { looks: count.looks, values, decided: outcomes.filter((outcome) => outcome.kind === 'decided').length };
}

it('grows with the program, with all checks', () => {
  const [small, large] = [looks(12), looks(24)];
  expect(small.decided).toBeGreaterThan(20);
  expect(large.looks / small.looks).toBeLessThan(2.15);
  expect(large.looks / large.values).toBeLessThan(MOST_LOOKS_AT_A_VALUE);
});
