/** Writes of one function that belong together: either of them without the other leaves the data wrong. */
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { keyOf } from '../file-uses.js';
import { writesOutcome } from './names.js';
import { inExtent, isWithin, loopAround, mayFollow } from './places.js';
import { signsOf } from './signs.js';
import { entityNamesOf, isAside, targetOf, writesIn } from './writes.js';
import type { Write } from './writes.js';

export interface Pair {
  readonly first: Write;
  readonly second: Write;
  /** `outcome`: the second uses what the first has made. `transfer`: what one takes the other gives, or makes something of. `replacement`: what the first deletes the second makes anew. `count`: one adds a row, the other counts it elsewhere. `cascade`: the rows of one and then the one. */
  readonly tie: 'outcome' | 'transfer' | 'replacement' | 'cascade' | 'count';
}

const MEMO = new WeakMap<LinkedFile, ReadonlyMap<string, Pair>>();

/** The pair that a write begins; a function has one at most. */
export function pairFrom(value: ValueRef, program: Program): Pair | undefined {
  const { file } = value;
  let pairs = MEMO.get(file);
  if (pairs === undefined) MEMO.set(file, (pairs = pairsIn(file, program)));
  return pairs.get(keyOf(value));
}

function pairsIn(file: LinkedFile, program: Program): ReadonlyMap<string, Pair> {
  const writes = writesIn(file, program).filter((write) => write.function > 0);
  const found = new Map<string, Pair>();
  const told: Write[] = [];
  writes.forEach((first, index) => {
    if (told.some((other) => isWithin(file, first.function, other.function))) return;
    const extent = file.facts.functions[first.function]!;
    for (let at = index + 1; at < writes.length && writes[at]!.start < extent.end; at += 1) {
      const second = writes[at]!;
      if (!isWithin(file, second.function, first.function) || second.top === first.top || !mayFollow(file, first.start, second.start)) continue;
      const tie = tieOf(first, second);
      if (tie === null || isUndone(first, writes)) continue;
      found.set(keyOf(first.value), { first, second, tie });
      told.push(first);
      return;
    }
  });
  return found;
}

function tieOf(first: Write, second: Write): Pair['tie'] | null {
  if (first.operation === 'delete' && second.operation === 'delete') return isCascade(first, second) ? 'cascade' : null;
  if (isAside(first) || isAside(second)) return null;
  const isSame = targetOf(first) !== null && targetOf(first) === targetOf(second);
  const signs = [signsOf(first), signsOf(second)] as const;
  if ((signs[0].has('-') && signs[1].has('+')) || (signs[0].has('+') && signs[1].has('-'))) return 'transfer';
  if (isSame) return isReplacement(first, second) ? 'replacement' : null;
  if ((first.operation === 'create' && signs[1].has('-')) || (signs[0].has('-') && second.operation === 'create')) return 'transfer';
  // What is changed twice may be changed again; what is missing nobody knows of.
  const isMade = first.operation === 'create' || (first.operation === 'update' && second.operation === 'create');
  if (isMade && writesOutcome(first, second)) return 'outcome';
  return first.operation === 'create' && second.operation === 'update' && signs[1].has('+') ? 'count' : null;
}

/** `DELETE FROM members WHERE organization_id = …`, then `organization.delete({ where: { id } })`. */
function isCascade(first: Write, second: Write): boolean {
  if (!second.columns.some((column) => /^"?_?id"?$/i.test(column))) return false;
  return first.columns.some((column) => {
    const owner = REFERENCE.exec(column)?.[1]?.replace(/_/g, '').toLowerCase();
    return owner !== undefined && owner !== '' && entityNamesOf(second).some((entity) => [owner, `${owner}s`].includes(entity.replace(/_/g, '').toLowerCase()));
  });
}

const REFERENCE = /^(\w+?)(?:_id|Id)$/;

/** All rows of something are deleted and written anew; not one by one, and not those alone that are no longer wanted. */
function isReplacement(first: Write, second: Write): boolean {
  const { file } = first.value;
  if (first.operation !== 'delete' || second.operation !== 'create' || loopAround(file, first.start, first.function) !== null) return false;
  return !NEGATED.test(first.statement ?? '') && !namesIn(file, first.top, 0).some((name) => NEGATED_NAME.test(name));
}

const NEGATED = /\bnot\s+in\b|<>|!=/i;
const NEGATED_NAME = /^(?:not|notIn|whereNot|whereNotIn|notInArray|ne|\$nin|\$ne|Not|\$not)$/;
const MAXIMUM_DEPTH = 8;

/** Names of what is called and of properties, through a chain and its arguments. */
function namesIn(file: LinkedFile, id: ValueId, depth: number): string[] {
  const fact = id === NONE || depth > MAXIMUM_DEPTH ? undefined : file.facts.values[id]!;
  if (fact?.kind === 'call') return [fact.callee, ...fact.args].flatMap((each) => namesIn(file, each, depth + 1));
  if (fact?.kind === 'member') return [fact.name ?? '', ...namesIn(file, fact.object, depth + 1)];
  if (fact?.kind === 'reference') return [fact.name];
  return fact?.kind === 'object' ? fact.properties.flatMap(({ name, value }) => [name ?? '', ...namesIn(file, value, depth + 1)]) : [];
}

/** Where something fails the first is deleted again. */
function isUndone(first: Write, writes: readonly Write[]): boolean {
  const { file } = first.value;
  const around = file.facts.functions[first.function]!;
  return writes.some((other) => other.operation === 'delete' && inExtent(other.start, around) && other.start > first.start && targetOf(other) === targetOf(first) && isInCatch(file, other.start));
}

function isInCatch(file: LinkedFile, offset: number): boolean {
  for (let block = file.blockAt(offset); block >= 0; block = file.facts.blocks[block]!.parent) if (file.facts.blocks[block]!.kind === 'catch') return true;
  return false;
}
