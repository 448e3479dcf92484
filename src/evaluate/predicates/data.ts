/** The predicates of models and of what is kept in them, by their names. */
import { peopleExported, peopleRegistered } from './data-export.js';
import { peopleDeleted, peopleDeletedSilently, peopleKept, peopleSoftDeleted } from './deletion.js';
import type { Predicate } from './index.js';
import { monitorLogged, monitorMeasured } from './query-monitoring.js';
import { cachedReads, manyReads } from './read-cache.js';
import { rewrittenList } from './rewritten-lists.js';
import { schemaHolds, schemaLacks } from './schema-constraints.js';
import { searchIndexed, searchInside, searchPrefix } from './search-scans.js';

export const DATA: Readonly<Record<string, Predicate>> = {
  'blob.rewritten': rewrittenList,
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
  'search.indexed': searchIndexed,
  'search.inside': searchInside,
  'search.prefix': searchPrefix,
};
