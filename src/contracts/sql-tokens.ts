/**
 * How SQL text is split into words. `extract` reads schemas with it and `link` reads statements in code; both must agree what is a
 * name, a string and a comment, so it stands here. One pass over the text, no regular expression, linear in its length.
 */

export interface SqlToken {
  /** `name`: a word or quoted identifier. `string`: a quoted text. `number`. `symbol`: one operator or punctuation character. `hole`: a part filled in at run time. */
  kind: 'name' | 'string' | 'number' | 'symbol' | 'hole';
  /** A name without its quotes; a word as written; a string's content. */
  text: string;
  /** True for a quoted identifier, which is never a keyword. */
  quoted: boolean;
  start: number;
  end: number;
}

/** Stands in a text for a part that is filled in at run time (U+FFFC, the object replacement character). */
export const SQL_HOLE = '\uFFFC';

/** Characters of an identifier in brackets (SQL Server allows 128). */
const MAXIMUM_NAME = 130;

/** @param limit tokens after which reading stops, so that no input costs more than its worth */
export function sqlTokens(text: string, limit = 200_000): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < text.length && tokens.length < limit) {
    const skipped = skipBlank(text, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const token = readToken(text, at);
    tokens.push(token);
    at = Math.max(token.end, at + 1);
  }
  return tokens;
}

/** Past white space, `-- …` and nested block comments. */
function skipBlank(text: string, from: number): number {
  const char = text[from]!;
  if (char <= ' ' || char === '\u00a0') return from + 1;
  if (char === '-' && text[from + 1] === '-') return endOf(text, '\n', from + 2, 0);
  if (char !== '/' || text[from + 1] !== '*') return from;
  let depth = 1;
  let at = from + 2;
  while (at < text.length && depth > 0) {
    if (text.startsWith('*/', at)) {
      depth -= 1;
      at += 2;
    } else if (text.startsWith('/*', at)) {
      depth += 1;
      at += 2;
    } else at += 1;
  }
  return at;
}

function readToken(text: string, start: number): SqlToken {
  const char = text[start]!;
  if (char === SQL_HOLE) return token('hole', '', start, start + 1);
  if (char === "'") return quotedToken(text, start, "'", 'string');
  if (char === '"' || char === '`') return quotedToken(text, start, char, 'name');
  if (char === '[' && isWordStart(text[start + 1] ?? '') && closesSoon(text, start)) return quotedToken(text, start, ']', 'name');
  if (char === '$') {
    const dollar = dollarString(text, start);
    if (dollar !== null) return dollar;
  }
  if (isWordStart(char)) return token('name', '', start, endOfWord(text, start), text);
  if (isDigit(char)) return token('number', '', start, endOfWord(text, start), text);
  return token('symbol', char, start, start + 1);
}

function token(kind: SqlToken['kind'], value: string, start: number, end: number, source?: string): SqlToken {
  return { kind, text: source === undefined ? value : source.slice(start, end), quoted: false, start, end };
}

/** Doubled quotes stand for one; an unclosed quote runs to the end. */
function quotedToken(text: string, start: number, close: string, kind: 'name' | 'string'): SqlToken {
  let at = start + 1;
  while (at < text.length) {
    if (text[at] === '\\' && close === "'") at += 2;
    else if (text[at] !== close) at += 1;
    else if (text[at + 1] === close) at += 2;
    else break;
  }
  const content = text.slice(start + 1, Math.min(at, text.length)).replaceAll(close + close, close);
  return { kind, text: content, quoted: true, start, end: Math.min(at + 1, text.length) };
}

/** `$$ … $$`, `$tag$ … $tag$` (PostgreSQL); null for `$1`. */
function dollarString(text: string, start: number): SqlToken | null {
  let at = start + 1;
  if (isDigit(text[at] ?? '')) return null;
  while (at < text.length && isWordPart(text[at]!)) at += 1;
  if (text[at] !== '$') return null;
  const tag = text.slice(start, at + 1);
  const close = text.indexOf(tag, at + 1);
  const end = close < 0 ? text.length : close;
  return { kind: 'string', text: text.slice(at + 1, end), quoted: true, start, end: close < 0 ? end : end + tag.length };
}

/** `[name]` of SQL Server, not `int[]` and not `ARRAY[…]` over many lines. */
function closesSoon(text: string, start: number): boolean {
  const near = text.slice(start, start + MAXIMUM_NAME);
  const close = near.indexOf(']');
  return close > 0 && !near.slice(0, close).includes(',') && !near.slice(0, close).includes('\n');
}

function endOf(text: string, what: string, from: number, extra: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found + extra;
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && isWordPart(text[at]!)) at += 1;
  return at;
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

function isWordStart(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === '_' || char === '@' || char === '#' || (char > '\u007f' && char !== SQL_HOLE && char !== '\u00a0');
}

function isWordPart(char: string): boolean {
  return (isWordStart(char) || isDigit(char)) && char !== '@' && char !== '#';
}
