/** Sets of characters that a text may consist of, and for which sinks such a text is harmless. */
import type { Sink } from '../../../contracts/sinks.js';
import { type PartialProof, type Protection, against } from './protection.js';

const ASCII = 128;

/** Which ASCII characters may occur, by code; the last element stands for all others. */
export type Characters = Uint8Array;

export function noCharacters(): Characters {
  return new Uint8Array(ASCII + 1);
}

export function allCharacters(): Characters {
  return new Uint8Array(ASCII + 1).fill(1);
}

/** Puts all from one code to another into the set; what is not ASCII counts as one. */
export function addRange(set: Characters, from: number, to: number): void {
  for (let code = Math.min(from, ASCII); code <= Math.min(to, ASCII); code += 1) set[code] = 1;
}

export function addText(set: Characters, text: string): void {
  for (const character of text) set[Math.min(character.codePointAt(0)!, ASCII)] = 1;
}

export function addAll(set: Characters, other: Characters): void {
  other.forEach((present, code) => present && (set[code] = 1));
}

export function removeAll(set: Characters, other: Characters): void {
  other.forEach((present, code) => present && (set[code] = 0));
}

/** All but these. Of what is not ASCII a set names a few at most: the rest is among the others. */
export function complement(set: Characters): Characters {
  return set.map((present, code) => (present && code < ASCII ? 0 : 1));
}

/** Lower and upper case of each letter, for the flag `i`. */
export function addOtherCase(set: Characters): void {
  for (let code = 65; code <= 90; code += 1) {
    const present = set[code] || set[code + 32];
    if (present) set[code] = set[code + 32] = 1;
  }
}

export function hasAny(set: Characters, characters: string): boolean {
  return [...characters].some((character) => set[character.charCodeAt(0)] === 1);
}

const LINE_BREAKS = '\r\n';
const QUOTES = '\'"`\\';
/** Beyond this much a text is no word any more. */
const NOT_A_WORD = ` \t${LINE_BREAKS}${QUOTES}<>;()[]{}|&$`;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What a text must not hold to be harmless. */
const DANGEROUS: readonly (readonly [Sink | PartialProof, string])[] = [
  ['sql', `${QUOTES};()`],
  ['sql-identifier', `${QUOTES};() \t\n`],
  ['shell', `${LINE_BREAKS}${QUOTES};&|$()<>{}[]*?~#!`],
  ['path', '/'],
  ['url', '/\\:@#?%.'],
  ['redirect', '/\\:'],
  // Markup cannot begin without its bracket.
  ['html', '<'],
  ['log', LINE_BREAKS],
  ['header', LINE_BREAKS],
  ['regex', '(*+{'],
  ['nosql', '['],
  ['value', NOT_A_WORD],
  ['no-parent', '.'],
  ['not-absolute', '/\\'],
  ['no-user', '@'],
];

/** For which sinks a text is harmless that consists of such characters. */
export function protectionBy(set: Characters): Protection | null {
  const sinks = DANGEROUS.filter(([, dangerous]) => !hasAny(set, dangerous)).map(([sink]) => sink);
  if (isHarmlessCode(set)) sinks.push('code');
  return against(sinks, 'allow-listed');
}

/** Nothing can be called or assigned: no parentheses around arguments, no brackets, no templates; or arithmetic without a letter. */
function isHarmlessCode(set: Characters): boolean {
  if (set[ASCII] === 1 || hasAny(set, '`=[\\\'"{')) return false;
  return !hasAny(set, '(') || !hasAny(set, `${LETTERS}$_`);
}
