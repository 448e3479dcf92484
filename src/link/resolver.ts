/**
 * The dispatcher of `resolve`: what a value is. Answers are memoised. A question that comes back to itself (circular
 * imports, recursion) gets no answer the second time; answers that rest on such a cut are not kept, so that what is
 * kept never depends on the order of the questions.
 */
import type { Entity, ValueRef } from '../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from './linking.js';
import { resolveCall } from './resolve/call.js';
import { UNKNOWN_ENTITIES, isKnown, prefer, union } from './resolve/entities.js';
import { resolveMemberValue } from './resolve/member.js';
import { resolveParameter } from './resolve/parameter.js';
import { resolveModule, resolveReference } from './resolve/reference.js';
import { typeOf } from './resolve/types.js';
import { factOf } from './value-graph.js';

/** Nested questions; deeper ones are given up, so that no input exhausts the stack. */
const MAXIMUM_DEPTH = 220;
/** Questions asked on behalf of one outer question. */
const MAXIMUM_STEPS = 20_000;

export class Resolver {
  private readonly memo = new WeakMap<object, Map<number, readonly Entity[]>>();
  private readonly open = new Map<string, number>();
  private depth = 0;
  private steps = 0;
  /** The shallowest open question that the current one was cut at. */
  private cutAt = Infinity;

  constructor(private readonly link: Linking) {}

  resolve(ref: ValueRef): readonly Entity[] {
    const value = indexed(ref);
    const table = this.tableOf(value);
    const known = table.get(value.id);
    if (known !== undefined) return known;
    const key = `${value.file.facts.path}\u0000${value.id}`;
    const openAt = this.open.get(key);
    if (openAt !== undefined) {
      this.cutAt = Math.min(this.cutAt, openAt);
      return [];
    }
    if (this.depth === 0) this.steps = 0;
    this.steps += 1;
    if (this.depth >= MAXIMUM_DEPTH || this.steps > MAXIMUM_STEPS) {
      this.link.limits.add('following a name was given up after many steps');
      this.cutAt = 0;
      return UNKNOWN_ENTITIES;
    }
    return this.ask(value, key, table);
  }

  private ask(value: FileValue, key: string, table: Map<number, readonly Entity[]>): readonly Entity[] {
    const outerCut = this.cutAt;
    const here = this.depth;
    this.cutAt = Infinity;
    this.open.set(key, here);
    this.depth += 1;
    const result = resolveValue(this.link, value);
    this.depth -= 1;
    this.open.delete(key);
    // Cut only at this very question: the answer is complete as far as the cycle goes.
    if (this.cutAt >= here) {
      table.set(value.id, result);
      this.cutAt = outerCut;
    } else {
      this.cutAt = Math.min(this.cutAt, outerCut);
    }
    if (this.depth === 0) this.cutAt = Infinity;
    return result;
  }

  /**
   * Runs another memoised question (the uses of a function) that may come back to itself: `known` keeps complete answers only,
   * and what was asked meanwhile and rests on the cut is not kept either.
   */
  guard<T>(key: string, known: Map<string, T>, empty: T, compute: () => T): T {
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const openAt = this.open.get(key);
    if (openAt !== undefined) {
      this.cutAt = Math.min(this.cutAt, openAt);
      return empty;
    }
    const outerCut = this.cutAt;
    // Half a step above the asking question: a cut here spoils what is asked below, not the asker.
    const here = this.depth - 0.5;
    this.cutAt = Infinity;
    this.open.set(key, here);
    const result = compute();
    this.open.delete(key);
    if (this.cutAt >= here) {
      known.set(key, result);
      this.cutAt = outerCut;
    } else {
      this.cutAt = Math.min(this.cutAt, outerCut);
    }
    if (this.depth === 0) this.cutAt = Infinity;
    return result;
  }

  private tableOf(value: FileValue): Map<number, readonly Entity[]> {
    let table = this.memo.get(value.file);
    if (table === undefined) {
      table = new Map();
      this.memo.set(value.file, table);
    }
    return table;
  }
}

function resolveValue(link: Linking, ref: FileValue): readonly Entity[] {
  const fact = factOf(ref);
  switch (fact.kind) {
    case 'literal':
      return [{ kind: 'constant', value: fact.value, type: fact.type, at: ref }];
    case 'reference':
      return resolveReference(link, ref, fact);
    case 'member':
      return resolveMemberValue(link, ref, fact);
    case 'call':
      return resolveCall(link, ref, fact);
    case 'template':
      return resolveTagged(link, ref, fact.tag);
    case 'function':
      return [{ kind: 'function', ref: { file: ref.file, id: fact.function }, receiver: null }];
    case 'class':
      return [{ kind: 'class', ref: { file: ref.file, id: fact.class } }];
    case 'object':
    case 'array':
      return [{ kind: 'object', value: ref }];
    case 'parameter':
      return resolveParameter(link, ref, fact);
    case 'module':
      if (fact.meta) return [{ kind: 'api', path: 'global:import.meta', created: null }];
      return resolveModule(link, ref, fact.specifier);
    default:
      return resolveOperator(link, ref);
  }
}

function resolveOperator(link: Linking, ref: FileValue): readonly Entity[] {
  const fact = factOf(ref);
  switch (fact.kind) {
    case 'logical':
      if (fact.operator === '&&') return link.resolve(sibling(ref, fact.right));
      return union(link.resolve(sibling(ref, fact.left)), link.resolve(sibling(ref, fact.right)));
    case 'conditional':
      return union(link.resolve(sibling(ref, fact.whenTrue)), link.resolve(sibling(ref, fact.whenFalse)));
    case 'await':
    case 'spread':
      return link.resolve(sibling(ref, fact.operand));
    case 'cast':
      return prefer(link.resolveType(ref.file, fact.type), () => link.resolve(sibling(ref, fact.operand)));
    case 'rest':
      return link.resolve(sibling(ref, fact.of));
    case 'element':
      return resolveElement(link, ref, fact.of);
    case 'this':
      return resolveThis(link, ref);
    default:
      return UNKNOWN_ENTITIES;
  }
}

/** A tagged template is a call of its tag. */
function resolveTagged(link: Linking, ref: FileValue, tag: number): readonly Entity[] {
  if (tag < 0) return UNKNOWN_ENTITIES;
  const result = link.resolve(sibling(ref, tag)).flatMap((entity): Entity[] => {
    if (entity.kind !== 'api') return [];
    return [{ kind: 'api', path: link.models.normalise(`${entity.path}()`), created: entity.created ?? ref }];
  });
  return result.length === 0 ? UNKNOWN_ENTITIES : result;
}

function resolveElement(link: Linking, ref: FileValue, of: number): readonly Entity[] {
  const elements = link.resolve(sibling(ref, of)).flatMap((entity) => {
    if (entity.kind !== 'object') return [];
    const literal = factOf(entity.value);
    if (literal.kind !== 'array') return [];
    return literal.elements.slice(0, 12).map((element) => link.resolve(sibling(entity.value, element)));
  });
  const known = union(...elements);
  return prefer(known.length === 0 ? UNKNOWN_ENTITIES : known, () => {
    const placed = typeOf(link, ref);
    return placed === null ? UNKNOWN_ENTITIES : link.resolveType(placed.file, placed.type);
  });
}

function resolveThis(link: Linking, ref: FileValue): readonly Entity[] {
  const fact = factOf(ref);
  if (fact.kind !== 'this') return UNKNOWN_ENTITIES;
  const { file } = ref;
  if (fact.class >= 0) {
    const isStatic = file.facts.functions[fact.function]?.isStatic ?? false;
    if (fact.isSuper) return resolveSuper(link, ref, fact.class, isStatic);
    const own = { file, id: fact.class };
    return isStatic ? [{ kind: 'class', ref: own }] : [{ kind: 'instance', ref: own, created: null }];
  }
  const method = file.valueOfFunction(fact.function);
  const owner = method < 0 ? -1 : file.parentOf(method);
  return owner >= 0 && file.facts.values[owner]?.kind === 'object'
    ? [{ kind: 'object', value: sibling(ref, owner) }]
    : UNKNOWN_ENTITIES;
}

function resolveSuper(link: Linking, ref: FileValue, classId: number, isStatic: boolean): readonly Entity[] {
  const superClass = ref.file.facts.classes[classId]?.superClass ?? -1;
  if (superClass < 0) return UNKNOWN_ENTITIES;
  const parents = link.resolve(sibling(ref, superClass));
  if (isStatic || !isKnown(parents)) return parents;
  return parents.flatMap((parent): Entity[] => {
    if (parent.kind === 'class') return [{ kind: 'instance', ref: parent.ref, created: null }];
    if (parent.kind === 'api') return [{ kind: 'api', path: link.models.normalise(`${parent.path}#`), created: null }];
    return [];
  });
}
