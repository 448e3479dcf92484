/** `{ entry: key, in: files }`: every entry under the key in files that are no code. */
import type { SiteSelector } from '../../contracts/rules.js';
import type { Evaluation } from '../evaluation.js';
import { entriesIn, keyMatcher, pathMatcher } from '../files.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function entrySites({ files, key }: Extract<SiteSelector, { kind: 'entry' }>): (evaluation: Evaluation) => Site[] {
  const isFile = pathMatcher(files);
  const isKey = keyMatcher(key);
  return (evaluation) => entriesIn(evaluation, isFile, isKey, 'own').map((found) => ({ ...NO_SITE, label: found.entry.key, entry: found }));
}
