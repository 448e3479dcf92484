/** What runs when a function runs: the functions it holds and those it calls, and the uses of APIs in all of them. */
import { append } from '../../contracts/multimap.js';
import type { FunctionId, ValueId } from '../../contracts/facts.js';
import type { Entity, FunctionRef, LinkedFile, Program, RoleSite, ValueRef } from '../../contracts/program.js';
import { keyOfClass, runsOf } from './receivers.js';
import type { Run } from './receivers.js';

/** Calls deep. */
const MAXIMUM_DEPTH = 6;
/** Functions; a program that reaches more from one place does everything everywhere. */
const MAXIMUM_FUNCTIONS = 400;

/** Members of a class that a framework runs when the class is a link of a chain: Nest guards, middleware, interceptors, pipes; Koa and Tsoa classes. */
const ENTRY_MEMBERS = new Set(['canActivate', 'use', 'intercept', 'transform', 'handle', 'execute', 'run', 'call']);

/**
 * The functions that run when any of `start` does, those written inside them and those they call, nearest first.
 * @param depth how many calls deep to look; at most six
 * @param most how many functions to look at
 */
export function reachedFunctions(program: Program, start: readonly FunctionRef[], depth = MAXIMUM_DEPTH, most = MAXIMUM_FUNCTIONS): readonly FunctionRef[] {
  const known = REACHED.get(program) ?? new Map<string, readonly FunctionRef[]>();
  REACHED.set(program, known);
  const key = `${depth} ${most} ${start.map((ref) => keyOf(ref) + partsOf(ref)).join(' ')}`;
  let reached = known.get(key);
  if (reached === undefined) known.set(key, (reached = reachFrom(program, start, depth, most)));
  return reached;
}

/** The same handlers and middleware are asked about by many rules, for each of their routes. */
const REACHED = new WeakMap<Program, Map<string, readonly FunctionRef[]>>();

function reachFrom(program: Program, start: readonly FunctionRef[], depth: number, most: number): FunctionRef[] {
  const reached = new Map<string, FunctionRef>();
  const seen = new Set<string>();
  let level: readonly Run[] = start.map((ref) => ({ ref, self: null }));
  for (let calls = 0; level.length > 0 && calls <= Math.min(depth, MAXIMUM_DEPTH); calls += 1) {
    const fresh = level.flatMap(({ ref, self }) => withInner(ref).map((inner) => ({ ref: inner, self }))).filter((run) => reached.size < most && isFirst(run, seen));
    for (const { ref } of fresh) if (!reached.has(keyOf(ref))) reached.set(keyOf(ref), ref);
    level = fresh.flatMap(({ ref, self }) => callsIn(ref).flatMap((id) => runsOf(program, { file: ref.file, id }, self)));
  }
  return [...reached.values()];
}

/** Has it not run on this class before? Once it ran on any, it need not run on one. */
export function isFirst({ ref, self }: Run, seen: Set<string>): boolean {
  const any = keyOf(ref);
  const key = self === null ? any : `${any} ${keyOfClass(self)}`;
  if (seen.has(any) || seen.has(key)) return false;
  seen.add(key);
  return true;
}

/**
 * The functions written inside one, those that it calls and those that it gives to functions of the program, each with the call that runs it, or null
 * where it is written inside. A function that it is given itself (`withSpan(fn)`) belongs to whoever gives it: other callers give others.
 */
export function directlyReached(program: Program, ref: FunctionRef): { ref: FunctionRef; by: ValueRef | null }[] {
  const inner = (shapeOf(ref.file).inner.get(ref.id) ?? []).map((id) => ({ ref: { file: ref.file, id }, by: null }));
  const called = callsIn(ref).flatMap((id) => {
    const by = { file: ref.file, id };
    if (runsWhatItIsGiven(program, by)) return [];
    const callees = program.callees(by);
    return [...callees, ...(callees.length === 0 ? [] : givenFunctions(program, by))].map((callee) => ({ ref: callee, by }));
  });
  return [...inner, ...called];
}

/** Is what the call runs a parameter, of this function or of one around it? */
function runsWhatItIsGiven(program: Program, call: ValueRef): boolean {
  const fact = program.fact(call);
  const callee = fact.kind === 'call' ? program.fact({ file: call.file, id: fact.callee }) : null;
  const binding = callee?.kind === 'reference' ? call.file.facts.bindings[callee.binding] : undefined;
  return binding?.kind === 'parameter' && binding.writes.length === 1;
}

/** Functions that are handed to a call by their names. Those that are written there are written inside whoever calls. */
function givenFunctions(program: Program, call: ValueRef): FunctionRef[] {
  const fact = program.fact(call);
  const given = fact.kind === 'call' ? fact.args.map((id) => ({ file: call.file, id })) : [];
  return given.filter((value) => ['reference', 'member'].includes(program.fact(value).kind)).flatMap((value) => functionsAt(value, program));
}

/** Uses in any of the roles that stand in one of the functions, in the order of the functions. */
export function usesInFunctions(program: Program, functions: readonly FunctionRef[], roles: readonly string[]): RoleSite[] {
  const byFunction = roles.map((role) => usesByFunction(program, role));
  return functions.flatMap((ref) => byFunction.flatMap((uses) => (uses.get(keyOf(ref)) ?? []).filter(({ value }) => runsIn(ref, program.fact(value)))));
}

/** The functions of the program that a value may be. */
export function functionsAt(value: ValueRef, program: Program): FunctionRef[] {
  return program.resolve(value).flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []));
}

/** The functions that an entity stands for in a chain: itself, or the members of a class that a framework runs. */
export function functionsOfEntity(program: Program, entity: Entity): FunctionRef[] {
  if (entity.kind === 'function') return [entity.ref];
  if (entity.kind !== 'class' && entity.kind !== 'instance') return [];
  const { file } = entity.ref;
  return program.classFact(entity.ref).members.flatMap((member) => (ENTRY_MEMBERS.has(member.name) && member.function >= 0 ? [{ file, id: member.function }] : []));
}

/** `withSession(handler)`, in place or held by a variable: the functions of the program that were called to make the value. */
export function makersOf(value: ValueRef, program: Program): FunctionRef[] {
  return [value, ...program.sourcesOf(value)].filter((each) => program.fact(each).kind === 'call').flatMap((call) => program.callees(call));
}

/** A function's name in maps. */
export function keyOf({ file, id }: FunctionRef): string {
  return `${file.facts.path}#${id}`;
}

/** The function in which a value stands; the module's own for what stands in none. */
export function functionAround({ file, id }: ValueRef): FunctionRef {
  return { file, id: file.functionAt(file.facts.values[id]!.start) };
}

/** A function with those written inside it: what it hands to others runs for it. */
export function withInner(ref: FunctionRef): FunctionRef[] {
  const { file, without } = ref;
  const inner = (shapeOf(file).inner.get(ref.id) ?? []).filter((id) => runsIn(ref, file.facts.functions[id]!));
  return [ref, ...inner.flatMap((id) => withInner(without === undefined ? { file, id } : { file, id, without }))];
}

/** Calls that stand directly in the function. */
export function callsIn(ref: FunctionRef): readonly ValueId[] {
  const { file, id, without } = ref;
  const calls = shapeOf(file).calls.get(id) ?? [];
  return without === undefined ? calls : calls.filter((call) => runsIn(ref, file.facts.values[call]!));
}

/** Does this part of the function, or of one written in it, run? */
export function runsIn({ without }: FunctionRef, part: { readonly start: number; readonly end: number }): boolean {
  return without === undefined || !without.some(({ start, end }) => part.start >= start && part.end <= end);
}

function partsOf({ without }: FunctionRef): string {
  return without === undefined ? '' : ` without ${without.map(({ start }) => start).join()}`;
}

interface FileShape {
  /** Function → functions written directly in it. */
  inner: ReadonlyMap<FunctionId, readonly FunctionId[]>;
  /** Function → calls directly in it. */
  calls: ReadonlyMap<FunctionId, readonly ValueId[]>;
}

const SHAPES = new WeakMap<LinkedFile, FileShape>();

function shapeOf(file: LinkedFile): FileShape {
  const known = SHAPES.get(file);
  if (known !== undefined) return known;
  const { facts } = file;
  const ids = facts.functions.map((_fact, id) => id).filter((id) => id > 0);
  const shape: FileShape = {
    inner: groupBy(ids, (id) => facts.functions[id]!.parent),
    calls: groupBy(facts.calls, (call) => file.functionAt(facts.values[call]!.start)),
  };
  SHAPES.set(file, shape);
  return shape;
}

const USES = new WeakMap<Program, Map<string, ReadonlyMap<string, readonly RoleSite[]>>>();

/** Uses in a role by the function that they stand in. */
export function usesByFunction(program: Program, role: string): ReadonlyMap<string, readonly RoleSite[]> {
  const byRole = USES.get(program) ?? new Map<string, ReadonlyMap<string, readonly RoleSite[]>>();
  USES.set(program, byRole);
  const known = byRole.get(role);
  if (known !== undefined) return known;
  const uses = groupBy(program.sitesOf(role), ({ value }) => keyOf({ file: value.file, id: value.file.functionAt(program.fact(value).start) }));
  byRole.set(role, uses);
  return uses;
}

/** In the order of the items. */
export function groupBy<Item, Key>(items: readonly Item[], keyOfItem: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    append(groups, key, item);
  }
  return groups;
}
