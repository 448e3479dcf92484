/** `jwt.expiry-read`: the program looks at the expiry itself, where a library was told not to. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { functionsOfEntity } from '../../reach/reach.js';
import type { Predicate } from '../index.js';
import { readsClaim } from './jwt.js';

/** Is `exp` read of what the site gives, or in a function that the call is given to accept the claims? */
export const expiryRead: Predicate = ({ value }, _operand, { program }) => {
  const fact = value === null ? null : program.fact(value);
  if (value === null || fact?.kind !== 'call') return NO;
  return answerOf(readsClaim(value, 'exp', program) || fact.args.some((id) => isReadIn({ file: value.file, id }, program)));
};

function isReadIn(argument: ValueRef, program: Program): boolean {
  return program.resolve(argument).flatMap((entity) => functionsOfEntity(program, entity)).some(({ file, id }) => {
    const range = file.facts.functions[id];
    return range !== undefined && file.facts.values.some((fact) => fact.kind === 'member' && fact.name === 'exp' && fact.start >= range.start && fact.end <= range.end);
  });
}
