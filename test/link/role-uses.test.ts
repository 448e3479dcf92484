/** Ways of playing a role besides being called: being passed to a call, being extended, having a telling name. */
import { describe, expect, test } from 'vitest';
import type { ArgumentPath, RoleEntry } from '../../src/contracts/models.js';
import { model, programOf, role, whatIs } from '../support/program.js';

const at = (position: ArgumentPath['position'], ...properties: string[]): ArgumentPath => ({ position, rest: false, properties });

const PLUGIN: RoleEntry = { ...role('plugin', 'passed', ['the-plugin'], { options: 1 }), where: [{ path: at('name'), equals: ['register'] }] };
const HEADER: RoleEntry = { ...role('header', 'method', ['setHeader', 'set'], { value: 1 }), where: [{ path: at(0), equals: ['X-One'] }] };
const ENTRY: RoleEntry = {
  ...role('header', 'property', ['value']),
  where: [{ path: at('receiver', 'key'), equals: ['X-One'] }],
  arguments: { value: [at('value')] },
};
const STRATEGY = role('strategy', 'new', ['lib:Strategy'], { options: 0 });
const MODULE: RoleEntry = { ...role('module', 'call', ['lib:Module.registerAsync']), arguments: { secret: [at(0, 'useFactory()', 'secret')] } };

const MODELS = [
  model({
    aliases: { 'lib:mixin()': 'argument:0', 'lib:container()#get()': 'argument:0#' },
    roles: [PLUGIN, HEADER, ENTRY, STRATEGY, MODULE],
  }),
];

function sites(roleName: string, source: string): string[] {
  const program = programOf({ 'main.ts': source }, MODELS);
  return program.sitesOf(roleName).map((site) => {
    const name = Object.keys(site.entry.arguments)[0]!;
    const value = program.argument(site, name);
    return `${program.location(site.value).line} ${value === null ? 'none' : program.describe(value)} ${site.confidence}`;
  });
}

describe('a plugin is registered', () => {
  test.each([
    ['by a default import', `import plugin from 'the-plugin'; app.register(plugin, options)`],
    ['by require in place', `app.register(require('the-plugin'), options)`],
    ['by a variable that holds the module', `const plugin = require('the-plugin'); app.register(plugin, options)`],
    ['by a dynamic import', `app.register(import('the-plugin'), options)`],
  ])('%s', (_name, source) => {
    expect(sites('plugin', source)).toEqual(['1 options high']);
  });

  test('but not when it is handed to another method', () => {
    expect(sites('plugin', `import plugin from 'the-plugin'; wrap(plugin); app.describe(plugin, options)`)).toEqual([]);
  });
});

test('a header is known by the name that any setter is given', () => {
  expect(sites('header', `res.setHeader('X-One', a); headers.set('X-Two', b); const n = 'X-One'; c.set(n, d)`)).toEqual(['1 a medium', '1 d medium']);
});

test('an entry of an object literal is known by its neighbour', () => {
  expect(sites('header', `export const list = [{ key: 'X-One', value: a }, { key: 'X-Two', value: b }]`)).toEqual(['1 a medium']);
});

test('super constructs what the class extends, also through a mixin', () => {
  const source = `import { Strategy, mixin } from 'lib';
class A extends Strategy { constructor() { super(first); } }
class B extends mixin(Strategy) { constructor() { super(second); } }`;
  expect(sites('strategy', source)).toEqual(['2 first high', '3 second high']);
});

test('an argument may be what a factory function returns', () => {
  const source = `import { Module } from 'lib'; Module.registerAsync({ useFactory: async (config) => ({ secret: config.secret }) })`;
  expect(sites('module', source)).toEqual(['1 config.secret high']);
});

test('a container gives an instance of the class that it is asked for', () => {
  const source = `import { container, Service } from 'lib'; const service = container().get(Service); mark(service.read)`;
  expect(whatIs(programOf({ 'main.ts': source }, MODELS), 'main.ts')).toEqual(['lib:Service#read']);
});
