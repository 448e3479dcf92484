/** How the condition words are written that ask for a use of an API elsewhere: around the site, before it, on its receiver, in the project. */
import type { z } from 'zod';
import type { RoleQuery } from '../../contracts/vocabulary.js';
import { keys } from '../readers.js';
import type { ConditionWords } from './conditions.js';

type UsageWord = 'enclosed-by' | 'preceded-by' | 'followed-by' | 'receiver-has' | 'result-has' | 'library-has' | 'project-has';

/** @param roleQuery schema of a role query. */
export function usageWords(roleQuery: z.ZodType<RoleQuery>): Pick<ConditionWords, UsageWord> {
  return {
    'enclosed-by': keys({ 'enclosed-by': roleQuery }).transform((raw) => raw['enclosed-by']),
    'preceded-by': keys({ 'preceded-by': roleQuery }).transform((raw) => raw['preceded-by']),
    'followed-by': keys({ 'followed-by': roleQuery }).transform((raw) => raw['followed-by']),
    'receiver-has': keys({ 'receiver-has': roleQuery }).transform((raw) => raw['receiver-has']),
    'result-has': keys({ 'result-has': roleQuery }).transform((raw) => raw['result-has']),
    'library-has': keys({ 'library-has': roleQuery }).transform((raw) => raw['library-has']),
    'project-has': keys({ 'project-has': roleQuery }).transform((raw) => raw['project-has']),
  };
}
