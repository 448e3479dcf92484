/** `blocking.remembered`: is a slow call made once, and what it gives kept for the requests that follow? */
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile, ValueRef } from '../../contracts/program.js';
import { answerOf } from '../answer.js';
import type { Predicate } from './index.js';

/** It runs only where something that outlives the request is not there yet: `if (!words) …`, `cache ??= …`, `if (cache.has(name)) return …`. */
export const remembered: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return answerOf(false);
  const { file } = value;
  const isMissing = program.guardsOf(value).some(({ condition }) => outlives(condition));
  return answerOf(isMissing || standsIn(value.id, file));
};

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

/** Does the condition look at a variable of the module or a property of the object? */
function outlives({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id]!;
  switch (fact.kind) {
    case 'unary':
      return outlives({ file, id: fact.operand });
    case 'binary':
      return outlives({ file, id: fact.left }) || outlives({ file, id: fact.right });
    case 'logical':
      return outlives({ file, id: fact.left }) || outlives({ file, id: fact.right });
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
  if (binding.function !== 0 || !['let', 'var', 'const'].includes(binding.kind)) return false;
  const first = binding.writes[0] === undefined ? undefined : file.facts.values[binding.writes[0].value];
  if (first === undefined || first.kind === 'literal') return binding.kind !== 'const';
  return first.kind === 'object' || first.kind === 'array' || (first.kind === 'call' && first.isNew);
}
