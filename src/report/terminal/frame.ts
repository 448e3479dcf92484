/** A code frame: the line of the site, a caret under it, and a little of what is around. */
import type { CodeFrame, Location } from '../../contracts/audit.js';
import { inert } from '../../contracts/inert.js';
import type { Priority } from '../../contracts/rules.js';
import { cellsWithin, graphemes, padStart, type Cell } from './layout.js';
import type { Screen } from './screen.js';

const TAB = '  ';
const INDENT = 4;
const ELLIPSIS: Cell = { text: '…', width: 1 };
/** Lines shown around the site unless everything is asked for. */
const CONTEXT = 1;

/** The lines of the frame, indented; none when there is no source. */
export function frameLines(frame: CodeFrame | null, site: Location, priority: Priority, screen: Screen): string[] {
  if (frame === null) return [];
  const shown = frame.lines
    .map((text, index) => ({ number: frame.startLine + index, text: inert(text.replace(/[\r\n]+/g, ' ')) }))
    .filter(({ number }) => screen.verbose || Math.abs(number - site.line) <= CONTEXT)
    .filter((_line, index, all) => between(all, index, (line) => line.number === site.line || line.text.trim() !== ''));
  const margin = sharedIndent(shown.map(({ text }) => text));
  const labelWidth = INDENT + String(frame.startLine + frame.lines.length - 1).length;
  const room = screen.width - labelWidth - ' │ '.length;
  const rule = screen.paint.dim('│');
  return shown.flatMap(({ number, text }) => {
    const label = padStart(String(number), labelWidth);
    if (number !== site.line) {
      const context = textOf(cropped(cellsOf(text.slice(margin)), 0, room));
      return [`${screen.paint.dim(label)} ${rule}${context === '' ? '' : ` ${screen.paint.dim(context)}`}`];
    }
    const row = siteRow(text, margin, site, room);
    const caret = screen.priority[priority]('^'.repeat(row.caret.length));
    const underline = row.caret.length === 0 ? [] : [`${' '.repeat(labelWidth)} ${rule} ${' '.repeat(row.caret.start)}${caret}`];
    return [`${label} ${rule} ${row.text}`.trimEnd(), ...underline];
  });
}

/** Is there something to see at or before the line, and at or after it? Blank lines at the edges are left out. */
function between<Line>(lines: readonly Line[], index: number, matters: (line: Line) => boolean): boolean {
  return lines.slice(0, index + 1).some(matters) && lines.slice(index).some(matters);
}

interface Row {
  text: string;
  /** In columns from the start of the text; no length when the site is not on the line shown. */
  caret: { start: number; length: number };
}

/** The line of the site within `room` columns, cropped so that the site stays in sight. */
function siteRow(source: string, margin: number, site: Location, room: number): Row {
  const column = site.column - 1;
  const cells = cellsOf(source.slice(margin));
  if (column < margin || column >= source.length) return { text: textOf(cropped(cells, 0, room)), caret: { start: 0, length: 0 } };
  const end = site.endLine > site.line ? source.length : Math.max(column + 1, site.endColumn - 1);
  const start = widthOfCells(cellsOf(source.slice(margin, column)));
  const length = Math.max(1, widthOfCells(cellsOf(source.slice(column, end))));
  // When the line does not fit, a third of the room is left for what stands before the site.
  const skip = start + length < room ? 0 : Math.max(0, start - Math.floor(room / 3));
  const row = cropped(cells, skip, room);
  const from = Math.max(0, start - row.skipped);
  return { text: textOf(row), caret: { start: from, length: Math.max(1, Math.min(length, room - from)) } };
}

interface Cropped {
  cells: Cell[];
  /** Columns between the start of the line and the first one shown, the ellipsis taken into account. */
  skipped: number;
}

function cropped(cells: readonly Cell[], skip: number, width: number): Cropped {
  const gone = skip === 0 ? [] : cellsWithin(cells, skip);
  const rest = cells.slice(gone.length);
  const lead = gone.length === 0 ? [] : [ELLIPSIS];
  const room = width - lead.length;
  const shown = widthOfCells(rest) <= room ? rest : [...cellsWithin(rest, room - 1), ELLIPSIS];
  return { cells: [...lead, ...shown], skipped: widthOfCells(gone) - lead.length };
}

function cellsOf(source: string): Cell[] {
  return graphemes(source.replaceAll('\t', TAB));
}

function textOf({ cells }: Cropped): string {
  return cells.map((cell) => cell.text).join('').trimEnd();
}

function widthOfCells(cells: readonly Cell[]): number {
  return cells.reduce((total, cell) => total + cell.width, 0);
}

/** Characters of white space that all lines with text begin with. */
function sharedIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  return indents.length === 0 ? 0 : Math.min(...indents);
}
