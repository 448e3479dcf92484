/**
 * `retry.repeatable`: may the outbound call be made again without harm, as one that only reads (GET, HEAD)? `retry.none-seen`: does nothing
 * try it again, as far as its file and those of its callers say? Where they speak of retries, or something else runs the call, it is unknown.
 */
import { NONE } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { calledName } from '../../../contracts/written-name.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import { functionAround } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

const READS = /^(?:get|head)$/i;
const WRITES = /^(?:post|put|patch|delete|del)\w*$/i;
const SPEAKS = /retr(?:y|ies)|back_?off|attempts?(?:[A-Z_]|$)|tries/i;
/** What runs a function that it is given, and may do so again: `policy.execute(() => …)`, `queue.add(() => …)`. */
const RUNS = /^(?:execute|fire|run|wrap|schedule|enqueue|add|call|invoke|exec|perform|with[A-Z]\w*)$/;
const MAXIMUM_CALLERS = 12;
const DEPTH = 3;

export const repeatable: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const name = calledName(value.file, value.id) ?? '';
  if (READS.test(name)) return yes();
  return answerOf(!WRITES.test(name) && setsNoMethod(value, program));
};

/** `fetch(url)`, `fetch(url, { headers })`, `axios({ method: 'get', url })`; options that cannot be seen may say anything. */
function setsNoMethod({ file, id }: ValueRef, program: Program): boolean {
  const call = file.facts.values[id]!;
  if (call.kind !== 'call') return false;
  return call.args.every((argument, index) => {
    const fact = file.facts.values[argument]!;
    if (fact.kind !== 'object') return index === 0 && fact.kind !== 'spread';
    if (fact.properties.some(({ name }) => name === null || name === 'body' || name === 'data')) return false;
    const method = fact.properties.find(({ name }) => name === 'method');
    const texts = method === undefined ? ['GET'] : (program.constants({ file, id: method.value }) ?? []);
    return texts.length > 0 && texts.every((text) => READS.test(String(text)));
  });
}

export const noneSeen: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  if (hasSubstitute(value)) return unknown('what takes its place when it fails');
  let level = [value];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const speaking = level.find(({ file }) => speaksOfRetries(file));
    if (speaking !== undefined) return unknown('whether what its file says of retries is about it');
    const run = level.find((each) => isRunByOther(each));
    if (run !== undefined) return unknown('whether what runs it tries again');
    level = level.flatMap((each) => program.callersOf(functionAround(each)).slice(0, MAXIMUM_CALLERS));
  }
  return yes();
};

/** It stands in a `try` whose `catch` neither hands the failure on nor answers with it: something else may take its place. */
function hasSubstitute({ file, id }: ValueRef): boolean {
  const { blocks, values, functions } = file.facts;
  const at = values[id]!.start;
  for (let block = file.blockAt(at); block !== NONE; block = blocks[block]!.parent) {
    const { kind } = blocks[block]!;
    if (kind === 'function' || kind === 'module') return false;
    const clause = kind === 'try' ? blocks.find((each) => each.kind === 'catch' && each.try === block) : undefined;
    if (clause === undefined) continue;
    const isInside = (value: number) => values[value]!.start >= clause.start && values[value]!.end <= clause.end;
    const throwsOn = functions[file.functionAt(at)]!.throws.some(isInside);
    return !throwsOn && !file.facts.calls.some((call) => isInside(call) && HANDS_ON.test(calledName(file, call) ?? ''));
  }
  return false;
}

/** `next(error)`, `res.status(502)`, `reply.send(error)`. */
const HANDS_ON = /^(?:next|reject|status|sendStatus|code|send|throw|abort|internalServerError|badGateway)$/;

const MEMO = new WeakMap<LinkedFile, boolean>();

function speaksOfRetries(file: LinkedFile): boolean {
  let known = MEMO.get(file);
  if (known === undefined) MEMO.set(file, (known = namesOf(file).some((name) => SPEAKS.test(name))));
  return known;
}

function namesOf({ facts }: LinkedFile): string[] {
  const inValues = facts.values.flatMap((fact) => {
    if (fact.kind === 'reference' || fact.kind === 'member') return fact.name === null ? [] : [fact.name];
    return fact.kind === 'object' ? fact.properties.flatMap(({ name }) => (name === null ? [] : [name])) : [];
  });
  return [...facts.bindings.map(({ name }) => name), ...facts.functions.map(({ name }) => name), ...inValues];
}

/** Does the call stand in a function that is handed to something that runs it? */
function isRunByOther({ file, id }: ValueRef): boolean {
  for (let around = file.functionAt(file.facts.values[id]!.start); around > 0; around = file.facts.functions[around]!.parent) {
    const literal = usesIn(file).valueOfFunction(around);
    const outer = literal === NONE ? NONE : file.parentOf(literal);
    if (outer !== NONE && file.facts.values[outer]!.kind === 'call' && RUNS.test(calledName(file, outer) ?? '')) return true;
  }
  return false;
}
