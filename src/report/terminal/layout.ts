/** Fitting text into columns as a terminal shows it: wide letters count two, combining marks none. */
import stringWidth from 'string-width';
import { inertLine } from '../../contracts/inert.js';

const ELLIPSIS = '…';
/** Printable ASCII, where every character is a letter of one column: nearly all of most code, and much faster to lay out. */
const PLAIN = /^[\x20-\x7E]*$/;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export interface Cell {
  text: string;
  width: number;
}

/** What a reader sees as one letter, with its width. */
export function graphemes(text: string): Cell[] {
  if (PLAIN.test(text)) return [...text].map((letter) => ({ text: letter, width: 1 }));
  return [...segmenter.segment(text)].map(({ segment }) => ({ text: segment, width: stringWidth(segment) }));
}

export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** Inert, on one line, and at most `width` columns; a cut is shown by an ellipsis at the end. */
export function fit(text: string, width: number): string {
  const line = inertLine(text);
  return widthOf(line) <= width ? line : (take(graphemes(line), width - 1) + ELLIPSIS).trimEnd();
}

/** As `fit`, but keeps the end, where a path is told apart. */
export function fitEnd(text: string, width: number): string {
  const line = inertLine(text);
  if (widthOf(line) <= width) return line;
  const reversed = graphemes(line).reverse();
  const kept = cellsWithin(reversed, width - 1).reverse();
  return ELLIPSIS + kept.map((cell) => cell.text).join('');
}

/** Inert lines of at most `width` columns, broken between words, and within a word only where it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of inertLine(text).split(' ').flatMap((part) => broken(part, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** `wrap` to at most so many lines, the last with an ellipsis when there were more. */
export function wrapTo(text: string, width: number, most: number): string[] {
  const lines = wrap(text, width);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), fit(lines.slice(most - 1).join(' '), width)];
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** As many cells as fit. */
export function cellsWithin(cells: readonly Cell[], width: number): Cell[] {
  let used = 0;
  let index = 0;
  for (; index < cells.length; index++) {
    used += cells[index]?.width ?? 0;
    if (used > width) break;
  }
  return cells.slice(0, index);
}

function take(cells: readonly Cell[], width: number): string {
  return cellsWithin(cells, width).map((cell) => cell.text).join('');
}

function broken(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let rest = graphemes(word);
  while (rest.length > 0) {
    // A letter wider than the line still moves on, so the loop ends.
    const part = cellsWithin(rest, width);
    const length = Math.max(1, part.length);
    parts.push(rest.slice(0, length).map((cell) => cell.text).join(''));
    rest = rest.slice(length);
  }
  return parts;
}
