/** Reads one YAML file into plain data that remembers where each of its parts stands. */
import { isAlias, isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Diagnostic } from '../contracts/inventory.js';
import type { SourcePosition } from '../contracts/rules.js';

/** Aliases multiply what is read ("billion laughs"); no rule needs more than a few. */
const MAX_ALIASES = 50;

/** Where a map or list that came out of `readYaml` stands. Weak: it lasts as long as the data. */
const positions = new WeakMap<object, SourcePosition>();

export interface YamlFile {
  /** The content as plain maps, lists and scalars. */
  data: unknown;
  /**
   * Position of the value at a path of keys and indexes; of the nearest enclosing value when there is none.
   * With `ofKey` it is the position of the last key itself, for complaints about the key.
   */
  positionAt(path: readonly PropertyKey[], ofKey?: boolean): SourcePosition;
  /** Syntax errors; when there are any, `data` is null. */
  issues: Diagnostic[];
}

/** Position of a map or list that was read by `readYaml`; null for anything else. */
export function positionOf(data: unknown): SourcePosition | null {
  return typeof data === 'object' && data !== null ? (positions.get(data) ?? null) : null;
}

/**
 * Parses YAML 1.2 with the core schema: no custom tags, no merge keys, unique keys.
 *
 * @param text the file's content.
 * @param path the path to name in messages.
 */
export function readYaml(text: string, path: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', merge: false, uniqueKeys: true, prettyErrors: false, resolveKnownTags: false });
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { path, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // A warning is an unresolved tag or directive: text that would be read as something else than it says.
  const issues = [...document.errors, ...document.warnings].map((error): Diagnostic => {
    const position = at(error.pos[0]);
    return { code: 'yaml-syntax', severity: 'error', message: firstLine(error.message), path, line: position.line, column: position.column };
  });
  const positionAt: YamlFile['positionAt'] = (keys, ofKey = false) => at(offsetAt(document, keys, ofKey));
  if (issues.length > 0) return { data: null, positionAt, issues };
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    remember(document, document.contents, data, at);
    return { data, positionAt, issues };
  } catch (error) {
    const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { data: null, positionAt, issues: [{ code: 'yaml-syntax', severity: 'error', message, path, line: 1, column: 1, hint: `use at most ${MAX_ALIASES} aliases` }] };
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

function offsetAt(document: Document, keys: readonly PropertyKey[], ofKey: boolean): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, key] of keys.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    // Index 0 of something that is no list: it was written alone where a list may stand.
    if (key === 0 && !isSeq(node)) continue;
    if (isMap(node)) {
      const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key));
      if (!pair) return offset;
      const keyOffset = startOf(pair.key) ?? offset;
      if (ofKey && index === keys.length - 1) return keyOffset;
      node = pair.value;
      offset = startOf(node) ?? keyOffset;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  const range = isScalar(node) || isCollection(node) || isAlias(node) ? (node as Node).range : undefined;
  return range?.[0];
}

/** Walks document and data side by side; an aliased object keeps the position of its anchor. */
function remember(document: Document, node: unknown, data: unknown, at: (offset: number) => SourcePosition): void {
  if (typeof data !== 'object' || data === null || positions.has(data)) return;
  const target = isAlias(node) ? node.resolve(document) : node;
  if (!isCollection(target)) return;
  positions.set(data, at(startOf(target) ?? 0));
  if (isSeq(target) && Array.isArray(data)) {
    target.items.forEach((item, index) => remember(document, item, (data as unknown[])[index], at));
  } else if (isMap(target)) {
    for (const pair of target.items) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
      remember(document, pair.value, (data as Record<string, unknown>)[key], at);
    }
  }
}
