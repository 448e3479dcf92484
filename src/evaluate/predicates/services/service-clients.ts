/** `service-client.*`: what the client of another company's service is used for. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/** Is it only given to what signs addresses with its keys? Then it calls nobody. */
export const onlySigns: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return answerOf(false);
  const { bindings } = value.file.facts;
  const uses = usesIn(value.file).bindingsOf(value.id).flatMap((binding) => bindings[binding]!.uses);
  return answerOf(uses.length > 0 && uses.every((use) => isSignedWith({ file: value.file, id: use }, program)));
};

function isSignedWith({ file, id }: ValueRef, program: Program): boolean {
  const parent = file.parentOf(id);
  return parent >= 0 && program.rolesAt({ file, id: parent }).some(({ role }) => role === 'storage.address.sign');
}
