/** `shipworthy why <file:line>`: what is said of reported, passing, ignored and unlooked-at places. */
import { describe, expect, it } from 'vitest';
import { temporaryTree } from '../support/temporary-tree.js';
import { run } from './run.js';

const SERVICE = {
  'package.json': { name: 'orders', dependencies: { express: '^5.0.0', pg: '^8.0.0' } },
  'src/server.js': [
    "import express from 'express';",
    "import { find } from './orders.js';",
    'const app = express();',
    "app.get('/orders', async (req, res) => res.json(await find(req.query.name)));",
    'app.listen(3000);',
  ].join('\n'),
  'src/orders.js': [
    "import { Pool } from 'pg';",
    'const pool = new Pool();',
    'export async function find(name) {',
    "  const known = await pool.query('SELECT * FROM orders WHERE name = $1', [name]);",
    '  // shipworthy-ignore-next-line sql-injection -- shown to the auditor',
    "  return pool.query(`SELECT * FROM orders WHERE name = '${name}'`);",
    '}',
  ].join('\n'),
  'web/page.js': "'use client';\nexport const page = 1;\n",
  'src/orders.test.js': "import { find } from './orders.js';\nfind('x');\n",
};
const ROOT = temporaryTree(SERVICE);

describe.concurrent('why', () => {
  it('tells the clause that decided and the way of the data', async () => {
    const { code, stdout, stderr } = await run(['why', 'src/orders.js:6', '--root', ROOT, '--only', 'sql-injection']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('sql-injection  ✗ reported');
    expect(stdout).toContain('pg:Pool#query is sql.execute');
    expect(stdout).toMatch(/fails when argument statement is\s+built-from request for sql: yes/);
    expect(stdout).toMatch(/a client controls it \(request\.query\.name\)/);
    expect(stdout).toContain('src/server.js:4');
    expect(stdout).toContain('ignored on purpose: sql-injection -- shown to the auditor');
  });

  it('tells why a safe place passes', async () => {
    const { stdout } = await run(['why', 'src/orders.js:4:12', '--only', 'sql-injection'], { cwd: ROOT });
    expect(stdout).toContain('sql-injection  ✓ passes');
    expect(stdout).toContain('written in the source');
  });

  it('says when nothing looked at the line, or at the file', async () => {
    expect((await run(['why', 'src/orders.js:3'], { cwd: ROOT })).stdout).toContain('No check has a site on this line.');
    expect((await run(['why', 'src/orders.test.js:2'], { cwd: ROOT })).stdout).toContain('the file counts as test; only production source is judged');
    expect((await run(['why', 'web/page.js:2'], { cwd: ROOT })).stdout).toMatch(/the file is front-end code/);
  });

  it('means the file below the root, whatever stands in the working directory', async () => {
    const cwd = temporaryTree({ 'src/orders.js': 'other();' });
    const { stdout } = await run(['why', 'src/orders.js:4', '--root', ROOT, '--only', 'sql-injection'], { cwd });
    expect(stdout).toContain('sql-injection  ✓ passes');
  });

  it('is there as JSON', async () => {
    const { stdout } = await run(['why', 'src/orders.js:6', '--json', '--only', 'sql-injection'], { cwd: ROOT });
    expect(JSON.parse(stdout)).toMatchObject({ path: 'src/orders.js', line: 6, sites: [{ ruleId: 'sql-injection', verdict: 'fail' }] });
  });

  it.each([
    ['src/orders.js', 'is no place'],
    ['src/order.js:6', 'did you mean "src/orders.js"?'],
    ['src/orders.js:900', 'has 7 lines'],
  ])('%s is a mistake', async (place, words) => {
    const { code, stderr, stdout } = await run(['why', place], { cwd: ROOT });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});
