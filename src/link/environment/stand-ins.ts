/** Reads that stand in for a value that somebody may give: `options.url ?? process.env.X`, `connect(url = process.env.X)`. */
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { isConversion } from './fallback.js';

const MAXIMUM_CLIMB = 8;

/** @param names the variable that each known read reads, by `keyOf`. */
export function standsIn(link: Linking, read: FileValue, names: ReadonlyMap<number, string>): boolean {
  let value = read;
  for (let step = 0; step < MAXIMUM_CLIMB; step += 1) {
    const parentId = value.file.parentOf(value.id);
    if (parentId < 0) return false;
    const parent = sibling(value, parentId);
    const fact = factOf(parent);
    if (fact.kind === 'logical' && fact.operator !== '&&') {
      if (fact.right === value.id && isGiven(link, sibling(parent, fact.left), names)) return true;
    } else if (!isConversion(parent, value)) return false;
    value = parent;
  }
  return false;
}

/** Neither another variable nor written in the source. */
function isGiven(link: Linking, value: FileValue, names: ReadonlyMap<number, string>): boolean {
  const fact = factOf(value);
  if (fact.kind === 'logical') return isGiven(link, sibling(value, fact.left), names) || isGiven(link, sibling(value, fact.right), names);
  if (link.constants(value) !== null) return false;
  const root = rootOf(value);
  return ![root, ...link.sourcesOf(root)].some((source) => names.has(keyOf(source)));
}

/** `process.env.X` in `process.env.X?.trim()`, unless the call is itself a read. */
function rootOf(value: FileValue): FileValue {
  let current = value;
  for (let step = 0; step < MAXIMUM_CLIMB; step += 1) {
    const fact = factOf(current);
    const callee = fact.kind === 'call' && !fact.isNew ? factOf(sibling(current, fact.callee)) : null;
    if (callee?.kind !== 'member') return current;
    current = sibling(current, callee.object);
  }
  return current;
}
