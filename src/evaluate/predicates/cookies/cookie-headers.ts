/** Cookies that are written as a `Set-Cookie` header: which protections its text names. */
import type { RoleSite, ValueRef } from '../../../contracts/program.js';
import type { Evaluation } from '../../evaluation.js';
import { textOf } from '../../value-tests/partial-text.js';

/** `cross-site`: set, to a value that sends the cookie everywhere. */
export type FlagState = 'set' | 'missing' | 'cross-site' | 'unknown';

export interface CookieHeader {
  name: string;
  clears: boolean;
  'http-only': FlagState;
  secure: FlagState;
  'same-site': FlagState;
}

/** What `textOf` puts for a part that is not known. */
const HOLE = /\uE000/;
/** A part that is not known and stands for the whole value of the cookie or of an attribute: `sid=…;`. */
const VALUE = /=\uE000+(?=;|$)/g;

/** The cookie that the header sets; null when its text is not written here, as where it is serialized by a library. */
export function cookieHeader(role: RoleSite, evaluation: Evaluation): CookieHeader | null {
  const texts = textsOf(role, evaluation).map((text) => text.replace(VALUE, '=*'));
  const written = texts.filter((text) => /^[^;=\uE000]+=/.test(text));
  if (written.length === 0) return null;
  const first = written.find((text) => !isCleared(text)) ?? written[0]!;
  const isOpen = HOLE.test(first);
  const state = (pattern: RegExp): FlagState => (pattern.test(first) ? 'set' : isOpen ? 'unknown' : 'missing');
  const sameSite = state(/;\s*samesite=/i);
  return {
    name: first.slice(0, first.indexOf('=')).trim(),
    clears: isCleared(first),
    'http-only': state(/;\s*httponly/i),
    secure: state(/;\s*secure/i),
    'same-site': sameSite === 'set' && /samesite=none/i.test(first) ? 'cross-site' : sameSite,
  };
}

function isCleared(text: string): boolean {
  return /^[^;=]+=(?:;|$)|max-age=(?:0|-\d+)\b|expires=[^;]*\b19\d\d\b/i.test(text);
}

function textsOf(role: RoleSite, evaluation: Evaluation): string[] {
  const { program } = evaluation;
  const value = program.argument(role, 'value');
  if (value === null) return [];
  const lists = program.sourcesOf(value).flatMap((source): ValueRef[] => {
    const fact = program.fact(source);
    return fact.kind === 'array' ? fact.elements.map((id) => ({ file: source.file, id })) : [];
  });
  return (lists.length > 0 ? lists : [value]).map((each) => textOf(each, evaluation));
}
