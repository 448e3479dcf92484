/** Cookies. */
import { clears, lacks, purpose, unwritten } from './cookies.js';
import type { Predicate } from '../index.js';

export const COOKIES: Readonly<Record<string, Predicate>> = {
  'cookie.clears': clears,
  'cookie.lacks': lacks,
  'cookie.purpose': purpose,
  'cookie.unwritten': unwritten,
};
