/** `metrics.errors`: a metric tells failures apart: by its name, or by a label such as `status`. */
import type { RoleSite } from '../../../contracts/program.js';
import { withoutCasts } from '../../../contracts/casts.js';
import { NONE } from '../../../contracts/facts.js';
import { NO, unknown, yes } from '../../answer.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

const WORDS = new Set(['error', 'errors', 'err', 'fail', 'failed', 'failure', 'failures', 'exception', 'exceptions', 'status', 'statuscode', 'code', 'outcome', 'result', 'success', 'ok']);

export const metricOfErrors: Predicate = (_site, _operand, evaluation) => {
  const found = evaluation.roleSites(['metrics.duration', 'metrics.count'], 'wide').find(namesFailures);
  if (found !== undefined) return yes({ related: [{ location: evaluation.program.location(found.value), text: 'tells failures apart' }] });
  const durations = evaluation.roleSites(['metrics.duration'], 'wide');
  return durations.every((site) => saysItsLabels(site)) ? NO : unknown('by what the metrics tell requests apart');
};

/** prom-client takes no label that is not named where the metric is made; other libraries take any where something is measured. */
function saysItsLabels({ value: { file, id }, entry }: RoleSite): boolean {
  const fact = file.facts.values[id]!;
  const options = fact.kind === 'call' ? file.facts.values[fact.args[0] ?? NONE] : undefined;
  if (entry.package !== 'prom-client' || options?.kind !== 'object') return false;
  const labels = options.properties.find(({ name }) => name === 'labelNames');
  const list = labels === undefined ? null : withoutCasts(file, labels.value);
  return options.properties.every(({ name }) => name !== null) && (list === null || (list?.kind === 'array' && list.elements.every((element) => file.facts.values[element]?.kind === 'literal')));
}

/** A text or the name of a property in what makes the metric. */
function namesFailures({ value: { file, id } }: RoleSite): boolean {
  const { start, end } = file.facts.values[id]!;
  return file.valuesWithin(start, end).some((each) => {
    const fact = file.facts.values[each]!;
    return fact.kind === 'literal' && typeof fact.value === 'string' && fact.value.length < 80 && splitWords(fact.value).some((word) => WORDS.has(word));
  });
}
