/** How each condition word is written: word → schema of the map that holds it, read into its operand. */
import { z } from 'zod';
import type { Condition, ConditionOperands, ValueTest } from '../../contracts/vocabulary.js';
import { isMap, keys, oneOrMany, pickByWord } from '../readers.js';
import type { Alternatives, Manner } from '../readers.js';
import { environmentWords } from './environment.js';
import { fileWords } from './files.js';
import { argumentName, optionPath, roleName, versionRange } from './operands.js';
import { routeWords } from './routes.js';
import { usageWords } from './usage.js';
import { SET, valueTestSchema } from './value-tests.js';

export type ConditionWords = { [Word in keyof ConditionOperands]: z.ZodType<ConditionOperands[Word]> };

const predicateName = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/, 'a predicate is named area.what-it-holds-of');

/**
 * The table of all condition words.
 *
 * @param condition schema of a nested condition.
 * @param test schema of a nested value test.
 */
export function conditionWords(condition: z.ZodType<Condition>, test: z.ZodType<ValueTest>): ConditionWords {
  const query = { where: condition.optional(), same: argumentName.optional() };
  const roleQuery = z
    .strictObject({ role: oneOrMany(roleName), ...query }, { error: (issue) => (issue.code === 'unrecognized_keys' ? 'role where same' : undefined) })
    .transform((raw) => ({ roles: raw.role, where: raw.where ?? null, same: raw.same ?? null }));
  const rest = { of: argumentName.default('options'), is: test.optional() };
  return {
    argument: keys({ argument: argumentName, is: test.optional() }).transform((raw) => ({ argument: raw.argument, is: raw.is ?? SET })),
    option: keys({ option: oneOrMany(optionPath), ...rest }).transform((raw) => ({ options: raw.option, of: raw.of, is: raw.is ?? SET })),
    'client-option': keys({ 'client-option': oneOrMany(optionPath), ...rest }).transform((raw) => ({ options: raw['client-option'], of: raw.of, is: raw.is ?? SET })),
    'client-argument': keys({ 'client-argument': oneOrMany(argumentName), is: test.optional() }).transform((raw) => ({ arguments: raw['client-argument'], is: raw.is ?? SET })),
    attribute: keys({ attribute: z.string(), is: test.optional() }).transform((raw) => ({ attribute: raw.attribute, is: raw.is ?? SET })),
    role: keys({ role: oneOrMany(roleName) }).transform((raw) => raw.role),
    name: keys({ name: test }).transform((raw) => raw.name),
    ...usageWords(roleQuery),
    ...routeWords(roleQuery, test),
    ...fileWords(test),
    version: keys({ version: versionRange }).transform((raw) => ({ range: raw.version })),
    'depends-on': keys({ 'depends-on': oneOrMany(z.string()), range: z.string().optional() }).transform((raw) => ({ packages: raw['depends-on'], range: raw.range ?? null })),
    imports: keys({ imports: oneOrMany(z.string()) }).transform((raw) => raw.imports),
    'guarded-by': keys({ 'guarded-by': z.enum(['production', 'not-production']) }).transform((raw) => raw['guarded-by']),
    result: keys({ result: z.literal('ignored') }).transform((raw) => raw.result),
    'flows-to': keys({ 'flows-to': z.literal('authorization') }).transform((raw) => raw['flows-to']),
    'in-function': keys({ 'in-function': test }).transform((raw) => raw['in-function']),
    'runs-in': keys({ 'runs-in': z.literal('browser') }).transform((raw) => raw['runs-in']),
    'entry-exports': keys({ 'entry-exports': oneOrMany(optionPath) }).transform((raw) => raw['entry-exports']),
    surely: keys({ surely: condition }).transform((raw) => raw.surely),
    check: keys({ check: predicateName, with: z.unknown().optional() }).transform((raw) => ({ predicate: raw.check, with: raw.with ?? null })),
    ...environmentWords(test),
    tenant: keys({ tenant: z.enum(['owned', 'filtered', 'multi']) }).transform((raw) => raw.tenant),
  };
}

const COMBINATORS = ['all', 'any', 'not'];

/** The schemas of a whole condition and of a whole value test. */
export function conditionSchemas(manner: Manner): { condition: z.ZodType<Condition>; test: z.ZodType<ValueTest> } {
  const test = valueTestSchema(manner);
  const condition: z.ZodType<Condition> = z.lazy(() => schema);
  const words = conditionWords(condition, test);
  const names = [...COMBINATORS, ...Object.keys(words)];
  const list = z.array(condition).min(1);
  const schema = manner<Condition>({
    pick: (raw) => {
      if (Array.isArray(raw)) return 'list';
      if (isMap(raw)) return pickByWord(raw, names, 'condition');
      return { problem: 'a condition is a map such as { role: sql.execute }, or a list of them' };
    },
    options: {
      list,
      all: keys({ all: list }).transform((raw) => raw.all),
      any: keys({ any: list }).transform((raw) => raw.any),
      not: keys({ not: condition }).transform((raw) => raw.not),
      ...words,
    },
    finish: finishCondition,
  });
  return { condition, test };
}

const finishCondition: Alternatives<Condition>['finish'] = (key, output, at) => {
  if (key === 'list' || key === 'all') return { kind: 'all', of: output as Condition[] };
  if (key === 'any') return { kind: 'any', of: output as Condition[] };
  if (key === 'not') return { kind: 'not', of: output as Condition };
  // The schema of the word made its operand; the pairing is checked where the table is declared.
  return { kind: 'word', word: key, operand: output, at } as Condition;
};
