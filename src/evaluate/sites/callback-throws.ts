/**
 * `{ thrown-in-callback: true }`: what a callback that is told of errors first (`(err, rows) => …`) throws, in code that runs behind a route.
 * Whoever calls it back has returned long before: no `try` around the call and no error handler of the framework can catch it.
 */
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { functionsBehindRoutes } from '../reach/behind-routes.js';
import type { Evaluation } from '../evaluation.js';
import { callsIn } from '../reach/reach.js';
import { isCaught } from '../failures/rejections.js';
import { compareByPlace } from '../place-order.js';
import { NO_SITE, calleeText } from '../site.js';
import type { Site } from '../site.js';
import { calledName } from '../../contracts/written-name.js';

interface ThrowSite {
  readonly value: ValueRef;
  readonly call: ValueRef;
}

const MEMO = new WeakMap<Program, readonly ThrowSite[]>();
const ERROR = /^(?:_?e|err|error|ex|\w+(?:Err|Error))\d?$/;
/** What they are given runs before they return, or as a part of a promise; what handlers of errors throw goes to the next one. */
const TAKES_WHAT_IS_THROWN = /^(?:catch|then|finally|use|setErrorHandler|verify|decode|sign|from\w*|map|tap|pipe|catchError|subscribe)$/;

export function callbackThrowSites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  let found = MEMO.get(program);
  if (found === undefined) MEMO.set(program, (found = callbackThrows(program)));
  return evaluation.own(found).map(({ value, call }) => ({ ...NO_SITE, value, label: calleeText(call, program) }));
}

function callbackThrows(program: Program): ThrowSite[] {
  const found = functionsBehindRoutes(program).flatMap((ref) => callsIn(ref).flatMap((id) => thrownIn(ref.file, id)));
  return found.sort((a, b) => compareByPlace(a.value, b.value));
}

/** The first value that each error-first callback of the call throws. */
function thrownIn(file: LinkedFile, call: ValueId): ThrowSite[] {
  const fact = file.facts.values[call]!;
  if (fact.kind !== 'call' || fact.isNew || TAKES_WHAT_IS_THROWN.test(calledName(file, call) ?? '')) return [];
  return fact.args.flatMap((argument) => {
    const given = file.facts.values[argument]!;
    const callback = given.kind === 'function' ? file.facts.functions[given.function]! : null;
    if (callback === null || callback.isAsync || callback.parameters.length > 3 || !ERROR.test(callback.parameters[0]?.name ?? '')) return [];
    const thrown = callback.throws.find((value) => !isCaught(file, value));
    return thrown === undefined ? [] : [{ value: { file, id: thrown }, call: { file, id: call } }];
  });
}
