/** Helpers of the program that read a variable by a name they are given: `getEnv('PORT', '3000')`. Their callers are the reads. */
import { writtenName } from '../../contracts/written-name.js';
import type { ValueId } from '../../contracts/facts.js';
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { argumentAt } from '../resolve/passed-values.js';
import { factOf } from '../value-graph.js';
import { type Fallback, NO_FALLBACK, classify, fallbackOf } from './fallback.js';

interface Extent {
  start: number;
  end: number;
}

export interface WrappedRead {
  name: string;
  value: ValueRef;
  fallback: Fallback;
  /** The helper throws when the variable is missing. */
  checkedBy: ValueRef | null;
}

/** Calls of the helper that holds a read with a computed name; null when it is no helper. */
export function wrappedReads(link: Linking, site: RoleSite, nameValue: FileValue): WrappedRead[] | null {
  const parameter = parameterOf(link, nameValue);
  if (parameter === null) return null;
  const { file } = nameValue;
  const calls = link.callersOf({ file, id: parameter.function });
  if (calls.length === 0) return null;
  const inner = fallbackOf(link, indexed(site.value));
  const throws = throwsWhenMissing(indexed(site.value), parameter.function);
  return calls.flatMap((call): WrappedRead[] => {
    const argument = argumentAt(call, parameter.index);
    const names = argument === null ? null : link.constants(argument);
    const [name] = names ?? [];
    if (typeof name !== 'string') return [];
    const own = fallbackOf(link, indexed(call));
    const passed = passedFallback(link, inner, call, parameter.function);
    return [{ name, value: call, fallback: own.kind === 'none' ? passed : own, checkedBy: throws && passed.kind === 'none' ? call : null }];
  });
}

function parameterOf(link: Linking, value: FileValue): { function: number; index: number } | null {
  const fact = factOf(value);
  if (fact.kind === 'parameter') return { function: fact.function, index: fact.index };
  if (fact.kind === 'cast') return parameterOf(link, sibling(value, fact.operand));
  if (fact.kind !== 'reference') return null;
  const definitions = link.definitionsAt(value.file, value.id);
  const only = definitions.length === 1 ? factOf(definitions[0]!) : null;
  return only?.kind === 'parameter' ? { function: only.function, index: only.index } : null;
}

/** The helper's fallback is its own constant, or a parameter that the caller may give. */
function passedFallback(link: Linking, inner: Fallback, call: ValueRef, functionId: number): Fallback {
  if (inner.value === null) return inner;
  const parameter = parameterOf(link, indexed(inner.value));
  if (parameter === null || parameter.function !== functionId) return inner;
  const argument = argumentAt(call, parameter.index);
  return argument === null ? NO_FALLBACK : classify(link, argument);
}

/** What a check is called that the variable is handed to: `validate(key, { schema, value: process.env[key] })`. */
const CHECKS = /^(?:validate|assert|ensure|require|attempt|invariant|check|must)/i;

/** Somewhere in the helper a throw stands behind a condition, it ends the program, a check takes the variable, or it answers with an object that says what is missing. */
function throwsWhenMissing(read: FileValue, functionId: number): boolean {
  const { file } = read;
  const within = file.facts.functions[functionId];
  if (within === undefined) return false;
  const conditional = file.facts.blocks.some(
    (block) => block.kind === 'then' && block.exits && block.exitKind === 'throw' && block.start >= within.start && block.end <= within.end,
  );
  return conditional || within.throws.length > 0 || isHandedToCheck(read) || file.facts.calls.some((call) => file.functionAt(file.facts.values[call]!.start) === functionId && endsProgram(file, call)) || within.returns.some((value) => tellsEither(file, value)) || listsMissing(file, functionId);
}

/** `if (!value) missing.push(name)`, and a list that is not empty stops the program: `if (missing.length > 0) throw …`. */
function listsMissing(file: IndexedFile, functionId: number): boolean {
  const { bindings, blocks, calls, values } = file.facts;
  return calls.some((call) => {
    const fact = values[call]!;
    const callee = fact.kind === 'call' && file.functionAt(fact.start) === functionId ? values[fact.callee] : undefined;
    const list = callee?.kind === 'member' && /^(?:push|add)$/.test(callee.name ?? '') ? values[callee.object] : undefined;
    if (list?.kind !== 'reference' || list.binding < 0 || bindings[list.binding]!.function === functionId) return false;
    return bindings[list.binding]!.uses.some((use) => blocks.some((block) => block.kind === 'then' && isWithin(values[block.condition], values[use]!) && stopsProgram(file, block)));
  });
}

function isWithin(outer: Extent | undefined, inner: Extent): boolean {
  return outer !== undefined && inner.start >= outer.start && inner.end <= outer.end;
}

/** It throws, or ends the process. */
function stopsProgram(file: IndexedFile, block: IndexedFile['facts']['blocks'][number]): boolean {
  return (block.exits && block.exitKind === 'throw') || file.facts.calls.some((call) => isWithin(block, file.facts.values[call]!) && endsProgram(file, call));
}

function isHandedToCheck({ file, id }: FileValue): boolean {
  for (let child = id, parent = file.parentOf(id), step = 0; parent >= 0 && step < 4; child = parent, parent = file.parentOf(parent), step += 1) {
    const fact = file.facts.values[parent]!;
    if (fact.kind === 'call') return fact.callee !== child && CHECKS.test(writtenName(file.facts.values[fact.callee]) ?? '');
  }
  return false;
}

/** `process.exit(1)`, also where its result is given back. */
function endsProgram(file: IndexedFile, call: ValueId): boolean {
  const fact = file.facts.values[call]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  const object = callee?.kind === 'member' && callee.name === 'exit' ? file.facts.values[callee.object] : undefined;
  return object?.kind === 'reference' && object.name === 'process';
}

/** `value ? { value } : { missing: name }`: whoever calls has to look which of the two it is. */
function tellsEither(file: IndexedFile, value: ValueId): boolean {
  const fact = file.facts.values[value]!;
  return fact.kind === 'conditional' && file.facts.values[fact.whenTrue]?.kind === 'object' && file.facts.values[fact.whenFalse]?.kind === 'object';
}

/** The value that names the variable, when it is computed: the index of the member, or the argument. */
export function computedName(link: Linking, site: RoleSite): FileValue | null {
  const fact = factOf(site.value);
  if (fact.kind === 'member' && fact.index >= 0) return sibling(site.value, fact.index);
  const argument = link.argument(site, 'name');
  return argument === null ? null : indexed(argument);
}
