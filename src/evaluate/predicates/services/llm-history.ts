/** `llm.history-unlimited`: the messages that a model is given hold a conversation whole, as the client sent it or as it is stored. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf } from '../../file-uses.js';
import { NO_SITE } from '../../site.js';
import type { Predicate } from '../index.js';
import { limitedQuery, listQuery } from '../databases/list-queries.js';

const MAXIMUM_STEPS = 60;
/** Methods that give all elements of what they are called on. */
const ALL_ELEMENTS = /^(?:map|filter|reverse|toReversed|sort|concat|flatMap|toSorted|values|rows)$/;

export const unlimitedHistory: Predicate = ({ role }, _operand, evaluation) => {
  const messages = role === null ? null : evaluation.program.argument(role, 'messages');
  return messages === null ? NO : historyIn(messages, evaluation, new Set());
};

function historyIn(value: ValueRef, evaluation: Evaluation, seen: Set<string>): Answer {
  const { program } = evaluation;
  for (const source of [value, ...program.sourcesOf(value)]) {
    if (seen.has(keyOf(source)) || seen.size > MAXIMUM_STEPS) continue;
    seen.add(keyOf(source));
    const found = storedIn(source, evaluation) ?? sentIn(source, program);
    if (found !== null) return found;
    for (const id of wholeParts(source, program)) {
      const inner = historyIn({ file: source.file, id }, evaluation, seen);
      if (inner.truth === 'yes') return inner;
    }
  }
  return NO;
}

/** What all elements of the list, or the list whole, come from. */
function wholeParts({ file, id }: ValueRef, program: Program): number[] {
  const fact = file.facts.values[id]!;
  switch (fact.kind) {
    case 'array':
      return fact.elements.flatMap((element) => {
        const inner = file.facts.values[element]!;
        return inner.kind === 'spread' ? [inner.operand] : [];
      });
    case 'await':
    case 'cast':
      return [fact.operand];
    case 'logical':
      return [fact.left, fact.right];
    case 'conditional':
      return [fact.whenTrue, fact.whenFalse];
    case 'member':
      return fact.name === 'rows' || fact.name === null ? [fact.object] : [];
    case 'call': {
      const callee = file.facts.values[fact.callee];
      if (callee?.kind !== 'member' || !ALL_ELEMENTS.test(callee.name ?? '') || program.callees({ file, id }).length > 0) return [];
      return callee.name === 'concat' ? [callee.object, ...fact.args] : [callee.object];
    }
    default:
      return [];
  }
}

function storedIn(source: ValueRef, evaluation: Evaluation): Answer | null {
  const query = queriesAt(evaluation.program).get(keyOf(source));
  if (query === undefined) return null;
  const site = { ...NO_SITE, value: source, label: '', query };
  if (listQuery(site, null, evaluation).truth !== 'yes' || limitedQuery(site, null, evaluation).truth !== 'no') return null;
  return yes({ values: { source: 'the stored conversation' }, related: [{ location: evaluation.program.location(source), text: 'reads all of it' }], confidence: 'medium' });
}

const QUERIES = new WeakMap<Program, ReadonlyMap<string, Program['queries'][number]>>();

function queriesAt(program: Program): ReadonlyMap<string, Program['queries'][number]> {
  let known = QUERIES.get(program);
  if (known === undefined) QUERIES.set(program, (known = new Map(program.queries.map((query) => [keyOf(query.value), query]))));
  return known;
}

/** `req.body.messages`, unless something has checked it. */
function sentIn(source: ValueRef, program: Program): Answer | null {
  const fact = program.fact(source);
  if (fact.kind !== 'member' || !program.rolesAt({ file: source.file, id: fact.object }).some(({ role }) => role === 'request.body')) return null;
  const isUnchecked = program.trace(source, { sink: 'value' }).origins.some(({ kind }) => kind === 'request');
  return isUnchecked ? yes({ values: { source: 'the conversation that the client sends' }, related: [{ location: program.location(source), text: 'as the client sent it' }] }) : null;
}
