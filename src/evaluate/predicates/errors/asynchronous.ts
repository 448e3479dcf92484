/** `async.*`: what becomes of the rejections of asynchronous functions. */
import { NONE } from '../../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf } from '../../file-uses.js';
import { callsIn, functionAround, functionsAt, withInner } from '../../reach/reach.js';
import { escapingFailure, isCaught, rejectionOf, takesItsFailure } from '../../failures/rejections.js';
import type { Site } from '../../site.js';
import type { Predicate } from '../index.js';

/**
 * `async.handlers`, of the functions that a registration is given (argument `handlers`): `any` of them is asynchronous, bare or in a
 * wrapper; the rejection of one is `lost`, because the function itself is registered and something in it fails outside any `try`;
 * `wrapped`: every asynchronous one is given to a wrapper that takes its rejection. Unknown of a wrapper that cannot be read. A function
 * that many registrations are given is lost at the first of them; `told` holds of the others, when nothing else of theirs is lost.
 */
export const asyncHandlers: Predicate = (site, operand, evaluation) => {
  const handlers = handlersOf(site, evaluation.program);
  const asynchronous = handlers.filter((each) => each.kind !== 'plain');
  if (operand === 'any') return answerOf(asynchronous.length > 0);
  const losing = asynchronous.filter((each) => each.failure !== null);
  if (operand === 'lost') {
    const lost = losing.find((each) => isFirstGiven(each, site, evaluation));
    return lost === undefined ? NO : failsAt(lost.failure!, evaluation.program);
  }
  if (operand === 'told') return answerOf(losing.length > 0 && !losing.some((each) => isFirstGiven(each, site, evaluation)));
  if (operand !== 'wrapped') throw new Error('async.handlers takes one of any, lost, told, wrapped');
  const open = asynchronous.find((each) => each.kind === 'untold');
  return open === undefined ? yes() : unknown('whether the wrapper around the handler takes its rejection');
};

interface Handler {
  /** `bare`: registered as it is; `wrapped`: given to a wrapper that takes its failures; `untold`: to one that cannot be read. */
  kind: 'plain' | 'bare' | 'wrapped' | 'untold';
  failure: ValueRef | null;
  /** The function itself, by its place; '' where it is none of the program's. */
  key: string;
}

const FIRST_GIVEN = new WeakMap<Evaluation, ReadonlyMap<string, ValueRef>>();

/** Is the site the first registration that is given the function? One change mends all. */
function isFirstGiven({ key }: Handler, { role }: Site, evaluation: Evaluation): boolean {
  let first = FIRST_GIVEN.get(evaluation);
  if (first === undefined) FIRST_GIVEN.set(evaluation, (first = firstRegistrations(evaluation)));
  const given = first.get(key);
  return given === undefined || role === null || keyOf(given) === keyOf(role.value);
}

function firstRegistrations(evaluation: Evaluation): ReadonlyMap<string, ValueRef> {
  const { program } = evaluation;
  const result = new Map<string, ValueRef>();
  for (const site of evaluation.roleSites(['http.middleware.use', 'http.route'], 'own')) {
    for (const value of program.argumentList(site, 'handlers').flatMap((each) => elementsOf(each, program))) {
      for (const ref of functionsAt(value, program)) if (!result.has(placeOf(ref))) result.set(placeOf(ref), site.value);
    }
  }
  return result;
}

function placeOf({ file, id }: FunctionRef): string {
  return `${file.facts.path} ${id}`;
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
    return { kind: 'bare', failure, key: placeOf(asynchronous[0]!) };
  }
  if (!wrapsAsynchronous(value, program)) return { kind: 'plain', failure: null, key: '' };
  if (program.rolesAt(value).some(({ role }) => role === 'async.wrapper')) return { kind: 'wrapped', failure: null, key: '' };
  return { kind: functions.some((ref) => takesFailures(ref, program)) ? 'wrapped' : 'untold', failure: null, key: '' };
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
  const failure = rejectionOf(site.value, program);
  return failure === null ? NO : failsAt(failure, program);
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
  const { kind } = program.fact(failure);
  const text = kind === 'await' ? 'what is awaited here may fail' : kind === 'call' ? 'this may fail' : 'this is thrown';
  return yes({ values: { value: program.describe(failure) }, related: [{ location: program.location(failure), text }] });
}

/** `async.thrown`: the value is thrown where it stands. */
export const thrown: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && program.functionFact(functionAround(value)).throws.includes(value.id));
