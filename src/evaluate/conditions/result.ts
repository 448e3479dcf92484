/** `result`: what becomes of the call's result. */
import { NONE } from '../../contracts/facts.js';
import { answerOf, NO } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import { usesIn } from '../file-uses.js';

/** Ignored: the call, or its `await` or `void`, is a statement of its own. */
export const result: ConditionWord<'result'> = () => (site) => {
  if (site.value === null) return NO;
  const { file, id } = site.value;
  let top = id;
  for (let parent = file.parentOf(top); parent !== NONE; parent = file.parentOf(top)) {
    const fact = file.facts.values[parent]!;
    const isTransparent = fact.kind === 'await' || fact.kind === 'cast' || (fact.kind === 'unary' && fact.operator === 'void');
    if (!isTransparent) return NO;
    top = parent;
  }
  return answerOf(!usesIn(file).isTaken(top));
};
