/** `{ project: true }`: the package as one site; `{ repository: true }`: all of them as one. */
import type { Evaluation } from '../evaluation.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function projectSites(evaluation: Evaluation): Site[] {
  const { name, directory } = evaluation.package;
  const label = name ?? (directory === '' ? 'the project' : directory);
  return [{ ...NO_SITE, label }];
}
