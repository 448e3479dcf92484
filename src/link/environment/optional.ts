/** Variables that the program knows how to do without: once a package takes another way when one is missing, all its reads may. */
import type { ValueRef } from '../../contracts/program.js';
import { type Linking, indexed } from '../linking.js';
import { type HandledAbsence, absenceHandledAt } from './absence.js';
import { isRequiredName } from './names.js';
import { conditionOnItself } from './same-variable.js';

interface Read {
  name: string;
  value: ValueRef;
  via: string;
  entry?: boolean;
}

/** Looks up the place that deals with the absence of a required variable, at the read or elsewhere in its package. */
export function handledAbsences(link: Linking, reads: readonly Read[], names: ReadonlyMap<number, string>): (read: Read) => ValueRef | null {
  const own = new Map<Read, HandledAbsence>();
  const shared = new Map<string, ValueRef>();
  for (const read of reads) {
    if (read.entry === true || read.name === '' || !isRequiredName(read.name, read.via)) continue;
    const handled = handledHere(link, read, names);
    if (handled === null) continue;
    own.set(read, handled);
    if (handled.decides && !shared.has(packageKey(read))) shared.set(packageKey(read), handled.at);
  }
  return (read) => own.get(read)?.at ?? (read.entry === true ? null : (shared.get(packageKey(read)) ?? null));
}

function handledHere(link: Linking, read: Read, names: ReadonlyMap<number, string>): HandledAbsence | null {
  const value = indexed(read.value);
  const handled = absenceHandledAt(link, value);
  if (handled !== null) return handled;
  const condition = conditionOnItself(link, value, read.name, names);
  return condition === null ? null : { at: condition, decides: true };
}

function packageKey(read: Read): string {
  return `${read.value.file.package.directory}\u0000${read.name}`;
}
