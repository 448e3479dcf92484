import type { Offset } from '../contracts/facts.js';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const ASTERISK = 42;
const SLASH = 47;
const FIRST_WIDE = 127;

/** White space outside ASCII that the language allows between tokens, byte-order mark and line separators included. */
const WIDE_SPACE = /[\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/**
 * The first offset from `pos` on that is neither white space nor comment, but not behind `end`. The compiler's
 * `getStart` tells the same about a node, at several times the price.
 */
export function skipTrivia(text: string, pos: Offset, end: Offset): Offset {
  let at = pos;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code > SLASH && code <= FIRST_WIDE) return at;
    if (code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN)) at += 1;
    else if (code === SLASH) {
      const next = afterComment(text, at);
      if (next === at) return at;
      at = next;
    } else if (code === HASH && at === 0 && text.startsWith('#!')) at = endOfLine(text, at);
    else if (code > FIRST_WIDE && WIDE_SPACE.test(text.charAt(at))) at += 1;
    else return at;
  }
  return end;
}

function afterComment(text: string, at: Offset): Offset {
  const code = text.charCodeAt(at + 1);
  if (code === SLASH) return endOfLine(text, at + 2);
  if (code !== ASTERISK) return at;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

function endOfLine(text: string, from: Offset): Offset {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN || code === 0x2028 || code === 0x2029) return at;
  }
  return text.length;
}

/** Offsets at which lines start. Lines end as editors end them: with LF, CR LF or a lone CR. */
export function lineStartsOf(text: string): Offset[] {
  if (!text.includes('\r')) return lineStartsByLineFeed(text);
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const endsLine = code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED);
    if (endsLine) starts.push(at + 1);
  }
  return starts;
}

function lineStartsByLineFeed(text: string): Offset[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The 1-based line that holds an offset. */
export function lineAt(lineStarts: readonly Offset[], offset: Offset): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
