/** The walk at a call of the program's own functions: into what they return or yield. */
import type { FunctionRef } from '../../contracts/program.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { argumentAt } from '../resolve/passed-values.js';
import { factOf } from '../value-graph.js';
import { takesOperatorsOut } from './barriers/operators.js';
import { functionsAt } from './callbacks.js';
import { frameOf } from './frames.js';
import { stepIntoPromisified } from './promises.js';
import { type Visit, type Walk, enter } from './visit.js';

/** A tag that joins texts and parts as they are: `String.raw`, `dedent`. */
export function joinsText(link: Linking, template: FileValue): boolean {
  return link.rolesAt(template).some((site) => site.role === 'text.tag.joining');
}

/** A tag of the program is a function that is called with the template's texts and parts. */
export function stepIntoTag(link: Linking, walk: Walk, visit: Visit): boolean {
  const functions = link.callees(visit.ref);
  for (const callee of functions) stepIntoFunction(link, walk, visit, callee);
  return functions.length > 0;
}

export function stepIntoFunction(link: Linking, walk: Walk, visit: Visit, callee: { file: unknown; id: number }): void {
  const file = callee.file as FileValue['file'];
  const declaration = file.facts.functions[callee.id];
  const returns = declaration?.returns ?? [];
  const fact = factOf(visit.ref);
  const calleeId = fact.kind === 'call' ? fact.callee : fact.kind === 'template' ? fact.tag : -1;
  const name = calleeId >= 0 ? link.describe(sibling(visit.ref, calleeId)) : 'function';
  if (stepIntoPromisified(link, walk, visit, { file, id: callee.id })) return;
  if (declaration?.isGenerator === true) return stepIntoYields(walk, visit, file, callee.id, `is yielded by ${name}()`);
  if (walk.sink === 'nosql' && takesOperatorsOut(link, { file, id: callee.id })) return walk.end(visit, 'sanitized', name);
  if (returns.length === 0) return walk.end(visit, 'constant', '');
  for (const returned of returns) {
    walk.go(visit, { file, id: returned }, { frame: enter(visit.frame, visit.ref), text: `is returned by ${name}()`, toldAtTarget: true });
  }
}

/** What a generator gives to whoever iterates over it. */
function stepIntoYields(walk: Walk, visit: Visit, file: FileValue['file'], id: number, text: string): void {
  const [name, ...rest] = visit.path;
  const frame = enter(visit.frame, visit.ref);
  const yields = file.yieldsOf(id);
  for (const yielded of yields) {
    const fact = file.facts.values[yielded];
    if (fact?.kind !== 'yield' || fact.operand < 0) continue;
    const path = fact.delegates || name === undefined ? visit.path : rest;
    walk.go(visit, { file, id: fact.operand }, { path, frame, text, toldAtTarget: true });
  }
  if (yields.length === 0) walk.end(visit, 'constant', '');
}

/** The functions of the program that a call runs: for one that is a parameter, what the entered call passes there. */
export function functionsRun(link: Linking, visit: Visit): readonly FunctionRef[] {
  const all = link.callees(visit.ref);
  const fact = factOf(visit.ref);
  const callee = fact.kind === 'call' ? factOf(sibling(visit.ref, fact.callee)) : null;
  if (all.length > 1 && callee?.kind === 'member' && factOf(sibling(visit.ref, callee.object)).kind === 'this') return ofSameObject(visit, all);
  if (all.length < 2 || callee?.kind !== 'reference') return all;
  const { file } = visit.ref;
  const writes = file.facts.bindings[callee.binding]?.writes ?? [];
  const parameter = writes.length === 1 ? file.facts.values[writes[0]!.value] : undefined;
  const entered = parameter?.kind === 'parameter' ? frameOf(link, visit.frame, { file, id: parameter.function }) : null;
  const passed = entered !== null && parameter?.kind === 'parameter' ? argumentAt(entered.call, parameter.index) : null;
  const functions = passed === null ? [] : functionsAt(link, passed);
  return functions.length > 0 ? functions : all;
}

/** `this.run(this.read(request))`: whose `run` the walk comes from, his `read` it is. */
function ofSameObject(visit: Visit, methods: readonly FunctionRef[]): readonly FunctionRef[] {
  for (let nearer = visit.from; nearer !== null; nearer = nearer.from) {
    const { file } = nearer.ref;
    const owner = file.facts.functions[file.functionAt(factOf(nearer.ref).start)]?.class ?? -1;
    const own = owner < 0 ? [] : methods.filter((method) => method.file === file && method.file.facts.functions[method.id]?.class === owner);
    if (own.length > 0) return own;
  }
  return methods;
}
