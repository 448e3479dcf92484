/** Helpers of the program that read a variable by a name they are given: `getEnv('PORT', '3000')`. Their callers are the reads. */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { argumentAt } from '../resolve/passed-values.js';
import { factOf } from '../value-graph.js';
import { type Fallback, NO_FALLBACK, classify, fallbackOf } from './fallback.js';

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

/** Somewhere in the helper a throw stands behind a condition, or the read's fallback never returns. */
function throwsWhenMissing(read: FileValue, functionId: number): boolean {
  const { file } = read;
  const within = file.facts.functions[functionId];
  if (within === undefined) return false;
  const conditional = file.facts.blocks.some(
    (block) => block.kind === 'then' && block.exits && block.exitKind === 'throw' && block.start >= within.start && block.end <= within.end,
  );
  return conditional || within.throws.length > 0;
}

/** The value that names the variable, when it is computed: the index of the member, or the argument. */
export function computedName(link: Linking, site: RoleSite): FileValue | null {
  const fact = factOf(site.value);
  if (fact.kind === 'member' && fact.index >= 0) return sibling(site.value, fact.index);
  const argument = link.argument(site, 'name');
  return argument === null ? null : indexed(argument);
}
