/** How a call runs its function, whichever way it says so: `f(x)`, `f.call(self, x)`, `f.apply(self, [x])`. */
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

export interface Invocation {
  /** What runs. */
  callee: FileValue;
  /** The API paths that it is known by; none for a method that was taken from a prototype or a literal. */
  paths: readonly string[];
  /** Its name where it is a method. */
  method: string | null;
  /** What the method runs on. */
  receiver: FileValue | null;
  /** Its arguments as far as they are written out. */
  args: readonly FileValue[];
  /** The list that holds the others: `f.apply(self, list)`. */
  list: FileValue | null;
}

/** @returns null for what is no call */
export function invocationOf(link: Linking, call: FileValue): Invocation | null {
  const fact = factOf(call);
  if (fact.kind !== 'call') return null;
  const callee = sibling(call, fact.callee);
  const paths = link.apiPaths(callee);
  const args = fact.args.map((id) => sibling(call, id));
  const member = factOf(callee);
  if (member.kind !== 'member') return { callee, paths, method: null, receiver: null, args, list: null };
  const object = sibling(call, member.object);
  if (!fact.isNew && (member.name === 'call' || member.name === 'apply')) {
    const known = link.apiPaths(object);
    if (isTaken(object, known) || known.some((path) => link.models.flows(path).length > 0)) return handedOver(object, known, member.name, args);
  }
  return { callee, paths, method: member.name, receiver: object, args, list: null };
}

/** `Array.prototype.slice`, `[].concat`: a method without the object that it is to run on. */
function isTaken(value: FileValue, paths: readonly string[]): boolean {
  const fact = factOf(value);
  if (fact.kind !== 'member') return false;
  const owner = factOf(sibling(value, fact.object));
  return owner.kind === 'array' || owner.kind === 'literal' || paths.some((path) => path.includes('.prototype.'));
}

/** With the object to run on as the first argument, and the others after it or in a list. */
function handedOver(callee: FileValue, known: readonly string[], how: 'call' | 'apply', [receiver, ...others]: readonly FileValue[]): Invocation {
  const fact = factOf(callee);
  const method = fact.kind === 'member' ? fact.name : null;
  const common = { callee, paths: isTaken(callee, known) ? [] : known, method, receiver: receiver ?? null };
  const list = how === 'apply' ? (others[0] ?? null) : null;
  if (list === null) return { ...common, args: how === 'call' ? others : [], list: null };
  const written = factOf(list);
  if (written.kind !== 'array') return { ...common, args: [], list };
  return { ...common, args: written.elements.map((id) => sibling(list, id)), list: null };
}
