/** Tests on the constants that a value may be: `equals`, `may-equal`, `matches`, `below`, `above`, `shorter-than`, `constant`. */
import type { Scalar } from '../../contracts/vocabulary.js';
import { answerOf, NO, unknown, yes } from '../answer.js';
import type { Answer, Evidence } from '../answer.js';
import type { JudgeValue, TestWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { constantsOf, shownConstant } from '../subject.js';
import type { Subject } from '../subject.js';
import { cannotBeScalar } from './kinds.js';
import { matchText } from './partial-text.js';

const MANY = 'its value, which is not written in the source';

/** Does every alternative satisfy `test`? An alternative that is no constant leaves it open, unless another one fails already. */
function everyConstant(test: (constant: Scalar) => boolean): JudgeValue {
  return (subject, evaluation) => {
    if (subject.presence === 'no') return NO;
    const { all, complete, others } = constantsOf(subject, evaluation);
    const failing = all.find((constant) => !test(constant));
    if (failing !== undefined) return answerOf('no', valueEvidence(failing));
    if (others.some((value) => cannotBeScalar(value, evaluation))) return NO;
    if (!complete || all.length === 0) return unknown(MANY);
    return yes(valueEvidence(all[0]!));
  };
}

function valueEvidence(constant: Scalar): Partial<Evidence> {
  return { values: { value: shownConstant(constant) } };
}

export const equals: TestWord<'equals'> = (wanted) => everyConstant((constant) => wanted.includes(constant));

export const mayEqual: TestWord<'may-equal'> = (wanted) => (subject, evaluation): Answer => {
  if (subject.presence === 'no') return NO;
  const { all, others } = constantsOf(subject, evaluation);
  const found = all.find((constant) => wanted.includes(constant));
  if (found !== undefined) return yes(valueEvidence(found));
  const open = subject.presence === 'unknown' && subject.values.length === 0;
  return open || others.some((value) => !cannotBeScalar(value, evaluation)) ? unknown(MANY) : NO;
};

export const below: TestWord<'below'> = (limit) => everyConstant((constant) => typeof constant === 'number' && constant < limit);
export const above: TestWord<'above'> = (limit) => everyConstant((constant) => typeof constant === 'number' && constant > limit);

export const shorterThan: TestWord<'shorter-than'> = (bytes) => everyConstant((constant) => typeof constant === 'string' && new TextEncoder().encode(constant).length < bytes);

/** A text with unknown parts matches when the match lies in its known ones; otherwise it is open. */
export const matches: TestWord<'matches'> = (source) => {
  const pattern = source.startsWith('(?i)') ? new RegExp(source.slice(4), 'i') : new RegExp(source);
  return (subject, evaluation): Answer => {
    if (subject.presence === 'no') return NO;
    const { all, others } = constantsOf(subject, evaluation);
    const constants = all.map((constant) => (typeof constant === 'string' ? matchText(pattern, constant) : 'no'));
    const texts = others.map((value) => (cannotBeScalar(value, evaluation) ? 'no' : matchText(pattern, value, evaluation)));
    const results = [...constants, ...texts];
    if (results.includes('no')) return NO;
    if (results.includes('unknown') || results.length === 0 || subject.presence === 'unknown') return unknown(MANY);
    return yes(all.length > 0 ? valueEvidence(all[0]!) : {});
  };
};

/** Written in the source: constants, and functions, objects and lists made of what is written. */
export const constant: TestWord<'constant'> = () => (subject, evaluation): Answer => {
  if (subject.presence === 'no') return NO;
  const { all, complete, others } = constantsOf(subject, evaluation);
  if (complete && all.length > 0) return yes(valueEvidence(all[0]!));
  return others.length === 0 ? unknown(MANY) : originsAreConstant(subject, evaluation);
};

function originsAreConstant(subject: Subject, { program }: Evaluation): Answer {
  const traces = subject.values.map((value) => program.trace(value, { sink: 'value' }));
  const origins = traces.flatMap((trace) => trace.origins);
  const other = origins.find((origin) => !['constant', 'numeric', 'allow-listed', 'unknown'].includes(origin.kind));
  if (other !== undefined) return answerOf('no', { values: { source: other.detail }, steps: other.steps });
  if (origins.length === 0 || traces.some((trace) => trace.truncated) || origins.some((origin) => origin.kind === 'unknown')) return unknown(MANY);
  return answerOf(origins.every((origin) => origin.kind === 'constant'));
}
