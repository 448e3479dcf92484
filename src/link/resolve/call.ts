/** What a call gives: the result of a library function, an instance, or what a function of the program returns. */
import type { CallValue } from '../../contracts/facts.js';
import type { Entity, FunctionRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { copiedFrom } from './copied-members.js';
import { typeOfGotten } from './types.js';
import { isKnown, prefer, shapeOf, union, UNKNOWN_ENTITIES } from './entities.js';

/** Methods that every function has, and what calling them gives. */
const FUNCTION_METHODS = new Set(['bind', 'call', 'apply']);

export function resolveCall(link: Linking, ref: FileValue, fact: CallValue): readonly Entity[] {
  const method = functionMethod(link, ref, fact);
  if (method !== null) return method;
  const callees = link.resolve(sibling(ref, fact.callee));
  const results = callees.map((callee) => resultOf(link, ref, fact, callee));
  return results.length === 0 ? UNKNOWN_ENTITIES : union(...results);
}

function resultOf(link: Linking, ref: FileValue, fact: CallValue, callee: Entity): readonly Entity[] {
  switch (callee.kind) {
    case 'api':
      return apiResult(link, ref, fact, callee);
    case 'class':
      return [{ kind: 'instance', ref: callee.ref, created: ref }];
    case 'function':
      return functionResult(link, ref, fact, callee.ref);
    default:
      return UNKNOWN_ENTITIES;
  }
}

function apiResult(
  link: Linking,
  ref: FileValue,
  fact: CallValue,
  callee: Extract<Entity, { kind: 'api' }>,
): readonly Entity[] {
  const result = link.models.resultOf(callee.path);
  const path = fact.isNew ? link.models.instanceOf(callee.path) : result.path;
  const argument = /^argument:(\d+)(#?)$/.exec(path);
  if (argument !== null) {
    const passed = fact.args[Number(argument[1])];
    const given = passed === undefined ? UNKNOWN_ENTITIES : link.resolve(sibling(ref, passed));
    return argument[2] === '#' ? given.map((entity) => instanceOf(link, entity)) : given;
  }
  if (path === 'receiver' || handsOn(link, ref, fact, path === result.raw)) return receiverOf(link, ref, fact);
  if (callee.path === 'global:Map#get') {
    const held = typeOfGotten(link, ref);
    if (isKnown(held)) return held;
  }
  const makesAnew = callee.created === null || fact.isNew || path !== result.raw;
  return [{ kind: 'api', path, created: makesAnew ? ref : callee.created, ...shapeOf(callee) }];
}

/** What a container makes of the class that it is asked for: `app.get(ConfigService)`. */
function instanceOf(link: Linking, entity: Entity): Entity {
  if (entity.kind === 'class') return { kind: 'instance', ref: entity.ref, created: null };
  if (entity.kind === 'api') return { kind: 'api', path: link.models.instanceOf(entity.path), created: null };
  return entity;
}

/** Methods of promises that give what the promise gives; what `await` would give is what the promise is here. */
const HANDS_ON = new Set(['catch', 'finally']);

/** `connect().catch((error) => …)`, `.finally(close)` of something of which no model says more. */
function handsOn(link: Linking, ref: FileValue, fact: CallValue, unspoken: boolean): boolean {
  const callee = factOf(sibling(ref, fact.callee));
  if (!unspoken || fact.isNew || callee.kind !== 'member' || callee.name === null || !HANDS_ON.has(callee.name) || fact.args.length !== 1) return false;
  return link.resolve(sibling(ref, fact.args[0]!)).every((entity) => entity.kind === 'function' || entity.kind === 'api');
}

function receiverOf(link: Linking, ref: FileValue, fact: CallValue): readonly Entity[] {
  const callee = factOf(sibling(ref, fact.callee));
  return callee.kind === 'member' ? link.resolve(sibling(ref, callee.object)) : UNKNOWN_ENTITIES;
}

/** `f.bind(x)` is f; `f.call(x, …)` and `f.apply(x, …)` are results of f. */
function functionMethod(link: Linking, ref: FileValue, fact: CallValue): readonly Entity[] | null {
  const callee = factOf(sibling(ref, fact.callee));
  if (callee.kind !== 'member' || callee.name === null || !FUNCTION_METHODS.has(callee.name)) return null;
  const bound = link.resolve(sibling(ref, callee.object));
  // An instance of a library's class is no function; its `apply` is a method of its own.
  if (!bound.some((entity) => entity.kind === 'function' || (entity.kind === 'api' && !entity.path.endsWith('#')))) return null;
  if (callee.name === 'bind') return bound;
  return union(...bound.map((entity) => resultOf(link, ref, { ...fact, args: [] }, entity)));
}

function functionResult(link: Linking, ref: FileValue, fact: CallValue, callee: FunctionRef): readonly Entity[] {
  const declaration = callee.file.facts.functions[callee.id];
  if (declaration === undefined) return UNKNOWN_ENTITIES;
  const file = indexed({ file: callee.file, id: 0 }).file;
  const results = declaration.returns.map((returned) => {
    const index = returnedParameter(file, returned, callee.id);
    if (index === null) return link.resolve({ file, id: returned });
    const passed = fact.args[index];
    return passed === undefined ? UNKNOWN_ENTITIES : link.resolve(sibling(ref, passed));
  });
  return prefer(results.length === 0 ? UNKNOWN_ENTITIES : union(...results), () =>
    declaration.returnType === undefined ? UNKNOWN_ENTITIES : link.resolveType(file, declaration.returnType),
  );
}

/** The index of the parameter that is returned as it is, or of which a copy is made member by member: the call gives what it was given. */
function returnedParameter(file: FileValue['file'], returned: number, functionId: number): number | null {
  let fact = file.facts.values[returned];
  if (fact?.kind === 'reference' && fact.binding >= 0) {
    const copied = copiedFrom(file, returned);
    const writes = file.facts.bindings[copied < 0 ? fact.binding : copied]?.writes ?? [];
    fact = writes.length === 1 ? file.facts.values[writes[0]!.value] : undefined;
  }
  return fact?.kind === 'parameter' && fact.function === functionId && !fact.rest ? fact.index : null;
}

/** Functions of the program that a call may run; constructors for `new`. */
export function callees(link: Linking, call: FileValue): readonly FunctionRef[] {
  const fact = factOf(call);
  const calleeId = fact.kind === 'call' ? fact.callee : fact.kind === 'template' ? fact.tag : -1;
  if (calleeId < 0) return [];
  const callee = factOf(sibling(call, calleeId));
  const applied = reflected(link, call, calleeId);
  const target =
    applied !== null ? link.resolve(applied) : callee.kind === 'member' && callee.name !== null && FUNCTION_METHODS.has(callee.name) && callee.name !== 'bind'
      ? preferFunctions(link, sibling(call, callee.object), sibling(call, calleeId))
      : link.resolve(sibling(call, calleeId));
  return target.flatMap((entity) => {
    if (entity.kind === 'function') return [entity.ref];
    if (entity.kind === 'class') return constructorsOf(link, entity);
    return [];
  });
}

/** What `Reflect.apply(f, self, [x])` runs. */
function reflected(link: Linking, call: FileValue, calleeId: number): FileValue | null {
  const fact = factOf(call);
  const callee = factOf(sibling(call, calleeId));
  const applied = fact.kind === 'call' && callee.kind === 'member' && callee.name === 'apply' ? fact.args[0] : undefined;
  if (applied === undefined || !link.apiPaths(sibling(call, calleeId)).includes('global:Reflect.apply')) return null;
  return sibling(call, applied);
}

function preferFunctions(link: Linking, object: FileValue, member: FileValue): readonly Entity[] {
  const bound = link.resolve(object);
  return bound.some((entity) => entity.kind === 'function') ? bound : link.resolve(member);
}

function constructorsOf(link: Linking, entity: Extract<Entity, { kind: 'class' }>): FunctionRef[] {
  const fact = entity.ref.file.facts.classes[entity.ref.id];
  const member = fact?.members.find((candidate) => candidate.kind === 'constructor' && candidate.function >= 0);
  if (member !== undefined) return [{ file: entity.ref.file, id: member.function }];
  if (fact === undefined || fact.superClass < 0) return [];
  const parents = link.resolve({ file: entity.ref.file, id: fact.superClass });
  return isKnown(parents)
    ? parents.flatMap((parent) => (parent.kind === 'class' ? constructorsOf(link, parent) : []))
    : [];
}
