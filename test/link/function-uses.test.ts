import { expect, it } from 'vitest';
import { programOf } from '../support/program.js';

it('finds callers of a function that stands in an exported object by its name', () => {
  const program = programOf({
    'service.ts': 'const one = (id: string) => id;\nexport default { one };',
    'controller.ts': "import service from './service.js';\nexport const handle = (request: any) => service.one(request.id);",
  });
  const file = program.files.get('service.ts')!;
  const id = file.facts.functions.findIndex((fact) => fact.name === 'one');
  expect(program.callersOf({ file, id }).map((call) => program.describe(call))).toEqual(['service.one(…)']);
});

it.each([
  ['a class in an object', 'class Store { constructor(db) { this.db = db; } }\nmodule.exports = { Store };', 'constructor'],
  ['a class under a name', 'class Store { constructor(db) { this.db = db; } }\nexports.Store = Store;', 'constructor'],
  ['a constructor function', 'function Store(db) { this.db = db; }\nmodule.exports = { Store };', 'Store'],
])('finds where %s of another module is constructed', (_name, code, constructor) => {
  const program = programOf({ 'store.js': code, 'main.js': "const { Store } = require('./store');\nconst other = require('./store');\nnew Store(1);\nnew other.Store(2);" });
  const file = program.files.get('store.js')!;
  const id = file.facts.functions.findIndex((fact) => fact.name === constructor || fact.kind === constructor);
  expect(program.callersOf({ file, id }).map((call) => program.location(call).line)).toEqual([3, 4]);
});

it('follows the origin of a value through conversions when asked who chose it', () => {
  const program = programOf({ 'a.ts': "import express from 'express';\nconst app = express();\napp.get('/', (req) => { mark(Number(req.query.id)); });" });
  const file = program.files.get('a.ts')!;
  const call = file.facts.calls.find((id) => program.describe({ file, id }).startsWith('mark'))!;
  const value = { file, id: (file.facts.values[call] as { args: number[] }).args[0]! };
  expect(program.trace(value, { sink: 'sql' }).origins.map((origin) => origin.kind)).toEqual(['numeric']);
  expect(program.trace(value, { sink: 'origin' }).origins.map((origin) => origin.kind)).toContain('request');
});
