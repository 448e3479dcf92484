/** `{ write-behind-call: true }`: every call of a function of the program that does nothing to the database but make one row; label is what is called. */
import { allWritesBehindCalls } from '../dependent-writes/writes.js';
import type { Evaluation } from '../evaluation.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function writeBehindCallSites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  return evaluation.own(allWritesBehindCalls(program)).map(({ value, confidence }) => ({ ...NO_SITE, value, label: program.describe(value), confidence }));
}
