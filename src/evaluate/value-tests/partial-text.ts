/** Matching a pattern against text of which only parts are known: `http://localhost:${port}/`. */
import type { ValueRef } from '../../contracts/program.js';
import type { Truth } from '../answer.js';
import type { Evaluation } from '../evaluation.js';

/** Stands for what is not known. A private-use character: no pattern names it, no audited text should hold it. */
export const HOLE = '\uE000';
/** Patterns are ours or the team's, but the text is not: a long one is not worth the risk of a slow match. */
const MAX_LENGTH = 4000;
/** Values put together for one text; parts that hold parts double with each level. */
const MAX_VALUES = 300;

/** @param text a known text, or a value to be put together as far as it is known. */
export function matchText(pattern: RegExp, text: string | ValueRef, evaluation?: Evaluation): Truth {
  const written = typeof text === 'string' ? text : evaluation ? textOf(text, evaluation) : HOLE;
  if (written.length > MAX_LENGTH) return 'unknown';
  const match = pattern.exec(written);
  const partial = written.includes(HOLE);
  if (match === null) return partial ? 'unknown' : 'no';
  return match[0].includes(HOLE) ? 'unknown' : 'yes';
}

/** The value's text with a hole for each part that is not known. */
export function textOf(value: ValueRef, evaluation: Evaluation, budget = { values: MAX_VALUES }): string {
  const { program } = evaluation;
  budget.values -= 1;
  const constants = program.constants(value);
  if (constants?.length === 1) return String(constants[0]);
  if (budget.values < 0) return HOLE;
  const part = (id: number) => textOf({ file: value.file, id }, evaluation, budget);
  const fact = program.fact(value);
  if (fact.kind === 'template' && fact.tag < 0) return fact.texts.map((text, index) => text + (index < fact.parts.length ? part(fact.parts[index]!) : '')).join('');
  if (fact.kind === 'concat') return fact.parts.map(part).join('');
  const sources = program.sourcesOf(value);
  const only = sources.length === 1 ? sources[0] : undefined;
  return only !== undefined && (only.id !== value.id || only.file !== value.file) ? textOf(only, evaluation, budget) : HOLE;
}
