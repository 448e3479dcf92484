/** The functions that a registering call is given: taken out of lists and spreads, told apart, and made links of a chain. */
import type { ChainLink, Entity, FunctionRef, Guard, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { directSources } from '../sources.js';
import { lineage } from '../resolve/member.js';
import { factOf, keyOf } from '../value-graph.js';
import { type Context, follow, standIn } from './context.js';
import { restArguments } from './forwarded.js';
import { branchTaken, listReturned } from './lists.js';
import { type Conditions, NO_CONDITIONS, union } from './order.js';

const MAXIMUM_DEPTH = 8;
const MAXIMUM_ITEMS = 60;

/** Something that is handed over, perhaps only when some conditions hold. */
export interface Handed extends FileValue {
  readonly conditions: Conditions;
}

export interface Handlers {
  /** In order. */
  items: Handed[];
  /** False when something among them could not be told. */
  complete: boolean;
}

/** All that the values stand for when lists in them are laid flat. */
export function handlersIn(link: Linking, values: readonly ValueRef[], context: Context): Handlers {
  const result: Handlers = { items: [], complete: true };
  for (const value of values) flatten(link, indexed(value), { context, depth: 0, conditions: NO_CONDITIONS }, result);
  return result;
}

interface Reading {
  context: Context;
  depth: number;
  conditions: Conditions;
}

function flatten(link: Linking, written: FileValue, reading: Reading, result: Handlers): void {
  const { context, depth, conditions } = reading;
  if (depth > MAXIMUM_DEPTH || result.items.length >= MAXIMUM_ITEMS) {
    result.complete = false;
    return;
  }
  const value = choiceHeld(link, written);
  const fact = factOf(value);
  const next = (inner: FileValue, further = NO_CONDITIONS, inside = context) => flatten(link, inner, { context: inside, depth: depth + 1, conditions: union(conditions, further) }, result);
  const returned = listReturned(link, value, context);
  if (returned !== null) return next(returned.list, NO_CONDITIONS, returned.context);
  const taken = branchTaken(link, value, context);
  if (taken !== null) return next(taken);
  const choices = choicesOf(value);
  if (choices.length > 0) {
    for (const { chosen, guard } of choices) next(chosen, new Map([[`${keyOf(guard.condition)} ${String(guard.holds)}`, guard]]));
    return;
  }
  if (fact.kind === 'array') {
    for (const element of fact.elements) next(sibling(value, element));
    return;
  }
  const rest = restArguments(link, fact.kind === 'spread' ? sibling(value, fact.operand) : value, context);
  if (rest !== null) return rest.forEach((each) => next(each));
  if (fact.kind === 'spread') {
    const spread = choiceHeld(link, sibling(value, fact.operand));
    if (choicesOf(spread).length === 0 && listsIn(link, spread, context).length === 0 && filteredList(spread) === null) result.complete = false;
    else next(spread);
    return;
  }
  const filtered = filteredList(value);
  if (filtered !== null) return next(filtered);
  // Nothing, in the place of what is there otherwise.
  if (conditions.size > 0 && fact.kind === 'literal' && (fact.value === null || typeof fact.value === 'boolean')) return;
  const composed = link.rolesAt(value).find((site) => site.role === 'http.middleware.compose');
  const lists = composed === undefined ? listsIn(link, value, context) : link.argumentList(composed, 'handlers').map(indexed);
  if (lists.length === 1) next(lists[0]!);
  else if (lists.length > 1) result.complete = false;
  else result.items.push({ ...standIn(link, value, context), conditions });
}

/** What a choice may give, each with what must hold for it: `production ? limit : skip`, `production && limit`. */
function choicesOf(value: FileValue): { chosen: FileValue; guard: Guard }[] {
  const fact = factOf(value);
  const choice = (chosen: number, condition: number, holds: boolean) => ({ chosen: sibling(value, chosen), guard: { condition: sibling(value, condition), holds, cases: [] } });
  if (fact.kind === 'conditional') return [choice(fact.whenTrue, fact.test, true), choice(fact.whenFalse, fact.test, false)];
  if (fact.kind !== 'logical' || fact.operator === 'default') return [];
  const right = choice(fact.right, fact.left, fact.operator === '&&');
  return fact.operator === '&&' ? [right] : [choice(fact.left, fact.left, true), right];
}

/** The choice that a variable holds, or the value itself. */
function choiceHeld(link: Linking, value: FileValue): FileValue {
  let held = value;
  for (let step = 0; step < MAXIMUM_DEPTH && factOf(held).kind === 'reference'; step += 1) {
    const [source, ...others] = directSources(link, held);
    if (source === undefined || others.length > 0) return value;
    held = indexed(source);
  }
  return choicesOf(held).length > 0 ? held : value;
}

/** The list in `[a, production && b].filter(Boolean)`. */
function filteredList(value: FileValue): FileValue | null {
  const fact = factOf(value);
  const callee = fact.kind === 'call' ? factOf(sibling(value, fact.callee)) : null;
  const test = fact.kind === 'call' && fact.args.length === 1 ? factOf(sibling(value, fact.args[0]!)) : null;
  return callee?.kind === 'member' && callee.name === 'filter' && test?.kind === 'reference' && test.name === 'Boolean' ? sibling(value, callee.object) : null;
}

export function withConditions(chained: ChainLink, further: readonly (Guard | null)[]): ChainLink {
  return further.length === 0 ? chained : { ...chained, conditions: [...chained.conditions, ...further] };
}

/** The list literals that a value may be. */
function listsIn(link: Linking, value: FileValue, context: Context): FileValue[] {
  const { kind } = factOf(value);
  if (kind === 'array') return [value];
  if (kind === 'function' || kind === 'literal') return [];
  const followed = context.length === 0 ? [] : follow(link, value, context).filter((each) => factOf(each).kind === 'array');
  if (followed.length > 0) return followed;
  return link.resolve(value).flatMap((entity) => (entity.kind === 'object' && factOf(entity.value).kind === 'array' ? [indexed(entity.value)] : []));
}

/** The function that answers: what is given, or what a wrapper around it (`asyncHandler(fn)`) is given; null when it is not in the program. */
export function handlerFunction(link: Linking, written: FileValue, context: Context = [], depth = 0): { handler: FunctionRef | null; wrappers: FileValue[] } {
  const value = standIn(link, unbound(written), context);
  // `handlers[0]`, or a function that runs all of them: the last one answers.
  const rest = restArguments(link, value, context);
  const answers = rest?.at(-1);
  if (rest !== null && answers !== undefined && depth < MAXIMUM_DEPTH) {
    const inner = handlerFunction(link, answers, context, depth + 1);
    return { handler: inner.handler, wrappers: [...rest.slice(0, -1), ...inner.wrappers] };
  }
  const call = wrappingCall(link, value, context);
  if (call !== null && depth < MAXIMUM_DEPTH) {
    const inner = handlerFunction(link, call.inner, context, depth + 1);
    if (inner.handler !== null) return { handler: inner.handler, wrappers: [call.call, ...inner.wrappers] };
  }
  return { handler: functionsOf(link.resolve(value))[0] ?? null, wrappers: [] };
}

/** `this.list` in `this.list.bind(this)`. */
function unbound(value: FileValue): FileValue {
  const fact = factOf(value);
  const callee = fact.kind === 'call' ? factOf(sibling(value, fact.callee)) : null;
  return fact.kind === 'call' && callee?.kind === 'member' && callee.name === 'bind' && fact.args.length === 1 ? sibling(value, callee.object) : value;
}

/** The one call whose result the value is, in place or behind a variable, an export, a property. A wrapper of the program's own is not entered: what it returns is the same for all that it wraps. */
function callHeldBy(link: Linking, value: FileValue): FileValue | null {
  let held = value;
  for (let depth = 0; depth < MAXIMUM_DEPTH; depth += 1) {
    const { kind } = factOf(held);
    if (kind === 'call') return held;
    const [next, ...others] = kind === 'reference' || kind === 'member' || kind === 'cast' ? directSources(link, held) : [];
    if (next === undefined || others.length > 0) return null;
    held = next;
  }
  return null;
}

/** A call, in place or held by a variable, one of whose arguments is a function: it most likely runs that. */
function wrappingCall(link: Linking, value: FileValue, context: Context): { call: FileValue; inner: FileValue } | null {
  const direct = callHeldBy(link, value);
  const fact = direct === null ? null : factOf(direct);
  if (direct === null || fact?.kind !== 'call' || fact.isNew) return null;
  const callee = factOf(sibling(direct, fact.callee));
  if (callee.kind === 'member' && (callee.name === 'bind' || callee.name === 'call' || callee.name === 'apply')) return null;
  for (let index = fact.args.length - 1; index >= 0; index -= 1) {
    const inner = standIn(link, unbound(sibling(direct, fact.args[index]!)), context);
    if (functionsOf(link.resolve(inner)).length > 0 || wrappingCall(link, inner, context) !== null) return { call: direct, inner };
  }
  return null;
}

export function functionsOf(entities: readonly Entity[]): FunctionRef[] {
  return entities.flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []));
}

/** One link of a chain. `at` is where it is written, `what` the value that it is, where that differs. */
export function chainLink(link: Linking, kind: ChainLink['kind'], level: ChainLink['level'], at: FileValue, what: FileValue = at): ChainLink {
  const entities = link.resolve(what);
  const known = entities.some((entity) => entity.kind !== 'unknown');
  const fact = factOf(what);
  // Of a call with an unknown result its callee tells what it is.
  const told = known || fact.kind !== 'call' ? entities : link.resolve(sibling(what, fact.callee));
  return { kind, level, value: at, entities: told, roles: rolesOf(link, at, what, told), conditions: [] };
}

/** Roles of the value, of what it was set to, of the classes that it is; those of routing itself say nothing here. */
function rolesOf(link: Linking, at: FileValue, what: FileValue, entities: readonly Entity[]): string[] {
  const places = new Map<number, ValueRef>();
  for (const value of [at, what, ...link.sourcesOf(what)]) places.set(keyOf(value), value);
  for (const entity of entities) {
    if ((entity.kind === 'api' || entity.kind === 'instance') && entity.created !== null) places.set(keyOf(entity.created), entity.created);
    if (entity.kind !== 'class' && entity.kind !== 'instance') continue;
    for (const { file, id } of lineage(link, entity.ref)) {
      const superClass = file.facts.classes[id]?.superClass ?? -1;
      if (superClass >= 0) places.set(keyOf({ file, id: superClass }), { file, id: superClass });
    }
  }
  // A role by name alone (any `raw(…)`) is no sign in a chain.
  const roles = [...places.values()].flatMap((value) => link.rolesAt(value)).flatMap((site) => (site.confidence === 'high' ? [site.role] : []));
  return [...new Set([...roles, ...link.controls.rolesOf(entities, places.values())])].filter((role) => !role.startsWith('http.') || role === 'http.response.header').sort();
}

/** Nothing is known of it: no declaration, no library. */
export function isUnknown(chained: ChainLink): boolean {
  return chained.entities.every((entity) => entity.kind === 'unknown' || (entity.kind === 'api' && entity.path.startsWith('global:')));
}
