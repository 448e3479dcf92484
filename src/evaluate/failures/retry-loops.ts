/** Loops that try something again until it succeeds, and how they pause and end. */
import type { BlockFact, BlockId } from '../../contracts/facts.js';
import type { Program, ValueRef } from '../../contracts/program.js';
import type { CatchClause } from './catch-clauses.js';
import { eventsIn } from './code-events.js';
import { callsIn, withInner } from '../reach/reach.js';
import { calleeText } from '../site.js';

export interface RetryLoop {
  /** Something ends it after so many attempts or so long. */
  readonly isCapped: boolean;
  /** `growing`: the pause depends on the attempt or on chance. */
  readonly pause: 'none' | 'fixed' | 'growing';
  /** `attempt < 2`: it tries once more and no oftener. */
  readonly isOnceMore: boolean;
}

/** A call that waits: `sleep(1000)`, `new Promise((resolve) => setTimeout(resolve, delay))`. */
const PAUSE = /(?:^|\.)(?:\w*sleep\w*|\w*delay\w*|wait\w*|pause\w*|\w*backoff\w*|setTimeout|timeout|snooze|scheduler\.wait)$/i;
const ATTEMPT = /attempt|retr(?:y|ies)|tries|\btry|times|backoff/i;

/**
 * @returns null where the clause stands in no loop that repeats one attempt: the attempt leaves the loop when it succeeds, and the clause
 *   lets the loop go on. A loop over things to do, whose failures are passed over, is none.
 */
export function retryLoopAround(clause: CatchClause, program: Program): RetryLoop | null {
  const { file } = clause.value;
  if (clause.kind === 'promise') return null;
  const { blocks } = file.facts;
  const tried = blocks.findIndex((block) => block.kind === 'try' && block.start === clause.tried.start);
  const loop = loopAround(clause, tried);
  if (loop === null) return null;
  const fact = blocks[loop]!;
  const leaves = blocks[tried]!.exitKind === 'return' || blocks[tried]!.exitKind === 'break' || endsBehind(fact, clause, blocks);
  if (!leaves || clause.exit === 'throw' || clause.exit === 'return' || clause.exit === 'break') return null;
  if (!eventsIn(file, clause.tried).some(({ kind }) => kind === 'await') || isOverThings(fact, clause)) return null;
  return { isCapped: isCapped(fact, clause, program), pause: pauseIn(fact, clause, program), isOnceMore: isOnceMore(fact, clause, program) };
}

function loopAround({ value: { file }, function: around }: CatchClause, tried: BlockId): BlockId | null {
  const { blocks } = file.facts;
  for (let id = tried; id >= 0; id = blocks[id]!.parent) {
    const block = blocks[id]!;
    if (block.function !== around) return null;
    if (block.kind === 'loop') return id;
  }
  return null;
}

/** The loop's body returns or breaks right behind the `try`: what did not fail is done. */
function endsBehind({ exitKind }: BlockFact, clause: CatchClause, blocks: readonly BlockFact[]): boolean {
  return (exitKind === 'return' || exitKind === 'break') && (clause.exit === 'continue' || blocks.some((block) => block.start >= clause.body.start && block.end <= clause.body.end && block.exitKind === 'continue'));
}

/** `for (const host of hosts)` tries one after another: no retry, whatever the loop is for. */
function isOverThings({ condition }: BlockFact, { value: { file } }: CatchClause): boolean {
  return condition >= 0 && file.valuesOfKind('element').some((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'element' && fact.of === condition;
  });
}

/** The loop ends before a third attempt, counted from nought or from one. */
function isOnceMore({ condition }: BlockFact, { value: { file } }: CatchClause, program: Program): boolean {
  const test = file.facts.values[condition];
  if (test?.kind !== 'binary') return false;
  const most = program.constants({ file, id: test.right })?.[0];
  const [start] = program.constants({ file, id: firstHeld(file, test.left) }) ?? [];
  return typeof most === 'number' && typeof start === 'number' && ((test.operator === '<' && most - start <= 2) || (test.operator === '<=' && most - start <= 1));
}

/** What a counter is at first, or the value itself. */
function firstHeld(file: CatchClause['value']['file'], id: number): number {
  const fact = file.facts.values[id];
  return fact?.kind === 'reference' ? (file.facts.bindings[fact.binding]?.writes[0]?.value ?? id) : id;
}

function isCapped({ condition }: BlockFact, { value: { file }, body }: CatchClause, program: Program): boolean {
  const test = file.facts.values[condition];
  const isEndless = test === undefined || (test.kind === 'literal' && Boolean(test.value));
  if (!isEndless) return true;
  return eventsIn(file, body).some(({ kind, value }) => kind === 'throw' || kind === 'return' || (kind === 'branch' && ATTEMPT.test(program.describe({ file, id: value })))) || file.facts.blocks.some((block) => block.start >= body.start && block.end <= body.end && ['break', 'return', 'throw', 'mixed'].includes(block.exitKind));
}

/** `timer(700)`: a function of the program that waits for a timer and does nothing else. */
function waits(call: ValueRef, program: Program): boolean {
  const callees = program.callees(call);
  return callees.length > 0 && callees.every((callee) => {
    const made = withInner(callee).flatMap((ref) => callsIn(ref).map((id) => calleeText({ file: ref.file, id }, program)));
    return made.length <= 2 && made.some((name) => /^(?:globalThis\.)?setTimeout$/.test(name));
  });
}

function pauseIn(loop: BlockFact, { value: { file } }: CatchClause, program: Program): RetryLoop['pause'] {
  const pauses = file.facts.calls.filter((id) => {
    const call = file.facts.values[id]!;
    return call.kind === 'call' && call.start >= loop.start && call.end <= loop.end && (PAUSE.test(program.describe({ file, id: call.callee })) || waits({ file, id }, program));
  });
  if (pauses.length === 0) return 'none';
  const isConstant = (id: number) => program.constants({ file, id }) !== null;
  return pauses.every((id) => {
    const call = file.facts.values[id]!;
    return call.kind === 'call' && call.args.filter((each) => file.facts.values[each]!.kind !== 'function' && !/^(?:resolve|r|res|done)$/.test(program.describe({ file, id: each }))).every(isConstant);
  })
    ? 'fixed'
    : 'growing';
}
