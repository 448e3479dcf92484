/** Predicates on what a service shows to others: its routes, their description, answers, files and log lines. */
import { described, describedElsewhere, hasPages, hasRoutes, inDescribed, isDescribed } from './api.js';
import { frontEnd, versioned } from './api-versions.js';
import { plain } from './error-context.js';
import { deviates, shaped } from './error-format.js';
import type { Predicate } from './index.js';
import { named, received, removed, sent, temporary } from './local-files.js';
import { declarable, declared, usuallyDeclared } from './response-declarations.js';

export const INTERFACES: Readonly<Record<string, Predicate>> = {
  'api.described': described,
  'api.described-elsewhere': describedElsewhere,
  'api.front-end': frontEnd,
  'api.in-described': inDescribed,
  'api.is-described': isDescribed,
  'api.pages': hasPages,
  'api.routes': hasRoutes,
  'api.versioned': versioned,
  'error-format.deviates': deviates,
  'error-format.shaped': shaped,
  'errors.plain': plain,
  'files.named': named,
  'files.received': received,
  'files.removed': removed,
  'files.sent': sent,
  'files.temporary': temporary,
  'response.declarable': declarable,
  'response.declared': declared,
  'response.usually-declared': usuallyDeclared,
};
