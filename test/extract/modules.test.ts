import { describe, expect, test } from 'vitest';
import { factsOf, show } from './show.js';

/** Exports as `name = value`, `name -> bound name`, or what they pass on. */
function exportsOf(text: string, path?: string): string[] {
  const facts = factsOf(text, path);
  return facts.exports.map((fact) => {
    if (fact.kind === 'star') return `* from ${fact.specifier}`;
    if (fact.kind === 're-export') return `${fact.name} = ${fact.imported} from ${fact.specifier}`;
    const binding = facts.bindings[fact.binding];
    return binding ? `${fact.name} -> ${binding.name}` : `${fact.name} = ${show(facts, fact.value)}`;
  });
}

describe('imports', () => {
  test.each([
    ["import a from 'x'", 'default', '', false],
    ["import { a } from 'x'", 'named', 'a', false],
    ["import { b as a } from 'x'", 'named', 'b', false],
    ["import { default as a } from 'x'", 'default', '', false],
    ["import * as a from 'x'", 'namespace', '', false],
    ["import type { a } from 'x'", 'named', 'a', true],
    ["import { type a } from 'x'", 'named', 'a', true],
    ["import a = require('x')", 'equals', '', false],
  ])('%s', (text, kind, name, typeOnly) => {
    const { imports, bindings } = factsOf(text);
    expect(imports).toMatchObject([{ specifier: 'x', kind, name, typeOnly, binding: 0 }]);
    expect(bindings).toMatchObject([{ name: 'a', kind: 'import', writes: [] }]);
  });

  test('a bare import is a side effect', () => {
    expect(factsOf("import 'x'").imports).toMatchObject([{ specifier: 'x', kind: 'side-effect', binding: -1 }]);
  });

  test('one fact for each name', () => {
    const { imports } = factsOf("import a, { b, c as d } from 'x'");
    expect(imports.map(({ kind, name }) => [kind, name])).toEqual([['default', ''], ['named', 'b'], ['named', 'c']]);
  });
});

describe('exports', () => {
  test.each([
    ['export const a = 1, { b, c: [d] } = f()', ['a -> a', 'b -> b', 'd -> d']],
    ['export function f(): void; export function f() {}', ['f -> f']],
    ['export class A {}', ['A -> A']],
    ['export enum E { A }', ['E -> E']],
    ['export namespace N { export const a = 1 }', ['N -> N']],
    ['export default function f() {}', ['default -> f']],
    ['export default function () {}', ['default = function default']],
    ['export default class {}', ['default = class default']],
    ['export default async () => 1', ['default = function default']],
    ['export default f()', ['default = call(global f)']],
    ['export { a as b, c as default }; const a = 1, c = 2', ['b -> a', 'default -> c']],
    ["export { a, b as c } from 'x'", ['a = a from x', 'c = b from x']],
    ["export type { A } from 'x'", ['A = A from x']],
    ["export * from 'x'", ['* from x']],
    ["export * as ns from 'x'", ['ns = * from x']],
    ['export = f()', ['= = call(global f)']],
    ["export import a = require('x')", ['a -> a']],
    ['export declare const a: X', ['a -> a']],
    ['export interface A {} export type B = A', []],
  ])('%s', (text, expected) => expect(exportsOf(text)).toEqual(expected));
});

describe('CommonJS exports', () => {
  test.each([
    ['exports.a = 1', ['a = 1']],
    ["exports['a'] = 1", ['a = 1']],
    ['module.exports.a = function () {}', ['a = function a']],
    ['module.exports = { a: 1 }', ['= = {a: 1}']],
    ['exports = module.exports = f()', ['= = call(global f)']],
    ["module.exports = require('./x')", ['= = module("./x")']],
    ['exports.a = exports.b = void 0; exports.a = 1', ['a = 1']],
    ["Object.defineProperty(exports, '__esModule', { value: true })", []],
    ["Object.defineProperty(exports, 'a', { value: 1 })", ['a = 1']],
    ["Object.defineProperty(exports, 'a', { enumerable: true, get: function () { return b.c } })", ['a = member(global b, "c")']],
    ["Object.defineProperty(exports, 'a', { get() { return b } })", ['a = global b']],
    ["Object.defineProperty(exports, 'a', { get: () => b })", ['a = global b']],
    ['const exports = {}; exports.a = 1', []],
    ['function f(module) { module.exports = 1 }', []],
  ])('%s', (text, expected) => expect(exportsOf(text, 'source.js')).toEqual(expected));
});

test('the directives of a module and of a function', () => {
  const facts = factsOf("'use strict'\n'use server'\nfunction f() { 'use cache'; 'x' + 1 }\n'no directive'");
  expect(facts.directives).toEqual(['use strict', 'use server']);
  expect(facts.functions[1]?.directives).toEqual(['use cache']);
});

describe('names of modules that are no text', () => {
  const loaded = (text: string) => factsOf(text).values.flatMap((value) => (value.kind === 'module' && !value.meta ? [value.specifier] : []));

  test.each([
    ["require(__dirname + '/routes/users')", './routes/users'],
    ['require(`${__dirname}/routes`)', './routes'],
    ["const path = require; load(require(path.join(__dirname, '..', 'config')))", './../config'],
    ["require(path.resolve(__dirname, './models'))", './' + './models'],
    ["const name = './server'; require(name)", './server'],
    ["require(__dirname)", '.'],
    ["import('./' + 'lazy')", './lazy'],
  ])('%s', (text, specifier) => {
    expect(loaded(text)).toContain(specifier);
  });

  test.each([['require(name)'], ["let name = './a'; require(name)"], ["function f(name) { require('./' + name) }"], ["require(path.join(root, 'a'))"], ["const name = choose(); require(name)"]])('are not known of %s', (text) => {
    expect(loaded(text)).toEqual([null]);
  });
});
