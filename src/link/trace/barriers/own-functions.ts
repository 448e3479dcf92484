/** Checks that the program wraps in functions of its own: predicates (`isAllowed(x)`) and assertions (`assertAllowed(x)`). */
import type { FunctionRef, Guard } from '../../../contracts/program.js';
import { guardsAt, guardsOf } from '../../guards.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Subject, isSubject } from './aspects.js';
import type { Judge } from './conditions.js';
import { parameterName } from './names.js';
import { ALLOW_LISTED, type Protection, intersection, isComplete, union } from './protection.js';

const MAXIMUM_DEPTH = 8;

/** A call of a predicate of the program that is given the value as argument `index`. */
export function provenByPredicate(link: Linking, call: FileValue, index: number, holds: boolean, depth: number, judge: Judge): Protection | null {
  const functions = link.callees(call);
  const subject = functions.length === 1 ? parameterOf(functions[0]!, index) : null;
  return subject === null ? null : provenByResult(link, functions[0]!, subject, holds, depth, judge);
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
    const proven = union(judge(value, holds, subject, depth + 1), provenByGuards(link, guardsOf(value), subject, judge, depth + 1));
    result = isFirst ? proven : intersection(result, proven);
    isFirst = false;
    if (result === null) return null;
  }
  return result;
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

/** What a function that has returned has made sure of, for one that throws (or ends the process) when its parameter is wrong. */
export function provenByReturn(link: Linking, call: FileValue, index: number, judge: Judge): Protection | null {
  const functions = link.callees(call);
  const subject = functions.length === 1 ? parameterOf(functions[0]!, index) : null;
  if (subject === null) return null;
  const { file } = subject;
  const declaration = file.facts.functions[functions[0]!.id]!;
  const body = file.facts.blocks[declaration.body];
  if (body === undefined) return null;
  const ends = declaration.returns.map((id) => factOf({ file, id }).start);
  if (!body.exits) ends.push(body.end - 1);
  const anywhere: FileValue = { file, id: declaration.parameters[index]!.value };
  return ends.length === 0 ? null : ends.map((end) => provenUntil(link, anywhere, end, subject, judge)).reduce(intersection);
}

/** What holds at a position of a function: guards around it, and assertions before it. */
function provenUntil(link: Linking, within: FileValue, offset: number, subject: Subject, judge: Judge): Protection | null {
  return provenByGuards(link, guardsAt(within, offset), subject, judge, 1);
}

/** Calls that stand as statements of their own before an offset and always run before it. */
export function statementCallsBefore(file: FileValue['file'], offset: number, uses: readonly number[]): FileValue[] {
  const chain = new Set<number>([file.blockAt(offset)]);
  for (let id = file.blockAt(offset); id > 0; id = file.facts.blocks[id]!.parent) chain.add(file.facts.blocks[id]!.parent);
  const result: FileValue[] = [];
  for (const use of uses) {
    let top = use;
    for (let parent = file.parentOf(top); parent >= 0; parent = file.parentOf(top)) top = parent;
    const outer = factOf({ file, id: top });
    const id = outer.kind === 'await' ? outer.operand : top;
    const call = file.facts.values[id];
    if (call?.kind === 'call' && call.end <= offset && alwaysRuns(file, file.blockAt(call.start), chain)) result.push({ file, id });
  }
  return result;
}

/** The block is around the place, or is a `try` that was left only when nothing was thrown. */
function alwaysRuns(file: FileValue['file'], block: number, chain: ReadonlySet<number>): boolean {
  if (chain.has(block)) return true;
  const fact = file.facts.blocks[block]!;
  if (fact.kind !== 'try' || !chain.has(fact.parent)) return false;
  return file.childrenOf(fact.parent).every((id) => {
    const other = file.facts.blocks[id]!;
    return other.kind !== 'catch' || other.try !== block || other.exits;
  });
}

/** The argument of a call that is the value, or -1. */
export function argumentIndex(link: Linking, call: FileValue, subject: Subject): number {
  const fact = factOf(call);
  return fact.kind === 'call' ? fact.args.findIndex((argument) => isSubject(link, sibling(call, argument), subject)) : -1;
}
