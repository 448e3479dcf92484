/** `answers.*`: what requests ask a language model again and again, and whether something keeps its answer. */
import type { ValueFact } from '../../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes, YES } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { functionAround, reachedFunctions, usesInFunctions } from '../../reach/reach.js';
import { reachedByRoute, wayFromRoute } from '../../reach/request-reach.js';
import type { Site } from '../../site.js';
import { cachesIn } from '../databases/read-cache.js';
import type { Predicate } from '../index.js';

/** Calls deep below each function of the way. */
const DEPTH = 1;

/** `answers.for-search`: a handler asks, and on the way searches with what it got: the vector of a question, not of a record that is put into the index. */
export const forSearch: Predicate = (site, _operand, evaluation) => {
  const way = site.value === null ? [] : wayTo(site.value, evaluation);
  if (way.length === 0) return NO;
  const around = reachedFunctions(evaluation.program, way, DEPTH);
  return answerOf(usesInFunctions(evaluation.program, around, ['vector.query', 'search.query']).length > 0);
};

/** `answers.one-shot`: the model is given a text, or messages that are written out: no conversation, which is never the same again. */
export const oneShot: Predicate = (site, _operand, { program }) => {
  const messages = site.role === null ? null : program.argument(site.role, 'messages');
  if (messages === null) return YES;
  return answerOf(program.sourcesOf(messages).every((source) => isWrittenOut(program.fact(source), source.file)));
};

function isWrittenOut(fact: ValueFact, file: LinkedFile): boolean {
  if (fact.kind === 'array') return fact.elements.every((element) => file.facts.values[element]?.kind === 'object');
  return fact.kind === 'template' || fact.kind === 'concat' || (fact.kind === 'literal' && typeof fact.value === 'string');
}

/** `answers.constant`: everything the model is given is written in the code, so that each request asks the same. */
export const constantQuestion: Predicate = ({ role }, _operand, { program }) => {
  const messages = role === null ? null : program.argument(role, 'messages');
  return answerOf(messages !== null && isConstant(messages, program, 0));
};

function isConstant(value: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(value);
  const all = (ids: readonly number[]) => ids.length > 0 && ids.every((id) => isConstant({ file: value.file, id }, program, depth + 1));
  if (depth > 6) return false;
  if (fact.kind === 'object') return fact.properties.every(({ name }) => name !== null) && all(fact.properties.map((property) => property.value));
  if (fact.kind === 'array') return all(fact.elements);
  return program.constants(value)?.length === 1;
}

/** `answers.on-request`: a handler asks. */
export const onRequest: Predicate = (site, _operand, { program }) => {
  const way = site.value === null ? null : wayFromRoute(program, functionAround(site.value));
  return way === null ? NO : yes({ related: way });
};

/** `answers.kept`: a file on the way uses a cache; unknown where something on the way is written down, which may be the answer. */
export const answersKept: Predicate = (site, operand, evaluation) => {
  const { program } = evaluation;
  const way = wayTo(site.value!, evaluation);
  for (const file of new Set([site.value!.file, ...way.map((ref) => ref.file)])) {
    const found = cachesIn(file, program) ?? mapIn(file, program);
    if (found !== null) return yes({ related: [{ location: program.location({ file, id: found }), text: 'keeps answers' }] });
  }
  if (operand !== 'or-written') return NO;
  return isWritten(site, way, evaluation) ? unknown('whether the answer is what is written down') : NO;
};

/** A map, or a store of whatever name, that is asked for a key and given a value in the same file; null when there is none. */
function mapIn(file: LinkedFile, program: Program): number | null {
  const asked = new Set<string>();
  const given: { id: number; of: string }[] = [];
  for (const id of file.facts.calls) {
    const fact = file.facts.values[id]!;
    const callee = fact.kind === 'call' ? file.facts.values[fact.callee]! : fact;
    if (fact.kind !== 'call' || callee.kind !== 'member') continue;
    const of = program.describe({ file, id: callee.object });
    if (/^(?:get|has)$/.test(callee.name ?? '') && fact.args.length === 1) asked.add(of);
    else if (/^(?:set|setex|put)$/i.test(callee.name ?? '') && fact.args.length > 1) given.push({ id, of });
  }
  return given.find(({ of }) => asked.has(of))?.id ?? null;
}

function isWritten(site: Site, way: readonly FunctionRef[], { program }: Evaluation): boolean {
  const functions = reachedFunctions(program, [functionAround(site.value!), ...way], DEPTH);
  return usesInFunctions(program, functions, ['orm.write', 'record.save', 'file.write', 'sql.execute', 'storage.object.put', 'job.add']).length > 0;
}

/** The handler and the functions from it down to the call; none where no handler is seen to reach it. */
function wayTo(value: ValueRef, { program }: Evaluation): FunctionRef[] {
  const found = reachedByRoute(program, functionAround(value));
  if (found === null) return [];
  return [...(found.route.handler === null ? [] : [found.route.handler]), ...found.steps.map(({ ref }) => ref)];
}
