/** Whether a regular expression vouches for the whole of a text. */
import type { ValueRef } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import { factOf } from '../value-graph.js';

/** A pattern bound at both ends that lets no quote, space or control character through. */
export function isAnchored(link: Linking, pattern: ValueRef): boolean {
  return link.sourcesOf(pattern).every((source) => {
    const fact = factOf(source);
    if (fact.kind !== 'literal' || fact.type !== 'regexp' || fact.flags?.includes('m')) return false;
    const text = String(fact.value);
    if (!text.startsWith('^') || !text.endsWith('$') || text.endsWith('\\$')) return false;
    return !hasTopLevelAlternative(text) && !/(^|[^\\])\.[*+]/.test(text) && !/\[\^/.test(text) && !/\\[SWD]/.test(text);
  });
}

/** One class of characters, all that it does not name being matched: `[^a-z0-9_]`, `\W`, `\D`. */
const ALL_BUT_WORDS = /^(?:\[\^(?:\\[wd]|[a-zA-Z0-9]-[a-zA-Z0-9]|[a-zA-Z0-9_$-])*\]|\\[WD])\+?$/;

/** A global pattern that matches whatever is no letter, digit, `_`, `$` or `-`: replacing it by nothing leaves words only. */
export function matchesAllButWords(link: Linking, pattern: ValueRef): boolean {
  return link.sourcesOf(pattern).every((source) => {
    const fact = factOf(source);
    return fact.kind === 'literal' && fact.type === 'regexp' && fact.flags?.includes('g') === true && ALL_BUT_WORDS.test(String(fact.value));
  });
}

/** `^a|b$` is anchored on one end of each alternative only. */
function hasTopLevelAlternative(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    if (character === '\\') index += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}
