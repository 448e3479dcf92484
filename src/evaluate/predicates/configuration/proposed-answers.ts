/** Values that an installer proposes to whoever it asks at a terminal: they decide. */
import { answerOf } from '../../answer.js';
import type { Predicate } from '../index.js';

const PROPOSED = /^(?:initial|default|placeholder|initialValue|defaultValue)$/;
const ASKED = /^(?:message|question|prompt)$/;

/** `environment.proposed`: the value is the first answer of a question: `{ type: 'input', message: 'Host', initial: process.env.DB_HOST || 'localhost' }`. */
export const proposed: Predicate = ({ value }) => {
  if (value === null) return answerOf(false);
  const { file } = value;
  for (let inner = value.id, outer = file.parentOf(inner); outer >= 0; inner = outer, outer = file.parentOf(outer)) {
    const fact = file.facts.values[outer]!;
    if (fact.kind === 'function') return answerOf(false);
    if (fact.kind !== 'object') continue;
    const holder = fact.properties.find((each) => each.value === inner)?.name ?? '';
    return answerOf(PROPOSED.test(holder) && fact.properties.some(({ name }) => ASKED.test(name ?? '')));
  }
  return answerOf(false);
};
