/** Reads YAML configuration and lock files. Custom tags mean nothing here and aliases are limited, because the text may be hostile. */
import { isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { DocumentResult, TextPosition } from './json-text.js';

/** More than any hand-written file has, far fewer than an alias bomb needs. */
const MAX_ALIASES = 100;

/** Parses one YAML document. Never throws. */
export function parseYamlText(text: string): DocumentResult {
  const lineCounter = new LineCounter();
  const parsed = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent' });
  const first = parsed.errors[0];
  if (first !== undefined) return { problem: { message: first.message, position: at(lineCounter, first.pos[0]) } };
  try {
    const value: unknown = parsed.toJS({ maxAliasCount: MAX_ALIASES });
    return { document: { value, positionOf: (path) => at(lineCounter, offsetOf(parsed, path)) } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problem: { message, position: { line: 1, column: 1 } } };
  }
}

function at(counter: LineCounter, offset: number): TextPosition {
  const { line, col } = counter.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Offset of the key at a path, or of the nearest parent that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(key));
      if (isPair(pair)) return (pair.key as Node).range?.[0] ?? 0;
    }
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
