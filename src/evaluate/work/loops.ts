/** Whether a value is evaluated for each element of a list whose length is not written in the source, one after the other. */
import { NONE } from '../../contracts/facts.js';
import type { Program, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';

const ITERATING = /^(?:eachSeries|mapSeries|forEachSeries|eachOfSeries)$/;

export function isRepeated(value: ValueRef, program: Program): boolean {
  return listAround(value, program) !== null;
}

/** @returns the list for each element of which the value is evaluated; null where there is none, or its elements stand in the source. */
export function listAround(value: ValueRef, program: Program): ValueRef | null {
  const list = iteratedAround(value);
  return list === null || isWritten(list, program) ? null : list;
}

function iteratedAround(value: ValueRef): ValueRef | null {
  const { file } = value;
  const { start } = file.facts.values[value.id]!;
  const around = file.functionAt(start);
  for (let block = file.blockAt(start); block >= 0; block = file.facts.blocks[block]!.parent) {
    const fact = file.facts.blocks[block]!;
    if (fact.function !== around) break;
    // The first that works ends the search.
    if (fact.exits && fact.kind !== 'function' && (fact.exitKind === 'return' || fact.exitKind === 'break' || fact.exitKind === 'mixed')) return null;
    if (fact.kind === 'loop' && fact.condition >= 0 && usesIn(file).isIterated(fact.condition)) return { file, id: fact.condition };
  }
  const literal = around === 0 ? NONE : usesIn(file).valueOfFunction(around);
  const call = literal === NONE ? undefined : file.facts.values[file.parentOf(literal)];
  if (call?.kind !== 'call' || call.args.length < 2 || call.args[0] === literal) return null;
  const callee = file.facts.values[call.callee];
  return callee?.kind === 'member' && ITERATING.test(callee.name ?? '') ? { file, id: call.args[0]! } : null;
}

/** A list whose elements stand in the source. */
function isWritten(list: ValueRef, program: Program): boolean {
  const sources = program.sourcesOf(list);
  return sources.length > 0 && sources.every((source) => {
    const fact = program.fact(source);
    if (fact.kind === 'call') return /^(?:Object\.(?:keys|values|entries)|Array\.from)$/.test(program.describe({ file: source.file, id: fact.callee })) && fact.args.every((argument) => program.fact({ file: source.file, id: argument }).kind === 'object');
    return fact.kind === 'array' && fact.elements.every((element) => source.file.facts.values[element]!.kind !== 'spread') && fact.elements.length > 0;
  });
}
