/** `temporary.*`: files and directories for a short time, and whether they are removed. */
import { NONE } from '../../../contracts/facts.js';
import { NO, answerOf, unknown, yes } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { fateOf, fateOfHeld } from '../../ways/fate.js';
import type { Held } from '../../ways/held.js';
import { ELSEWHERE, fateOfMade, fateOfPath } from '../../temporary-files/fate.js';
import type { HeldPath, PathFate } from '../../temporary-files/fate.js';
import { pathsBelow, pathWrittenBy } from '../../temporary-files/paths.js';
import { useOfPath } from '../../temporary-files/uses.js';
import { whenLeft } from '../databases/connection-leaks.js';
import type { Predicate } from '../index.js';

/** Attribute of the role entry: the methods that remove what was made, separated by spaces. */
const METHODS = 'removed-by';

/** Is a path of its own made up below the directory for temporary files, and written to? */
export const madeUp: Predicate = ({ value, role }, _operand, { program }) => answerOf(value !== null && role !== null && pathsOf(value, role, program).length > 0);

function pathsOf(value: ValueRef, role: RoleSite, program: Program): HeldPath[] {
  if (role.role === 'temporary.directory') return pathsBelow(value, program);
  const path = program.argument(role, 'path');
  const held = path === null ? null : pathWrittenBy(value, path, program);
  return held === null ? [] : [held];
}

/** Is something left there on some way? The message's `{source}` says on which. */
export const leftBehind: Predicate = ({ value, role }, _operand, { program }) => {
  if (value === null || role === null) return NO;
  const fates = fatesOf(value, role, program);
  const left = fates.find((fate) => fate.kind === 'left');
  if (left?.kind === 'left') {
    const related = left.at === null ? [] : [{ location: program.location(left.at), text: left.how === 'failure' ? 'may fail while it is there' : 'leaves while it is there' }];
    return yes({ values: { source: whenLeft({ ...left, kind: 'leak' }, program) }, related });
  }
  const open = fates.find((fate) => fate.kind === 'unknown');
  return open?.kind === 'unknown' ? unknown(open.reason) : NO;
};

function fatesOf(value: ValueRef, role: RoleSite, program: Program): PathFate[] {
  if (role.role !== 'temporary.make') return pathsOf(value, role, program).map((held) => fateOfPath(held, program));
  const names = String(role.entry.attributes[METHODS] ?? '').split(' ').filter((name) => name !== '');
  if (names.length === 0) return [fateOfMade(value, program)];
  if (value.file.functionAt(program.fact(value).start) === 0) return [ELSEWHERE];
  const closes = (_call: ValueRef, name: string) => names.includes(name);
  const taken = takenApart(value, names);
  const fate = taken === null ? fateOf(value, { closes }, program) : fateOfHeld(taken, { closes }, program);
  if (fate.kind === 'leak' && isKeptByName(value, program)) return [ELSEWHERE];
  if (fate.kind === 'leak') return [{ kind: 'left', how: fate.how === 'ignored' ? 'never' : fate.how, at: fate.at }];
  return [fate.kind === 'closed' ? { kind: 'removed' } : fate];
}

/** `opened.add(made.name)`: a list knows the path, by which it can be removed later. */
function isKeptByName({ file, id }: ValueRef, program: Program): boolean {
  const parent = file.parentOf(id);
  const held = parent !== NONE && file.facts.values[parent]!.kind === 'await' ? parent : id;
  const uses = usesIn(file).bindingsOf(held).flatMap((binding) => file.facts.bindings[binding]!.uses);
  return uses.some((use) => useOfPath({ file, id: use }, program).kind === 'kept');
}

/** `const { path, cleanup } = await file()`: held by the name of what removes it. */
function takenApart({ file, id }: ValueRef, methods: readonly string[]): Held | null {
  const { values, bindings } = file.facts;
  const around = file.functionAt(values[id]!.start);
  const isOf = (value: number): boolean => {
    const fact = values[value]!;
    const object = fact.kind === 'member' && fact.name !== null && methods.includes(fact.name) ? values[fact.object]! : undefined;
    return fact.kind === 'member' && object !== undefined && (fact.object === id || (object.kind === 'await' && object.operand === id));
  };
  const closers = bindings.flatMap((binding, each) => (binding.function === around && binding.writes.some((write) => isOf(write.value)) ? [each] : []));
  const opensAt = { at: values[id]!.end, value: id };
  return closers.length === 0 ? null : { file, function: around, bindings: [], closers, failures: [], owners: [], opensAt };
}
