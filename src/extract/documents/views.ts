/** Views: what they write into a page as it is. */
import type { DocumentEntry } from '../../contracts/document-facts.js';
import { rawPlaceholders } from '../../contracts/raw-placeholders.js';

/** `raw` entries: the dotted path that stands at a placeholder which does not encode. */
export function readView(text: string, syntax: string): DocumentEntry[] {
  let line = 1;
  let before = 0;
  return rawPlaceholders(text, syntax)
    .sort((a, b) => a.at - b.at)
    .map(({ path, at }) => {
      for (; before < at; before += 1) if (text[before] === '\n') line += 1;
      return { key: 'raw', value: path.join('.'), line };
    });
}
