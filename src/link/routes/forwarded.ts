/**
 * Functions of the program that hand their parameters on to a registration: `get(path, handler) { this.router.get(path, wrap(handler)) }`.
 * Each of their calls registers by itself, as deep as they call each other.
 */
import { NONE } from '../../contracts/facts.js';
import type { FunctionRef, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { subclassesOf } from '../resolve/subclasses.js';
import { factOf } from '../value-graph.js';
import { type Context, receiverOfCallback, standIn } from './context.js';

const MAXIMUM_DEPTH = 4;
const MAXIMUM_STEPS = 12;
const MAXIMUM_CONTEXTS = 600;
/** Methods whose result says the same as what they are called on. */
const SAME: ReadonlySet<string> = new Set(['bind', 'toLowerCase', 'toUpperCase', 'trim', 'toString']);

/**
 * One context for each call that hands the value on from its caller; the given one when the value is no parameter.
 * @param isKnown functions whose callers are told apart in another way
 */
export function forwardedContexts(link: Linking, value: ValueRef, context: Context, isSource: (value: ValueRef) => boolean, isKnown: (ref: FunctionRef) => boolean = () => false): Context[] {
  const result: Context[] = [];
  const expand = (within: Context, depth: number): void => {
    const holder = depth >= MAXIMUM_DEPTH ? null : functionAsked(link, indexed(value), within, 0);
    const isOpen = holder !== null && !isKnown(holder);
    const calls = isOpen ? callsOf(link, holder, isSource) : [];
    // What nobody calls registers nothing, though it hands on; a function that stands by itself others may call.
    if (isOpen && calls.length === 0 && (depth > 0 || isOfBaseClass(link, holder))) return;
    if (!isOpen || calls.length === 0 || result.length >= MAXIMUM_CONTEXTS) return void result.push(within);
    for (const call of calls) expand([...within, { kind: 'call', callee: holder, call, forwards: true }], depth + 1);
  };
  expand(context, 0);
  const holder = result.length === 0 ? functionAsked(link, indexed(value), context, 0) : null;
  return holder === null || isOfBaseClass(link, holder) ? result : [context];
}

/** A method of a class that others of the program extend: those who would call it are here. */
function isOfBaseClass(link: Linking, { file, id }: FunctionRef): boolean {
  const owner = file.facts.functions[id]?.class ?? NONE;
  return owner !== NONE && subclassesOf(link, { file, id: owner }).length > 0;
}

/** The call that registers, seen from outside: the last one that hands on; null where nobody does. */
export function forwardingCall(context: Context): FileValue | null {
  const calls = context.flatMap((bound) => (bound.kind === 'call' && bound.forwards === true ? [bound.call] : []));
  const last = calls.at(-1);
  return last === undefined ? null : indexed(last);
}

/** Plain calls in production source. */
function callsOf(link: Linking, ref: FunctionRef, isSource: (value: ValueRef) => boolean): ValueRef[] {
  return link.usesOf(ref).flatMap((use) => (use.kind === 'call' && use.shift === 0 && use.list < 0 && use.through.length === 0 && isSource(use.call) ? [use.call] : []));
}

/** The function on whose parameter the value hangs, as far as the context does not tell what was passed. */
function functionAsked(link: Linking, written: FileValue, context: Context, depth: number): FunctionRef | null {
  if (depth > MAXIMUM_STEPS) return null;
  const value = standIn(link, written, context);
  const next = (id: number) => (id < 0 ? null : functionAsked(link, sibling(value, id), context, depth + 1));
  const fact = factOf(value);
  switch (fact.kind) {
    case 'parameter': {
      const iterated = receiverOfCallback(value, fact.function);
      if (iterated !== null) return functionAsked(link, iterated, context, depth + 1);
      const isBound = context.some((bound) => (bound.kind === 'call' ? bound.callee.id === fact.function && bound.callee.file === value.file : bound.variable.id === value.id));
      return isBound ? null : { file: value.file, id: fact.function };
    }
    case 'reference': {
      const definitions = link.definitionsAt(value.file, value.id).slice(0, 3);
      return firstOf(definitions, (each) => functionAsked(link, indexed(each), context, depth + 1));
    }
    case 'member':
      return next(fact.object);
    case 'element':
      return next(fact.of);
    case 'cast':
    case 'await':
    case 'spread':
      return next(fact.operand);
    case 'logical':
      return next(fact.left);
    case 'template':
    case 'concat':
      return firstOf(fact.parts, next);
    case 'object':
      return firstOf(fact.properties, (property) => next(property.value));
    case 'call': {
      const callee = factOf(sibling(value, fact.callee));
      return callee.kind === 'member' && SAME.has(callee.name ?? '') ? next(callee.object) : null;
    }
    default:
      return null;
  }
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** What a call passes for a rest parameter (`...handlers`), or for an element of it; null for anything else. */
export function restArguments(link: Linking, written: FileValue, context: Context): FileValue[] | null {
  if (context.length === 0) return null;
  const fact = factOf(written);
  const definitions = fact.kind === 'reference' ? link.definitionsAt(written.file, written.id).map(indexed) : [written];
  for (const value of definitions) {
    const held = factOf(value);
    if (held.kind === 'member' && held.name !== null && /^\d+$/.test(held.name)) {
      const list = restArguments(link, sibling(value, held.object), context);
      if (list !== null) return list;
    }
    if (held.kind !== 'parameter' || !held.rest) continue;
    const bound = context.find((each) => each.kind === 'call' && each.callee.id === held.function && each.callee.file === value.file);
    const call = bound?.kind === 'call' ? factOf(bound.call) : null;
    if (bound?.kind === 'call' && call?.kind === 'call') return call.args.slice(held.index).map((id) => sibling(bound.call, id));
  }
  return null;
}
