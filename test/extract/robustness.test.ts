import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileFacts } from '../../src/contracts/facts.js';
import { NONE } from '../../src/contracts/facts.js';
import { extractSource } from '../../src/extract/extract-source.js';
import { factsOf } from './show.js';

const ROOM = 'src/extract';
const SOURCES = readdirSync(ROOM)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(ROOM, name), 'utf8'));

/** Same numbers on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

const VALUE_FIELDS =
  'object index callee left right operand test whenTrue whenFalse of tag specifierValue value condition superClass default'.split(' ');
const VALUE_LISTS = 'parts args elements children uses calls returns throws decorators cases'.split(' ');

/** Every number in the facts that points nowhere, with its key. Keys tell what a number is. */
function loosePointers(facts: FileFacts, text: string): string[] {
  const limits = new Map<string, number>([
    ['binding', facts.bindings.length],
    ['class', facts.classes.length],
    ['function', facts.functions.length],
    ['try', facts.blocks.length],
    ['body', facts.blocks.length],
    ...['start', 'end', 'at', 'nameStart'].map((key): [string, number] => [key, text.length + 1]),
    ...[...VALUE_FIELDS, ...VALUE_LISTS].map((key): [string, number] => [key, facts.values.length]),
  ]);
  const loose: string[] = [];
  const check = (fact: unknown, key: string): void => {
    if (typeof fact === 'number') {
      if (fact < NONE || fact >= (limits.get(key) ?? Infinity)) loose.push(`${key} ${fact}`);
    } else if (Array.isArray(fact)) for (const item of fact) check(item, key);
    else if (fact && typeof fact === 'object') checkFields(fact);
  };
  const checkFields = (fact: object): void => {
    const kind = 'kind' in fact ? fact.kind : '';
    for (const [key, item] of Object.entries(fact) as [string, unknown][]) {
      const isPlainNumber = (kind === 'literal' && key === 'value') || (kind === 'parameter' && key === 'index');
      if (!isPlainNumber) check(item, key);
    }
  };
  check(facts, '');
  return loose;
}

function expectSound(facts: FileFacts, text: string): void {
  expect(loosePointers(facts, text)).toEqual([]);
  const extents = [...facts.values, ...facts.blocks, ...facts.functions, ...facts.classes];
  expect(extents.filter(({ start, end }) => start > end)).toEqual([]);
  expect(facts.blocks.filter((block, id) => block.start < (facts.blocks[id - 1]?.start ?? 0) || block.parent >= Math.max(id, 0))).toEqual([]);
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
