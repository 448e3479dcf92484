/** How each value test is written: word → schema of the map that holds it, read into its operand. */
import { z } from 'zod';
import { SINKS } from '../../contracts/sinks.js';
import type { RequestPart, ValueTest, ValueTestOperands } from '../../contracts/vocabulary.js';
import { isMap, keys, NOWHERE, oneOrMany, pickByWord } from '../readers.js';
import type { Alternatives, Manner, Problem } from '../readers.js';
import { nearestWord } from '../nearest-word.js';
import { argumentName, byteSize, scalar, fallbackKind, regularExpression, roleName } from './operands.js';

/** Kinds of request data, the roles `request.*`. */
const REQUEST_PARTS = ['query', 'body', 'params', 'headers', 'cookies', 'url', 'files', 'form', 'host', 'raw', 'arguments', 'message', 'archive'] as const satisfies readonly RequestPart[];

type MapWords = { [Word in keyof ValueTestOperands as ValueTestOperands[Word] extends null ? never : Word]: z.ZodType<ValueTestOperands[Word]> };
type BareWord = { [Word in keyof ValueTestOperands]: ValueTestOperands[Word] extends null ? Word : never }[keyof ValueTestOperands];

/** Tests that are a word alone. */
export const BARE_TESTS = ['present', 'absent', 'set', 'constant', 'written-in-call', 'function', 'array', 'object', 'regexp', 'string', 'number', 'true', 'false'] as const satisfies readonly BareWord[];

const scalars = oneOrMany(scalar);

/** Tests that take an operand. */
export const MAP_TESTS: MapWords = {
  equals: keys({ equals: scalars }).transform((raw) => raw.equals),
  'may-equal': keys({ 'may-equal': scalars }).transform((raw) => raw['may-equal']),
  matches: keys({ matches: regularExpression }).transform((raw) => raw.matches),
  below: keys({ below: z.number() }).transform((raw) => raw.below),
  above: keys({ above: z.number() }).transform((raw) => raw.above),
  'shorter-than': keys({ 'shorter-than': z.number() }).transform((raw) => raw['shorter-than']),
  'larger-than': keys({ 'larger-than': byteSize }).transform((raw) => raw['larger-than']),
  'built-from': keys({
    'built-from': z.enum(['request', 'dynamic']),
    for: z.enum(SINKS).default('value'),
    of: oneOrMany(z.enum(REQUEST_PARTS)).default([]),
  }).transform((raw) => ({ source: raw['built-from'], sink: raw.for, of: raw.of })),
  'whole-from': keys({ 'whole-from': z.enum(['request']), for: z.enum(SINKS).default('value') }).transform((raw) => ({ source: raw['whole-from'], sink: raw.for })),
  from: keys({ from: oneOrMany(z.enum(['request', 'environment', 'constant', 'datastore'])) }).transform((raw) => raw.from),
  fallback: keys({ fallback: oneOrMany(fallbackKind) }).transform((raw) => raw.fallback),
  role: keys({ role: oneOrMany(roleName) }).transform((raw) => raw.role),
  'made-with': keys({ 'made-with': oneOrMany(argumentName) }).transform((raw) => raw['made-with']),
};

const COMBINATORS = ['all', 'any', 'not'];

/** The schema of a whole value test. */
export function valueTestSchema(manner: Manner): z.ZodType<ValueTest> {
  const test: z.ZodType<ValueTest> = z.lazy(() => schema);
  const words = [...COMBINATORS, ...Object.keys(MAP_TESTS)];
  const bare: readonly string[] = BARE_TESTS;
  const schema = manner<ValueTest>({
    pick: (raw) => pickTest(raw, bare, words),
    options: {
      bare: z.union([z.enum(BARE_TESTS), z.boolean()]).transform(String),
      all: keys({ all: z.array(test).min(1) }).transform((raw) => raw.all),
      any: keys({ any: z.array(test).min(1) }).transform((raw) => raw.any),
      not: keys({ not: test }).transform((raw) => raw.not),
      ...MAP_TESTS,
    },
    finish: finishTest,
  });
  return schema;
}

const finishTest: Alternatives<ValueTest>['finish'] = (key, output, at): ValueTest => {
  if (key === 'bare') return { kind: 'word', word: output, operand: null, at } as ValueTest;
  if (key === 'all' || key === 'any') return { kind: key, of: output as ValueTest[] } as ValueTest;
  if (key === 'not') return { kind: 'not', of: output as ValueTest };
  // The schema of the word made its operand; the pairing is checked where the tables are declared.
  return { kind: 'word', word: key, operand: output, at } as ValueTest;
};

function pickTest(raw: unknown, bare: readonly string[], words: readonly string[]): string | Problem {
  if (typeof raw === 'boolean' || (typeof raw === 'string' && bare.includes(raw))) return 'bare';
  if (isMap(raw)) return pickByWord(raw, words, 'value test');
  if (Array.isArray(raw)) return { problem: 'a value test is a word or a map, not a list', hint: 'write any: [ … ], all: [ … ], or equals: [ … ]' };
  const nearest = nearestWord(String(raw), [...bare, ...words]);
  if (nearest && words.includes(nearest)) return { problem: `"${String(raw)}" needs an operand`, hint: `write { ${nearest}: … }` };
  return { problem: `unknown value test "${String(raw)}"`, hint: nearest ? `did you mean "${nearest}"?` : `a constant is written { equals: ${String(raw)} }; words: ${bare.join(', ')}` };
}

/** The test that a condition without `is:` makes. */
export const SET: ValueTest = { kind: 'word', word: 'set', operand: null, at: NOWHERE };
