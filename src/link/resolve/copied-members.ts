/** Objects whose members are made one by one of those of another: `for (const name of Object.keys(handlers)) wrapped[name] = wrap(handlers[name])`. */
import { withoutCasts } from '../../contracts/casts.js';
import type { BindingId, ValueId } from '../../contracts/facts.js';
import type { IndexedFile } from '../indexed-file.js';

/** Calls in which a member may be wrapped. */
const MAXIMUM_WRAPPERS = 3;

/** The binding of what the members of a value are made of, under the same names; -1 when it is not made so. */
export function copiedFrom(file: IndexedFile, value: ValueId): BindingId {
  const fact = withoutCasts(file, value);
  const uses = fact?.kind === 'reference' && fact.binding >= 0 ? file.facts.bindings[fact.binding]!.uses : [];
  for (const use of uses) {
    for (const write of file.memberWritesOn(use)) {
      const key = write.name === null ? bindingOf(file, write.index) : -1;
      const from = key < 0 ? -1 : memberOfSameName(file, write.value, key, 0);
      if (from >= 0) return from;
    }
  }
  return -1;
}

/** `handlers[name]`, as it is, kept in a variable, or given to functions that wrap it. */
function memberOfSameName(file: IndexedFile, value: ValueId, key: BindingId, depth: number): BindingId {
  const fact = withoutCasts(file, value);
  if (fact?.kind === 'member' && fact.name === null && bindingOf(file, fact.index) === key) return bindingOf(file, fact.object);
  if (depth >= MAXIMUM_WRAPPERS) return -1;
  const inner = fact?.kind === 'call' && !fact.isNew ? fact.args : fact?.kind === 'reference' ? onlyWrite(file, fact.binding) : [];
  for (const id of inner) {
    const from = memberOfSameName(file, id, key, depth + 1);
    if (from >= 0) return from;
  }
  return -1;
}

function bindingOf(file: IndexedFile, value: ValueId): BindingId {
  const fact = withoutCasts(file, value);
  return fact?.kind === 'reference' ? fact.binding : -1;
}

function onlyWrite(file: IndexedFile, binding: BindingId): ValueId[] {
  const writes = file.facts.bindings[binding]?.writes ?? [];
  return writes.length === 1 ? [writes[0]!.value] : [];
}
