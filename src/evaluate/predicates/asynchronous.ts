/** `async.*`: what becomes of the rejections of asynchronous functions. */
import { NONE } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../answer.js';
import { callsIn, withInner } from '../reach.js';
import { escapingFailure, isCaught, takesItsFailure } from '../rejections.js';
import type { Site } from '../site.js';
import type { Predicate } from './index.js';

/**
 * `async.handlers`, of the functions that a registration is given (argument `handlers`): `any` of them is asynchronous, bare or in a
 * wrapper; the rejection of one is `lost`, because the function itself is registered and something in it fails outside any `try`;
 * `wrapped`: every asynchronous one is given to a wrapper that takes its rejection. Unknown of a wrapper that cannot be read.
 */
export const asyncHandlers: Predicate = (site, operand, evaluation) => {
  const handlers = handlersOf(site, evaluation.program);
  const asynchronous = handlers.filter((each) => each.kind !== 'plain');
  if (operand === 'any') return answerOf(asynchronous.length > 0);
  if (operand === 'lost') {
    const lost = asynchronous.find((each) => each.failure !== null);
    return lost === undefined ? NO : failsAt(lost.failure!, evaluation.program);
  }
  if (operand !== 'wrapped') throw new Error('async.handlers takes one of any, lost, wrapped');
  const open = asynchronous.find((each) => each.kind === 'untold');
  return open === undefined ? yes() : unknown('whether the wrapper around the handler takes its rejection');
};

interface Handler {
  /** `bare`: registered as it is; `wrapped`: given to a wrapper that takes its failures; `untold`: to one that cannot be read. */
  kind: 'plain' | 'bare' | 'wrapped' | 'untold';
  failure: ValueRef | null;
}

function handlersOf({ role }: Site, program: Program): Handler[] {
  if (role === null) return [];
  return program.argumentList(role, 'handlers').flatMap((value) => elementsOf(value, program)).map((value) => handlerOf(value, program));
}

function elementsOf(value: ValueRef, program: Program): ValueRef[] {
  const fact = program.fact(value);
  return fact.kind === 'array' ? fact.elements.map((id) => ({ file: value.file, id })) : [value];
}

function handlerOf(value: ValueRef, program: Program): Handler {
  const functions = functionsAt(value, program);
  const asynchronous = functions.filter((ref) => program.functionFact(ref).isAsync);
  if (asynchronous.length > 0) {
    const failure = asynchronous.map((ref) => escapingFailure(ref, program)).find((found) => found !== null) ?? null;
    return { kind: 'bare', failure };
  }
  if (!wrapsAsynchronous(value, program)) return { kind: 'plain', failure: null };
  if (program.rolesAt(value).some(({ role }) => role === 'async.wrapper')) return { kind: 'wrapped', failure: null };
  return { kind: functions.some((ref) => takesFailures(ref, program)) ? 'wrapped' : 'untold', failure: null };
}

function functionsAt(value: ValueRef, program: Program): FunctionRef[] {
  return program.resolve(value).flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []));
}

/** `wrap(async (req, res) => …)`. */
function wrapsAsynchronous(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  if (fact.kind !== 'call') return false;
  return fact.args.some((id) => functionsAt({ file: value.file, id }, program).some((ref) => program.functionFact(ref).isAsync));
}

/** Does the function, or one in it, take the rejection of what it calls? */
function takesFailures(ref: FunctionRef, program: Program): boolean {
  return withInner(ref).some((each) => {
    const { throws } = program.functionFact(each);
    return throws.length === 0 && callsIn(each).some((id) => takesItsFailure({ file: each.file, id }) || isCaught(each.file, id));
  });
}

/** `async.callback`: the argument `callback` is an asynchronous function, and nobody awaits the call that it is given to. */
export const callbackIsAsync: Predicate = (site, _operand, { program }) => {
  if (site.value === null) return NO;
  const { file, id } = site.value;
  const isAwaited = site.role?.role !== 'promise.create' && file.facts.values[file.parentOf(id)]?.kind === 'await';
  return answerOf(!isAwaited && callbacksOf(site, program).length > 0);
};

/** `async.callback-fails`: something in it fails outside any `try`. */
export const callbackFails: Predicate = (site, _operand, { program }) => {
  const failure = callbacksOf(site, program).map((ref) => escapingFailure(ref, program)).find((found) => found !== null);
  return failure == null ? NO : failsAt(failure, program);
};

function callbacksOf({ role }: Site, program: Program): FunctionRef[] {
  const callback = role === null ? null : program.argument(role, 'callback');
  return callback === null ? [] : functionsAt(callback, program).filter((ref) => program.functionFact(ref).isAsync);
}

/**
 * `async.detached`, of a call whose promise nobody waits for: it is `marked` (`void`), its failure is `taken` (`.catch(…)`), or what it
 * runs `fails` in a way that nobody is told.
 */
export const detached: Predicate = (site, operand, { program }) => {
  if (site.value === null) return NO;
  if (operand === 'marked') return answerOf(isMarked(site.value.file, site.value.id));
  if (operand === 'taken') return answerOf(isTaken(site.value));
  if (operand !== 'fails') throw new Error('async.detached takes one of fails, marked, taken');
  const failure = program.callees(site.value).map((ref) => escapingFailure(ref, program)).find((found) => found !== null);
  return failure == null ? NO : failsAt(failure, program);
};

function isMarked(file: LinkedFile, id: number): boolean {
  for (let at = file.parentOf(id); at !== NONE; at = file.parentOf(at)) {
    const fact = file.facts.values[at]!;
    if (fact.kind === 'unary' && fact.operator === 'void') return true;
  }
  return false;
}

function isTaken({ file, id }: ValueRef): boolean {
  for (let at = file.parentOf(id); at !== NONE; at = file.parentOf(at)) if (takesItsFailure({ file, id: at })) return true;
  return false;
}

function failsAt(failure: ValueRef, program: Program) {
  const text = program.fact(failure).kind === 'await' ? 'what is awaited here may fail' : 'this is thrown';
  return yes({ values: { value: program.describe(failure) }, related: [{ location: program.location(failure), text }] });
}
