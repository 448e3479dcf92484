/** What has been made sure of by the statements that run before a place: assertions, checks that throw. */
import type { BlockId } from '../../../contracts/facts.js';
import type { FunctionRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';
import { chainOf } from '../../definitions.js';
import { guardsAround, guardsAt, guardsAtEnd } from '../../guards.js';
import { type FileValue, type Linking, sibling } from '../../linking.js';
import { factOf, functionKeyOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';
import type { Judge } from './conditions.js';
import { provenByFinding, provenByMailing } from './lookups.js';
import { isGivenAsMade } from './made.js';
import { provenByCleaning } from './operators.js';
import { argumentIndex, argumentOf, provenByGuards } from './own-functions.js';
import { provenByParsing, throwsOnRefusal } from './parsing.js';
import { runsWhenPresent } from './presence.js';
import { type Protection, intersection, union } from './protection.js';
import { provenByRunChain } from './run-chains.js';

const MAXIMUM_USES = 100;
const MAXIMUM_DEPTH = 4;

/**
 * `assertAllowed(x);`, `assert(LIST.includes(x));`, `schema.parse(req.body);` before an offset.
 *
 * @param bindings variables through which the value may be mentioned
 * @param at where the place is whose blocks count, when the offset is the end of it
 */
export function provenByStatements(link: Linking, subject: Subject, offset: number, bindings: readonly number[], judge: Judge, depth = 0, at = offset): Protection | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const { file } = subject;
  const uses = bindings.flatMap((binding) => (file.facts.bindings[binding]?.uses ?? []).slice(0, MAXIMUM_USES));
  let result: Protection | null = null;
  for (const call of statementCallsBefore(file, offset, [...uses, ...ownFields(subject)], (block) => runsWhenPresent(link, block, subject), at)) {
    const asserted = link.rolesAt(call).find((site) => site.role === 'assert.truthy');
    const condition = asserted === undefined ? null : link.argument(asserted, 'value');
    if (condition !== null) result = union(result, judge(condition as FileValue, true, subject, 1));
    if (throwsOnRefusal(link, call)) result = union(result, provenByParsing(link, call, subject, judge));
    result = union(result, provenByRunChain(link, call, subject, judge));
    result = union(result, union(provenByReturn(link, call, subject, judge, depth), [provenByCleaning, provenByFinding, provenByMailing].map((proof) => proof(link, call, subject)).reduce(union, null)));
  }
  return result;
}

/** What a function that has returned has made sure of, for one that throws (or ends the process) when what it is given is wrong. */
function provenByReturn(link: Linking, call: FileValue, subject: Subject, judge: Judge, depth: number): Protection | null {
  const index = argumentIndex(link, call, subject);
  const field = index >= 0 ? null : ownField(call, subject);
  const functions = index < 0 && field === null ? [] : link.callees(call);
  const inside = functions.length !== 1 ? null : index >= 0 ? argumentOf(functions[0]!, index, subject) : field;
  if (inside === null || inside.file !== functions[0]!.file) return null;
  return provenAtEnd(link, functions[0]!, inside, index, judge, depth + 1);
}

const ENDS = new WeakMap<Linking, Map<string, Protection | null>>();

/** Methods of one object that call each other are met on many ways. */
function provenAtEnd(link: Linking, ref: FunctionRef, subject: Subject, index: number, judge: Judge, depth: number): Protection | null {
  const known = ENDS.get(link) ?? new Map<string, Protection | null>();
  ENDS.set(link, known);
  const key = `${functionKeyOf(ref)} ${index} ${depth} ${subject.name}`;
  let protection = known.get(key);
  if (protection === undefined) known.set(key, (protection = findAtEnd(link, ref, subject, index, judge, depth)));
  return protection;
}

function findAtEnd(link: Linking, ref: FunctionRef, subject: Subject, index: number, judge: Judge, depth: number): Protection | null {
  const { file } = subject;
  const declaration = file.facts.functions[ref.id]!;
  if (file.facts.blocks[declaration.body] === undefined) return null;
  const ends = [...declaration.returns.map((id) => factOf({ file, id }).start), ...endsOf(file, declaration.body)];
  const binding = declaration.parameters[index]?.binding ?? -1;
  return ends.length === 0 ? null : ends.map((end) => provenUntil(link, subject, end, binding, judge, depth)).reduce(intersection);
}

/** What a function has made sure of when it is left, what it gives back included, for something that stands outside of it as well. */
export function provenWhenLeft(link: Linking, ref: FunctionRef, subject: Subject, bindings: readonly number[], judge: Judge): Protection | null {
  const { file } = subject;
  const declaration = file.facts.functions[ref.id];
  if (declaration === undefined) return null;
  // `() => check(name)` is over when its expression is.
  const isExpression = declaration.returns.some((id) => factOf({ file, id }).end === declaration.end);
  const open = isExpression || file.facts.blocks[declaration.body] === undefined ? [] : endsOf(file, declaration.body);
  const ends = [...declaration.returns.map((id) => factOf({ file, id })), ...open.map((end) => ({ start: end, end }))];
  return ends.length === 0 ? null : ends.map(({ start, end }) => union(provenUntil(link, subject, start, -1, judge), provenByStatements(link, subject, end, bindings, judge, 0, start))).reduce(intersection);
}

/** Where a function is left at the end of a block of it, by a `return` without a value or because it is over. */
function endsOf(file: FileValue['file'], id: BlockId): number[] {
  const block = file.facts.blocks[id]!;
  const isLeft = block.kind === 'function' ? block.exitKind !== 'throw' : block.exitKind === 'return' || block.exitKind === 'mixed';
  const inner = file.childrenOf(id).filter((child) => file.facts.blocks[child]!.function === block.function);
  return [...(isLeft ? [block.end - 1] : []), ...inner.flatMap((child) => endsOf(file, child))];
}

/** What holds at a position of a function: guards around it, and assertions before it. */
export function provenUntil(link: Linking, subject: Subject, offset: number, binding: number, judge: Judge, depth = 0): Protection | null {
  const anywhere: FileValue = { file: subject.file, id: 0 };
  const guarded = provenByGuards(link, [...guardsAt(anywhere, offset), ...guardsAround(anywhere, offset)], subject, judge, 1);
  const stated = provenByStatements(link, subject, offset, binding < 0 ? [] : [binding], judge, depth);
  return union(union(guarded, stated), provenInBranches(link, subject, offset, binding, judge, depth));
}

/**
 * Behind a branch holds what holds at its end, where it ran for certain: `if (schemas.body) { if (!valid(schemas.body, req.body)) return refuse(); }`
 * of what was made with such a schema; `if (!id) id = made(); else if (!isUuid(id)) throw …` of an id that was there.
 */
export function provenInBranches(link: Linking, subject: Subject, offset: number, binding: number, judge: Judge, depth = 0): Protection | null {
  if (depth >= MAXIMUM_DEPTH) return null;
  const { file } = subject;
  const around = chainOf(file, file.blockAt(offset));
  const branches = around.flatMap((id) => file.childrenOf(id)).filter((id) => {
    const { end, kind, exits, condition } = file.facts.blocks[id]!;
    if ((kind !== 'then' && kind !== 'else') || exits || end > offset || condition < 0 || !holdsOthers(file, id)) return false;
    return (kind === 'then' && subject.made !== undefined && isGivenAsMade(link, { file, id: condition }, subject)) || runsWhenPresent(link, id, subject);
  });
  return branches.map((id) => union(
    provenByGuards(link, guardsAtEnd({ file, id: 0 }, id), subject, judge, 1),
    provenUntil(link, subject, file.facts.blocks[id]!.end - 1, binding, judge, depth + 1),
  )).reduce(union, null);
}

/** A branch in which nothing is left and nothing called proves nothing. */
function holdsOthers(file: FileValue['file'], id: BlockId): boolean {
  const { start, end } = file.facts.blocks[id]!;
  return file.childrenOf(id).length > 0 || file.facts.calls.some((call) => factOf({ file, id: call }).start >= start && factOf({ file, id: call }).end <= end);
}

/** The subject itself where it is a field that a method of the same object, called on `this`, can ask about. */
function ownField(call: FileValue, subject: Subject): Subject | null {
  const of = classOfField(subject);
  const fact = factOf(call);
  const callee = of < 0 || fact.kind !== 'call' ? null : factOf(sibling(call, fact.callee));
  const receiver = callee?.kind === 'member' ? factOf(sibling(call, callee.object)) : null;
  return receiver?.kind === 'this' && receiver.class === of ? subject : null;
}

/** Mentions of `this` in the class of which the subject is a field. */
function ownFields(subject: Subject): number[] {
  const of = classOfField(subject);
  if (of < 0) return [];
  const { file } = subject;
  return file.facts.calls.flatMap((id) => {
    const call = file.facts.values[id]!;
    const callee = call.kind === 'call' ? file.facts.values[call.callee] : undefined;
    const receiver = callee?.kind === 'member' ? file.facts.values[callee.object] : undefined;
    return callee?.kind === 'member' && receiver?.kind === 'this' && receiver.class === of ? [callee.object] : [];
  });
}

function classOfField({ name }: Subject): number {
  return Number(/^this(\d+)\./.exec(name)?.[1] ?? -1);
}

/**
 * Calls that stand as statements of their own before an offset and always run before it.
 * @param isEnough a branch whose condition does not matter
 */
export function statementCallsBefore(file: FileValue['file'], offset: number, uses: readonly number[], isEnough: (block: BlockId) => boolean = () => false, at = offset): FileValue[] {
  const chain = new Set<number>([file.blockAt(at)]);
  for (let id = file.blockAt(at); id > 0; id = file.facts.blocks[id]!.parent) chain.add(file.facts.blocks[id]!.parent);
  const result: FileValue[] = [];
  for (const use of uses) {
    let top = use;
    for (let parent = file.parentOf(top); parent >= 0; parent = file.parentOf(top)) top = parent;
    // `const [file] = await …` reads an element of what was awaited.
    for (let fact = file.facts.values[top]!; fact.kind === 'member'; fact = file.facts.values[top]!) top = fact.object;
    const outer = factOf({ file, id: top });
    const id = amongAll(file, outer.kind === 'await' ? outer.operand : top, use);
    const call = file.facts.values[id];
    if (call?.kind !== 'call' || call.end > offset) continue;
    const block = file.blockAt(call.start);
    if (alwaysRuns(file, block, chain) || (chain.has(file.facts.blocks[block]!.parent) && isEnough(block))) result.push(...calledOn({ file, id }, use), { file, id });
  }
  return result;
}

/** Calls on whose results the call is made, and which are given what is used there: `ownerOf(name).open()`. */
function calledOn(call: FileValue, use: number): FileValue[] {
  const at = factOf(sibling(call, use));
  const result: FileValue[] = [];
  for (let fact = factOf(call); fact.kind === 'call'; ) {
    const callee = factOf(sibling(call, fact.callee));
    if (callee.kind !== 'member') break;
    const receiver = sibling(call, callee.object);
    fact = factOf(receiver);
    if (fact.kind === 'call' && fact.start <= at.start && fact.end >= at.end) result.push(receiver);
  }
  return result;
}

/** Of `await Promise.all([load(id), check(id)])` the element in which the use stands: all of them have run. */
function amongAll(file: FileValue['file'], id: number, use: number): number {
  const call = file.facts.values[id];
  const list = call?.kind === 'call' && writtenName(file.facts.values[call.callee]!) === 'all' ? file.facts.values[call.args[0] ?? -1] : undefined;
  if (list?.kind !== 'array') return id;
  const at = factOf({ file, id: use }).start;
  return list.elements.find((element) => factOf({ file, id: element }).start <= at && factOf({ file, id: element }).end >= at) ?? id;
}

/** The block is around the place, or is a `try` that was left only when nothing was thrown. */
function alwaysRuns(file: FileValue['file'], block: number, chain: ReadonlySet<number>): boolean {
  if (chain.has(block)) return true;
  const fact = file.facts.blocks[block]!;
  if (fact.kind !== 'try' || !chain.has(fact.parent)) return false;
  return file.childrenOf(fact.parent).every((id) => {
    const other = file.facts.blocks[id]!;
    // Where the place is in what takes the failure, nothing is known of what failed.
    return other.kind !== 'catch' || other.try !== block || (other.exits && !chain.has(id));
  });
}
