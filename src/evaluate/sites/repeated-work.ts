/** `{ repeated-work: true }`: routes and consumers that may run twice for one thing and then do harm. */
import type { Evaluation } from '../evaluation.js';
import { repeatedWork } from '../repetition/repeated-work.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function repeatedWorkSites(evaluation: Evaluation): Site[] {
  return evaluation.own(repeatedWork(evaluation.program)).map(({ value, label, route }) => ({ ...NO_SITE, value, label, route, confidence: 'medium' }));
}
