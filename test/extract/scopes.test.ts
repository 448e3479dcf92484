import { describe, expect, test } from 'vitest';
import type { FileFacts } from '../../src/contracts/facts.js';
import { factsOf } from './show.js';

/** For each use of a name, the kind and the line (1-based) of the binding that it means. */
function meaningsOf(text: string, name: string): string[] {
  const facts = factsOf(text);
  const uses = facts.values.filter((value) => value.kind === 'reference' && value.name === name);
  return uses.sort((left, right) => left.start - right.start).map((use) => meaningOf(facts, use));
}

function meaningOf(facts: FileFacts, use: FileFacts['values'][number]): string {
  const binding = use.kind === 'reference' ? facts.bindings[use.binding] : undefined;
  if (!binding) return 'global';
  return `${binding.kind} ${facts.lineStarts.filter((start) => start <= binding.start).length}`;
}

describe('a name means', () => {
  test.each([
    ['a function declared below', 'f()\nfunction f() {}', 'f', ['function 2']],
    ['a var declared in an inner block below', 'a\n{ if (x) { var a = 1 } }', 'a', ['var 2']],
    ['a var of its own function', 'var a\nfunction f() { a\nvar a }', 'a', ['var 3']],
    ['the innermost block', 'const a = 1\n{ const a = 2\na }\na', 'a', ['const 2', 'const 1']],
    ['a parameter', 'let a\nfunction f(a) { a }\na', 'a', ['parameter 2', 'let 1']],
    ['a parameter in the default of the next', 'function f(a, b = a) {}', 'a', ['parameter 1']],
    ['the exception', 'let e\ntry {} catch (e) { e }\ne', 'e', ['catch 2', 'let 1']],
    ['a loop variable', 'for (const i of x) { i }\ni', 'i', ['const 1', 'global']],
    ['a loop variable in the head', 'for (let i = 0; i < 1; i++) {}', 'i', ['let 1', 'let 1']],
    ['a function expression inside itself', 'const g = function f() { f }\nf', 'f', ['function 1', 'global']],
    ['a class expression inside itself', 'const g = class A { m() { A } }\nA', 'A', ['class 1', 'global']],
    ['a class', 'new A()\nclass A {}', 'A', ['class 2']],
    ['an import', "f(a)\nimport { b as a } from 'x'", 'a', ['import 2']],
    ['an import with equals', "import a = require('x')\na", 'a', ['import 1']],
    ['an enum', 'enum A { B }\nA.B', 'A', ['enum 1']],
    ['a namespace', 'namespace A { export const b = 1\nb }\nA.b', 'b', ['const 1', 'const 1']],
    ['a case of its switch', 'switch (x) { case 1: let a\ncase 2: a }\na', 'a', ['let 1', 'global']],
    ['an ambient constant', 'declare const a: X\na', 'a', ['const 1']],
    ['nothing declared', 'process', 'process', ['global']],
    ['nothing of a prototype', 'toString; constructor; __proto__', '__proto__', ['global']],
  ])('%s', (_title, text, name, expected) => expect(meaningsOf(text, name)).toEqual(expected));
});

test('a binding knows its uses in source order, its function and its type', () => {
  const facts = factsOf('const a: Pool = 1; const { b = a } = a; function f() { let c: string | null; a }');
  const [a, , , c] = facts.bindings;
  expect(a).toMatchObject({ name: 'a', function: 0, type: { name: 'Pool' } });
  expect(a?.uses.map((id) => facts.values[id]?.start)).toEqual([31, 37, 77]);
  expect(c).toMatchObject({ name: 'c', function: 1, type: { name: '|', args: [{ name: 'string' }, { name: 'null' }] } });
});

test('a function is written where its block starts, because it is hoisted', () => {
  const facts = factsOf('{ f(); function f() {} }');
  expect(facts.bindings[0]?.writes[0]?.at).toBe(0);
});

test('var twice, and a class merged with a namespace, are one binding', () => {
  const facts = factsOf('var a = 1; var a = 2; class B {} namespace B { export const c = 1 }');
  expect(facts.bindings.map(({ name, writes }) => [name, writes.length])).toEqual([
    ['a', 2],
    ['B', 2],
    ['c', 1],
  ]);
});
