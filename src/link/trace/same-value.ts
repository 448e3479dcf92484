/** Whether two expressions name one and the same value. */
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf, unwrap } from '../value-graph.js';

/** Methods that change a text in ways that keep an allow-list check valid. */
const NEUTRAL_METHODS = new Set(['toLowerCase', 'toUpperCase', 'trim', 'toString', 'normalize']);

/** Do two expressions of one file name the same value: the same variable, or the same path of members from it? */
export function isSame(link: Linking, a: FileValue, b: FileValue): boolean {
  if (a.file !== b.file) return false;
  const first = stripNeutral(unwrap(a) as FileValue);
  const second = stripNeutral(unwrap(b) as FileValue);
  if (first.id === second.id) return true;
  const x = factOf(first);
  const y = factOf(second);
  if (x.kind === 'reference' && y.kind === 'reference') return x.binding >= 0 && x.binding === y.binding;
  if (x.kind === 'this' && y.kind === 'this') return x.class === y.class;
  if (x.kind !== 'member' || y.kind !== 'member' || x.name === null || x.name !== y.name) return false;
  return isSame(link, sibling(first, x.object), sibling(second, y.object));
}

function stripNeutral(ref: FileValue): FileValue {
  const fact = factOf(ref);
  if (fact.kind === 'logical' && (fact.operator === 'default' || fact.operator === '??' || fact.operator === '||')) {
    return stripNeutral(unwrap(sibling(ref, fact.left)) as FileValue);
  }
  if (fact.kind !== 'call') return ref;
  const callee = factOf(sibling(ref, fact.callee));
  if (callee.kind === 'member' && callee.name !== null && NEUTRAL_METHODS.has(callee.name)) {
    return stripNeutral(unwrap(sibling(ref, callee.object)) as FileValue);
  }
  const isString = callee.kind === 'reference' && callee.binding < 0 && callee.name === 'String';
  return isString && fact.args[0] !== undefined ? stripNeutral(unwrap(sibling(ref, fact.args[0])) as FileValue) : ref;
}
