/** Functions of the program that take the operators of a document store out of what they are given: `if (key.startsWith('$')) delete value[key]`. */
import type { FunctionRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf, functionKeyOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';
import { nameOf } from './names.js';
import { type Protection, against } from './protection.js';

const memo = new WeakMap<Linking, Map<number, boolean>>();

/** Does it delete properties by names that it computes, and ask about a `$`? */
export function takesOperatorsOut(link: Linking, ref: FunctionRef): boolean {
  let known = memo.get(link);
  if (known === undefined) memo.set(link, (known = new Map()));
  const key = functionKeyOf(ref);
  let answer = known.get(key);
  if (answer === undefined) known.set(key, (answer = compute(ref)));
  return answer;
}

function compute(ref: FunctionRef): boolean {
  const { file } = indexed({ file: ref.file, id: 0 });
  const declaration = file.facts.functions[ref.id];
  if (declaration === undefined) return false;
  const facts = file.valuesWithin(declaration.start, declaration.end).map((id) => file.facts.values[id]!);
  const deletes = facts.some((fact) => fact.kind === 'unary' && fact.operator === 'delete' && isComputed(file.facts.values[fact.operand]));
  return deletes && facts.some((fact) => fact.kind === 'literal' && typeof fact.value === 'string' && /^(?:\$|\/?\^?(?:\\\$|\[\$))/.test(fact.value));
}

function isComputed(fact: FileValue['file']['facts']['values'][number] | undefined): boolean {
  return fact?.kind === 'member' && fact.name === null;
}

/** `withoutOperators(req.body);` as a statement of its own: what it was given, and every part of it, holds none any more. */
export function provenByCleaning(link: Linking, call: FileValue, subject: Subject): Protection | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || !fact.args.some((argument) => isHolder(link, sibling(call, argument), subject))) return null;
  const functions = link.callees(call);
  return functions.length > 0 && functions.every((ref) => takesOperatorsOut(link, ref)) ? against(['nosql']) : null;
}

function isHolder(link: Linking, argument: FileValue, subject: Subject): boolean {
  const name = nameOf(link, argument);
  return name !== null && (subject.name === name || subject.name.startsWith(`${name}.`));
}
