/** The predicates of models and of what is kept in them, by their names. */
import { peopleExported, peopleRegistered } from './data-export.js';
import { peopleDeleted, peopleDeletedSilently, peopleKept, peopleSoftDeleted } from './deletion.js';
import type { Predicate } from './index.js';
import { monitorLogged, monitorMeasured } from './query-monitoring.js';
import { cachedReads, manyReads } from './read-cache.js';
import { schemaHolds, schemaLacks } from './schema-constraints.js';

export const DATA: Readonly<Record<string, Predicate>> = {
  'monitor.logged': monitorLogged,
  'monitor.measured': monitorMeasured,
  'people.deleted': peopleDeleted,
  'people.deleted-silently': peopleDeletedSilently,
  'people.exported': peopleExported,
  'people.kept': peopleKept,
  'people.registered': peopleRegistered,
  'people.soft-deleted': peopleSoftDeleted,
  'reads.cached': cachedReads,
  'reads.many': manyReads,
  'schema.holds': schemaHolds,
  'schema.lacks': schemaLacks,
};
