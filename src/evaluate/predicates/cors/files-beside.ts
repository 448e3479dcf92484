/** `cors.with-files`: a setting that is handed over together with the files of a directory. */
import type { ValueRef } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import type { Predicate } from '../index.js';

/** Does the setting stand before nothing but files, in one call: `app.use('/dist', [cors(), express.static('dist')])`? */
export const withFiles: Predicate = ({ value, role }, _operand, { program }) => {
  if (value === null || role === null || role.role === 'http.response.header') return answerOf(false);
  const others = handedWith(value).filter((other) => program.fact(other).kind !== 'literal');
  return answerOf(others.length > 0 && others.every((other) => program.rolesAt(other).some((use) => use.role === 'http.static')));
};

/** The other arguments of the call that is given the value, alone or in a list. */
function handedWith({ file, id }: ValueRef): ValueRef[] {
  const { values } = file.facts;
  const list = values[file.parentOf(id)];
  const inList = list?.kind === 'array' ? file.parentOf(id) : null;
  const call = inList === null ? list : values[file.parentOf(inList)];
  if (call?.kind !== 'call' || call.callee === id) return [];
  const given = call.args.flatMap((each) => (each === inList && list?.kind === 'array' ? list.elements : [each]));
  return given.filter((each) => each !== id).map((each) => ({ file, id: each }));
}
