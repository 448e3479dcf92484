import { describe, expect, test } from 'vitest';
import { marked, originsOf, programOf } from '../support/program.js';

const APP = `import express from 'express'; const app = express();`;

/** Origins of what `mark(…)` is given inside an Express handler. */
function inHandler(body: string, others: Record<string, string> = {}, before = ''): string[] {
  const main = `${APP} ${before} app.get('/', (req, res) => { ${body} });`;
  return originsOf(programOf({ 'main.ts': main, ...others }), 'main.ts');
}

describe('request data arrives', () => {
  test.each([
    ['directly', `mark(req.query.id)`],
    ['joined', `mark('select ' + req.query.id)`],
    ['in a template', 'mark(`select ${req.query.id}`)'],
    ['through a variable', `const id = req.query.id; mark(id)`],
    ['through destructuring with a default', `const { id = 'x' } = req.query; mark(id)`],
    ['through nested destructuring of the request', `const { query: { id } } = req; mark(id)`],
    ['through a method of text', `mark(req.query.id.trim().toLowerCase())`],
    ['through String()', `mark(String(req.query.id))`],
    ['through an object field', `const o = { a: { b: req.query.id } }; mark(o.a.b)`],
    ['through a spread object', `const o = { ...req.query }; mark(o.id)`],
    ['through an assigned field', `const o = {}; o.id = req.query.id; mark(o.id)`],
    ['through push and join', `const parts = []; parts.push(req.query.id); mark(parts.join(' and '))`],
    ['through map and join', `mark(req.query.ids.map((id) => 'x' + id).join(','))`],
    ['through for…of', `for (const id of req.query.ids) { mark(id) }`],
    ['through the names of properties', `mark(Object.keys(req.body).join(','))`],
    ['through +=', `let s = 'select '; s += req.query.id; mark(s)`],
    ['through a conditional branch', `const s = x ? 'a' : req.query.id; mark(s)`],
    ['through ||', `mark(req.query.id || 'x')`],
    ['through a promise', `const id = await Promise.resolve(req.query.id); mark(id)`],
  ])('%s', (_name, body) => {
    expect(inHandler(body)).toContain('request');
  });

  test('through two functions and a file', () => {
    const others = { 'order.ts': `export const order = (by) => wrap(by); function wrap(x) { return 'ORDER BY ' + x }` };
    expect(inHandler(`mark(order(req.query.sort))`, others, `import { order } from './order';`)).toContain('request');
  });

  test('through a field of a class', () => {
    const before = `class Query { constructor(private readonly sort) {} text() { return 'x ' + this.sort } }`;
    expect(inHandler(`const q = new Query(req.query.sort); mark(q.text())`, {}, before)).toContain('request');
  });

  test('through a handler whose type tells what it is given', () => {
    const main = `import type { RequestHandler } from 'express'; export const list: RequestHandler = (req, res) => { mark(req.query.id) };`;
    expect(originsOf(programOf({ 'main.ts': main }), 'main.ts')).toContain('request');
  });

  test('through a handler held elsewhere', () => {
    const controller = `export const list = (req, res) => { mark(req.query.id) }`;
    const main = `${APP} import * as c from './c'; app.get('/', c.list)`;
    expect(originsOf(programOf({ 'main.ts': main, 'c.ts': controller }), 'c.ts')).toContain('request');
  });
});

describe('request data is stopped', () => {
  test.each([
    ['a numeric cast', `mark('x' + Number(req.query.id))`],
    ['arithmetic', `mark('x' + (req.query.page - 1) * 10)`],
    ['a length', `mark('x' + req.query.id.length)`],
    ['a choice between constants', `mark(req.query.dir === 'asc' ? 'ASC' : 'DESC')`],
    ['a table of constants', `const T = { a: 'x', b: 'y' }; mark(T[req.query.sort])`],
    ['an allow-list and early return', `const s = req.query.s; if (!['a', 'b'].includes(s)) return; mark(s)`],
    ['an allow-list and throw', `const s = req.query.s; if (!ALLOWED.has(s)) { throw new Error() } mark(s)`],
    ['an allow-list in a conditional', `const s = req.query.s; mark(['a'].includes(s) ? s : 'id')`],
    ['indexOf', `const s = req.query.s; if (['a'].indexOf(s) === -1) return; mark(s)`],
    ['equality', `const s = req.query.s; if (s === 'a' || s === 'b') { mark(s) }`],
    ['a switch', `const s = req.query.s; switch (s) { case 'a': case 'b': mark(s) }`],
    ['an anchored pattern', `const s = req.query.s; if (!/^[a-z_]+$/.test(s)) return; mark(s)`],
    ['the in operator', `const s = req.query.s; if (!(s in COLUMNS)) return; mark(s)`],
    ['find in a list', `mark(['a', 'b'].find((c) => c === req.query.s))`],
    ['placeholders made of it', `mark(req.query.ids.map(() => '?').join(','))`],
    ['overwriting', `let s = req.query.s; s = 'a'; mark(s)`],
    ['an overwriting branch that leaves', `let s = 'a'; if (x) { s = req.query.s; return } mark(s)`],
    ['numbering by a callback', 'mark(req.query.ids.map((_, index) => `$${index + 1}`).join())'],
    ['numbering by Array.from', "mark(Array.from(req.query.ids, (_, index) => '$' + index).join())"],
    ['a cast of each element', `mark(req.query.ids.map(Number).join())`],
    ['a filter that checks each element', `const L = ['a']; mark(Object.keys(req.body).filter((key) => L.includes(key)).join())`],
    ['a filter on part of each element', `const L = ['a']; mark(Object.entries(req.body).filter(([key]) => L.includes(key)).map(([key]) => key).join())`],
    ['a named filter', `const L = ['a']; const known = (key) => L.includes(key); mark(Object.keys(req.body).filter(known).join())`],
    ['stripping all but word characters', `mark(req.query.s.replace(/[^a-z0-9_]/gi, ''))`],
    ['another field of the same object', `const o = { a: req.query.s, b: 'x' }; mark(o.b)`],
  ])('by %s', (_name, body) => {
    expect(inHandler(body)).not.toContain('request');
  });

  test('by a predicate of the program', () => {
    const others = { 'check.ts': `const L = ['a']; export function isColumn(x) { return L.includes(x) }` };
    const body = `const s = req.query.s; if (!isColumn(s)) return; mark(s)`;
    expect(inHandler(body, others, `import { isColumn } from './check';`)).not.toContain('request');
  });

  test('by an assertion of the program', () => {
    const before = `function assertColumn(x) { if (!['a'].includes(x)) throw new Error('no') }`;
    expect(inHandler(`const s = req.query.s; assertColumn(s); mark(s)`, {}, before)).not.toContain('request');
  });

  test('in a clean call of a helper that another call taints', () => {
    const before = `function wrap(x) { return 'ORDER BY ' + x }`;
    expect(inHandler(`wrap(req.query.s); mark(wrap('id'))`, {}, before)).toEqual(['constant']);
  });
});

describe('a check that does not protect', () => {
  test.each([
    ['the wrong polarity', `const s = req.query.s; if (['a'].includes(s)) return; mark(s)`],
    ['only truthiness', `const s = req.query.s; if (!s) return; mark(s)`],
    ['a pattern open at the end', `const s = req.query.s; if (!/^[a-z]/.test(s)) return; mark(s)`],
    ['a pattern with an open alternative', `const s = req.query.s; if (!/^a|b$/.test(s)) return; mark(s)`],
    ['a pattern that lets everything through', `const s = req.query.s; if (!/^.*$/.test(s)) return; mark(s)`],
    ['a list from the client', `const s = req.query.s; if (!req.body.includes(s)) return; mark(s)`],
    ['a check that does not leave', `const s = req.query.s; if (!['a'].includes(s)) { log(s) } mark(s)`],
    ['a check of another value', `const s = req.query.s; if (!['a'].includes(t)) return; mark(s)`],
    ['a filter the wrong way round', `const L = ['a']; mark(Object.keys(req.body).filter((key) => !L.includes(key)).join())`],
    ['a filter of something else', `const L = ['a']; mark(Object.entries(req.body).filter(([key]) => L.includes(key)).map(([, value]) => value).join())`],
    ['stripping quotes only', `mark(req.query.s.replace(/['"]/g, ''))`],
    ['stripping once', `mark(req.query.s.replace(/[^a-z]/, ''))`],
    ['a key passed by forEach of a map', `const m = new URLSearchParams(req.body); const l = []; m.forEach((value, key) => l.push(key)); mark(l.join())`],
    ['either of two checks', `const s = req.query.s; if (['a'].includes(s) || x) { mark(s) }`],
  ])('%s', (_name, body) => {
    expect(inHandler(body)).toContain('request');
  });
});

describe('the walk', () => {
  test('tells its steps, source first', () => {
    const main = `${APP} import { order } from './order';\napp.get('/', (req, res) => {\n  const sort = req.query.sort;\n  mark(order(sort));\n});`;
    const program = programOf({ 'main.ts': main, 'order.ts': `export function order(by) {\n  return 'ORDER BY ' + by;\n}` });
    const origin = program.trace(marked(program, 'main.ts'), { sink: 'sql' }).origins.find((found) => found.kind === 'request');
    expect(origin?.steps.map((step) => `${step.location.path}:${step.location.line} ${step.text}`)).toEqual([
      'main.ts:3 request query is read: req.query',
      'main.ts:3 is kept in "sort"',
      'main.ts:4 is passed to order()',
      'order.ts:2 is joined into a text',
      'main.ts:4 is returned by order()',
    ]);
  });

  test('goes through a tag of the program, which decides what becomes of the parts', () => {
    const before = 'const query = (texts, ...values) => ({ text: texts.join("?"), values });';
    expect(inHandler('mark(query`a ${req.query.s}`.text)', {}, before)).not.toContain('request');
    expect(inHandler('mark(query`a ${req.query.s}`.values)', {}, before)).toContain('request');
  });

  test('finds an abstract field where subclasses give it', () => {
    const base = 'abstract class Base { abstract table; find() { mark(this.table) } }';
    const source = (table: string) => `${APP} ${base} class Users extends Base { table = ${table} }`;
    expect(originsOf(programOf({ 'main.ts': source("'users'") }), 'main.ts')).toEqual(['constant']);
    expect(originsOf(programOf({ 'main.ts': source('process.argv[2]') }), 'main.ts')).not.toEqual(['constant']);
  });

  test('ends on recursion', () => {
    expect(inHandler(`mark(f(req.query.s))`, {}, `function f(x) { return x.length > 9 ? x : f(x + 'a') }`)).toContain('request');
  });

  test('a parameter that nobody passes is its own origin', () => {
    expect(originsOf(programOf({ 'main.ts': `export function f(x) { mark('a' + x) }` }), 'main.ts')).toEqual(['constant', 'parameter']);
  });

  test('a parameter typed as a number or as literals carries no text', () => {
    const source = `export function f(n: number, d: 'asc' | 'desc') { mark('a' + n + d) }`;
    expect(originsOf(programOf({ 'main.ts': source }), 'main.ts')).toEqual(['allow-listed', 'constant', 'numeric']);
  });
});
