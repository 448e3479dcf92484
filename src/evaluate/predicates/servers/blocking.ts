/** `blocking.remembered`: is a slow call made once, and what it gives kept for the requests that follow? */
import { NONE } from '../../../contracts/facts.js';
import type { ValueId } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import type { Predicate } from '../index.js';
import { isNothing } from '../../../contracts/nothing.js';

/** Functions around it whose callers are looked at. */
const MAXIMUM_CALLS = 3;
const MAXIMUM_CALLERS = 12;

/** It, or every call of its function, runs only where something that outlives the request is not there yet: `if (!words) …`, `cache ??= …`. */
export const remembered: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && isRemembered(value, program, 0));

function isRemembered(value: ValueRef, program: Program, depth: number): boolean {
  const { file } = value;
  if (program.guardsOf(value).some(({ condition, holds, cases }) => cases.length === 0 && isMissing(condition, holds)) || standsIn(value.id, file)) return true;
  const around = file.functionAt(program.fact(value).start);
  const callers = around === 0 || depth >= MAXIMUM_CALLS ? [] : program.callersOf({ file, id: around });
  return callers.length > 0 && callers.length <= MAXIMUM_CALLERS && callers.every((caller) => runsAtStart(caller, program) || isRemembered(caller, program, depth + 1));
}

/** A call of a module as it loads runs once, too. */
function runsAtStart({ file, id }: ValueRef, program: Program): boolean {
  return file.functionAt(program.fact({ file, id }).start) === 0;
}

/** `kept ??= read()`, `kept || read()`. */
function standsIn(id: ValueId, file: LinkedFile): boolean {
  const { values } = file.facts;
  for (let at = id, parent = file.parentOf(at); parent !== NONE; at = parent, parent = file.parentOf(at)) {
    const fact = values[parent]!;
    if (fact.kind === 'logical' && fact.right === at && fact.operator !== '&&' && outlives({ file, id: fact.left })) return true;
    if (fact.kind === 'function') return false;
  }
  return false;
}

/** Does the condition, held or not, say that something that outlives the request is not there? */
function isMissing({ file, id }: ValueRef, holds: boolean): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'unary' && fact.operator === '!') return isMissing({ file, id: fact.operand }, !holds);
  if (fact.kind === 'logical') return [fact.left, fact.right].some((side) => isMissing({ file, id: side }, holds));
  if (fact.kind !== 'binary') return !holds && outlives({ file, id });
  const sides = [fact.left, fact.right];
  const isEqual = fact.operator.startsWith('==');
  return isEqual === holds && sides.some((side) => isNothing(file.facts.values[side])) && sides.some((side) => outlives({ file, id: side }));
}

/** Does the value look at a variable of the module or a property of the object? */
function outlives({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id]!;
  switch (fact.kind) {
    case 'call':
      return outlives({ file, id: fact.callee });
    case 'member':
      return outlives({ file, id: fact.object });
    case 'this':
      return true;
    case 'reference':
      return fact.binding !== NONE && isVariableOfModule(file, fact.binding);
    default:
      return false;
  }
}

/** A name of the module that holds data of the program: no library, no function, and no constant written out. */
function isVariableOfModule(file: LinkedFile, id: number): boolean {
  const binding = file.facts.bindings[id]!;
  // `Settings.instance`: what hangs on a class is there for all.
  if (binding.kind === 'class') return true;
  if (binding.function !== 0 || !['let', 'var', 'const'].includes(binding.kind)) return false;
  const first = binding.writes[0] === undefined ? undefined : file.facts.values[binding.writes[0].value];
  if (first === undefined || first.kind === 'literal') return binding.kind !== 'const';
  return first.kind === 'object' || first.kind === 'array' || (first.kind === 'call' && first.isNew);
}
