/** The values that may stand in for another one unchanged: what a variable was set to, what a caller passed, what a function returned. */
import type { ValueRef } from '../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from './linking.js';
import { passedValues } from './resolve/passed-values.js';
import { importedValues } from './resolve/reference.js';
import { liveBranches } from './settled-conditions.js';
import { factOf, keyOf, sameValue } from './value-graph.js';

const MAXIMUM_SOURCES = 40;
const MAXIMUM_DEPTH = 40;
/** Uses of a function beyond these are not looked at. */
const MAXIMUM_USES = 24;

/** A call whose function the walk has gone into: its parameters are what this call passes, and not what others do. */
interface EnteredCall {
  call: FileValue;
  outer: EnteredCall | null;
}

/** A value of the walk, with the calls around it. */
interface Step {
  value: FileValue;
  within: EnteredCall | null;
}

/**
 * Leaves of the walk back through variables, imports, members, parameters, calls of the program and choices. What cannot be
 * followed further is a leaf itself, so the result is never empty.
 */
export function sourcesOf(link: Linking, ref: ValueRef): readonly ValueRef[] {
  const result = new Map<number, ValueRef>();
  collect(link, { value: indexed(ref), within: null }, 0, new Set(), result);
  return [...result.values()];
}

function collect(link: Linking, step: Step, depth: number, seen: Set<string>, result: Map<number, ValueRef>): void {
  const key = keyOf(step.value);
  const place = step.within === null ? `${key}` : `${key} ${keyOf(step.within.call)}`;
  if (seen.has(place)) return;
  seen.add(place);
  const next = depth > MAXIMUM_DEPTH || seen.size > 400 ? [] : stepsBack(link, step);
  if (next.length === 0) {
    if (result.size < MAXIMUM_SOURCES) result.set(key, step.value);
    return;
  }
  for (const source of next) collect(link, source, depth + 1, seen, result);
}

function stepsBack(link: Linking, { value, within }: Step): readonly Step[] {
  const fact = factOf(value);
  const entered = fact.kind === 'parameter' ? enteredCallOf(link, value, within) : null;
  if (entered !== null) return entered.passed.map((source) => ({ value: source, within: entered.outer }));
  const inner = fact.kind === 'call' ? { call: value, outer: within } : within;
  return directSources(link, value).map((source) => ({ value: source, within: inner }));
}

/** What the nearest entered call of the parameter's function passes to it; null when none of them calls that function. */
function enteredCallOf(link: Linking, parameter: FileValue, within: EnteredCall | null): { passed: FileValue[]; outer: EnteredCall | null } | null {
  const fact = factOf(parameter);
  if (within === null || fact.kind !== 'parameter') return null;
  const uses = link.usesOf({ file: parameter.file, id: fact.function });
  for (let entered: EnteredCall | null = within; entered !== null; entered = entered.outer) {
    const { call, outer } = entered;
    const use = uses.find((each) => sameValue(each.call, call));
    if (use !== undefined) return { passed: passedValues(use, fact.index).map(indexed), outer };
  }
  return null;
}

/** One step back; empty at a leaf. */
export function directSources(link: Linking, ref: FileValue): readonly FileValue[] {
  const fact = factOf(ref);
  switch (fact.kind) {
    case 'reference':
      return referenceSources(link, ref);
    case 'member':
      return memberSources(link, ref);
    case 'await':
    case 'cast':
      return [sibling(ref, fact.operand)];
    case 'conditional':
      return liveBranches(ref.file, fact).map((id) => sibling(ref, id));
    case 'logical':
      if (fact.operator === '&&') return [sibling(ref, fact.right)];
      if (fact.operator === 'default' && isAlwaysPassed(link, sibling(ref, fact.left))) return [sibling(ref, fact.left)];
      return [sibling(ref, fact.left), sibling(ref, fact.right)];
    case 'parameter':
      return passedToParameter(link, ref).flat();
    case 'call':
      return returnedValues(link, ref);
    default:
      return [];
  }
}

/** What each use of its function passes to a parameter; an empty list for a use that passes nothing. */
function passedToParameter(link: Linking, ref: FileValue): FileValue[][] {
  const fact = factOf(ref);
  if (fact.kind !== 'parameter') return [];
  const uses = link.usesOf({ file: ref.file, id: fact.function }).slice(0, MAXIMUM_USES);
  return uses.map((use) => passedValues(use, fact.index).map(indexed));
}

/** A parameter whose default is never used: the function is used, and every use passes something. */
function isAlwaysPassed(link: Linking, ref: FileValue): boolean {
  const passed = passedToParameter(link, ref);
  return passed.length > 0 && passed.every((values) => values.length > 0);
}

function referenceSources(link: Linking, ref: FileValue): readonly FileValue[] {
  const fact = factOf(ref);
  if (fact.kind !== 'reference' || fact.binding < 0) return [];
  if (ref.file.facts.bindings[fact.binding]?.kind === 'import') return importedValues(link, ref.file, fact.binding);
  return link.definitionsAt(ref.file, ref.id).map(indexed);
}

function memberSources(link: Linking, ref: FileValue): readonly FileValue[] {
  const fact = factOf(ref);
  if (fact.kind !== 'member' || fact.name === null) return [];
  const { name } = fact;
  const values = link.resolve(sibling(ref, fact.object)).flatMap((entity) => {
    if (entity.kind === 'module') return link.exportedValues(entity.file as FileValue['file'], name);
    return link.memberValues(entity, name);
  });
  return values.map(indexed).flatMap(throughGetter);
}

/** A getter's value is what it returns. */
function throughGetter(value: FileValue): FileValue[] {
  const fact = factOf(value);
  const declaration = fact.kind === 'function' ? value.file.facts.functions[fact.function] : undefined;
  return declaration?.kind === 'getter' ? declaration.returns.map((returned) => sibling(value, returned)) : [value];
}

/** What the functions of the program that a call runs may return; none when one of them is not known. */
function returnedValues(link: Linking, call: FileValue): readonly FileValue[] {
  const fact = factOf(call);
  if (fact.kind !== 'call' || fact.isNew) return [];
  const entities = link.resolve(sibling(call, fact.callee));
  if (!entities.every((entity) => entity.kind === 'function')) return [];
  return link.callees(call).flatMap((callee) => {
    const { file, id } = indexed({ file: callee.file, id: callee.id });
    return (file.facts.functions[id]?.returns ?? []).map((returned): FileValue => ({ file, id: returned }));
  });
}
