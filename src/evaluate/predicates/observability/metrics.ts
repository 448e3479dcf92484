/** `metrics.errors`: a metric tells failures apart: by its name, or by a label such as `status`. */
import type { RoleSite } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

const WORDS = new Set(['error', 'errors', 'err', 'fail', 'failed', 'failure', 'failures', 'exception', 'exceptions', 'status', 'statuscode', 'code', 'outcome', 'result', 'success', 'ok']);

export const metricOfErrors: Predicate = (_site, _operand, evaluation) => {
  const found = evaluation.roleSites(['metrics.duration', 'metrics.count'], 'wide').find(namesFailures);
  return answerOf(found !== undefined, found === undefined ? {} : { related: [{ location: evaluation.program.location(found.value), text: 'tells failures apart' }] });
};

/** A text or the name of a property in what makes the metric. */
function namesFailures({ value: { file, id } }: RoleSite): boolean {
  const { start, end } = file.facts.values[id]!;
  return file.valuesWithin(start, end).some((each) => {
    const fact = file.facts.values[each]!;
    return fact.kind === 'literal' && typeof fact.value === 'string' && fact.value.length < 80 && splitWords(fact.value).some((word) => WORDS.has(word));
  });
}
