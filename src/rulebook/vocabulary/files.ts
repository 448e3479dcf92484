/** How the condition words about files that are no code are written. */
import { z } from 'zod';
import type { ValueTest } from '../../contracts/vocabulary.js';
import { keys, oneOrMany } from '../readers.js';
import type { ConditionWords } from './conditions.js';
import { keyPattern } from './operands.js';
import { SET } from './value-tests.js';

const pattern = z.string().min(1, 'a pattern as in .gitignore, such as /Dockerfile or *.env');

/** @param test schema of a nested value test. */
export function fileWords(test: z.ZodType<ValueTest>): Pick<ConditionWords, 'files-have' | 'files-exist' | 'document-has' | 'value'> {
  return {
    'files-have': keys({ 'files-have': keyPattern, in: oneOrMany(pattern), is: test.optional() }).transform((raw) => ({ files: raw.in, key: raw['files-have'], is: raw.is ?? SET })),
    'files-exist': keys({ 'files-exist': oneOrMany(pattern) }).transform((raw) => raw['files-exist']),
    'document-has': keys({ 'document-has': keyPattern, is: test.optional() }).transform((raw) => ({ key: raw['document-has'], is: raw.is ?? SET })),
    value: keys({ value: test }).transform((raw) => raw.value),
  };
}
