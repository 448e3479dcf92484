/** Secrets, and what the repository keeps out. */
import { adds, atTop, secretsRead, secretValue } from './ignored-files.js';
import { foundBy } from './secrets.js';
import type { Predicate } from '../index.js';

export const SECRETS: Readonly<Record<string, Predicate>> = {
  'git.adds': adds,
  'git.at-top': atTop,
  'git.secret-value': secretValue,
  'git.secrets-read': secretsRead,
  'secret.found-by': foundBy,
};
