/** `{ project: true }`: the package as one site. */
import type { Evaluation } from '../evaluation.js';
import type { Site } from '../site.js';

export function projectSites(evaluation: Evaluation): Site[] {
  const { name, directory } = evaluation.package;
  const label = name ?? (directory === '' ? 'the project' : directory);
  return [{ value: null, label, confidence: 'high', role: null, read: null, query: null, route: null }];
}
