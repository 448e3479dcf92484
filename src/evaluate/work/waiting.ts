/** Whether the code around a value waits for it, so that whoever asked for the one waits for the other. */
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';
import { groupBy } from '../reach/reach.js';

/** What is handed to these is told piece by piece. */
const STREAMS = /(?:^|\.|[a-z])(?:stream|Stream|sse|SSE)\w*$/;
const ANSWERS = ['http.response.body', 'http.response.body.unresolved', 'http.response.status', 'http.redirect'];

/**
 * It is awaited or yielded, what it gives is taken or returned, or the client is answered in its callback. A statement by itself, what is
 * marked `void`, what is handed to a stream, and what is handed to a function of which nobody waits for the end (`waitUntil(…)`,
 * `setImmediate(…)`) is not.
 */
export function isWaitedFor(value: ValueRef, program: Program): boolean {
  const { file, id } = value;
  let at = id;
  for (let parent = file.parentOf(at); parent !== NONE; parent = file.parentOf(at)) {
    const fact = file.facts.values[parent]!;
    if (fact.kind === 'await' || fact.kind === 'yield') return true;
    if (fact.kind === 'unary' && fact.operator === 'void') return false;
    if (fact.kind === 'call' && fact.callee !== at && STREAMS.test(program.describe({ file, id: fact.callee }))) return false;
    at = parent;
  }
  const uses = usesIn(file);
  if (uses.returnedBy(at).length > 0) return true;
  const bindings = uses.bindingsOf(at);
  if (bindings.length > 0) return bindings.some((binding) => file.facts.bindings[binding]!.uses.length > 0);
  return uses.isTaken(at) || answersIn(value, at, program);
}

/** Is the client answered in the expression, by anything but the value itself (`mails.send(…)` may be taken for an answer)? */
function answersIn({ file, id }: ValueRef, top: ValueId, program: Program): boolean {
  const { start, end } = file.facts.values[top]!;
  return (answersOf(program).get(file) ?? []).some((answer) => answer !== id && file.facts.values[answer]!.start >= start && file.facts.values[answer]!.start < end);
}

const MEMO = new WeakMap<Program, ReadonlyMap<LinkedFile, readonly ValueId[]>>();

/** Where each file answers clients. */
function answersOf(program: Program): ReadonlyMap<LinkedFile, readonly ValueId[]> {
  let known = MEMO.get(program);
  if (known === undefined) {
    const grouped = groupBy(ANSWERS.flatMap((role) => program.sitesOf(role)), ({ value }) => value.file);
    MEMO.set(program, (known = new Map([...grouped].map(([file, uses]) => [file, uses.map(({ value }) => value.id)]))));
  }
  return known;
}
