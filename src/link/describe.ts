/** Places and names for people: line and column, source-like text of a value, the enclosing function. */
import type { ValueFact } from '../contracts/facts.js';
import type { Location } from '../contracts/audit.js';
import type { LinkedFile, ValueRef } from '../contracts/program.js';
import { type FileValue, indexed, sibling } from './linking.js';
import { factOf } from './value-graph.js';

const MAXIMUM_TEXT = 80;

export function locationOf(file: LinkedFile, start: number, end: number): Location {
  return locationIn(file.facts, start, end);
}

/** Lines and columns of an extent in any text whose line starts are known. */
export function locationIn(text: { path: string; lineStarts: readonly number[] }, start: number, end: number): Location {
  const from = positionIn(text.lineStarts, start);
  const to = positionIn(text.lineStarts, Math.max(end, start));
  return { path: text.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function positionIn(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** The value as a reader would recognise it: `this.pool.query`, `fetch`, `schema.parse(…)`. */
export function describe(ref: ValueRef): string {
  const text = write(indexed(ref), 0);
  return text.length > MAXIMUM_TEXT ? `${text.slice(0, MAXIMUM_TEXT - 1)}…` : text;
}

function write(ref: FileValue, depth: number): string {
  if (depth > 12) return '…';
  const fact = factOf(ref);
  const at = (id: number) => write(sibling(ref, id), depth + 1);
  switch (fact.kind) {
    case 'reference':
      return fact.name;
    case 'member':
      return fact.name === null ? `${at(fact.object)}[…]` : `${at(fact.object)}.${fact.name}`;
    case 'call':
      return `${fact.isNew ? 'new ' : ''}${at(fact.callee)}(${fact.args.length > 0 ? '…' : ''})`;
    case 'this':
      return fact.isSuper ? superclassOf(ref, at) : 'this';
    case 'literal':
      return typeof fact.value === 'string' && fact.type === 'string' ? JSON.stringify(fact.value) : String(fact.value);
    case 'await':
    case 'cast':
    case 'spread':
      return at(fact.operand);
    case 'element':
      return fact.key ? `a key of ${at(fact.of)}` : `an element of ${at(fact.of)}`;
    case 'logical':
      return fact.operator === 'default' ? at(fact.left) : `${at(fact.left)} ${fact.operator} ${at(fact.right)}`;
    case 'conditional':
      return `(${at(fact.whenTrue)} or ${at(fact.whenFalse)})`;
    case 'module':
      if (fact.meta) return 'import.meta';
      // `require('multer')()`: a package is known by its name.
      return fact.specifier !== null && /^@?\w/.test(fact.specifier) ? fact.specifier : `require(${fact.specifier === null ? '…' : JSON.stringify(fact.specifier)})`;
    case 'parameter':
      return ref.file.facts.functions[fact.function]?.parameters[fact.index]?.name || 'parameter';
    default:
      return writeOutline(fact, at);
  }
}

/** `super(…)` in `class App extends Koa` is `super (Koa)`. */
function superclassOf({ file, id }: FileValue, at: (id: number) => string): string {
  const { start } = file.facts.values[id]!;
  const around = file.facts.classes.filter((each) => each.start <= start && each.end > start && each.superClass >= 0);
  const innermost = around.reduce<(typeof around)[number] | null>((best, each) => (best === null || each.start > best.start ? each : best), null);
  return innermost === null ? 'super' : `super (${at(innermost.superClass)})`;
}

/** What is too long to be written out. */
function writeOutline(fact: ValueFact, at: (id: number) => string): string {
  switch (fact.kind) {
    case 'template':
      return fact.tag >= 0 ? `${at(fact.tag)}\`…\`` : '`…`';
    case 'concat':
      return 'text + …';
    case 'object':
      return '{…}';
    case 'array':
      return '[…]';
    default:
      return fact.kind;
  }
}

/** `OrdersRepository.find`, `createOrder`; '' at module level. */
export function symbolAt(ref: ValueRef): string {
  const { file } = indexed(ref);
  let id = file.functionAt(factOf(ref).start);
  while (id > 0) {
    const fact = file.facts.functions[id]!;
    const owner = fact.class >= 0 ? file.facts.classes[fact.class]?.name : undefined;
    if (fact.name !== '') return owner ? `${owner}.${fact.name}` : fact.name;
    id = fact.parent;
  }
  return '';
}
