/** Secrets, and what the repository keeps out. */
import { adds, atTop, secretValue } from './ignored-files.js';
import { foundBy } from './secrets.js';
import type { Predicate } from '../index.js';

export const SECRETS: Readonly<Record<string, Predicate>> = {
  'git.adds': adds,
  'git.at-top': atTop,
  'git.secret-value': secretValue,
  'secret.found-by': foundBy,
};
