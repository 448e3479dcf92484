/** When a cookie ends, as far as the date it is given says so. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { usesIn } from '../../file-uses.js';

/**
 * `new Date(0)`, `new Date('1970-01-01')`, `Date.now()`, `new Date(Date.now() - 1)`, and with a `longest` in ms `Date.now() + 10 * 1000`.
 */
export function endsWithin(longest: number, value: ValueRef, program: Program): boolean {
  return program.sourcesOf(value).some((source) => {
    const fact = program.fact(source);
    if (fact.kind === 'literal') return isEnded(fact.value);
    if (fact.kind === 'binary' || fact.kind === 'concat') return isSoon(longest, source, program);
    if (fact.kind !== 'call') return false;
    const callee = program.describe({ file: source.file, id: fact.callee });
    if (callee === 'Date.now') return true;
    if (callee !== 'Date') return false;
    if (fact.args.length === 0) return !isMoved(source, program);
    const argument = { file: source.file, id: fact.args[0]! };
    const constants = program.constants(argument);
    return constants !== null ? constants.length > 0 && constants.every(isEnded) : isSoon(longest, argument, program);
  });
}

/** `expires.setDate(expires.getDate() + 7)`: it is moved on. Back, and to the beginning of time, it stays ended. */
function isMoved({ file, id }: ValueRef, program: Program): boolean {
  const { values, bindings } = file.facts;
  const uses = usesIn(file).bindingsOf(id).flatMap((binding) => bindings[binding]!.uses);
  return uses.some((use) => {
    const member = file.parentOf(use);
    const setter = values[member];
    const call = values[file.parentOf(member)];
    if (setter?.kind !== 'member' || setter.object !== use || setter.name?.startsWith('set') !== true || call?.kind !== 'call') return false;
    return call.args.length > 0 && call.args.every((argument) => values[argument]?.kind !== 'binary' && program.constants({ file, id: argument }) === null);
  });
}

/** A time before 2001, as a number or in words. */
function isEnded(value: unknown): boolean {
  return (typeof value === 'number' && value < 1e9) || (typeof value === 'string' && /\b19\d\d\b/.test(value));
}

/** Now, a time before it, or a moment after it. */
function isSoon(longest: number, value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  if (fact.kind === 'call') return program.describe({ file: value.file, id: fact.callee }) === 'Date.now';
  if (fact.kind === 'binary') return fact.operator === '-';
  if (fact.kind !== 'concat') return false;
  return fact.parts.slice(1).every((part) => program.constants({ file: value.file, id: part })?.every((each) => typeof each === 'number' && each <= longest) === true);
}
