/** What a service shows to others: its routes, their description and their answers. */
import { described, describedElsewhere, hasPages, hasRoutes, inDescribed, isDescribed } from './api.js';
import { byOperations, frontEnd, versioned } from './api-versions.js';
import { declarable, declared, usuallyDeclared } from './response-declarations.js';
import type { Predicate } from '../index.js';

export const INTERFACES: Readonly<Record<string, Predicate>> = {
  'api.by-operations': byOperations,
  'api.described': described,
  'api.described-elsewhere': describedElsewhere,
  'api.front-end': frontEnd,
  'api.in-described': inDescribed,
  'api.is-described': isDescribed,
  'api.pages': hasPages,
  'api.routes': hasRoutes,
  'api.versioned': versioned,
  'response.declarable': declarable,
  'response.declared': declared,
  'response.usually-declared': usuallyDeclared,
};
