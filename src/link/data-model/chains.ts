/** Query builders: the calls of a chain, through variables, and through functions that go on with it. */
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';

export interface Chain {
  /** Calls after the first, in the order met. */
  calls: FileValue[];
  /** It is handed to something that may add conditions and cannot be seen. */
  escapes: boolean;
}

const MAXIMUM_CALLS = 120;
const MAXIMUM_DEPTH = 40;

/** What happens to the builder that a call makes. */
export function chainFrom(link: Linking, start: ValueRef): Chain {
  const chain: Chain = { calls: [], escapes: false };
  climb(link, indexed(start), 0, new Set(), chain);
  return chain;
}

function climb(link: Linking, value: FileValue, depth: number, seen: Set<number>, chain: Chain): void {
  if (seen.has(keyOf(value)) || depth > MAXIMUM_DEPTH || chain.calls.length > MAXIMUM_CALLS) return;
  seen.add(keyOf(value));
  const next = (ref: FileValue) => climb(link, ref, depth + 1, seen, chain);
  const { file } = value;
  for (const binding of file.bindingsWrittenWith(value.id)) {
    for (const use of file.facts.bindings[binding]?.uses ?? []) next({ file, id: use });
  }
  for (const id of file.functionsReturning(value.id)) returned(link, { file, id }, next);
  const parent = file.parentOf(value.id);
  const fact = parent < 0 ? null : factOf({ file, id: parent });
  if (fact === null) return;
  if (fact.kind === 'member' && fact.object === value.id) {
    const call = file.parentOf(parent);
    const called = call < 0 ? null : factOf({ file, id: call });
    if (called?.kind !== 'call' || called.callee !== parent) return;
    chain.calls.push({ file, id: call });
    next({ file, id: call });
  } else if (fact.kind === 'call' && fact.callee !== value.id) handedOver(link, { file, id: parent }, fact.args.indexOf(value.id), next, chain);
  else if (['conditional', 'logical', 'cast', 'await'].includes(fact.kind)) next({ file, id: parent });
}

/** An async function runs the query; another one gives the builder to its callers. */
function returned(link: Linking, ref: { file: FileValue['file']; id: number }, next: (value: FileValue) => void): void {
  if (ref.file.facts.functions[ref.id]?.isAsync === true) return;
  for (const call of link.callersOf(ref).slice(0, 12)) next(indexed(call));
}

/** Into a function of the program by its parameter. A library call (`Promise.all([…])`) adds nothing. */
function handedOver(link: Linking, call: FileValue, index: number, next: (value: FileValue) => void, chain: Chain): void {
  if (index < 0) return;
  const callees = link.callees(call);
  for (const callee of callees) {
    const { file } = indexed({ file: callee.file, id: 0 });
    const parameter = file.facts.functions[callee.id]?.parameters[index];
    for (const use of file.facts.bindings[parameter?.binding ?? -1]?.uses ?? []) next({ file, id: use });
  }
  if (callees.length > 0) return next(call);
  const fact = factOf(call);
  if (fact.kind === 'call' && link.resolve(sibling(call, fact.callee)).some((entity) => entity.kind === 'unknown')) chain.escapes = true;
}

/** The first call of the chain that a call stands in: `knex('t')` of `knex('t').where(…).update(…)`; itself when it begins one. */
export function chainStarts(link: Linking, call: ValueRef): FileValue[] {
  const result: FileValue[] = [];
  let current = indexed(call);
  for (let depth = 0; depth < MAXIMUM_DEPTH; depth += 1) {
    const fact = factOf(current);
    const callee = fact.kind === 'call' ? factOf(sibling(current, fact.callee)) : null;
    if (callee?.kind !== 'member') break;
    const object = sibling(current, callee.object);
    const inner = factOf(object).kind === 'call' ? object : link.sourcesOf(object).map(indexed).find((source) => factOf(source).kind === 'call');
    if (inner === undefined || (inner.id === current.id && inner.file === current.file)) break;
    result.push(inner);
    current = inner;
  }
  return result;
}
