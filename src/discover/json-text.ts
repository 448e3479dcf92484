/**
 * Reads JSON, and JSON with comments and trailing commas as `tsconfig.json` and `bun.lock` have them, and remembers where
 * every key stands. `JSON.parse` can do neither, and its error positions differ between Node.js versions.
 */

/** A 1-based place in a text. */
export interface TextPosition {
  line: number;
  column: number;
}

/** A parsed configuration text, whatever its format. */
export interface ParsedDocument {
  value: unknown;
  /** Where the key (or list element) at a path stands; of the nearest known parent when it is not there. */
  positionOf(path: readonly PropertyKey[]): TextPosition;
}

export type DocumentResult = { document: ParsedDocument } | { problem: { message: string; position: TextPosition } };

/** Deeper nesting than any real manifest has; hostile input must not exhaust the stack. */
const MAX_DEPTH = 200;

/** Parses JSON or JSONC. Never throws. A byte-order mark is passed over. */
export function parseJsonText(text: string): DocumentResult {
  const reader = new JsonReader(text);
  try {
    const value = reader.readDocument();
    return { document: { value, positionOf: (path) => reader.positionOf(path) } };
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    return { problem: { message: error.message, position: positionAt(text, error.offset) } };
  }
}

/** Line and column of an offset. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

class JsonProblem extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

class JsonReader {
  private at = 0;
  private readonly offsets = new Map<string, number>();

  constructor(private readonly text: string) {}

  readDocument(): unknown {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    this.skipBlank();
    const value = this.readValue([], 0);
    this.skipBlank();
    if (this.at < this.text.length) this.fail(`unexpected ${this.describeHere()} after the end of the value`);
    return value;
  }

  positionOf(path: readonly PropertyKey[]): TextPosition {
    for (let length = path.length; length >= 0; length--) {
      const offset = this.offsets.get(keyOf(path.slice(0, length)));
      if (offset !== undefined) return positionAt(this.text, offset);
    }
    return { line: 1, column: 1 };
  }

  private readValue(path: readonly PropertyKey[], depth: number): unknown {
    if (depth > MAX_DEPTH) this.fail(`nested deeper than ${MAX_DEPTH} levels`);
    const character = this.text[this.at];
    if (character === '{') return this.readObject(path, depth);
    if (character === '[') return this.readArray(path, depth);
    if (character === '"') return this.readString();
    return this.readWord();
  }

  private readObject(path: readonly PropertyKey[], depth: number): unknown {
    const entries: [string, unknown][] = [];
    this.readItems('}', () => {
      if (this.text[this.at] !== '"') this.fail(`expected a quoted key, found ${this.describeHere()}`);
      const start = this.at;
      const key = this.readString();
      const keyPath = [...path, key];
      this.offsets.set(keyOf(keyPath), start);
      this.skipBlank();
      if (this.text[this.at] !== ':') this.fail(`expected ":" after the key "${key}", found ${this.describeHere()}`);
      this.at++;
      this.skipBlank();
      entries.push([key, this.readValue(keyPath, depth + 1)]);
    });
    // fromEntries defines own properties, so a key `__proto__` stays plain data.
    return Object.fromEntries(entries);
  }

  private readArray(path: readonly PropertyKey[], depth: number): unknown {
    const items: unknown[] = [];
    this.readItems(']', () => {
      const itemPath = [...path, items.length];
      this.offsets.set(keyOf(itemPath), this.at);
      items.push(this.readValue(itemPath, depth + 1));
    });
    return items;
  }

  /** Items between commas up to the closing bracket; a trailing comma is allowed. */
  private readItems(close: string, readItem: () => void): void {
    this.at++;
    for (;;) {
      this.skipBlank();
      if (this.text[this.at] === close) break;
      readItem();
      this.skipBlank();
      if (this.text[this.at] === ',') this.at++;
      else if (this.text[this.at] !== close) this.fail(`expected "," or "${close}", found ${this.describeHere()}`);
    }
    this.at++;
  }

  private readString(): string {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text[end] !== '"' && this.text[end] !== '\n') end += this.text[end] === '\\' ? 2 : 1;
    if (this.text[end] !== '"') this.fail('unterminated string');
    this.at = end + 1;
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string;
    } catch {
      this.at = start;
      return this.fail('string with an invalid escape or control character');
    }
  }

  private readWord(): unknown {
    const word = /[-+.\w]*/y;
    word.lastIndex = this.at;
    const text = word.exec(this.text)?.[0] ?? '';
    if (/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/.test(text)) {
      this.at += text.length;
      return JSON.parse(text) as unknown;
    }
    return this.fail(`expected a value, found ${this.describeHere()}`);
  }

  private skipBlank(): void {
    const blank = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.text)?.[0].length ?? 0;
  }

  private describeHere(): string {
    return this.at >= this.text.length ? 'the end of the file' : JSON.stringify(this.text[this.at]);
  }

  private fail(message: string): never {
    throw new JsonProblem(message, this.at);
  }
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('\u0000');
}
