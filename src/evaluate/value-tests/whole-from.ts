/** `whole-from: request`: the value itself, not just something in it, is what a client sent. */
import type { ValueRef } from '../../contracts/program.js';
import type { Sink } from '../../contracts/sinks.js';
import { NO, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { TestWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';

const MAXIMUM_VALUES = 100;
/** What is written out in the source, so that a client can only fill its places. */
const WRITTEN_OUT: ReadonlySet<string> = new Set(['array', 'template', 'concat', 'literal', 'function', 'class', 'jsx', 'binary', 'unary']);

/** `req.body`, `{ ...req.query }`, `JSON.parse(req.query.filter)`; but not `{ name: req.body.name }`. Only an unbroken way counts. */
export const wholeFrom: TestWord<'whole-from'> = ({ sink }) => (subject, evaluation): Answer => {
  const seen = new Set<string>();
  for (const value of subject.values) {
    const answer = look(value, sink, evaluation, seen);
    if (answer.truth === 'yes') return answer;
  }
  return NO;
};

function look(value: ValueRef, sink: Sink, evaluation: Evaluation, seen: Set<string>): Answer {
  const { program } = evaluation;
  for (const source of program.sourcesOf(value)) {
    if (seen.has(keyOf(source)) || seen.size >= MAXIMUM_VALUES) continue;
    seen.add(keyOf(source));
    const fact = program.fact(source);
    const answer = fact.kind === 'object' ? spreadIn(source, sink, evaluation, seen) : WRITTEN_OUT.has(fact.kind) ? NO : traced(source, sink, evaluation);
    if (answer.truth === 'yes') return answer;
  }
  return NO;
}

function spreadIn(object: ValueRef, sink: Sink, evaluation: Evaluation, seen: Set<string>): Answer {
  const fact = evaluation.program.fact(object);
  if (fact.kind !== 'object') return NO;
  for (const property of fact.properties) {
    if (property.kind !== 'spread') continue;
    const answer = look({ file: object.file, id: property.value }, sink, evaluation, seen);
    if (answer.truth === 'yes') return answer;
  }
  return NO;
}

function traced(value: ValueRef, sink: Sink, { program }: Evaluation): Answer {
  const origin = program.trace(value, { sink }).origins.find((each) => each.kind === 'request' && !each.lossy);
  if (origin === undefined) return NO;
  return yes({ steps: origin.steps, values: { source: origin.steps[0]?.text ?? origin.detail }, confidence: 'high' });
}
