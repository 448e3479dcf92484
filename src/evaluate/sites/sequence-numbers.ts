/** `{ sequence-number: true }`: every number that is to be given once and is counted by hand; label is its name. */
import type { Evaluation } from '../evaluation.js';
import { sequenceNumbers } from '../repetition/sequence-numbers.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function sequenceNumberSites(evaluation: Evaluation): Site[] {
  return evaluation.own(sequenceNumbers(evaluation.program)).map(({ value, name }) => ({ ...NO_SITE, value, label: name, confidence: 'medium' }));
}
