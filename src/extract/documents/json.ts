/** JSON, read in one pass: most structured files are JSON, and to read it as YAML costs thirty times as much. */
import type { DocumentEntry } from '../../contracts/document-facts.js';
import { MAXIMUM_DEPTH, MAXIMUM_ENTRIES } from './structured.js';

const LINE_FEED = 10;
const BLANK = /[ \t\r\n]*/y;
const SCALAR = /"[^"\\\n\r]*(?:\\.[^"\\\n\r]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/** Every scalar with the path to it, as `readStructured` gives it; null for what is no plain JSON, such as a file with comments. */
export function readJson(text: string): DocumentEntry[] | null {
  const reader = new JsonReader(text);
  try {
    reader.readWhole();
    return reader.entries;
  } catch (error) {
    if (error instanceof NoJson || error instanceof SyntaxError) return null;
    throw error;
  }
}

class NoJson extends Error {}

class JsonReader {
  readonly entries: DocumentEntry[] = [];
  private at = 0;
  /** Line feeds are counted up to here. */
  private counted = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  readWhole(): void {
    this.skipBlank();
    this.readValue('', 0);
    this.skipBlank();
    if (this.at < this.text.length) throw new NoJson();
  }

  private readValue(path: string, depth: number): void {
    // Deeper things are not told, but a reader in one pass must get through them: YAML's gives up by itself.
    if (depth > MAXIMUM_DEPTH) throw new NoJson();
    const character = this.text[this.at];
    if (character === '{') this.readItems('}', () => this.readProperty(path, depth));
    else if (character === '[') this.readItems(']', (index) => this.readValue(under(path, String(index)), depth + 1));
    else this.readScalar(path);
  }

  private readProperty(path: string, depth: number): void {
    if (this.text[this.at] !== '"') throw new NoJson();
    const key = JSON.parse(this.take(SCALAR)) as string;
    this.skipBlank();
    if (this.text[this.at] !== ':') throw new NoJson();
    this.at += 1;
    this.skipBlank();
    this.readValue(under(path, key), depth + 1);
  }

  private readItems(close: string, readItem: (index: number) => void): void {
    this.at += 1;
    this.skipBlank();
    for (let index = 0; this.text[this.at] !== close; index += 1) {
      if (index > 0) this.skipComma();
      readItem(index);
      this.skipBlank();
    }
    this.at += 1;
  }

  private skipComma(): void {
    if (this.text[this.at] !== ',') throw new NoJson();
    this.at += 1;
    this.skipBlank();
  }

  private readScalar(path: string): void {
    const start = this.at;
    const value: unknown = JSON.parse(this.take(SCALAR));
    if (this.entries.length < MAXIMUM_ENTRIES) this.entries.push({ key: path, value: value === null ? '' : String(value), line: this.lineAt(start) });
  }

  /** Offsets are asked for in order. */
  private lineAt(offset: number): number {
    for (; this.counted < offset; this.counted += 1) if (this.text.charCodeAt(this.counted) === LINE_FEED) this.line += 1;
    return this.line;
  }

  private skipBlank(): void {
    this.take(BLANK);
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new NoJson();
    this.at += found.length;
    return found;
  }
}

function under(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
