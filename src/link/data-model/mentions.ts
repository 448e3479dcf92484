/**
 * Does a tenant key reach a filter? A walk over the value that filters, wherever it was put together: property names, column
 * references, text. What cannot be followed where a condition could hide is *unknown*, never *no*.
 */
import { isNothing } from '../../contracts/nothing.js';
import type { ValueFact } from '../../contracts/facts.js';
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { type IsKey, namesKey, namesScope, textMentions } from './key-names.js';

export type Mention = 'yes' | 'no' | 'unknown';

/** `condition`: a condition may hide here. `value`: what a column is compared with; nothing unknown counts. */
type Position = 'condition' | 'value';

const MAXIMUM_DEPTH = 14;
const MAXIMUM_VISITS = 600;

/** Properties whose value is a condition again, in the filter objects of ORMs, vector stores and search engines. */
const NESTS = new Set([
  'and', 'or', 'not', '$and', '$or', '$nor', '$not', 'where', 'filter', 'filters', 'must', 'should', 'must_not', 'mustnot', 'bool', 'query', 'is', 'isnot', 'some', 'every', 'none',
  'nested', 'operands', 'post_filter', '$match', '$elemmatch', 'constant_score', 'function_score', 'knn', 'term', 'terms', 'match', 'prefilter', '$vectorsearch', '$search', 'compound', '$geonear', 'hybrid', 'conditions',
]);

/** Properties whose value is the name of a column: `{ key: 'tenant_id', match: … }` (Qdrant), `{ path: ['tenantId'] }`. */
const NAMES_COLUMN = new Set(['key', 'field', 'path', 'column', 'property', 'attribute', 'name']);

export function mentions(link: Linking, value: ValueRef | null, isKey: IsKey): Mention {
  if (value === null) return 'no';
  return new Walk(link, isKey).visit(indexed(value), 'condition', 0);
}

export function strongest(answers: readonly Mention[]): Mention {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

class Walk {
  private readonly seen = new Set<string>();
  private visits = 0;

  constructor(
    private readonly link: Linking,
    private readonly isKey: IsKey,
  ) {}

  visit(ref: FileValue, position: Position, depth: number): Mention {
    const key = `${keyOf(ref)} ${position}`;
    if (this.seen.has(key)) return 'no';
    this.seen.add(key);
    this.visits += 1;
    if (depth > MAXIMUM_DEPTH || this.visits > MAXIMUM_VISITS) return unseen(position);
    const fact = factOf(ref);
    switch (fact.kind) {
      case 'literal':
        return position === 'condition' && typeof fact.value === 'string' && textMentions(fact.value, this.isKey) ? 'yes' : 'no';
      case 'template':
      case 'concat':
        return position === 'value' ? 'no' : this.text(ref, fact, position, depth);
      case 'object':
        return this.object(ref, fact, position, depth);
      case 'array':
        return strongest([...fact.elements.map((id) => this.visit(sibling(ref, id), position, depth + 1)), ...this.pushed(ref, position, depth)]);
      case 'call':
        return this.call(ref, fact, position, depth);
      case 'function':
        return this.functionBody(ref, fact.function);
      case 'member':
        return fact.name !== null && position === 'condition' && namesKey(fact.name, this.isKey) ? 'yes' : this.named(ref, position, depth);
      case 'reference':
        return strongest([this.assigned(ref, fact), this.named(ref, position, depth)]);
      default:
        return this.operator(ref, position, depth);
    }
  }

  private operator(ref: FileValue, position: Position, depth: number): Mention {
    const fact = factOf(ref);
    const on = (id: number) => this.visit(sibling(ref, id), position, depth + 1);
    switch (fact.kind) {
      case 'conditional':
        return strongest([on(fact.whenTrue), on(fact.whenFalse)]);
      case 'logical':
        return fact.operator === '&&' ? on(fact.right) : strongest([on(fact.left), on(fact.right)]);
      case 'await':
      case 'cast':
      case 'spread':
        return on(fact.operand);
      case 'rest':
      case 'element':
        return on(fact.of);
      case 'binary':
      case 'unary':
        return 'no';
      default:
        return this.named(ref, position, depth);
    }
  }

  private object(ref: FileValue, fact: Extract<ValueFact, { kind: 'object' }>, position: Position, depth: number): Mention {
    const answers = fact.properties.map((property): Mention => {
      const value = sibling(ref, property.value);
      if (property.kind === 'spread') return this.visit(value, position, depth + 1);
      if (property.name === null) return this.visit(value, 'value', depth + 1);
      const names = property.name.split('.');
      if (names.some((name) => namesKey(name, this.isKey)) && !isNothing(factOf(value))) return 'yes';
      if (NAMES_COLUMN.has(property.name.toLowerCase())) return this.columnName(value);
      const nests = NESTS.has(property.name.toLowerCase());
      return this.visit(value, nests ? position : 'value', depth + 1);
    });
    return strongest([...answers, this.assignedToObject(ref)]);
  }

  private columnName(value: FileValue): Mention {
    const constants = this.link.constants(value) ?? [];
    return constants.some((name) => typeof name === 'string' && name.split('.').some((part) => namesKey(part, this.isKey))) ? 'yes' : 'no';
  }

  /** Parts of a text are values when an operator or quote stands before them, and conditions otherwise. */
  private text(ref: FileValue, fact: Extract<ValueFact, { kind: 'template' | 'concat' }>, position: Position, depth: number): Mention {
    const parts = fact.parts.map((id) => sibling(ref, id));
    const texts = fact.kind === 'template' ? fact.texts : [];
    if (texts.some((text) => textMentions(text, this.isKey))) return 'yes';
    let before = texts[0] ?? '';
    const answers = parts.map((part, index): Mention => {
      const isValue = /(?:[=<>:'"(,[]|\b(?:in|like|ilike|eq|is|to))\s*$/i.test(before.slice(-40)) || isInsideQuotes(before);
      const literal = factOf(part);
      before += fact.kind === 'template' ? (fact.texts[index + 1] ?? '') : literal.kind === 'literal' ? String(literal.value) : '';
      return this.visit(part, isValue ? 'value' : position, depth + 1);
    });
    return strongest(answers);
  }

  private call(ref: FileValue, fact: Extract<ValueFact, { kind: 'call' }>, position: Position, depth: number): Mention {
    const callees = this.link.callees(ref);
    if (callees.length > 0) {
      const returned = callees.slice(0, 6).flatMap(({ file, id }) => (file.facts.functions[id]?.returns ?? []).map((value) => indexed({ file, id: value })));
      return strongest(returned.map((value) => this.visit(value, position, depth + 1)));
    }
    const callee = factOf(sibling(ref, fact.callee));
    const receiver = callee.kind === 'member' ? [this.receiver(sibling(ref, callee.object), callee.name, position, depth)] : [];
    const combines = /^(?:and|or|not|all|any)$/i.test((callee.kind === 'member' || callee.kind === 'reference' ? callee.name : null) ?? '');
    const compares = !combines && fact.args.some((id) => isColumnLike(factOf(sibling(ref, id))));
    const args = fact.args.map((id) => {
      const column = factOf(sibling(ref, id));
      if (compares && column.kind === 'member') return position === 'condition' && column.name !== null && namesKey(column.name, this.isKey) ? 'yes' : 'no';
      const kind = factOf(sibling(ref, id)).kind;
      const plain = position === 'value' || (compares && kind !== 'object' && kind !== 'array' && kind !== 'call' && kind !== 'spread' && !isColumnLike(factOf(sibling(ref, id))));
      return this.visit(sibling(ref, id), plain ? 'value' : 'condition', depth + 1);
    });
    const named = callee.kind === 'member' && callee.name !== null && namesScope(callee.name, this.isKey);
    const name = callee.kind === 'reference' && namesScope(callee.name, this.isKey);
    return named || name ? 'yes' : strongest([...receiver, ...args, fact.args.length === 0 && receiver.length === 0 ? unseen(position) : 'no']);
  }

  /** `conditions.join(' AND ')`, `filter.byProperty('tenantId').equal(x)`: what a call hangs on may be the condition. */
  private receiver(ref: FileValue, method: string | null, position: Position, depth: number): Mention {
    const keeps = factOf(ref).kind === 'call' || isCollection(method);
    return this.visit(ref, keeps ? position : 'value', depth + 1);
  }

  /** A callback that builds conditions: any mention inside counts. */
  private functionBody(ref: FileValue, id: number): Mention {
    const within = ref.file.facts.functions[id];
    if (within === undefined) return 'unknown';
    const found = ref.file.valuesWithin(within.start, within.end).some((inner) => mentionsHere(ref.file.facts.values[inner]!, this.isKey));
    return found ? 'yes' : 'no';
  }

  private named(ref: FileValue, position: Position, depth: number): Mention {
    const sources = this.link.sourcesOf(ref).map(indexed);
    const [only] = sources;
    if (sources.length === 1 && only !== undefined && only.id === ref.id && only.file === ref.file) return unseen(position);
    return strongest(sources.map((source) => (isOpaque(factOf(source)) ? unseen(position) : this.visit(source, position, depth + 1))));
  }

  /** `where.tenantId = …` on the variable. */
  private assigned(ref: FileValue, fact: Extract<ValueFact, { kind: 'reference' }>): Mention {
    if (fact.binding < 0) return 'no';
    const { facts } = ref.file;
    const found = facts.memberWrites.some((write) => {
      const object = facts.values[write.object];
      return write.name !== null && namesKey(write.name, this.isKey) && object?.kind === 'reference' && object.binding === fact.binding;
    });
    return found ? 'yes' : 'no';
  }

  private assignedToObject(ref: FileValue): Mention {
    const [binding] = ref.file.bindingsWrittenWith(ref.id);
    const use = binding === undefined ? undefined : ref.file.facts.bindings[binding]?.uses[0];
    const fact = use === undefined ? undefined : ref.file.facts.values[use];
    return fact?.kind === 'reference' ? this.assigned(ref, fact) : 'no';
  }

  /** `conditions.push(eq(…))` on the variable that holds the array. */
  private pushed(ref: FileValue, position: Position, depth: number): Mention[] {
    const { file } = ref;
    return file.bindingsWrittenWith(ref.id).flatMap((binding) =>
      (file.facts.bindings[binding]?.uses ?? []).flatMap((use) => {
        const member = file.facts.values[file.parentOf(use)];
        const call = member?.kind === 'member' && (member.name === 'push' || member.name === 'unshift') ? file.facts.values[file.parentOf(file.parentOf(use))] : undefined;
        return call?.kind === 'call' ? call.args.map((id) => this.visit(sibling(ref, id), position, depth + 1)) : [];
      }),
    );
  }
}

function unseen(position: Position): Mention {
  return position === 'condition' ? 'unknown' : 'no';
}

/** An odd number of quotes stands before: `'%${term}%'`. */
function isInsideQuotes(before: string): boolean {
  return before.slice(-2000).split("'").length % 2 === 0;
}

/** `column`-like first arguments say that the others are what it is compared with. */
function isColumnLike(fact: ValueFact): boolean {
  return fact.kind === 'member' || (fact.kind === 'literal' && fact.type === 'string');
}

/** Methods that keep the conditions of their receiver. */
function isCollection(name: string | null): boolean {
  return name !== null && ['join', 'filter', 'concat', 'map', 'flat', 'slice', 'reduce', 'trim'].includes(name);
}

function isOpaque(fact: ValueFact): boolean {
  return fact.kind === 'parameter' || fact.kind === 'this' || fact.kind === 'unknown' || fact.kind === 'caught' || fact.kind === 'yield' || fact.kind === 'module';
}

function mentionsHere(fact: ValueFact, isKey: IsKey): boolean {
  switch (fact.kind) {
    case 'literal':
      return typeof fact.value === 'string' && textMentions(fact.value, isKey);
    case 'template':
      return fact.texts.some((text) => textMentions(text, isKey));
    case 'member':
      return fact.name !== null && namesKey(fact.name, isKey);
    case 'object':
      return fact.properties.some((property) => property.name !== null && namesKey(property.name, isKey));
    default:
      return false;
  }
}
