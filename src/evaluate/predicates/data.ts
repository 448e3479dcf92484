/** The predicates of models and of what is kept in them, by their names. */
import type { Predicate } from './index.js';
import { schemaHolds, schemaLacks } from './schema-constraints.js';

export const DATA: Readonly<Record<string, Predicate>> = {
  'schema.holds': schemaHolds,
  'schema.lacks': schemaLacks,
};
