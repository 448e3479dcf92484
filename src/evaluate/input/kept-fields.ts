/** Whether a handler keeps a field of its input, or sends something to it: a field that is only looked up is found or not. */
import type { FunctionRef, LinkedFile, Program, Route } from '../../contracts/program.js';
import type { ValueId } from '../../contracts/facts.js';
import { valuesIn } from '../authentication/function-signs.js';
import { reachedWhenWell } from '../authentication/reach.js';
import { calledName, writtenName } from '../../contracts/written-name.js';

const DEPTH = 2;
/** To push to a list, or to set in a map, keeps nothing. */
const KEEPS = /^(?:(?:create|insert|save|update|upsert|store|register|subscribe|invite|send|replace|enqueue|findOneAndUpdate|findByIdAndUpdate|bulkCreate|build|publish|sign_?up)(?:[A-Z_]\w*)?|(?:add|set|put|push)[A-Z_]\w*)$/;
/** Properties that hold what rows are found by. */
const FINDS = /^(?:where|filter|select|include|orderBy|query|criteria|conditions)$/;

type Range = { readonly start: number; readonly end: number };

/** @param name the last name of the field's path. True as well where nobody reads it by name: it is handed on within the whole. */
export function isKept(name: string, route: Route, program: Program): boolean {
  const functions = route.handler === null ? [] : reachedWhenWell(program, [route.handler], DEPTH).map(({ ref }) => ref);
  const reads = functions.map((ref) => ({ ref, at: occurrences(ref, name) })).filter(({ at }) => at.length > 0);
  return reads.length === 0 || reads.some(({ ref, at }) => keeps(ref, at, program));
}

/** Where the field is read, or written into an object, by its name. */
function occurrences({ file, id }: FunctionRef, name: string): Range[] {
  return valuesIn(file, id).flatMap((value): Range[] => {
    const fact = file.facts.values[value]!;
    if (fact.kind === 'object') return fact.properties.filter((property) => property.name === name && file.facts.values[property.value]!.kind !== 'call').map((property) => file.facts.values[property.value]!);
    return (fact.kind === 'member' || fact.kind === 'reference') && writtenName(fact) === name ? [fact] : [];
  });
}

function keeps(ref: FunctionRef, at: readonly Range[], program: Program): boolean {
  const { file, id } = ref;
  const values = valuesIn(file, id);
  const kept = values.filter((value) => isKeeping(file, value, program)).map((value) => file.facts.values[value]!);
  const written = file.facts.memberWrites.filter((write) => file.functionAt(write.at) === id && /mail/i.test(write.name ?? '')).map((write) => file.facts.values[write.value]!);
  const found = values.flatMap((value) => foundBy(file, value));
  return at.some((each) => [...kept, ...written].some((range) => isInside(each, range)) && !found.some((range) => isInside(each, range)));
}

function isKeeping(file: LinkedFile, call: ValueId, program: Program): boolean {
  const fact = file.facts.values[call]!;
  if (fact.kind !== 'call') return false;
  const name = calledName(file, call) ?? '';
  if (fact.isNew) return /^[A-Z]/.test(name) && !/^(?:Error|Map|Set|Date|URL|RegExp|Promise|Response)$|Error$|Exception$/.test(name);
  if (KEEPS.test(name)) return true;
  const statement = fact.args[0] === undefined ? [] : (program.constants({ file, id: fact.args[0] }) ?? []);
  return statement.some((text) => /^\s*(?:insert\s+into|update)\s/i.test(String(text)));
}

/** `{ where: { email } }`, and the first of two objects that an update is given. */
function foundBy(file: LinkedFile, value: ValueId): Range[] {
  const fact = file.facts.values[value]!;
  if (fact.kind === 'object') return fact.properties.filter((property) => FINDS.test(property.name ?? '')).map((property) => file.facts.values[property.value]!);
  if (fact.kind !== 'call' || fact.args.length < 2 || !/^(?:update|updateOne|updateMany|replaceOne|findOneAndUpdate|upsert)$/.test(calledName(file, value) ?? '')) return [];
  const [first, second] = fact.args.map((argument) => file.facts.values[argument]!);
  const isSetFirst = second?.kind === 'object' && second.properties.some((property) => property.name === 'where');
  return first?.kind === 'object' && !isSetFirst ? [first] : [];
}

function isInside(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
