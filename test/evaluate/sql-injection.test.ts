/** How sure the rule on SQL text is: by where in the text a value of unknown origin stands, and by what the call is known to be. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { auditCase } from '../support/audit-case.js';

const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);
const rule = rulebook.rules.find((each) => each.id === 'sql-injection')!;

/** Verdict, priority and confidence of the sites in one module. */
function judged(source: string): string[] {
  const outcomes = auditCase({ 'main.ts': source }, { rules: [rule], models: rulebook.models });
  return outcomes.flatMap((outcome) => outcome.sites).map((site) => (site.verdict === 'fail' ? `${site.priority} ${site.confidence}` : site.verdict));
}

const inQuery = (text: string) => judged(`import { Pool } from 'pg'; const db = new Pool(); export function f(x: string, y: string) { return db.query(${text}); }`);

describe('a text from a parameter that nobody passes', () => {
  test.each([
    ['a quoted value', "`SELECT * FROM t WHERE a = '${x}'`"],
    ['a bare value', "'SELECT * FROM t WHERE a = ' + x"],
    ['a list of values', '`SELECT * FROM t WHERE a IN (${x})`'],
    ['a whole condition', '`SELECT * FROM t WHERE ${x}`'],
    ['a value beside a name', "`SELECT * FROM ${x} WHERE a = '${y}'`"],
    ['a limit', '`SELECT * FROM t LIMIT ${x}`'],
  ])('counts as %s', (_name, text) => {
    expect(inQuery(text)).toEqual(['P1 medium']);
  });

  test.each([
    ['a table', '`SELECT * FROM ${x}`'],
    ['a quoted table', '`DELETE FROM "${x}" WHERE id = $1`'],
    ['part of a name', '`DROP TABLE IF EXISTS orders_${x}`'],
    ['a schema', "'SELECT * FROM ' + x + '.orders'"],
    ['columns', '`INSERT INTO t (${x}) VALUES ($1)`'],
    ['a column in a condition', '`SELECT * FROM t WHERE a = $1 AND ${x} = $2`'],
    ['a sort column', '`SELECT * FROM t ORDER BY ${x}`'],
    ['a database', '`CREATE DATABASE "${x}"`'],
  ])('is a guess for the name of %s', (_name, text) => {
    expect(inQuery(text)).toEqual(['P1 low']);
  });

  test('is a guess for a whole condition whose values are parameters', () => {
    expect(judged("import { Pool } from 'pg'; const db = new Pool(); export function f(x: string, values: unknown[]) { const more = x ? `AND ${x}` : ''; return db.query(`SELECT * FROM t WHERE a = $1 ${more}`, values); }")).toEqual(['P1 low']);
    expect(judged("import { Pool } from 'pg'; const db = new Pool(); export function f(x: string, values: unknown[]) { return db.query(`SELECT * FROM t WHERE a BETWEEN $1 AND ${x}`, values); }")).toEqual(['P1 medium']);
  });

  test('is not judged when it is passed along whole', () => {
    expect(inQuery('x')).toEqual(['unknown']);
  });
});

describe('an unknown receiver', () => {
  const call = (text: string) => judged(`export function f(client: any, x: string) { return client.query(${text}); }`);

  test('is a site when the text reads like SQL', () => {
    expect(call("`SELECT * FROM t WHERE a = '${x}'`")).toEqual(['P1 medium']);
    expect(call("'SELECT * FROM t WHERE a = $1', [x]")).toEqual(['pass']);
  });

  test('is none otherwise', () => {
    expect(call('`select:${x}`')).toEqual([]);
    expect(call('`update ${x}`')).toEqual([]);
    expect(call('x')).toEqual([]);
  });

  test('is none when it is a function of the program, whose own call is the site', () => {
    const source = `import { Pool } from 'pg'; const pool = new Pool();
      const client = { query: (text: string) => pool.query(text) };
      export const f = (x: string) => client.query(\`SELECT * FROM t WHERE a = '\${x}'\`);`;
    expect(judged(source)).toEqual(['P1 medium']);
  });
});

describe('a tag', () => {
  const tagged = (tag: string) =>
    judged(`import { sql } from 'unheard-of'; import dedent from 'dedent'; import express from 'express'; import { Pool } from 'pg';
      const db = new Pool(); const app = express();
      app.get('/', (req, res) => db.query(${tag}\`SELECT * FROM t WHERE a = '\${req.query.a}'\`));`);

  test('of an unknown library may make parameters', () => {
    expect(tagged('sql')).toEqual(['unknown']);
  });

  test.each(['dedent', 'String.raw', ''])('that only joins (%s) does not', (tag) => {
    expect(tagged(tag)).toEqual(['P0 high']);
  });
});

describe('a format of pg-format', () => {
  const formatted = (call: string) => judged(`import express from 'express'; import format from 'pg-format'; const app = express(); app.get('/', (req, res) => { ${call} });`);

  test.each([
    ['a text at %s', "format('SELECT %s', req.query.a)", ['P0 high']],
    ['a text at the second place', "format('SELECT %L, %s', req.query.a, req.query.b)", ['P0 high']],
    ['a numbered place', "format('SELECT %2$s', 'a', req.query.b)", ['P0 high']],
    ['quoted places alone', "format('SELECT %L, %I', req.query.a, req.query.b)", []],
    ['a constant at %s', "format('SELECT %s, %L, 100%%', 'a', req.query.b)", []],
  ])('%s', (_name, call, expected) => {
    expect(formatted(call)).toEqual(expected);
  });
});
