/**
 * Whether a text that may arrive at a use was given by a call on the way to it. What one caller of a function gives is not what another one gets
 * back: `config.get('language', 'en')` is no default of `config.get('cookieSecret')`, and what is kept in a table of settings is not the setting read.
 */
import type { Program, ValueRef } from '../../contracts/program.js';
import { functionAround, keyOf, reachedFunctions } from '../reach/reach.js';

const DEPTH = 4;

/** @param use the argument that is a secret by its use. */
export function isHandedTo(use: ValueRef, literal: ValueRef, program: Program): boolean {
  const call = callGiven(literal, program);
  if (call === null) return true;
  return callsBehind(use, program, 0).some((each) => each.file === call.file && each.id === call.id) || leadsTo(call, use, program);
}

/** The nearest call of a function of the program that is given the text, alone or within an object or a choice. */
function callGiven({ file, id }: ValueRef, program: Program): ValueRef | null {
  for (let inner = id, outer = file.parentOf(id); outer >= 0; inner = outer, outer = file.parentOf(outer)) {
    const fact = file.facts.values[outer]!;
    if (fact.kind === 'function') return null;
    if (fact.kind === 'call' && fact.callee !== inner) return program.callees({ file, id: outer }).length > 0 ? { file, id: outer } : null;
  }
  return null;
}

/** The calls whose results the value is, from outside to inside. */
function callsBehind(value: ValueRef, program: Program, depth: number): ValueRef[] {
  if (depth > DEPTH) return [];
  const { file } = value;
  const behind = (ids: readonly number[]) => ids.flatMap((id) => callsBehind({ file, id }, program, depth + 1));
  const fact = program.fact(value);
  switch (fact.kind) {
    case 'call':
      return [value, ...program.callees(value).flatMap((callee) => callee.file.facts.functions[callee.id]!.returns.flatMap((id) => callsBehind({ file: callee.file, id }, program, depth + 1)))];
    case 'reference':
      return fact.binding < 0 ? [] : behind(file.facts.bindings[fact.binding]!.writes.map((write) => write.value));
    case 'logical':
      return behind([fact.left, fact.right]);
    case 'conditional':
      return behind([fact.whenTrue, fact.whenFalse]);
    case 'await':
    case 'cast':
      return behind([fact.operand]);
    default:
      return [];
  }
}

/** `sign('…')` of a function that hands its parameter on to the use. */
function leadsTo(call: ValueRef, use: ValueRef, program: Program): boolean {
  const around = keyOf(functionAround(use));
  return reachedFunctions(program, program.callees(call), DEPTH).some((each) => keyOf(each) === around);
}
