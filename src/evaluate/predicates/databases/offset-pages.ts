/** `query.by-offset`: pages of a list are found by counting what stands before them: `skip: page * 20`, `.offset(start)`, `LIMIT $1 OFFSET $2`. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import { topOfChain } from '../../file-uses.js';
import type { Predicate } from '../index.js';

const SKIPS = /^(?:skip|offset)$/;
const IN_STATEMENT = /\boffset\s+[?$:@]|\blimit\s+[?$:@]\w*\s*,\s*[?$:@]/i;

/** One and the same number, as the `skip: 1` beside a cursor, is no page. */
export const byOffset: Predicate = ({ query }, _operand, { program }) => {
  if (query === null) return answerOf(false);
  if (query.statementText !== null) return answerOf(IN_STATEMENT.test(query.statementText));
  return answerOf(skippedIn(query.value, program).some((skipped) => program.constants(skipped) === null));
};

/** What is skipped, in the options of the calls of its chain and in calls of that name. */
function skippedIn(value: ValueRef, program: Program): ValueRef[] {
  const { file } = value;
  const found: ValueRef[] = [];
  for (let id = topOfChain(value); id >= 0; ) {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'await' || fact.kind === 'cast') id = fact.operand;
    else if (fact.kind === 'member') id = fact.object;
    else if (fact.kind === 'call') {
      const callee = file.facts.values[fact.callee];
      const [first] = fact.args;
      if (callee?.kind === 'member' && SKIPS.test(callee.name ?? '') && first !== undefined) found.push({ file, id: first });
      for (const argument of fact.args) found.push(...['skip', 'offset'].flatMap((name) => {
        const given = program.property({ file, id: argument }, [name]);
        return given.kind === 'found' ? given.values : [];
      }));
      id = fact.callee;
    } else break;
  }
  return found;
}
