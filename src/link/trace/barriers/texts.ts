/** What it proves that a text begins with another, or does not hold it. */
import type { Aspect, Subject } from './aspects.js';
import { isNormalized } from './aspects.js';
import { addText, allCharacters, noCharacters, protectionBy, removeAll } from './characters.js';
import { namesHostAndColon, namesHostWhole } from './prefixes.js';
import { type Protection, against, intersection, union } from './protection.js';

type Texts = readonly (string | number | boolean | null)[] | null;

/** Proven by the absence of every one of these texts: `!x.includes('..')`. */
export function absenceOf(aspect: Aspect, texts: Texts): Protection | null {
  if (texts === null || texts.length === 0) return null;
  if (aspect === 'joined' || aspect === 'number' || aspect === 'host') return null;
  return texts.map((text) => withoutText(aspect, String(text))).reduce(intersection);
}

function withoutText(aspect: Aspect, text: string): Protection | null {
  if (text === '..' || text === '../') return aspect === 'relative' ? against(['path']) : against(['no-parent']);
  if (text === '//') return against(['one-slash']);
  if ([...text].length !== 1) return null;
  const rest = allCharacters();
  const gone = noCharacters();
  addText(gone, text);
  removeAll(rest, gone);
  return protectionBy(rest);
}

/** Proven by `x.startsWith(text)`, or for `path.relative(ROOT, x)` and the like by that it does not start so. */
export function beginningOf(aspect: Aspect, texts: Texts, holds: boolean, subject: Subject): Protection | null {
  if (!holds) return notBeginning(aspect, texts, subject);
  if (texts?.includes('/') === true && (aspect === 'joined' || isNormalized(subject))) return null;
  // Steps back are no directory of the program.
  if (texts?.some((text) => String(text).startsWith('..')) === true) return null;
  if (aspect === 'joined') return against(['no-parent', 'not-absolute']);
  if (aspect !== 'value') return null;
  // A directory of the program: of a normalised path that says all.
  const directory = isNormalized(subject) ? against(['path']) : against(['in-directory']);
  if (texts === null || texts.length === 0) return directory;
  return union(directory, texts.map((text) => beginningWith(String(text))).reduce(intersection));
}

function beginningWith(text: string): Protection | null {
  if (namesHostWhole(text)) return against(['url', 'redirect']);
  if (namesHostAndColon(text)) return against(['host-and-colon']);
  if (text === '/') return against(['rooted']);
  return /^\/[^/\\]/.test(text) ? against(['url', 'redirect', 'rooted', 'one-slash']) : null;
}

function notBeginning(aspect: Aspect, texts: Texts, subject: Subject): Protection | null {
  if (texts?.length !== 1) return null;
  if (aspect === 'relative') return /^\.\.[/\\]?$/.test(String(texts[0])) ? against(['path']) : null;
  if (aspect !== 'value') return null;
  // In a normalised path steps back stand at the beginning, if anywhere.
  if (isNormalized(subject) && /^\.\.[/\\]?$/.test(String(texts[0]))) return against(['no-parent']);
  if (texts[0] === '/') return against(['not-absolute', 'one-slash']);
  return texts[0] === '//' ? against(['one-slash']) : null;
}

/** Proven by `x.endsWith(text)`: only of a host, and only with its dot: `evil-example.com` ends with `example.com`, too. */
export function endOf(aspect: Aspect, texts: Texts): Protection | null {
  const isDomain = texts !== null && texts.length > 0 && texts.every((text) => typeof text === 'string' && /^\.[\w-]+\.\w/.test(text));
  return aspect === 'host' && isDomain ? against(['url', 'redirect']) : null;
}
