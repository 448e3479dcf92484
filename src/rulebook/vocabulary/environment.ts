/** How the condition words about environment reads are written. */
import { z } from 'zod';
import type { ValueTest } from '../../contracts/vocabulary.js';
import { keys, oneOrMany } from '../readers.js';
import type { ConditionWords } from './conditions.js';
import { fallbackKind } from './operands.js';

const truth = z.boolean();

type EnvironmentWord = 'variable' | 'fallback' | 'validated' | 'absence-handled' | 'in-configuration-module' | 'only-reading-file' | 'needed' | 'stands-in';

/** @param test schema of a nested value test. */
export function environmentWords(test: z.ZodType<ValueTest>): Pick<ConditionWords, EnvironmentWord> {
  return {
    variable: keys({ variable: z.enum(['secret', 'harmless', 'required', 'public']) }).transform((raw) => raw.variable),
    fallback: keys({ fallback: oneOrMany(fallbackKind), is: test.optional() }).transform((raw) => ({ kinds: raw.fallback, is: raw.is ?? null })),
    validated: keys({ validated: truth }).transform((raw) => raw.validated),
    'absence-handled': keys({ 'absence-handled': truth }).transform((raw) => raw['absence-handled']),
    'only-reading-file': keys({ 'only-reading-file': truth }).transform((raw) => raw['only-reading-file']),
    needed: keys({ needed: truth }).transform((raw) => raw.needed),
    'stands-in': keys({ 'stands-in': truth }).transform((raw) => raw['stands-in']),
    'in-configuration-module': keys({ 'in-configuration-module': truth }).transform((raw) => raw['in-configuration-module']),
  };
}
