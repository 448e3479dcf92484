/** `lock.kept`: a lock that is not released on every way. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { calledName } from '../../../contracts/written-name.js';
import { NO, unknown, yes } from '../../answer.js';
import { callsIn, functionAround, withInner } from '../../reach/reach.js';
import { fateOf } from '../../ways/fate.js';
import { whenLeft } from '../databases/connection-leaks.js';
import type { Predicate } from '../index.js';

const RELEASES = /^(?:release|unlock)$/;

/** The message's `{source}` says on which way it is kept. Unknown where it is released on what it was taken from. */
export const lockKept: Predicate = ({ value, role }, _operand, { program }) => {
  if (value === null || role === null) return NO;
  const methods = String(role.entry.attributes['given-back-by'] ?? '').split(' ');
  const fate = fateOf(value, { closes: (_call, name) => methods.includes(name) }, program);
  if (fate.kind === 'closed') return NO;
  if (fate.kind === 'unknown') return unknown(fate.reason);
  const isNobodys = fate.how === 'ignored' || fate.how === 'never';
  if (isNobodys && isReleasedByOwner(value, program)) return unknown('whether it is released on every way');
  if (isReleasedLater(value)) return unknown('whether what runs later releases it');
  const at = fate.at === null ? [] : [{ location: program.location(fate.at), text: 'is left here with the lock' }];
  return yes({ values: { source: whenLeft(fate, program) }, related: at });
};

/** `connection.on('close', () => lock.release())`: it is meant to be kept for longer than the function runs. */
function isReleasedLater(value: ValueRef): boolean {
  const around = functionAround(value);
  return withInner(around).some((ref) => ref.id !== around.id && callsIn(ref).some((call) => RELEASES.test(calledName(ref.file, call) ?? '')));
}

/** `mutex.release()`, in the function that took it or, of a field, in another method. */
function isReleasedByOwner({ file, id }: ValueRef, program: Program): boolean {
  const ownerOf = (call: number) => {
    const fact = file.facts.values[call]!;
    const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
    return callee?.kind === 'member' ? program.describe({ file, id: callee.object }) : null;
  };
  const owner = ownerOf(id);
  const isOwners = (call: number) => RELEASES.test(calledName(file, call) ?? '') && ownerOf(call) === owner;
  return owner !== null && (owner.startsWith('this.') ? file.facts.calls.some(isOwners) : withInner(functionAround({ file, id })).some((ref) => callsIn(ref).some(isOwners)));
}
