/** `{ external-call: true }`: every call of a service that somebody else runs, by an SDK or by HTTP; label is the service. */
import type { Evaluation } from '../evaluation.js';
import { externalCalls } from '../services/external-service.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function externalCallSites(evaluation: Evaluation): Site[] {
  return externalCalls(evaluation).map(({ use, service }) => ({ ...NO_SITE, value: use.value, label: service.name, confidence: use.confidence, role: use, service }));
}
