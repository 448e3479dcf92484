/** `forwarded-for.*`: which part of `X-Forwarded-For` is read, and from what kind of request. */
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { answerOf } from '../answer.js';
import { usesIn } from '../file-uses.js';
import type { Predicate } from './index.js';

const MAX_STEPS = 12;

/** `forwarded-for.last-hop`: of the list that the header is, the last element is taken, which the nearest proxy wrote. */
export const lastHop: Predicate = (site, _operand, { program }) => answerOf(site.value !== null && takesLast(site.value, program, 0));

function takesLast({ file, id }: ValueRef, program: Program, depth: number): boolean {
  if (depth > MAX_STEPS) return false;
  const parent = file.parentOf(id);
  const fact = file.facts.values[parent];
  if (fact?.kind === 'call' && fact.callee === id && isLast(file, id, fact.args, program)) return true;
  const bindings = usesIn(file).bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses);
  const next = parent < 0 || fact?.kind === 'function' ? bindings : [parent, ...bindings];
  return next.some((each) => takesLast({ file, id: each }, program, depth + 1));
}

/** `.at(-1)`, `.pop()`. */
function isLast(file: LinkedFile, callee: number, args: readonly number[], program: Program): boolean {
  const fact = file.facts.values[callee]!;
  if (fact.kind !== 'member') return false;
  const first = args[0] === undefined ? null : program.constants({ file, id: args[0] });
  return fact.name === 'pop' || (fact.name === 'at' && typeof first?.[0] === 'number' && first[0] < 0);
}

/** `forwarded-for.fetch-request`: read by `headers.get()`, as of a request of the Fetch standard, which does not tell the address of its client. */
export const fetchRequest: Predicate = (site) => {
  const fact = site.value === null ? undefined : site.value.file.facts.values[site.value.id];
  const callee = fact?.kind === 'call' ? site.value!.file.facts.values[fact.callee] : undefined;
  if (callee?.kind !== 'member' || callee.name !== 'get') return answerOf(false);
  const receiver = site.value!.file.facts.values[callee.object];
  const name = receiver?.kind === 'member' || receiver?.kind === 'reference' ? (receiver.name ?? '') : '';
  return answerOf(/headers/i.test(name) || receiver?.kind === 'await' || receiver?.kind === 'call');
};
