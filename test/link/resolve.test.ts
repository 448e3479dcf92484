import { describe, expect, test } from 'vitest';
import { PACKAGE, programOf, whatIs } from '../support/program.js';

/** What `mark(…)` in main.ts is given, with other files beside it. */
function what(main: string, others: Record<string, string> = {}): string[] {
  return whatIs(programOf({ 'main.ts': main, ...others }), 'main.ts');
}

describe('what a value is', () => {
  test.each([
    ['a default import', `import pg from 'pg'; mark(pg.Pool)`, ['pg:Pool']],
    ['a namespace import', `import * as pg from 'pg'; mark(pg.Pool)`, ['pg:Pool']],
    ['require', `const pg = require('pg'); mark(pg.Pool)`, ['pg:Pool']],
    ['destructured require', `const { Pool: P } = require('pg'); mark(new P().query)`, ['pg:Pool#query']],
    ['an instance', `import { Pool } from 'pg'; const pool = new Pool(); mark(pool.query)`, ['pg:Pool#query']],
    ['a called package', `import express from 'express'; const app = express(); mark(app.get)`, ['express()#get']],
    ['the node: prefix', `import { exec } from 'node:child_process'; mark(exec)`, ['child_process:exec']],
    ['a global', `mark(process.env.PORT)`, ['global:process.env.PORT']],
    ['dynamic import', `const { Pool } = await import('pg'); mark(Pool)`, ['pg:Pool']],
    ['an alias of a result', `import { Pool } from 'pg'; const c = await new Pool().connect(); mark(c.query)`, ['pg:Client#query']],
    ['a conditional', `import { A, B } from 'lib'; mark(x ? A : B)`, ['lib:A', 'lib:B']],
    ['bind', `import { Pool } from 'pg'; const p = new Pool(); const q = p.query.bind(p); mark(q)`, ['pg:Pool#query']],
    ['a computed member', `import { c } from 'lib'; mark(c[name].find)`, ['lib:c.*.find']],
    ['a constant through a variable', `const n = 'x'; mark(n)`, ['constant "x"']],
  ])('%s', (_name, source, expected) => {
    expect(what(source)).toEqual(expected);
  });

  test('a parameter by its type', () => {
    expect(what(`import type { Pool } from 'pg'; function f(pool: Pool) { mark(pool.query) }`)).toEqual(['pg:Pool#query']);
  });

  test('a parameter by the member of its declared type, from another file', () => {
    const types = `import { Pool } from 'pg'; export interface Deps { db: Pool }`;
    expect(what(`import { Deps } from './types'; const f = ({ db }: Deps) => mark(db.query)`, { 'types.ts': types })).toEqual([
      'pg:Pool#query',
    ]);
  });

  test('what is handed on through two hundred files', () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_each, at) => [`f${at}.ts`, `export default (app) => { require('./f${at + 1}').default(app); };`]));
    files['f200.ts'] = `export default (app) => { mark(app.get) };`;
    files['main.ts'] = `import express from 'express'; import first from './f0'; first(express());`;
    expect(whatIs(programOf(files), 'f200.ts')).toEqual(['express()#get']);
  });

  test('a parameter by what callers pass', () => {
    expect(what(`import { Pool } from 'pg'; function f(p) { mark(p.query) } f(new Pool())`)).toEqual(['pg:Pool#query']);
  });

  test('a field injected through the constructor', () => {
    expect(what(`import { Pool } from 'pg'; class R { constructor(private readonly db: Pool) {} f() { mark(this.db.query) } }`)).toEqual([
      'pg:Pool#query',
    ]);
  });

  test('a field that the constructor assigns', () => {
    expect(what(`import { Pool } from 'pg'; class R { db; constructor() { this.db = new Pool() } f() { mark(this.db.query) } }`)).toEqual([
      'pg:Pool#query',
    ]);
  });

  test('a member of a class that extends a library class', () => {
    expect(what(`import { Repository } from 'typeorm'; class R extends Repository { f() { mark(this.find) } }`)).toEqual([
      'typeorm:Repository#find',
    ]);
  });

  test('a method through an interface', () => {
    const source = `interface Store { load(): void } class Sql implements Store { load() {} } function f(s: Store) { mark(s.load) }`;
    expect(what(source)).toEqual(['function load']);
  });

  test('what a factory returns', () => {
    expect(what(`import axios from 'axios'; const make = () => axios.create(); mark(make().get)`)).toEqual(['axios:create()#get']);
  });

  test('what an identity function is given', () => {
    expect(what(`import { A } from 'lib'; const id = (x) => x; id('other'); mark(id(A))`)).toEqual(['lib:A']);
  });

  test('what a library passes to a callback, through a wrapper', () => {
    const source = `import express from 'express'; import wrap from 'wrap'; const app = express();
      const handler = (req, res) => { mark(req.query) }; app.get('/', wrap(handler));`;
    expect(what(source)).toEqual(['express:Request#query']);
  });
});

describe('what an import is', () => {
  const pool = `import { Pool } from 'pg'; export const pool = new Pool();`;

  test.each([
    ['a named export', `import { pool } from './db'; mark(pool.query)`, { 'db.ts': pool }],
    ['a barrel', `import { pool } from './db'; mark(pool.query)`, { 'db/index.ts': `export * from './pool.js'`, 'db/pool.ts': pool }],
    ['a renamed re-export', `import { db } from './db'; mark(db.query)`, { 'db/index.ts': `export { pool as db } from './pool'`, 'db/pool.ts': pool }],
    ['a default export', `import db from './db'; mark(db.query)`, { 'db.ts': `${pool} export default pool;` }],
    ['a namespace', `import * as db from './db'; mark(db.pool.query)`, { 'db.ts': pool }],
    ['module.exports =', `const db = require('./db'); mark(db.query)`, { 'db.js': `const { Pool } = require('pg'); module.exports = new Pool();` }],
    ['module.exports = { … }', `const { pool } = require('./db'); mark(pool.query)`, { 'db.js': `const { Pool } = require('pg'); const pool = new Pool(); module.exports = { pool };` }],
    ['exports.x =', `import { pool } from './db.js'; mark(pool.query)`, { 'db.js': `const { Pool } = require('pg'); exports.pool = new Pool();` }],
    ['an import of module.exports = { … }', `import { pool } from './db.js'; mark(pool.query)`, { 'db.js': `const { Pool } = require('pg'); const pool = new Pool(); module.exports = { pool };` }],
  ])('%s', (_name, main, others) => {
    expect(what(main, others as Record<string, string>)).toEqual(['pg:Pool#query']);
  });

  test('a path mapping of tsconfig', () => {
    const info = { ...PACKAGE, pathMappings: { source: 'tsconfig.json', baseUrl: null, paths: { '@db/*': ['src/db/*'] } } };
    const files = { 'main.ts': `import { pool } from '@db/pool'; mark(pool.query)`, 'src/db/pool.ts': pool };
    expect(whatIs(programOf(files, undefined, [info]), 'main.ts')).toEqual(['pg:Pool#query']);
  });

  test('a directory of the package that is no dependency', () => {
    const files = { 'main.ts': `import { pool } from 'helpers/pool'; mark(pool.query)`, 'helpers/pool.ts': pool };
    expect(whatIs(programOf(files, undefined, [PACKAGE]), 'main.ts')).toEqual(['pg:Pool#query']);
    const dependency = { name: 'helpers', range: '1.0.0', kind: 'runtime', locked: null, deprecated: null, line: 1 } as const;
    expect(whatIs(programOf(files, undefined, [{ ...PACKAGE, dependencies: [dependency] }]), 'main.ts')).toEqual(['helpers/pool:pool.query']);
  });

  test('a workspace package', () => {
    const shared = { ...PACKAGE, directory: 'shared', name: '@acme/shared', entryPoints: { '.': 'shared/src/index.ts' } };
    const files = { 'main.ts': `import { pool } from '@acme/shared'; mark(pool.query)`, 'shared/src/index.ts': pool };
    expect(whatIs(programOf(files, undefined, [PACKAGE, shared]), 'main.ts')).toEqual(['pg:Pool#query']);
  });

  test('circular imports end', () => {
    const files = { 'main.ts': `import { a } from './a'; mark(a)`, 'a.ts': `export { b as a } from './b'`, 'b.ts': `export { a as b } from './a'` };
    expect(whatIs(programOf(files), 'main.ts')).toEqual(['unknown']);
  });
});
