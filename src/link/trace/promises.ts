/** The walk at a promise that the program makes itself, and at a function that takes a callback in place of giving one. */
import type { FunctionRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { functionsAt } from './callbacks.js';
import { type CallFrame, type Visit, type Walk, enter } from './visit.js';

/** `new Promise((resolve) => resolve(value))`: into what it is resolved with. */
export function stepIntoNewPromise(link: Linking, walk: Walk, visit: Visit): boolean {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'call' || !fact.isNew || fact.args[0] === undefined) return false;
  if (!link.rolesAt(visit.ref).some((site) => site.role === 'promise.create')) return false;
  let followed = 0;
  for (const executor of functionsAt(link, sibling(visit.ref, fact.args[0]))) {
    followed += givenTo(walk, visit, executor, 0, { argument: 0, frame: visit.frame, text: 'resolves the promise' });
  }
  return followed > 0;
}

/** `promisify(load)(path)`: into what the function gives to its callback as the result. */
export function stepIntoPromisified(link: Linking, walk: Walk, visit: Visit, callee: FunctionRef): boolean {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'call' || !isPromisified(link, sibling(visit.ref, fact.callee))) return false;
  const { parameters } = callee.file.facts.functions[callee.id] ?? { parameters: [] };
  return givenTo(walk, visit, callee, parameters.length - 1, { argument: 1, frame: enter(visit.frame, visit.ref), text: 'is given to the callback' }) > 0;
}

function isPromisified(link: Linking, callee: FileValue): boolean {
  return link.sourcesOf(callee).some((source) => {
    const fact = factOf(source);
    return fact.kind === 'call' && link.apiPaths(sibling(source, fact.callee)).includes('util:promisify');
  });
}

/** Follows what a function gives to one of its parameters, which is a function. */
function givenTo(walk: Walk, visit: Visit, ref: FunctionRef, parameter: number, to: { argument: number; frame: CallFrame | null; text: string }): number {
  const { file } = indexed({ file: ref.file, id: 0 });
  const binding = file.facts.functions[ref.id]?.parameters[parameter]?.binding ?? -1;
  let followed = 0;
  for (const use of file.facts.bindings[binding]?.uses ?? []) {
    const call = file.facts.values[file.parentOf(use)];
    const value = call?.kind === 'call' && call.callee === use ? call.args[to.argument] : undefined;
    if (value === undefined) continue;
    walk.go(visit, { file, id: value }, { frame: to.frame, text: to.text });
    followed += 1;
  }
  return followed;
}
