/** Reading options: what surely holds none, defaults that are never used, and clients that arrive as typed parameters. */
import { describe, expect, test } from 'vitest';
import type { Program, ValueRef } from '../../src/contracts/program.js';
import { programOf } from '../support/program.js';

/** The first argument of `mark(…)`. */
function marked(program: Program): ValueRef {
  for (const file of program.files.values()) {
    for (const id of file.facts.calls) {
      const fact = file.facts.values[id]!;
      if (fact.kind !== 'call') continue;
      const callee = file.facts.values[fact.callee]!;
      if (callee.kind === 'reference' && callee.name === 'mark') return { file, id: fact.args[0]! };
    }
  }
  throw new Error('nothing is marked');
}

function lookUp(code: string): string {
  const program = programOf({ 'main.ts': code });
  const found = program.property(marked(program), ['timeout']);
  return found.kind === 'found' && found.partial ? 'found on some paths' : found.kind;
}

describe('an option', () => {
  test.each([
    ['of a text', 'mark(`https://${host}/`)', 'absent'],
    ['of a joined text', "mark('https://' + host)", 'absent'],
    ['of a callback', 'mark((error) => error)', 'absent'],
    ['of a parameter that is text', 'export function f(url: string | URL) { mark(url) }', 'absent'],
    ['of a URL', 'mark(new URL(x))', 'absent'],
    ['of an untyped parameter', 'export function f(options) { mark(options) }', 'unknown'],
    ['of a parameter that every caller passes', 'function f(o = {}) { mark(o) } f({ timeout: 1 }); f({ timeout: 2 });', 'found'],
    ['of a parameter that one caller leaves out', 'function f(o = {}) { mark(o) } f({ timeout: 1 }); f();', 'found on some paths'],
    ['of a parameter that no caller sets it on', 'function f(o = {}) { mark(o) } f(); f({ other: 1 });', 'absent'],
  ])('%s', (_name, code, expected) => {
    expect(lookUp(code)).toBe(expected);
  });
});

describe('the call that made what arrives as a typed parameter', () => {
  function made(code: string): string[] {
    const program = programOf({ 'main.ts': `import { Client } from 'lib';\n${code}` });
    return program.resolve(marked(program)).map((entity) => (entity.kind === 'api' ? `${entity.path} ${entity.created === null ? 'unseen' : 'seen'}` : entity.kind));
  }

  test.each([
    ['is seen where every caller passes one', 'function f(c: Client) { mark(c) } f(new Client())', ['lib:Client# seen']],
    ['or nothing', 'function f(c: Client | null) { mark(c) } f(x ? new Client() : null)', ['lib:Client# seen']],
    ['is not where one caller passes another thing', 'function f(c: Client) { mark(c) } f(new Client()); f(g())', ['lib:Client# unseen']],
    ['is not where nobody calls', 'export function f(c: Client) { mark(c) }', ['lib:Client# unseen']],
    ['is seen through a constructor', 'class A { constructor(private c: Client) {} m() { mark(this.c) } } new A(new Client())', ['lib:Client# seen']],
  ])('%s', (_name, code, expected) => {
    expect(made(code)).toEqual(expected);
  });
});
