/** Values that the program refuses: `if (isProduction && SECRET === 'dev') throw …`. */
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { unknown, NO } from '../../answer.js';
import type { Predicate } from '../index.js';

const MAX_DEPTH = 6;

/** The condition under which the file that holds the constant throws because something equals it, or null. */
export function refusalOf(constant: ValueRef, program: Program): ValueRef | null {
  const [value] = program.constants(constant) ?? [];
  if (typeof value !== 'string' || value === '') return null;
  const { file } = constant;
  for (const { kind, exits, exitKind, condition } of file.facts.blocks) {
    if (kind !== 'then' || !exits || condition < 0 || (exitKind !== 'throw' && exitKind !== 'mixed')) continue;
    if (comparesWith(value, file, condition, program, 0)) return { file, id: condition };
  }
  return null;
}

function comparesWith(value: string, file: LinkedFile, id: number, program: Program, depth: number): boolean {
  const fact = file.facts.values[id]!;
  if (depth > MAX_DEPTH || (fact.kind !== 'logical' && fact.kind !== 'binary')) return false;
  if (fact.kind === 'logical') return [fact.left, fact.right].some((side) => comparesWith(value, file, side, program, depth + 1));
  if (fact.operator !== '===' && fact.operator !== '==') return false;
  return [fact.left, fact.right].some((side) => file.facts.values[side]!.kind === 'literal' && program.constants({ file, id: side })?.includes(value));
}

/** Does the program throw where the variable still has its default? Never a yes: the condition may hold in some stages only. */
export const fallbackRefused: Predicate = (site, _operand, { program }) => {
  const fallback = site.read?.fallback.value ?? null;
  const refusal = fallback === null ? null : refusalOf(fallback, program);
  return refusal === null ? NO : unknown('whether the default is refused in production', { related: [{ location: program.location(refusal), text: 'the default is refused here' }] });
};
