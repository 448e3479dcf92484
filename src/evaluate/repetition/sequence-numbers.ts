/**
 * Numbers that are to be given once and are made where two at once make the same: one more than the rows or the largest number that a query
 * found, and counters that a module keeps and code behind a route counts up.
 */
import { NONE } from '../../contracts/facts.js';
import type { BindingFact, ValueId } from '../../contracts/facts.js';
import type { DataQuery, LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { queriesIn } from '../authentication/effects.js';
import { functionsBehindRoutes, isBehindRoutes } from '../reach/behind-routes.js';
import { namesOfChain } from '../dependent-writes/writes.js';
import { topOfChain, usesIn } from '../file-uses.js';
import { splitWords } from '../names/name-words.js';
import { functionAround } from '../reach/reach.js';
import { valuesIn } from '../authentication/function-signs.js';
import { readsBehind, readsOf } from './reads-behind.js';

export interface SequenceNumber {
  readonly kind: 'counted' | 'counter';
  readonly value: ValueRef;
  /** What the number is called. */
  readonly name: string;
}

/** What is given once. */
const NUMBER = /^(?:number|num|no|nr|seq|sequence|serial|code|reference|ref|id|invoice|receipt|ticket)$/;
/** Of rows in an order, or of tries, two may be the same. */
const HARMLESS = /^(?:pages?|lines?|rows?|steps?|phone|versions?|attempts?|retr(?:y|ies)|chapters?|episodes?|next_?page|revisions?)$/;
const HARMLESS_AT_END = /^(?:offset|position|order|sort|rank|index|idx|total|level|depth|day|month|year|priority|limit|size|count|display|length)$/;
const COUNTS = /^(?:count|countDocuments|estimatedDocumentCount|max|maximum|aggregate)$/;

const MEMO = new WeakMap<Program, readonly SequenceNumber[]>();

/** In file and source order, those that are counted first. */
export function sequenceNumbers(program: Program): readonly SequenceNumber[] {
  let known = MEMO.get(program);
  if (known === undefined) MEMO.set(program, (known = [...counted(program), ...counters(program)]));
  return known;
}

function counted(program: Program): SequenceNumber[] {
  const reads = readsOf(program);
  if (reads.size === 0) return [];
  const files = new Set(program.queries.map(({ value }) => value.file));
  return [...program.files.values()].filter((file) => files.has(file)).flatMap((file) =>
    file.valuesOfKind('concat').flatMap((id): SequenceNumber[] => {
      const fact = file.facts.values[id]!;
      if (fact.kind !== 'concat' || fact.parts.length !== 2 || !fact.parts.some((part) => isOne(file, part))) return [];
      const other = fact.parts.find((part) => !isOne(file, part));
      const name = nameOfTarget(file, id);
      if (other === undefined || name === null || !readsBehind({ file, id: other }, reads, program).some(({ query, member }) => isCount(query, member)) || !addsRow({ file, id }, program)) return [];
      return [{ kind: 'counted', value: { file, id }, name }];
    }),
  );
}

function isOne(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  return fact.kind === 'literal' && fact.value === 1;
}

function isCount({ value, kind, statementText }: DataQuery, member: string): boolean {
  if (kind === 'sql') return /\b(?:count|max)\s*\(/i.test(statementText ?? '') || (/order\s+by[\s\S]*\bdesc\b/i.test(statementText ?? '') && isNumber(member));
  // `knex('invoices').max('number as n').first()`
  const names = namesOfChain({ file: value.file, id: topOfChain(value) });
  return names.some((name) => COUNTS.test(name)) || (names.some((name) => /^find|^get/.test(name)) && isNumber(member));
}

function isNumber(name: string): boolean {
  const words = splitWords(name);
  return words.some((word) => NUMBER.test(word)) && !words.some((word) => HARMLESS.test(word)) && !HARMLESS_AT_END.test(words.at(-1)!);
}

/** What rows are called in addresses. */
const SHORT_NAME = /^(?:slug|short_?(?:code|id|url))$/i;

/** `slug: String(counter)`: the property that a value is made into, or (with no property) the outermost expression of it; null inside of a list or a comparison. */
function madeInto(file: LinkedFile, id: ValueId): { property: string | null; top: ValueId } | null {
  let top = id;
  for (let parent = file.parentOf(top), step = 0; parent !== NONE && step < 8; parent = file.parentOf(top), step += 1) {
    const fact = file.facts.values[parent]!;
    if (fact.kind === 'object') return { property: fact.properties.find(({ value }) => value === top)?.name ?? '', top };
    if (fact.kind === 'binary' || fact.kind === 'array') return null;
    top = parent;
  }
  return { property: null, top };
}

/** The property or variable that it is written to, also inside a text (`INV-${count + 1}`) or padded. */
function nameOfTarget(file: LinkedFile, id: ValueId): string | null {
  const made = madeInto(file, id);
  if (made === null) return null;
  const { property, top } = made;
  if (property !== null) return isNumber(property) ? property : null;
  const names = [...usesIn(file).bindingsOf(top).map((binding) => file.facts.bindings[binding]!.name), ...usesIn(file).writtenTo(top)];
  return names.find(isNumber) ?? null;
}

/** Its function adds a row: the number is for that. */
function addsRow(value: ValueRef, program: Program): boolean {
  return queriesIn([{ ref: functionAround(value), depth: 0 }], program).some(({ operation, statementText }) => operation === 'create' || /^\s*insert\b/i.test(statementText ?? ''));
}

/** `let nextId = 1` of a module, and `nextId++` where a request is answered. */
function counters(program: Program): SequenceNumber[] {
  return functionsBehindRoutes(program).flatMap((ref) =>
    valuesIn(ref.file, ref.id).flatMap((id): SequenceNumber[] => {
      const { file } = ref;
      const fact = file.facts.values[id]!;
      const operand = fact.kind === 'unary' && fact.operator === '++' ? file.facts.values[fact.operand] : undefined;
      if (operand?.kind !== 'reference' || operand.binding < 0 || !isBehindRoutes(program, ref)) return [];
      const binding = file.facts.bindings[operand.binding]!;
      const first = file.facts.values[binding.writes[0]?.value ?? -1];
      if (binding.function !== 0 || (binding.kind !== 'let' && binding.kind !== 'var') || first?.kind !== 'literal' || typeof first.value !== 'number') return [];
      const name = nameGiven(binding, { file, id }, program);
      return name === undefined ? [] : [{ kind: 'counter', value: { file, id }, name }];
    }),
  );
}

/**
 * What the counter's number is called: its own name, or where a row is added the property that it becomes. Connections and messages have
 * ids of their own, which nobody keeps.
 */
function nameGiven({ name, uses }: BindingFact, { file, id }: ValueRef, program: Program): string | undefined {
  const around = functionAround({ file, id });
  if (!addsRow({ file, id }, program)) return isNumber(name) && splitWords(name).some((word) => word !== 'id' && NUMBER.test(word)) ? name : undefined;
  const given = uses.filter((use) => file.functionAt(file.facts.values[use]!.start) === around.id).map((use) => madeInto(file, use)?.property ?? '');
  return isNumber(name) ? name : given.find((each) => isNumber(each) || SHORT_NAME.test(each));
}
