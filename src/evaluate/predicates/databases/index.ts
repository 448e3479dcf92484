/** Databases: connections, queries, transactions, models, and what is kept in them. */
import { byOffset } from './offset-pages.js';
import { errorsHeard } from './connection-errors.js';
import { hasFallback } from './connection-fallbacks.js';
import { atStart, leaks } from './connection-leaks.js';
import { ofMigration, ofProbe, ofRelay, ofScript, ofWorker } from './client-owners.js';
import { chosenTarget, heldForLater, oneShot, perRequest } from './connections.js';
import { peopleExported, peopleRegistered } from './data-export.js';
import { ofTool } from './database-tools.js';
import { kindChosen, opensInstead } from './databases.js';
import { peopleDeleted, peopleDeletedSilently, peopleKept, peopleSoftDeleted } from './deletion.js';
import { apart, beginsPair, inDocuments, isCascade } from './dependent-writes.js';
import { growingForOneQuery, growingQuery, limitedQuery, listQuery, mayGrowQuery } from './list-queries.js';
import { changesRows, declaresTables, migrationFiles } from './migrations.js';
import { oncePerRow, servedRead } from './query-loops.js';
import { monitorLogged, monitorMeasured } from './query-monitoring.js';
import { cachedReads, manyReads } from './read-cache.js';
import { dated, swept } from './retention.js';
import { rewrittenList } from './rewritten-lists.js';
import { schemaHolds, schemaLacks } from './schema-constraints.js';
import { searchIndexed, searchInside, searchPrefix } from './search-scans.js';
import { besides, leftOpen, onPool } from './transactions.js';
import type { Predicate } from '../index.js';

export const DATABASES: Readonly<Record<string, Predicate>> = {
  'blob.rewritten': rewrittenList,
  'connections.at-start': atStart,
  'connections.chosen-target': chosenTarget,
  'connections.errors-heard': errorsHeard,
  'connections.has-fallback': hasFallback,
  'connections.held-for-later': heldForLater,
  'connections.leaks': leaks,
  'connections.of-migration': ofMigration,
  'connections.of-probe': ofProbe,
  'connections.of-relay': ofRelay,
  'connections.of-script': ofScript,
  'connections.of-worker': ofWorker,
  'connections.one-shot': oneShot,
  'connections.per-request': perRequest,
  'database.instead': opensInstead,
  'database.of-tool': ofTool,
  'database.kind-chosen': kindChosen,
  'migration.changes-rows': changesRows,
  'migration.declares-tables': declaresTables,
  'migration.files': migrationFiles,
  'monitor.logged': monitorLogged,
  'monitor.measured': monitorMeasured,
  'people.deleted': peopleDeleted,
  'people.deleted-silently': peopleDeletedSilently,
  'people.exported': peopleExported,
  'people.kept': peopleKept,
  'people.registered': peopleRegistered,
  'people.soft-deleted': peopleSoftDeleted,
  'query.grows': growingQuery,
  'query.grows-for-one': growingForOneQuery,
  'query.by-offset': byOffset,
  'query.limited': limitedQuery,
  'query.list': listQuery,
  'query.may-grow': mayGrowQuery,
  'query.once-per-row': oncePerRow,
  'query.served-read': servedRead,
  'reads.cached': cachedReads,
  'reads.many': manyReads,
  'retention.dated': dated,
  'retention.swept': swept,
  'schema.holds': schemaHolds,
  'schema.lacks': schemaLacks,
  'search.indexed': searchIndexed,
  'search.inside': searchInside,
  'search.prefix': searchPrefix,
  'transaction.besides': besides,
  'transaction.left-open': leftOpen,
  'transaction.on-pool': onPool,
  'writes.apart': apart,
  'writes.begin-pair': beginsPair,
  'writes.cascade': isCascade,
  'writes.in-documents': inDocuments,
};
