/** How the condition words about routes are written. */
import { z } from 'zod';
import type { RoleQuery, ValueTest } from '../../contracts/vocabulary.js';
import { keys, oneOrMany } from '../readers.js';
import type { ConditionWords } from './conditions.js';
import { statusCode } from './operands.js';

type RouteWord = 'chain-has' | 'chain-misses' | 'handler-has' | 'answers-with' | 'method' | 'path' | 'routes-have';

/** @param roleQuery schema of a role query; @param test schema of a nested value test. */
export function routeWords(roleQuery: z.ZodType<RoleQuery>, test: z.ZodType<ValueTest>): Pick<ConditionWords, RouteWord> {
  return {
    'chain-has': keys({ 'chain-has': roleQuery }).transform((raw) => raw['chain-has']),
    'chain-misses': keys({ 'chain-misses': roleQuery }).transform((raw) => raw['chain-misses']),
    'handler-has': keys({ 'handler-has': roleQuery }).transform((raw) => raw['handler-has']),
    'answers-with': keys({ 'answers-with': oneOrMany(statusCode), in: z.enum(['chain', 'handler', 'either']).default('either') }).transform((raw) => ({ statuses: raw['answers-with'], where: raw.in })),
    method: keys({ method: test }).transform((raw) => raw.method),
    path: keys({ path: test }).transform((raw) => raw.path),
    'routes-have': keys({ 'routes-have': keys({ path: test }) }).transform((raw) => raw['routes-have']),
  };
}
