/** Variables that the program knows how to do without: once a package takes another way when one is missing, all its reads may. */
import type { ValueRef } from '../../contracts/program.js';
import { type Linking, indexed } from '../linking.js';
import { type HandledAbsence, absenceHandledAt } from './absence.js';
import { isRequiredName, normalisedName } from './names.js';
import { conditionOnItself, conditionOnSibling } from './same-variable.js';

interface Read {
  name: string;
  value: ValueRef;
  via: string;
  entry?: boolean;
}

/** Parts of what an address says in one: `DATABASE_HOST` is needless where `DATABASE_URL` is set. */
const PART = /_(HOST|PORT|USER|USERNAME|PASS|PASSWORD|NAME|DATABASE|DB)$/;
const WHOLE = ['_URL', '_URI', '_CONNECTION_STRING'];

/**
 * Looks up the place that deals with the absence of a required variable, at the read or elsewhere in its package.
 *
 * @param written variables that the program sets, with the place.
 */
export function handledAbsences(
  link: Linking,
  reads: readonly Read[],
  names: ReadonlyMap<number, string>,
  written: ReadonlyMap<string, ValueRef>,
): (read: Read) => ValueRef | null {
  const own = new Map<Read, HandledAbsence>();
  const shared = new Map<string, ValueRef>();
  for (const read of reads) {
    if (read.entry === true || read.name === '' || !isRequiredName(read.name, read.via)) continue;
    const handled = handledHere(link, read, names);
    if (handled === null) continue;
    own.set(read, handled);
    const key = packageKey(read, read.name);
    if (handled.decides && !shared.has(key)) shared.set(key, handled.at);
  }
  return (read) => {
    const here = own.get(read)?.at ?? null;
    if (here !== null || read.entry === true) return here;
    return shared.get(packageKey(read, read.name)) ?? written.get(read.name) ?? addressInstead(read, shared);
  };
}

function handledHere(link: Linking, read: Read, names: ReadonlyMap<number, string>): HandledAbsence | null {
  const value = indexed(read.value);
  const handled = absenceHandledAt(link, value);
  if (handled !== null) return handled;
  const condition = conditionOnItself(link, value, read.name, names);
  if (condition !== null) return { at: condition, decides: true };
  const other = conditionOnSibling(link, value, read.name, names);
  return other === null ? null : { at: other, decides: false };
}

/** The place that deals with the absence of the address of which the variable names a part. */
function addressInstead(read: Read, shared: ReadonlyMap<string, ValueRef>): ValueRef | null {
  const name = normalisedName(read.name);
  if (!PART.test(name)) return null;
  const stem = name.replace(PART, '');
  const found = WHOLE.map((ending) => shared.get(packageKey(read, stem + ending)));
  return found.find((place) => place !== undefined) ?? null;
}

function packageKey(read: Read, name: string): string {
  return `${read.value.file.package.directory}\u0000${name}`;
}
