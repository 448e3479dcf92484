/** Texts in which hardly anything can stand: declared to be numbers, or cut to a few characters. */
import type { TypeFact } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';

/** A few characters forge no line: `id.slice(0, 8)`. */
const FEW = 16;
const CUTS = /^(?:slice|substring|substr)$/;
const NUMBERS = /^(?:number|boolean|bigint|Date)$/;

/** Is the value declared to be a number or a boolean, or is no more than a few characters of it left? */
export function isShort(value: ValueRef, program: Program): boolean {
  const type = declaredType(value, program);
  return (type !== null && isOfNumbers(type)) || isCut(value, program, 0) || program.sourcesOf(value).every((source) => isCut(source, program, 0));
}

/** `body.isDisabled` of `body: { isDisabled: boolean }`. */
function declaredType({ file, id }: ValueRef, program: Program): TypeFact | null {
  const fact = program.fact({ file, id });
  if (fact.kind === 'reference') return file.facts.bindings[fact.binding]?.type ?? null;
  const of = fact.kind === 'member' ? declaredType({ file, id: fact.object }, program) : null;
  return of === null || fact.kind !== 'member' ? null : (membersOf(of, file).find((member) => member.name === fact.name)?.type ?? null);
}

function membersOf(type: TypeFact, file: LinkedFile) {
  return type.members ?? file.facts.types.find((declaration) => declaration.name === type.name)?.members ?? [];
}

function isOfNumbers(type: TypeFact): boolean {
  const parts = type.name === '|' ? (type.args ?? []) : [type];
  return parts.length > 0 && parts.every((part) => NUMBERS.test(part.name) || part.name === 'undefined' || part.name === 'null' || typeof part.literal === 'boolean');
}

function isCut({ file, id }: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact({ file, id });
  if (fact.kind !== 'call' || fact.isNew || depth > 2) return false;
  const callee = program.fact({ file, id: fact.callee });
  if (callee.kind !== 'member' || !CUTS.test(callee.name ?? '')) return fact.args.some((argument) => isCut({ file, id: argument }, program, depth + 1));
  const [from, to] = fact.args.map((argument) => program.constants({ file, id: argument })?.[0]);
  return from === 0 && typeof to === 'number' && to >= 0 && to <= FEW;
}
