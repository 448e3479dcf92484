/** The predicates of repeated and long work, jobs and what goes along with them, by their names. */
import { logRow, logRowInTransaction, logRowWaited } from './database-logs.js';
import type { Predicate } from './index.js';
import { jobStateElsewhere } from './job-status.js';
import { workKind, workQueued, workWaited } from './long-work.js';
import { harm, keptOnce, randomKey, repeatedBy } from './repetition.js';
import { isCounter, sequenceGuarded } from './sequence-numbers.js';
import { ownService, traceForwarded } from './trace-propagation.js';

export const JOBS: Readonly<Record<string, Predicate>> = {
  'jobs.state-elsewhere': jobStateElsewhere,
  'log-row.in-transaction': logRowInTransaction,
  'log-row.kept': logRow,
  'log-row.waited': logRowWaited,
  'once.harm': harm,
  'once.kept': keptOnce,
  'once.random-key': randomKey,
  'once.repeated-by': repeatedBy,
  'sequence.counter': isCounter,
  'sequence.guarded': sequenceGuarded,
  'trace.forwarded': traceForwarded,
  'trace.own-service': ownService,
  'work.kind': workKind,
  'work.queued': workQueued,
  'work.waited': workWaited,
};
