/** `update.*`: columns that are written as what they were and something more or less. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import { transactionOf } from '../../dependent-writes/transactions.js';
import { lostUpdates } from '../../repetition/lost-updates.js';
import type { LostUpdate } from '../../repetition/lost-updates.js';
import { onceIn } from '../../repetition/once.js';
import { functionAround } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

/** `update.guarded`: unknown where a lock stands beside it, or a transaction is open, of which the database may know how to keep others out; never a yes. */
export const updateGuarded: Predicate = ({ value }, _operand, { program }) => {
  const found = updateAt(value, program);
  if (found === undefined) return NO;
  const around = functionAround(found.write.value);
  const sign = onceIn([around, ...program.callersOf(around).slice(0, 12).map(functionAround)]);
  if (sign !== null) return unknown('whether the lock is about this row', { related: [{ location: program.location(sign.at), text: program.describe(sign.at) }] });
  return transactionOf({ first: found.write, second: found.write }, program) === 'none' ? NO : unknown('whether the transaction keeps others from the row');
};

/** `update.read`: is the site such a write? With where the row is read and written. */
export const updateRead: Predicate = ({ value }, _operand, { program }) => {
  const found = updateAt(value, program);
  if (found === undefined) return NO;
  return yes({ related: [{ location: program.location(found.read), text: 'the row is read here' }, { location: program.location(found.write.value), text: 'and written here' }] });
};

function updateAt(value: ValueRef | null, program: Program): LostUpdate | undefined {
  return value === null ? undefined : lostUpdates(program).find((each) => each.value.id === value.id && each.value.file === value.file);
}
