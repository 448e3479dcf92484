/** `connections.leaks`: is a connection that was taken given back, wherever the code that took it goes on? */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import { functionAround } from '../../reach/reach.js';
import { wayFromRoute } from '../../reach/request-reach.js';
import { fateOf } from '../../ways/fate.js';
import type { Fate } from '../../ways/fate.js';
import type { Predicate } from '../index.js';

/** Attribute of the role entry: the methods that give it back, separated by spaces. */
const METHODS = 'given-back-by';
/** Attribute of the role entry: it takes no connection until it is used. */
const LAZY = 'takes-on-use';

/** Is it taken by a module as it loads? Then it is kept for the process. */
export const atStart: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && value.file.functionAt(program.fact(value).start) === 0);

/** The message's `{source}` says on which way it is not given back. */
export const leaks: Predicate = ({ value, role }, _operand, { program }) => {
  if (value === null || role === null) return NO;
  const methods = String(role.entry.attributes[METHODS] ?? '').split(' ');
  const fate = fateOf(value, { closes: (_call, name) => methods.includes(name), isLazy: role.entry.attributes[LAZY] === true }, program);
  if (fate.kind === 'closed') return NO;
  if (fate.kind === 'unknown') return unknown(fate.reason);
  const way = wayFromRoute(program, functionAround(value)) ?? [];
  const at = fate.at === null ? [] : [{ location: program.location(fate.at), text: wordsAt(fate) }];
  // Taken once as the service starts, to see whether the database answers, it is one connection of many.
  const confidence = fate.how === 'ignored' && way.length === 0 ? 'low' : 'high';
  return yes({ confidence, values: { source: whenLeft(fate, program) }, related: [...way, ...at] });
};

function wordsAt(fate: Fate & { kind: 'leak' }): string {
  return fate.how === 'failure' ? 'may fail while the connection is out' : 'leaves while the connection is out';
}

/** On which way it is left open, to end a sentence. */
export function whenLeft({ how, at }: Fate & { kind: 'leak' }, program: Program): string {
  if (how === 'never' || how === 'ignored') return 'on any way';
  if (how === 'end') return 'on some way to the end of the function';
  if (at === null) return 'on an early return';
  return how === 'return' ? `on the return in line ${lineOf(at, program)}` : `when ${textOf(at, program)} in line ${lineOf(at, program)} fails`;
}

function lineOf(value: ValueRef, program: Program): number {
  return program.location(value).line;
}

function textOf(value: ValueRef, program: Program): string {
  const fact = program.fact(value);
  if (fact.kind === 'await') return textOf({ file: value.file, id: fact.operand }, program);
  return fact.kind === 'call' ? program.describe({ file: value.file, id: fact.callee }) : program.describe(value);
}
