/** `{ long-work: true }`: work that takes long when a request has to wait for it; label is what is called. */
import type { Evaluation } from '../evaluation.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';
import { longWork } from '../work/long-work.js';

export function longWorkSites(evaluation: Evaluation): Site[] {
  return evaluation.own(longWork(evaluation)).map(({ value, label, confidence }) => ({ ...NO_SITE, value, label, confidence, role: evaluation.program.rolesAt(value)[0] ?? null }));
}
