/** Repeated and long work. */
import { comesAgain } from './coming-again.js';
import { jobStateElsewhere } from './job-status.js';
import { workKind, workMany, workQueued, workWaited } from './long-work.js';
import { harm, keptOnce, randomKey, repeatedBy } from './repetition.js';
import { lockKept } from './locks.js';
import { updateGuarded, updateRead } from './lost-updates.js';
import { isCounter, sequenceGuarded } from './sequence-numbers.js';
import { byHand, waited } from './waited-jobs.js';
import type { Predicate } from '../index.js';
import { alone, changes, harms } from './schedules.js';

export const JOBS: Readonly<Record<string, Predicate>> = {
  'job.by-hand': byHand,
  'job.comes-again': comesAgain,
  'job.waited': waited,
  'jobs.state-elsewhere': jobStateElsewhere,
  'lock.kept': lockKept,
  'once.harm': harm,
  'once.kept': keptOnce,
  'once.random-key': randomKey,
  'once.repeated-by': repeatedBy,
  'sequence.counter': isCounter,
  'sequence.guarded': sequenceGuarded,
  'update.guarded': updateGuarded,
  'update.read': updateRead,
  'work.kind': workKind,
  'work.many': workMany,
  'work.queued': workQueued,
  'work.waited': workWaited,
  'schedule.alone': alone,
  'schedule.changes': changes,
  'schedule.harms': harms,
};
