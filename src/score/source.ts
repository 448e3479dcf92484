/** What a report shows of a source file: the frame around a location, the line itself, and its hash. */
import type { CodeFrame, Location } from '../contracts/audit.js';
import { inert } from '../contracts/inert.js';
import { lineWithoutSecrets } from '../contracts/secret-formats.js';
import { LineHashes } from './line-hash.js';
import type { ReadLines } from './options.js';

const FRAME_LINES = 5;
/** Of a minified line nobody reads more; the limit keeps a report of a hostile repository small. */
const FRAME_COLUMNS = 500;

/** Reads each file once, and computes its line hashes once. */
export class Sources {
  readonly #lines = new Map<string, readonly string[] | null>();
  readonly #hashes = new Map<string, LineHashes>();

  constructor(private readonly readLines: ReadLines) {}

  lines(path: string): readonly string[] | null {
    let lines = this.#lines.get(path);
    if (lines === undefined) {
      lines = path === '' ? null : this.readLines(path);
      this.#lines.set(path, lines);
    }
    return lines;
  }

  /** The line as written, or null. */
  line(location: Location): string | null {
    return this.lines(location.path)?.[location.line - 1] ?? null;
  }

  /** '' when the line is not there. */
  lineHash(location: Location): string {
    let hashes = this.#hashes.get(location.path);
    if (hashes === undefined) {
      hashes = new LineHashes(this.lines(location.path));
      this.#hashes.set(location.path, hashes);
    }
    return hashes.of(location.line);
  }

  /**
   * Two lines of context before a site of one line, one before a longer one; null when the line is not there.
   *
   * @param concealed texts that must not be shown
   */
  frame(location: Location, concealed: readonly string[] = []): CodeFrame | null {
    const lines = this.lines(location.path);
    if (lines === null || location.line < 1 || location.line > lines.length) return null;
    const before = location.endLine > location.line ? 1 : 2;
    const startLine = Math.max(1, location.line - before);
    // A key of several lines is shown a line at a time.
    const parts = concealed.flatMap((text) => text.split(/\r?\n|\\n/)).map((part) => part.trim()).filter((part) => part.length > 3);
    return { startLine, lines: lines.slice(startLine - 1, startLine - 1 + FRAME_LINES).map((line) => frameLine(lineWithoutSecrets(line, parts))) };
  }
}

function frameLine(line: string): string {
  const safe = inert(line.replace(/[\r\n]+/g, ' ')).trimEnd();
  return safe.length <= FRAME_COLUMNS ? safe : `${inert(safe.slice(0, FRAME_COLUMNS - 1))}…`;
}
