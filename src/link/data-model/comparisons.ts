/** Which columns a filter compares with what: `{ id, status: 'open' }`, `eq(tickets.id, id)`, `'agent.id = :id'`. */
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { Comparison } from './found-query.js';
import { readStatement } from './sql-reader.js';

const MAXIMUM_DEPTH = 6;
const COMBINES = /^(?:\$?(?:and|or|not|nor)|AND|OR|NOT|must|filter|should|bool|where|is)$/;
const OPERATORS = /^(?:\$(?:eq|in|ne|gt|lt|gte|lte)|eq|equals|in|_eq|_in|ne|not|gt|gte|lt|lte|value|match|contains|mode|equals|startsWith|endsWith|Op\.\w+)$/;

export function comparisonsIn(link: Linking, filter: ValueRef | null): Comparison[] {
  const result: Comparison[] = [];
  if (filter !== null) collect(link, indexed(filter), 0, result);
  return result;
}

function collect(link: Linking, value: FileValue, depth: number, result: Comparison[]): void {
  if (depth > MAXIMUM_DEPTH || result.length > 40) return;
  for (const each of link.sourcesOf(value)) {
    const source = indexed(each);
    const fact = factOf(source);
    const on = (id: number) => collect(link, sibling(source, id), depth + 1, result);
    if (fact.kind === 'array') fact.elements.forEach(on);
    else if (fact.kind === 'function') (source.file.facts.functions[fact.function]?.returns ?? []).forEach(on);
    else if (fact.kind === 'await' || fact.kind === 'cast' || fact.kind === 'spread') on(fact.operand);
    else if (fact.kind === 'call') inCall(link, source, fact.args.map((id) => sibling(source, id)), on, result);
    else if (fact.kind === 'literal' || fact.kind === 'template' || fact.kind === 'concat') result.push(...inText(source), ...inHoles(source));
    else if (fact.kind === 'object') {
      for (const property of fact.properties) {
        if (property.kind === 'spread' || (property.name !== null && COMBINES.test(property.name))) on(property.value);
        else if (property.name !== null) inProperty(link, property.name, sibling(source, property.value), depth, result);
      }
      result.push(...assignedLater(source));
    }
  }
}

/** `clause.userId = …` on the variable that holds the object; it may be left out, so that its value counts as unknown. */
function assignedLater({ file, id }: FileValue): Comparison[] {
  const uses = new Set(file.bindingsWrittenWith(id).flatMap((binding) => file.facts.bindings[binding]?.uses ?? []));
  if (uses.size === 0) return [];
  return file.facts.memberWrites.flatMap(({ object, name }) => (name !== null && uses.has(object) ? [{ column: name, value: null }] : []));
}

/** Also what stands inside: `{ recipients: { some: { token } } }` compares `token`. */
function inProperty(link: Linking, name: string, value: FileValue, depth: number, result: Comparison[]): void {
  const inner = innerValue(value);
  result.push({ column: name, value: inner });
  if (factOf(value).kind === 'object' && !holdsOperators(value)) collect(link, value, depth + 1, result);
}

function holdsOperators(value: FileValue): boolean {
  const fact = factOf(value);
  return fact.kind === 'object' && fact.properties.every((property) => property.name !== null && OPERATORS.test(property.name) && !COMBINES.test(property.name));
}

/** `{ id: { in: ids } }` compares with `ids`; `{ id_orgId: { id, orgId } }` with what stands inside. */
function innerValue(value: FileValue): FileValue {
  const fact = factOf(value);
  if (fact.kind !== 'object') return value;
  const operator = fact.properties.find((property) => property.name !== null && OPERATORS.test(property.name)) ?? fact.properties[0];
  return operator === undefined ? value : sibling(value, operator.value);
}

function inCall(link: Linking, call: FileValue, args: readonly FileValue[], on: (id: number) => void, result: Comparison[]): void {
  const [first, second] = args;
  const fact = first === undefined ? null : factOf(first);
  const column = fact?.kind === 'member' ? fact.name : fact?.kind === 'literal' && typeof fact.value === 'string' ? fact.value : null;
  if (column !== null && second !== undefined && link.callees(call).length === 0) result.push({ column: lastPart(column), value: second });
  else for (const argument of args) on(argument.id);
}

function inText(value: FileValue): Comparison[] {
  const fact = factOf(value);
  const text = fact.kind === 'literal' ? String(fact.value) : fact.kind === 'template' ? fact.texts.join('?') : '';
  const read = text === '' ? null : readStatement(`SELECT 1 FROM t WHERE ${text}`);
  return (read?.conditions ?? []).filter(({ column }) => !/^(?:and|or|not|null|is|in|like|ilike|true|false)$/i.test(column)).map(({ column }) => ({ column, value: null }));
}

/** What a tagged template is filled with (`` sql`JSON_EXTRACT(${table.data}, '$.id') = ${id}` ``), of whatever column. */
function inHoles(value: FileValue): Comparison[] {
  const fact = factOf(value);
  return fact.kind === 'template' && fact.tag >= 0 ? fact.parts.map((id) => ({ column: '', value: sibling(value, id) })) : [];
}

export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).replace(/["`[\]]/g, '');
}
