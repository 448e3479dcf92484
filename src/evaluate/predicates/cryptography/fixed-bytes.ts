/** `crypto.fixed-bytes`: bytes that are the same in every run. */
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';
import { answerOf, unknown } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/** Makers of bytes that are known when the program is written. */
const FIXED_MAKERS: ReadonlySet<string> = new Set(['from', 'alloc', 'allocUnsafe', 'Uint8Array', 'parse']);
/** They fill what they are given with something else. */
const FILLS = /^(?:randomFill|randomFillSync|getRandomValues|copy|set|fill|write)$/;

/** `with:` the name of an argument: is it the same bytes in every run, as `Buffer.from('…')` and `Buffer.alloc(16)` are? */
export const fixedBytes: Predicate = ({ role }, operand, { program }) => {
  if (typeof operand !== 'string') throw new Error('crypto.fixed-bytes takes the name of an argument');
  const value = role === null ? null : program.argument(role, operand);
  if (value === null) return answerOf(false);
  const fixed = program.sourcesOf(value).map((source) => isFixed(source, program));
  // `options.plain ? '0000' : randomBytes(16)`
  return fixed.includes(true) && fixed.includes(false) ? unknown('when it is the same bytes') : answerOf(fixed.includes(true));
};

function isFixed({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'literal') return fact.type === 'string' && fact.value !== '';
  if (fact.kind !== 'call') return false;
  const callee = file.facts.values[fact.callee];
  const name = writtenName(callee) ?? '';
  const first = fact.args[0];
  if (!FIXED_MAKERS.has(name) || first === undefined || isFilled(file, id)) return false;
  return program.sourcesOf({ file, id: first }).every((source) => isWritten(source, program));
}

function isWritten({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  return fact.kind === 'literal' || (fact.kind === 'array' && fact.elements.every((each) => program.sourcesOf({ file, id: each }).every((source) => source.file.facts.values[source.id]!.kind === 'literal')));
}

/** Something random is written into the variable that holds it. */
function isFilled(file: LinkedFile, id: number): boolean {
  const { values } = file.facts;
  const held = new Set(usesIn(file).bindingsOf(id).map((binding) => file.facts.bindings[binding]!.name));
  if (held.size === 0) return false;
  const isHeld = (each: number) => {
    const fact = values[each];
    return fact?.kind === 'reference' && held.has(fact.name);
  };
  return values.some((fact) => {
    const callee = fact.kind === 'call' ? values[fact.callee] : undefined;
    if (fact.kind !== 'call' || (callee?.kind !== 'member' && callee?.kind !== 'reference') || !FILLS.test(callee.name ?? '')) return false;
    return fact.args.some(isHeld) || (callee.kind === 'member' && isHeld(callee.object));
  });
}
