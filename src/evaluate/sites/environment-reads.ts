/** `{ environment-read: true }`: every read of an environment or configuration variable. */
import type { Evaluation } from '../evaluation.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function environmentReadSites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  return evaluation
    .own(program.environment.reads)
    .map((read) => {
      const role = program.rolesAt(read.value).find((each) => each.role === 'env.read') ?? null;
      return { ...NO_SITE, value: read.value, label: read.name === '' ? program.describe(read.value) : read.name, confidence: read.confidence, role, read };
    });
}
