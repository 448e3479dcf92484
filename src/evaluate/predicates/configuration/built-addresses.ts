/** `env.part-of-alternative`: what an address is built of where it is not set as a whole. */
import type { ValueRef } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import type { Predicate } from '../index.js';
import { keyOf } from '../../file-uses.js';

/** ``process.env.DATABASE_URL ?? `postgres://${process.env.DB_USER}@${process.env.DB_HOST}` ``: does the variable stand in what takes the place of another one? */
export const partOfAlternative: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return answerOf(false);
  const { file } = value;
  let inner = value.id;
  for (let outer = file.parentOf(inner); outer >= 0; inner = outer, outer = file.parentOf(outer)) {
    const fact = file.facts.values[outer]!;
    if (fact.kind === 'logical') return answerOf(inner !== value.id && fact.operator !== '&&' && fact.right === inner && isRead({ file, id: fact.left }));
    if (fact.kind !== 'template' && fact.kind !== 'concat') return answerOf(false);
  }
  return answerOf(false);

  function isRead(left: ValueRef): boolean {
    return program.environment.reads.some((read) => keyOf(read.value) === keyOf(left));
  }
};
