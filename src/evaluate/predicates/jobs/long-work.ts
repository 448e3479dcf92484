/** `work.*`: long work, and whether a request waits for it. */
import { answerOf, NO, YES, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf } from '../../file-uses.js';
import { functionAround } from '../../reach/reach.js';
import { wayFromRoute } from '../../reach/request-reach.js';
import type { Site } from '../../site.js';
import { mayBeLong } from '../../work/long-lists.js';
import { splitWords } from '../../names/name-words.js';
import { longWork } from '../../work/long-work.js';
import type { LongWork } from '../../work/long-work.js';
import { requestWaitingFor } from '../../work/request-waits.js';
import type { Predicate } from '../index.js';

/** Places that a finding shows. */
const MAXIMUM_PLACES = 6;
/** What is asked for is the work itself, whatever the method. */
const DOES = /\/(?:\w*[-_])?(?:sync|synchronize|import|refresh|crawl|scan|rebuild|reindex|backfill|process|generate|migrate)\w*(?:\/|$)/i;

/** `work.kind`, with `mail`, `document`, `models` (several answers of a model) or `list` (a service is called for each element). */
export const workKind: Predicate = (site, operand, evaluation) => answerOf(workAt(site, evaluation)?.kind === operand);

/** `work.many`: the list for each element of which a service is called may be long; `no` where nothing says so, and for other kinds of work. */
export const workMany: Predicate = (site, _operand, evaluation) => {
  const list = workAt(site, evaluation)?.list ?? null;
  return answerOf(list !== null && mayBeLong(list, evaluation.program));
};

/**
 * `work.waited`: a request waits for it on the way that is shown; of what is read element by element only where the method changes something.
 * Who asks for a test of the mail waits to hear whether it went.
 */
export const workWaited: Predicate = (site, _operand, evaluation) => {
  const work = workAt(site, evaluation);
  const { program } = evaluation;
  const way = work === undefined ? null : requestWaitingFor(work.value, program);
  if (work === undefined || way === null) return NO;
  if (work.kind === 'mail' && [...(way.steps.length === 0 ? [way.route.path] : []), program.functionFact(functionAround(work.value)).name].some((name) => splitWords(name).includes('test'))) return NO;
  if (work.kind === 'list' && way.route.method === 'GET' && !DOES.test(way.route.path)) return NO;
  return yes({ reason: 'a request waits for it', related: (wayFromRoute(program, functionAround(work.value)) ?? []).slice(0, MAXIMUM_PLACES) });
};

/** `work.queued`, with names of packages: somewhere in the repository there is a queue, by its use or by one of these dependencies. */
export const workQueued: Predicate = (_site, operand, { program }) => {
  if (!Array.isArray(operand)) throw new Error('work.queued takes a list of packages');
  const names = new Set<unknown>(operand);
  if (program.sitesOf('job.add').length > 0 || program.sitesOf('job.queue.create').length > 0) return YES;
  if (program.packages.some(({ dependencies }) => dependencies.some(({ name }) => names.has(name)))) return YES;
  return answerOf([...program.files.values()].some(({ facts }) => facts.imports.some(({ specifier }) => names.has(specifier))));
};

const BY_VALUE = new WeakMap<readonly LongWork[], ReadonlyMap<string, LongWork>>();

function workAt({ value }: Site, evaluation: Evaluation): LongWork | undefined {
  const all = longWork(evaluation);
  let known = BY_VALUE.get(all);
  if (known === undefined) BY_VALUE.set(all, (known = new Map(all.map((work) => [keyOf(work.value), work]))));
  return value === null ? undefined : known.get(keyOf(value));
}
