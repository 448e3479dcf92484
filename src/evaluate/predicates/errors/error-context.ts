/** `errors.plain`: what requests fail with, by kind and context. */
import { NONE } from '../../../contracts/facts.js';
import type { ValueId } from '../../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { functionsBehindRoutes } from '../../reach/behind-routes.js';
import { answerOf, NO, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { usesIn } from '../../file-uses.js';
import { callsIn } from '../../reach/reach.js';
import { calledName, writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';
import { statusesOf } from '../injection/response-facts.js';

interface Failures {
  /** `new Error('text')` and nothing more. */
  plain: ValueRef[];
  /** Errors of other classes, made by a function, or with something beside the text, and such classes. */
  told: ValueRef[];
}

/** Fewer failures tell nothing of a habit. */
const FEW = 5;
/** So many that one of another kind changes nothing. */
const ENOUGH = 25;
/** So many answers with a status that refuses to one plain error. */
const ANSWERED = 4;
/** A smaller share of errors with a kind is a class that was tried once. */
const RARE = 0.1;
const ERROR_CLASS = /(?:Error|Exception)$/;
const NATIVE = /^(?:Error|TypeError|RangeError|EvalError|AggregateError)$/;
/** Two or three texts that are thrown again and again are no habit either. */
const TEXTS = 4;
/** How many of all may be told apart. */
const SHARES: Readonly<Record<string, (told: number, total: number) => boolean>> = {
  only: (told) => told === 0,
  mostly: (told, total) => told > 0 && told / total < RARE,
  'but-one': (told, total) => told === 1 && total >= ENOUGH,
};
/** Functions that take a failure. */
const HANDS_ON = /^(?:next|reject|callback|cb|done)$/;
/** Places that a finding lists. */
const LISTED = 20;

/** @param operand `only`: all are plain; `mostly`: nearly all; `but-one`: all but one of twenty-five or more; `some`: there are enough to tell; `answered`: clients' mistakes are mostly no errors, but told by the status where they are answered. */
export const plain: Predicate = (_site, operand, evaluation) => {
  const failures = failuresOf(evaluation);
  const total = failures.plain.length + failures.told.length;
  if (operand === 'some') return answerOf(failures.plain.length >= FEW && textsOf(failures, evaluation.program).size >= TEXTS);
  if (operand === 'answered') return answerOf(refusalsOf(evaluation) >= failures.plain.length * ANSWERED);
  const kind = SHARES[String(operand)];
  if (kind === undefined) throw new Error('errors.plain takes only, mostly, but-one, some or answered');
  const holds = kind(failures.told.length, total);
  if (!holds || failures.plain.length < FEW) return NO;
  const related = failures.plain.slice(0, LISTED).map((value) => ({ location: evaluation.program.location(value), text: evaluation.program.describe(value) }));
  return yes({ values: { value: `${failures.plain.length} of ${total}` }, related });
};

/** One text is one failure, however often it is thrown; of a text that is put together, its parts that are written. */
function textsOf({ plain: errors }: Failures, program: Program): Set<string> {
  return new Set(errors.map(({ file, id }) => {
    const fact = file.facts.values[id]!;
    const [text] = fact.kind === 'call' ? fact.args : [];
    const written = text === undefined ? [] : file.valuesWithin(file.facts.values[text]!.start, file.facts.values[text]!.end).flatMap((inner) => {
      const part = file.facts.values[inner]!;
      return part.kind === 'literal' && typeof part.value === 'string' ? [part.value] : part.kind === 'template' ? [part.texts.join('?')] : [];
    });
    return written.length > 0 ? written.join(' ').trim() : `${program.location({ file, id }).path}:${fact.start}`;
  }));
}

/** Answers of the package with a status from 400 to 499. */
function refusalsOf(evaluation: Evaluation): number {
  const answers = evaluation.roleSites(['http.response.status', 'http.response.body', 'http.exception'], 'own').filter((site) => {
    const statuses = statusesOf(site, evaluation.program, true);
    return statuses !== null && statuses.length > 0 && statuses.every((status) => status >= 400 && status < 500);
  });
  const places = new Set(answers.map(({ value }) => evaluation.program.location(value)).map(({ path, line }) => `${path}:${line}`));
  const named = [...evaluation.program.files.values()].filter((file) => evaluation.holds({ file, id: 0 }, 'own')).flatMap((file) => file.facts.calls.filter((id) => REFUSES.test(calledName(file, id) ?? '')));
  return places.size + named.length;
}

/** `reply.badRequest('…')`: as plugins and helpers name such answers. */
const REFUSES = /^(?:badRequest|unauthorized|forbidden|notFound|conflict|unprocessableEntity|tooManyRequests)$/;

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
  const answered = calls.filter((id) => throwsStatus(file, id));
  return [...thrown, ...handed, ...declared, ...answered].map((id) => ({ file, id }));
}

/** `ctx.throw(404, 'no such order')` of Koa (koa 2.16 docs/api/context.md) makes an error with that status. */
function throwsStatus(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  const status = fact.kind === 'call' && calledName(file, id) === 'throw' ? file.facts.values[fact.args[0] ?? NONE] : undefined;
  return status?.kind === 'literal' && typeof status.value === 'number';
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
