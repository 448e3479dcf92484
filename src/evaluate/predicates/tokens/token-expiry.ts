/** `jwt.expiry-read`: the program looks at the expiry itself, where a library was told not to. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { functionsOfEntity } from '../../reach/reach.js';
import type { Predicate } from '../index.js';
import { useAhead } from '../../conditions/flows-to.js';

/** Is `exp` read of what the site gives, or in a function that the call is given to accept the claims? */
export const expiryRead: Predicate = ({ value }, _operand, { program }) => {
  const fact = value === null ? null : program.fact(value);
  if (value === null || fact?.kind !== 'call') return NO;
  return answerOf(useAhead(value, program, expiryOf) !== null || fact.args.some((id) => isReadIn({ file: value.file, id }, program)));
};

/** `claims.exp`, where the value is `claims`. */
function expiryOf({ file, id }: ValueRef): ValueRef | null {
  const parent = file.parentOf(id);
  const fact = file.facts.values[parent];
  return fact?.kind === 'member' && fact.object === id && fact.name === 'exp' ? { file, id: parent } : null;
}

function isReadIn(argument: ValueRef, program: Program): boolean {
  return program.resolve(argument).flatMap((entity) => functionsOfEntity(program, entity)).some(({ file, id }) => {
    const range = file.facts.functions[id];
    return range !== undefined && file.facts.values.some((fact) => fact.kind === 'member' && fact.name === 'exp' && fact.start >= range.start && fact.end <= range.end);
  });
}
