/** `errors.plain`: what requests fail with, by kind and context. */
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { functionsBehindRoutes } from '../../reach/behind-routes.js';
import { answerOf, NO, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { usesIn } from '../../file-uses.js';
import { callsIn } from '../../reach/reach.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

interface Failures {
  /** `new Error('text')` and nothing more. */
  plain: ValueRef[];
  /** Errors of other classes, made by a function, or with something beside the text, and such classes. */
  told: ValueRef[];
}

/** Fewer failures tell nothing of a habit. */
const FEW = 5;
/** A smaller share of errors with a kind is a class that was tried once. */
const RARE = 0.1;
const ERROR_CLASS = /(?:Error|Exception)$/;
const NATIVE = /^(?:Error|TypeError|RangeError|EvalError|AggregateError)$/;
/** Functions that take a failure. */
const HANDS_ON = /^(?:next|reject|callback|cb|done)$/;
/** Places that a finding lists. */
const LISTED = 20;

/** @param operand `only`: all are plain; `mostly`: nearly all; `some`: there are enough to tell. */
export const plain: Predicate = (_site, operand, evaluation) => {
  const failures = failuresOf(evaluation);
  const total = failures.plain.length + failures.told.length;
  if (operand === 'some') return answerOf(failures.plain.length >= FEW);
  if (operand !== 'only' && operand !== 'mostly') throw new Error('errors.plain takes only, mostly or some');
  const holds = operand === 'only' ? failures.told.length === 0 : failures.told.length > 0 && failures.told.length / total < RARE;
  if (!holds || failures.plain.length < FEW) return NO;
  const related = failures.plain.slice(0, LISTED).map((value) => ({ location: evaluation.program.location(value), text: evaluation.program.describe(value) }));
  return yes({ values: { value: `${failures.plain.length} of ${total}` }, related });
};

const memo = new WeakMap<Evaluation, Failures>();

function failuresOf(evaluation: Evaluation): Failures {
  let found = memo.get(evaluation);
  if (found === undefined) {
    found = { plain: [], told: [] };
    for (const ref of functionsBehindRoutes(evaluation.program)) if (evaluation.holds({ file: ref.file, id: 0 }, 'own')) collect(ref, found, evaluation.program);
    const within = found.plain.length < FEW ? [] : [...evaluation.program.files.values()].filter((file) => evaluation.holds({ file, id: 0 }, 'wide'));
    found.told.push(...within.flatMap(toldIn));
    memo.set(evaluation, found);
  }
  return found;
}

/** Texts that are thrown, or handed to `next` or `reject`. */
function collect(ref: FunctionRef, into: Failures, program: Program): void {
  const { file } = ref;
  const thrown = file.facts.functions[ref.id]!.throws.filter((value) => file.facts.values[value]?.kind === 'call');
  const handed = callsIn(ref).flatMap((id) => {
    const fact = file.facts.values[id];
    return fact?.kind === 'call' && HANDS_ON.test(program.describe({ file, id: fact.callee })) ? fact.args.slice(0, 1).filter((argument) => isNative({ file, id: argument })) : [];
  });
  into.plain.push(...[...thrown, ...handed].filter((id) => isPlain({ file, id })).map((id) => ({ file, id })));
}

/** Anywhere within reach: a class of errors is one for all code. */
function toldIn(file: LinkedFile): ValueRef[] {
  const { functions, classes, calls, values } = file.facts;
  const thrown = functions.flatMap(({ throws }) => throws).filter((id) => values[id]?.kind === 'call' && !isPlain({ file, id }));
  const handed = calls.filter((id) => isNative({ file, id }) && !isPlain({ file, id }) && !thrown.includes(id));
  const declared = classes.flatMap(({ superClass }) => (superClass >= 0 && ERROR_CLASS.test(writtenName(values[superClass]) ?? '') ? [superClass] : []));
  return [...thrown, ...handed, ...declared].map((id) => ({ file, id }));
}

function isNative({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  return callee?.kind === 'reference' && callee.binding < 0 && NATIVE.test(callee.name);
}

/** A text alone: no cause, and nothing is added to the variable that holds it. */
function isPlain({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'call' || !isNative({ file, id })) return false;
  const held = usesIn(file).bindingsOf(id);
  const isExtended = file.facts.memberWrites.some(({ object }) => {
    const target = file.facts.values[object];
    return target?.kind === 'reference' && held.includes(target.binding);
  });
  return fact.args.length < 2 && !isExtended;
}
