import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileFacts } from '../../src/contracts/facts.js';
import { extractSource } from '../../src/extract/index.js';
import { factsOf } from './show.js';

const ROOM = 'src/extract';
const SOURCES = readdirSync(ROOM).map((name) => readFileSync(join(ROOM, name), 'utf8'));

/** Same numbers on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

/** Fails where an id or an offset points nowhere. Keys tell what a number is. */
function expectSound(facts: FileFacts, text: string): void {
  const sizes: Record<string, number> = {
    binding: facts.bindings.length,
    class: facts.classes.length,
    try: facts.blocks.length,
    body: facts.blocks.length,
  };
  const values = 'object index callee left right operand test whenTrue whenFalse of tag specifierValue value condition superClass default';
  const lists = 'parts args elements children uses calls returns throws decorators cases';
  const check = (fact: unknown, key: string): void => {
    if (Array.isArray(fact)) {
      if (lists.includes(key) && key) expect(fact.every((id) => typeof id !== 'number' || id < facts.values.length)).toBe(true);
      for (const item of fact) check(item, '');
    } else if (fact && typeof fact === 'object') checkFields(fact);
  };
  const checkFields = (fact: object): void => {
    const isLiteral = 'kind' in fact && fact.kind === 'literal';
    const isParameter = 'kind' in fact && fact.kind === 'parameter';
    for (const [key, item] of Object.entries(fact) as [string, unknown][]) {
      if (typeof item !== 'number' || isLiteral || isParameter) check(item, key);
      else if (key === 'start' || key === 'end' || key === 'at') expect(item >= 0 && item <= text.length).toBe(true);
      else if (key === 'function') expect(item).toBeLessThan(facts.functions.length);
      else if (values.split(' ').includes(key)) expect(item >= -1 && item < facts.values.length).toBe(true);
      else if (key in sizes) expect(item >= -1 && item < sizes[key]!).toBe(true);
    }
  };
  check(facts, '');
  for (const { start, end } of [...facts.values, ...facts.blocks, ...facts.functions]) expect(start).toBeLessThanOrEqual(end);
}

test('its own sources give sound facts without syntax errors', () => {
  for (const text of SOURCES) {
    const facts = factsOf(text);
    expectSound(facts, text);
    expect(facts.syntaxErrors).toEqual([]);
  }
});

test('facts are plain JSON and the same every time', () => {
  for (const text of SOURCES) {
    const facts = factsOf(text);
    expect(JSON.parse(JSON.stringify(facts))).toStrictEqual(facts);
    expect(factsOf(text)).toStrictEqual(facts);
  }
});

test('a source cut off anywhere gives sound facts', () => {
  const next = randomNumbers(1);
  for (const text of SOURCES) {
    for (let round = 0; round < 4; round += 1) {
      const cut = text.slice(0, Math.floor(next() * text.length));
      expectSound(factsOf(cut), cut);
    }
  }
});

test('tokens in any order give sound facts', () => {
  const next = randomNumbers(2);
  const tokens = '( ) { } [ ] , ; : . ?. => = == + - ... @ # ` ${ "s" 1n /r/ <a> </a> < > a b class function* async await yield let const var if else for while do switch case default try catch finally return throw new import export from as enum namespace declare get set static using type interface extends ! ? ?? && ||'.split(' ');
  for (let round = 0; round < 400; round += 1) {
    const text = Array.from({ length: 60 }, () => tokens[Math.floor(next() * tokens.length)]).join(' ');
    for (const path of ['a.ts', 'a.tsx', 'a.js']) expectSound(extractSource(path, text), text);
  }
});

test('random bytes give sound facts', () => {
  const next = randomNumbers(3);
  for (let round = 0; round < 200; round += 1) {
    const text = Array.from({ length: 200 }, () => String.fromCharCode(Math.floor(next() * (round % 2 ? 128 : 65536)))).join('');
    expectSound(factsOf(text), text);
  }
});

describe('long and deep code', () => {
  test.each([
    ['a sum of 50,000', `x = ${'a + '.repeat(50_000)}b`],
    ['50,000 conditions', `x = ${'a && '.repeat(50_000)}b`],
    ['50,000 commas', `${'a, '.repeat(50_000)}b`],
    ['a chain of 20,000 calls', `x = a${'.b(c)'.repeat(20_000)}`],
    ['2,000 times else if', `${'if (a) {} else '.repeat(2000)}{}`],
    ['2,000 times ? :', `x = ${'a ? b : '.repeat(2000)}c`],
    ['50,000 statements', 'var a = function (b) { return b && b.c(1) };'.repeat(50_000)],
    ['a wide array', `x = [${'1, '.repeat(200_000)}]`],
  ])('%s can be read', (_title, text) => expect(factsOf(text).syntaxErrors).toEqual([]));

  test.each([
    ['parentheses', `${'('.repeat(10_000)}a${')'.repeat(10_000)}`],
    ['parentheses that the parser can take', `${'('.repeat(450)}a${')'.repeat(450)}`],
    ['calls', `${'f('.repeat(20_000)}a${')'.repeat(20_000)}`],
    ['blocks', `${'{'.repeat(20_000)}${'}'.repeat(20_000)}`],
    ['types', `let a: ${'A<'.repeat(10_000)}B${'>'.repeat(10_000)}`],
    ['patterns', `let ${'['.repeat(1000)}a${']'.repeat(1000)} = b`],
  ])('nested %s are too deep', (_title, text) => {
    const facts = factsOf(text);
    expect(facts.syntaxErrors).toEqual([{ message: 'too deeply nested', start: 0 }]);
    expect(facts.functions).toHaveLength(1);
    expectSound(facts, text);
  });

  test('a file behind one that was too deep is read as if nothing had happened', () => {
    const text = `${' '.repeat(6000)}const f = (a) => (b) => a + b`;
    const before = factsOf(text);
    factsOf(`${'('.repeat(10_000)}a${')'.repeat(10_000)}`);
    expect(factsOf(text)).toStrictEqual(before);
  });
});
