/**
 * Reads the source of a regular expression of the audited program without ever running it: which characters a match may consist of,
 * whether it is bound at both ends, with which text it begins. Every answer errs on the side of letting more through.
 */
import { type Characters, addAll, addOtherCase, addRange, addText, allCharacters, complement, noCharacters } from './characters.js';

/** A regular expression as written. */
export interface PatternText {
  source: string;
  flags: string;
}

/** One thing that a pattern matches: a character, a class, an escape; or what has no width. */
export interface Item {
  /** Null for what matches no character itself: anchors, group brackets, `|`. */
  characters: Characters | null;
  /** As written. */
  text: string;
  /** The quantifier behind it, as written; '' if none. */
  quantifier: string;
  /** How many groups it stands in. */
  depth: number;
}

/** The items of a pattern in order; null when it holds something that is not understood (a look-behind, a named class). */
export function itemsOf(pattern: PatternText): Item[] | null {
  const items: Item[] = [];
  let depth = 0;
  for (let at = 0; at < pattern.source.length; ) {
    const item = itemAt(pattern, at);
    if (item === null) return null;
    at += item.text.length;
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.source.slice(at, at + 24))?.[0] ?? '';
    at += quantifier.length;
    if (item.text === ')') depth -= 1;
    items.push({ ...item, quantifier, depth });
    if (item.text.startsWith('(') && !item.text.endsWith(')')) depth += 1;
  }
  return items;
}

function itemAt({ source, flags }: PatternText, at: number): { text: string; characters: Characters | null } | null {
  const character = source[at]!;
  if (character === '[') return classAt(source, at, flags);
  if (character === '(') return groupAt(source, at);
  if (character === ')' || character === '|' || character === '^' || character === '$') return { text: character, characters: null };
  if (character === '\\') return escapeAt(source, at, flags);
  if (character === '.') return { text: '.', characters: flags.includes('s') ? allCharacters() : withoutLineBreaks() };
  return { text: character, characters: cased(only(character), flags) };
}

/** A group's opening; a look-ahead as a whole, because it matches nothing itself. */
function groupAt(source: string, at: number): { text: string; characters: null } | null {
  const opening = /^\((?:\?(?::|=|!|<=|<!|<[A-Za-z_]\w*>))?/.exec(source.slice(at, at + 80))![0];
  if (!/^\(\?<?[=!]$/.test(opening)) return source[at + 1] === '?' && opening === '(' ? null : { text: opening, characters: null };
  let depth = 0;
  let inClass = false;
  for (let index = at; index < source.length; index += 1) {
    const character = source[index];
    if (character === '\\') index += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) === 0) return { text: source.slice(at, index + 1), characters: null };
  }
  return null;
}

function escapeAt(source: string, at: number, flags: string): { text: string; characters: Characters | null } | null {
  const next = source[at + 1];
  if (next === undefined) return null;
  if (next === 'b' || next === 'B') return { text: `\\${next}`, characters: null };
  const known = CLASSES[next];
  if (known !== undefined) return { text: `\\${next}`, characters: known };
  if (next === 'p' || next === 'P') {
    const text = /^\\[pP]\{[^}]*\}/.exec(source.slice(at, at + 80))?.[0];
    return text === undefined ? null : { text, characters: propertyClass(text) };
  }
  if (/[1-9k]/.test(next)) {
    // A part that was matched before, once more.
    const text = /^\\(?:[1-9]\d*|k<\w+>)/.exec(source.slice(at, at + 80))?.[0];
    return text === undefined ? null : { text, characters: noCharacters() };
  }
  const code = codeAt(source, at);
  return code === null ? null : { text: code.text, characters: cased(only(String.fromCodePoint(code.code)), flags) };
}

/** The one character that an escape stands for. */
function codeAt(source: string, at: number): { text: string; code: number } | null {
  const hexadecimal = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\})/.exec(source.slice(at, at + 12));
  if (hexadecimal !== null) {
    const code = parseInt(hexadecimal[1] ?? hexadecimal[2] ?? hexadecimal[3]!, 16);
    return code > 0x10ffff ? null : { text: hexadecimal[0], code };
  }
  const next = source[at + 1]!;
  if (next === 'c') return { text: source.slice(at, at + 3), code: (source.charCodeAt(at + 2) || 0) % 32 };
  const control = { n: 10, r: 13, t: 9, v: 11, f: 12, 0: 0 }[next];
  return { text: `\\${next}`, code: control ?? next.codePointAt(0)! };
}

function classAt(source: string, at: number, flags: string): { text: string; characters: Characters } | null {
  const set = noCharacters();
  const negated = source[at + 1] === '^';
  let index = at + (negated ? 2 : 1);
  while (index < source.length && source[index] !== ']') {
    const length = addUnit(set, source, index);
    if (length === null) return null;
    index += length;
  }
  if (index >= source.length) return null;
  if (flags.includes('i')) addOtherCase(set);
  return { text: source.slice(at, index + 1), characters: negated ? complement(set) : set };
}

/** Puts one character, escape or range of a class into the set. How long it is as written; null when it is not understood. */
function addUnit(set: Characters, source: string, at: number): number | null {
  const escape = source[at] === '\\' ? source[at + 1] : undefined;
  if (escape !== undefined && /[dwsDWSpP]/.test(escape)) {
    const group = escapeAt(source, at, '');
    if (group === null || group.characters === null) return null;
    addAll(set, group.characters);
    return group.text.length;
  }
  const first = classCharacter(source, at);
  if (first === null) return null;
  const end = at + first.text.length;
  const isRange = source[end] === '-' && source[end + 1] !== ']' && source[end + 1] !== undefined && !/^\\[dwsDWSpP]/.test(source.slice(end + 1, end + 3));
  const last = isRange ? classCharacter(source, end + 1) : first;
  if (last === null) return null;
  addRange(set, first.code, last.code);
  return first.text.length + (isRange ? 1 + last.text.length : 0);
}

function classCharacter(source: string, at: number): { text: string; code: number } | null {
  return source[at] === '\\' ? classEscape(source, at) : { text: source[at]!, code: source.charCodeAt(at) };
}

/** In a class `\b` is a character. */
function classEscape(source: string, at: number): { text: string; code: number } | null {
  if (source[at + 1] === undefined) return null;
  return source[at + 1] === 'b' ? { text: '\\b', code: 8 } : codeAt(source, at);
}

function only(text: string): Characters {
  const set = noCharacters();
  addText(set, text);
  return set;
}

function cased(set: Characters, flags: string): Characters {
  if (flags.includes('i')) addOtherCase(set);
  return set;
}

function ranges(...pairs: [number, number][]): Characters {
  const set = noCharacters();
  for (const [from, to] of pairs) addRange(set, from, to);
  return set;
}

function withoutLineBreaks(): Characters {
  const set = allCharacters();
  set[10] = set[13] = 0;
  return set;
}

const DIGITS = ranges([48, 57]);
const WORDS = ranges([48, 57], [65, 90], [95, 95], [97, 122]);
const SPACES = ranges([9, 13], [32, 32], [128, 128]);
const CLASSES: Record<string, Characters | undefined> = { d: DIGITS, w: WORDS, s: SPACES, D: complement(DIGITS), W: complement(WORDS), S: complement(SPACES) };

/** Letters and numbers of any script; of any other property nothing is known. */
function propertyClass(text: string): Characters {
  return /^\\p\{(?:L|Lu|Ll|N|Nd|M|Letter|Number|Alphabetic|Uppercase|Lowercase)\}$/.test(text) ? ranges([48, 57], [65, 90], [97, 122], [128, 128]) : allCharacters();
}
