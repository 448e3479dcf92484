/** `{ query: true }`: every query on the data model, and on vector and search indexes. */
import type { Evaluation } from '../evaluation.js';
import { siteOfRole } from '../site.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function querySites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  return evaluation
    .own(program.queries)
    .map((query) => {
      const role = query.site;
      // A statement that a wrapper hands on is told at the wrapper's call.
      const label = role === null ? program.describe(query.value) : siteOfRole({ ...role, value: query.value }, program).label;
      return { ...NO_SITE, value: query.value, label, confidence: query.confidence, role, query };
    });
}
