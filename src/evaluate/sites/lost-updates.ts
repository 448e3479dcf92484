/** `{ lost-update: true }`: every column that is written as what a query found a moment before and something more or less; label is its name. */
import type { Evaluation } from '../evaluation.js';
import { lostUpdates } from '../repetition/lost-updates.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function lostUpdateSites(evaluation: Evaluation): Site[] {
  return evaluation.own(lostUpdates(evaluation.program)).map(({ value, column }) => ({ ...NO_SITE, value, label: column, confidence: 'medium' }));
}
