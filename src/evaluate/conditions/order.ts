/** `preceded-by` and `followed-by`: what happens before and after the site. */
import type { BlockId } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, RoleSite, ValueRef } from '../../contracts/program.js';
import { every, NO, some, unknown } from '../answer.js';
import { entryPoints } from '../entry-points.js';
import type { Answer } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { roleMatcher } from '../role-query.js';
import type { RoleMatcher } from '../role-query.js';
import type { Site } from '../site.js';

const MAX_CALL_DEPTH = 4;
/** Helpers around a site, each giving back what the inner one gives, whose callers are looked at. */
const MAX_RETURNS = 2;
const MAX_CALLERS = 24;
/** Functions looked into for one site; a deep program has more ways than anybody would follow by hand. */
const MAX_FUNCTIONS = 200;

export const precededBy: ConditionWord<'preceded-by'> = (query, compiler) => {
  const matcher = roleMatcher(query, compiler);
  return (site, evaluation) => (site.value === null ? NO : new Before(matcher, site, evaluation).isReachedAfter(site.value, 0));
};

/** Later in the same function or in a function inside it, on some path. */
export const followedBy: ConditionWord<'followed-by'> = (query, compiler) => {
  const matcher = roleMatcher(query, compiler);
  return (site, evaluation) => (site.value === null ? NO : happensAfter(site.value, matcher, site, evaluation, 0));
};

/** After the value in its function, or after each call of a function that gives it back, or that was handed what both are to have in common. */
function happensAfter(value: ValueRef, matcher: RoleMatcher, site: Site, evaluation: Evaluation, depth: number): Answer {
  const { file } = value;
  const { end, start } = evaluation.program.fact(value);
  const around = file.functionAt(start);
  const later = usesInFile(file, matcher, evaluation).filter((use) => {
    const position = evaluation.program.fact(use.value).start;
    return position >= end && isInside(file, file.functionAt(position), around);
  });
  const here = some(later.map((use) => matcher.matches(use, site, evaluation)));
  if (here.truth === 'yes' || around === 0 || depth >= MAX_RETURNS || !(matcher.comparesArgument || isGivenBack(value, { file, id: around }, evaluation))) return here;
  const callers = evaluation.program.callersOf({ file, id: around }).slice(0, MAX_CALLERS);
  if (callers.length === 0) return here;
  const answers = callers.map((caller) => happensAfter(caller, matcher, site, evaluation, depth + 1));
  const after = every(answers);
  return after.truth === 'no' && answers.some((answer) => answer.truth === 'yes') ? unknown('whether it happens after every call of the helper') : some([here, after]);
}

/** Does the function return what the site gives? */
function isGivenBack(value: ValueRef, around: FunctionRef, { program }: Evaluation): boolean {
  return program.functionFact(around).returns.some((returned) =>
    program.sourcesOf({ file: value.file, id: returned }).some((source) => source.file === value.file && source.id === value.id),
  );
}

function usesInFile(file: LinkedFile, matcher: RoleMatcher, evaluation: Evaluation): RoleSite[] {
  return matcher.roles.flatMap((role) => evaluation.program.sitesOf(role)).filter((use) => use.value.file === file);
}

function isInside(file: LinkedFile, inner: number, outer: number): boolean {
  for (let id = inner; id >= 0; id = file.facts.functions[id]?.parent ?? -1) {
    if (id === outer) return true;
    if (id === 0) return false;
  }
  return false;
}

/** Looks for a use that happens on every path to a value. */
class Before {
  /** By function and offset, as far as depth allowed when it was first asked. */
  private readonly known = new Map<string, Answer>();

  constructor(
    private readonly matcher: RoleMatcher,
    private readonly site: Site,
    private readonly evaluation: Evaluation,
  ) {}

  /** Earlier in the same function, in a middleware that runs before it, or before every call of the function. */
  isReachedAfter(value: ValueRef, depth: number): Answer {
    const { file } = value;
    const around = file.functionAt(this.startOf(value));
    return some(this.ways({ file, id: around }, value, depth));
  }

  private *ways(around: FunctionRef, value: ValueRef, depth: number): Generator<Answer> {
    yield this.happensIn(around, this.startOf(value), depth);
    if (around.id === 0 || depth >= MAX_CALL_DEPTH) return;
    yield* this.onRoute(around, depth);
    const callers = this.evaluation.program.callersOf(around).slice(0, MAX_CALLERS);
    if (callers.length > 0) yield every(callers.map((caller) => this.isReachedAfter(caller, depth + 1)));
  }

  /** What runs on every way through the function to the offset: uses themselves, and calls of functions that always use it. */
  private happensIn(ref: FunctionRef, before: number, depth: number, isCounted: (offset: number) => boolean = () => true): Answer {
    const { file, id } = ref;
    const key = `${file.facts.path}:${id}:${before}`;
    const known = this.known.get(key);
    if (known !== undefined || this.known.size >= MAX_FUNCTIONS) return known ?? NO;
    this.known.set(key, NO);
    const isEarlier = (value: ValueRef) => {
      const { start, end } = this.evaluation.program.fact(value);
      return end <= before && file.functionAt(start) === id && isCounted(start) && dominates(file, start, before);
    };
    const calls = file.facts.calls.map((call) => ({ file, id: call })).filter(isEarlier);
    const direct = usesInFile(file, this.matcher, this.evaluation).filter((use) => isEarlier(use.value));
    const answer = some(this.inOrder(direct, calls, depth));
    this.known.set(key, answer);
    return answer;
  }

  private *inOrder(direct: readonly RoleSite[], calls: readonly ValueRef[], depth: number): Generator<Answer> {
    for (const use of direct) yield this.matcher.matches(use, this.site, this.evaluation);
    if (depth >= MAX_CALL_DEPTH) return;
    for (const call of calls) {
      const callees = this.evaluation.program.callees(call);
      if (callees.length > 0) yield every(callees.map((callee) => this.alwaysHappens(callee, depth + 1)));
    }
  }

  /** In every run of a called function that comes back: nothing returns before it. */
  private alwaysHappens(ref: FunctionRef, depth: number): Answer {
    const { file, id } = ref;
    const returns = file.facts.blocks.filter((block) => block.function === id && block.kind !== 'function' && (block.exitKind === 'return' || block.exitKind === 'mixed'));
    return this.happensIn(ref, file.facts.functions[id]?.end ?? 0, depth, (offset) => returns.every((block) => block.end > offset));
  }

  /** In every run of a middleware that goes on to the handler; one that returns early has answered itself. */
  private happensInMiddleware(ref: FunctionRef, depth: number): Answer {
    return this.happensIn(ref, ref.file.facts.functions[ref.id]?.end ?? 0, depth);
  }

  /** Links of the chain of the route that the function handles. */
  private *onRoute(handler: FunctionRef, depth: number): Generator<Answer> {
    const route = entryPoints(this.evaluation.program).find((each) => each.handler?.file === handler.file && each.handler.id === handler.id);
    for (const link of route?.chain ?? []) {
      // It runs when something has gone wrong, not on the way to the handler; or it may not be there.
      if (link.kind === 'error-handler' || link.conditions.length > 0) continue;
      for (const use of this.matcher.usesAt(link.value, this.evaluation)) yield this.matcher.matches(use, this.site, this.evaluation);
      for (const entity of link.entities) if (entity.kind === 'function') yield this.happensInMiddleware(entity.ref, depth + 1);
    }
  }

  private startOf(value: ValueRef): number {
    return this.evaluation.program.fact(value).start;
  }
}

/**
 * Does control that reaches `later` always pass `earlier`, both in one function? True when no branch or loop that holds the
 * earlier one leaves the later one out. A `try` that holds it counts too: where it is left early, its handler runs instead,
 * which is accepted only when every handler leaves.
 */
function dominates(file: LinkedFile, earlier: number, later: number): boolean {
  const around = new Set(chainOf(file, file.blockAt(later)));
  return chainOf(file, file.blockAt(earlier)).every((id) => {
    const block = file.facts.blocks[id]!;
    if (around.has(id)) return true;
    if (block.kind === 'block' || block.kind === 'finally' || block.kind === 'function' || block.kind === 'module') return true;
    // A handler of the same `try` may run because the earlier one failed.
    return block.kind === 'try' && file.facts.blocks.every((other, at) => other.kind !== 'catch' || other.try !== id || (other.exits && !around.has(at)));
  });
}

/** The block and its ancestors up to that of the function's body. */
function chainOf(file: LinkedFile, block: BlockId): BlockId[] {
  const chain: BlockId[] = [];
  for (let id = block; id >= 0; id = file.facts.blocks[id]!.parent) {
    chain.push(id);
    const { kind } = file.facts.blocks[id]!;
    if (kind === 'function' || kind === 'module') break;
  }
  return chain;
}
