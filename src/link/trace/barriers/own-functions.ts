/** Checks that the program wraps in functions of its own: predicates (`isAllowed(x)`) and assertions (`assertAllowed(x)`). */
import type { FunctionRef, Guard } from '../../../contracts/program.js';
import { guardsOf } from '../../guards.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Subject, isNormalized, isSubject } from './aspects.js';
import type { Judge } from './conditions.js';
import { asMade } from './made.js';
import { parameterName } from './names.js';
import { ALLOW_LISTED, type Protection, intersection, isComplete, union } from './protection.js';

const MAXIMUM_DEPTH = 8;

/** A call of a predicate of the program that is given the value as argument `index`. */
export function provenByPredicate(link: Linking, call: FileValue, index: number, holds: boolean, subject: Subject, depth: number, judge: Judge): Protection | null {
  const functions = link.callees(call);
  const inside = functions.length === 1 ? argumentOf(functions[0]!, index, subject) : null;
  return inside === null ? null : provenByResult(link, functions[0]!, inside, holds, depth, judge);
}

/** A predicate of the program that is given the value as a property of an object: `isPathAllowed({ path, isFile: true })`. */
export function provenByNamedArgument(link: Linking, call: FileValue, holds: boolean, subject: Subject, depth: number, judge: Judge): Protection | null {
  const fact = factOf(call);
  const index = fact.kind === 'call' ? fact.args.findIndex((argument) => factOf(sibling(call, argument)).kind === 'object') : -1;
  const object = fact.kind === 'call' && index >= 0 ? factOf(sibling(call, fact.args[index]!)) : null;
  const property = object?.kind !== 'object' ? undefined : object.properties.find(({ kind, value }) => kind === 'value' && isSubject(link, sibling(call, value), subject));
  const functions = property === undefined || property.name === null ? [] : link.callees(call);
  const whole = functions.length === 1 ? parameterOf(functions[0]!, index) : null;
  return whole === null ? null : provenByResult(link, functions[0]!, { ...whole, name: `${whole.name}.${property!.name!}`, made: call }, holds, depth, judge);
}

/** `list.every(isSafe)` answered yes, `list.some(isUnsafe)` answered no: what the function's answer proves of each element. */
export function provenOfElements(link: Linking, callback: FileValue, holds: boolean, depth: number, judge: Judge): Protection | null {
  const functions = link.resolve(callback).flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []));
  const element = functions.length === 1 ? parameterOf(functions[0]!, 0) : null;
  return element === null ? null : provenByResult(link, functions[0]!, element, holds, depth + 1, judge);
}

/** What a function is handed of the subject, as what is asked about inside it. */
export function argumentOf(ref: FunctionRef, index: number, subject: Subject): Subject | null {
  const parameter = parameterOf(ref, index);
  return parameter !== null && isNormalized(subject) ? { ...parameter, normalized: true } : parameter;
}

/** The parameter of a function, as what is asked about inside it. */
export function parameterOf(ref: FunctionRef, index: number): Subject | null {
  const { file } = indexed({ file: ref.file, id: 0 });
  const parameter = file.facts.functions[ref.id]?.parameters[index];
  return parameter === undefined ? null : { file, name: parameterName(parameter.value) };
}

/** What a function's result says of something inside it: each result that agrees with `holds` must prove it. */
export function provenByResult(link: Linking, ref: FunctionRef, subject: Subject, holds: boolean, depth: number, judge: Judge): Protection | null {
  const { file } = indexed({ file: ref.file, id: 0 });
  const declaration = file.facts.functions[ref.id];
  if (declaration === undefined || depth > MAXIMUM_DEPTH) return null;
  let result: Protection | null = null;
  let isFirst = true;
  for (const returned of declaration.returns) {
    const value: FileValue = { file, id: returned };
    const constants = link.constants(value);
    if (constants !== null && constants.every((constant) => Boolean(constant) !== holds)) continue;
    if (guardsOf(value).some((guard) => isRuledOut(link, guard, subject))) continue;
    const proven = union(judge(value, holds, subject, depth + 1), provenByGuards(link, guardsOf(value), subject, judge, depth + 1));
    result = isFirst ? proven : intersection(result, proven);
    isFirst = false;
    if (result === null) return null;
  }
  return result;
}

/** Does the call that was made give something else for what the condition asks about? */
function isRuledOut(link: Linking, guard: Guard, subject: Subject): boolean {
  const condition = indexed(guard.condition);
  const given = subject.made === undefined || guard.cases.length > 0 ? condition : asMade(link, condition, subject);
  if (given === condition) return false;
  const constants = link.constants(given);
  return constants !== null && constants.length > 0 && constants.every((constant) => Boolean(constant) !== guard.holds);
}

/** What a list of guards proves together. */
export function provenByGuards(link: Linking, guards: readonly Guard[], subject: Subject, judge: Judge, depth: number): Protection | null {
  let result: Protection | null = null;
  for (const guard of guards) {
    result = union(result, provenByGuard(link, guard, subject, judge, depth));
    if (isComplete(result)) break;
  }
  return result;
}

function provenByGuard(link: Linking, guard: Guard, subject: Subject, judge: Judge, depth: number): Protection | null {
  const condition = indexed(guard.condition);
  if (guard.cases.length === 0) return judge(condition, guard.holds, subject, depth);
  const constants = link.constants(condition);
  // switch (true) { case LIST.includes(x): … }
  if (constants?.length === 1 && constants[0] === true) {
    return guard.cases.map((value) => judge(indexed(value), true, subject, depth)).reduce(intersection);
  }
  if (!isSubject(link, condition, subject)) return null;
  return guard.cases.every((value) => link.constants(value) !== null) ? ALLOW_LISTED : null;
}

/** The argument of a call that is the value, or -1. */
export function argumentIndex(link: Linking, call: FileValue, subject: Subject): number {
  const fact = factOf(call);
  return fact.kind === 'call' ? fact.args.findIndex((argument) => isSubject(link, sibling(call, argument), subject)) : -1;
}
