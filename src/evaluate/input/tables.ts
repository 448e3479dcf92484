/** Tables of the program in which input is looked up: `const target = TARGETS[body.kind]`. */
import { NONE } from '../../contracts/facts.js';
import type { Program, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';
import { isRefusing } from './readers.js';

const MAX_STEPS = 6;

/** Is it an object that is written in the source, whatever it may be? */
export function isWrittenTable(table: ValueRef, program: Program): boolean {
  const sources = program.sourcesOf(table).map((source) => program.fact(source));
  return sources.length > 0 && sources.every((fact) => fact.kind === 'object' && fact.properties.length > 0 && fact.properties.every((property) => property.name !== null));
}

/** Is the function left when the table holds nothing under the key: `if (!target) return …`? */
export function isRefusedWhenMissing({ file, id }: ValueRef): boolean {
  let held = id;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const parent = file.parentOf(held);
    const kind = parent === NONE ? null : file.facts.values[parent]!.kind;
    if (kind !== 'conditional' && kind !== 'logical' && kind !== 'cast') break;
    held = parent;
  }
  return usesIn(file).bindingsOf(held).some((binding) => file.facts.bindings[binding]!.uses.some((use) => isTestedAt({ file, id: use })));
}

/** `!target`, `target === undefined`, or `target` itself, in a condition. */
function isTestedAt({ file, id }: ValueRef): boolean {
  const parent = file.parentOf(id);
  const fact = parent === NONE ? null : file.facts.values[parent]!;
  return isRefusing({ file, id: fact?.kind === 'unary' || fact?.kind === 'binary' ? parent : id });
}
