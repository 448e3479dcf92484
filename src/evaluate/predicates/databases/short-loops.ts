/**
 * Loops over rows of which a reader says that they stay short: over what people fill by hand, a small number that is written, a batch;
 * a search that ends at the first hit; work that a scheduler starts. And statements that are only a part of another one.
 */
import type { RelatedLocation } from '../../../contracts/audit.js';
import { NONE } from '../../../contracts/facts.js';
import type { DataQuery, LinkedFile, Program } from '../../../contracts/program.js';
import type { Extent } from '../../failures/code-events.js';
import { mayGrow } from '../../tables/growing-tables.js';
import { splitWords } from '../../names/name-words.js';
import { writtenName } from '../../../contracts/written-name.js';

/** A handful: nobody minds a query for each of them. */
const MAXIMUM_HANDFUL = 10;
const BATCH = /batch|chunk/i;

/** Tables of definitions, a limit that is a handful, or one that names a batch. */
export function staysShort(query: DataQuery, program: Program): boolean {
  if (query.entities.length > 0 && query.entities.every((entity) => !mayGrow(entity))) return true;
  const limits = program.rolesAt(query.value).filter(({ role }) => role === 'list.query').flatMap((site) => program.argumentList(site, 'limit'));
  return limits.some((limit) => {
    const constants = program.constants(limit);
    return BATCH.test(program.describe(limit)) || (constants !== null && constants.length > 0 && constants.every((value) => typeof value === 'number' && value <= MAXIMUM_HANDFUL));
  });
}

/** `user.roles`: what hangs on one row, by a name that says that it is few. */
export function namesFew(member: string): boolean {
  return !mayGrow(splitWords(member).join('_'));
}

const WORK = /^_*(?:send|notify|report|delete|remove|detach|cancel|publish|emit|sync|import|export|archive|restore|move|copy|duplicate|invite|revoke|disconnect|migrate)(?![a-z])/;

/** `sendEvent`, `detachLink`: what is done to each row, which one statement seldom does. */
export function namesWork(functionName: string): boolean {
  return WORK.test(functionName);
}

const SCHEDULED = /(?:^|[/_.-])(?:crons?|scheduler|scheduled)(?:[/_.-]|$)/i;

/** The route stands where a scheduler's are: `api/cron/…`. */
export function isScheduled(way: readonly RelatedLocation[]): boolean {
  return way.some(({ location, text }) => SCHEDULED.test(location.path) || SCHEDULED.test(text));
}

/** The loop is left at the first row that fits. A `return` in a loop mostly refuses what does not fit. */
export function endsAtFirstHit(file: LinkedFile, { start, end }: Extent): boolean {
  const { blocks } = file.facts;
  return blocks.some((block) => block.kind === 'loop' && block.start >= start && block.end <= end && blocks.some((inner) => isWayOut(inner, block, file)));
}

function isWayOut(inner: LinkedFile['facts']['blocks'][number], loop: LinkedFile['facts']['blocks'][number], { facts }: LinkedFile): boolean {
  if (inner.start <= loop.start || inner.end > loop.end || inner.function !== loop.function) return false;
  return inner.exitKind === 'break' && facts.blocks[inner.parent] === loop;
}

/** Methods of builders that take another statement in. */
const TAKES_IN = /^(?:with|withRecursive|withMaterialized|from|into|union|unionAll|intersect|except|join|\w+Join|(?:or|and)?where\w*|having\w*|select|exists|notExists|in|inArray|notInArray|insert)$/i;

/** The statement is given to another one, which alone is sent. */
export function isPartOfStatement({ value: { file, id } }: DataQuery): boolean {
  for (let top = id, parent = file.parentOf(id); parent !== NONE; top = parent, parent = file.parentOf(parent)) {
    const fact = file.facts.values[parent]!;
    if (fact.kind === 'call' && fact.callee !== top) {
      const name = writtenName(file.facts.values[fact.callee]);
      return name !== null && TAKES_IN.test(name);
    }
    if (fact.kind !== 'member' && fact.kind !== 'call') return false;
  }
  return false;
}
