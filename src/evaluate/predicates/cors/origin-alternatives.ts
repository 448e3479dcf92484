/** The values that a decision about the request's origin may have, each where it is chosen. */
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { keyOf } from '../../file-uses.js';
import { bindingKey, isOrigin, mentionsOrigin, part, withOrigins } from './origin-expressions.js';
import type { OriginContext } from './origin-expressions.js';

/** A value that a decision may have, seen where it is chosen, so that the conditions around it can be asked for. */
export interface Alternative {
  readonly value: ValueRef;
  readonly context: OriginContext;
  /** The same value where a caller passes it, whose conditions count as well. */
  readonly passed?: Alternative;
}

const MAX_DEPTH = 10;

/** What the value may be, each where it is chosen; the origin itself and what cannot be taken apart stay as they are. */
export function alternativesOf(ref: ValueRef, context: OriginContext, seen = new Set<string>()): Alternative[] {
  const leaf = [{ value: ref, context }];
  if (seen.has(keyOf(ref)) || seen.size > 200) return [];
  seen.add(keyOf(ref));
  const into = (...ids: number[]) => ids.flatMap((id) => alternativesOf(part(ref, id), context, seen));
  const fact = context.program.fact(ref);
  if (isOrigin(ref, context)) return leaf;
  switch (fact.kind) {
    case 'conditional':
      return into(fact.whenTrue, fact.whenFalse);
    case 'logical':
      return fact.operator === '&&' ? into(fact.right) : into(fact.left, fact.right);
    case 'await':
    case 'cast':
      return into(fact.operand);
    case 'reference':
    case 'member':
    case 'parameter':
      return behindName(ref, context, seen) ?? leaf;
    case 'call':
      return returnedBy(ref, context, seen) ?? leaf;
    default:
      return leaf;
  }
}

/** Through a variable of the function by its assignments, through a parameter by its callers, otherwise wherever the program leads. */
function behindName(ref: ValueRef, context: OriginContext, seen: Set<string>): Alternative[] | null {
  const { program } = context;
  const fact = program.fact(ref);
  const binding = fact.kind === 'reference' && fact.binding >= 0 ? ref.file.facts.bindings[fact.binding] : undefined;
  if (fact.kind === 'reference' && binding?.kind === 'parameter') return passedIn(ref, fact.binding, context, seen);
  if (binding !== undefined && binding.kind !== 'import' && binding.writes.length > 0) {
    return binding.writes.flatMap((write) => alternativesOf(part(ref, write.value), context, seen));
  }
  const handedOver = fact.kind === 'member' ? givenInObject(ref, context) : null;
  if (handedOver !== null) return handedOver;
  const parameter = fact.kind === 'parameter' ? fact : null;
  if (parameter !== null) {
    const passed = program.callersOf({ file: ref.file, id: parameter.function }).flatMap((call) => {
      const called = program.fact(call);
      const argument = called.kind === 'call' ? called.args[parameter.index] : undefined;
      return argument === undefined ? [] : [part(call, argument)];
    });
    return passed.length === 0 ? null : passed.flatMap((value) => alternativesOf(value, context, seen));
  }
  const sources = program.sourcesOf(ref).filter((source) => keyOf(source) !== keyOf(ref));
  return sources.length === 0 ? null : sources.flatMap((source) => alternativesOf(source, context, seen));
}

/** A parameter that callers give the origin is the origin here; anything else is followed to the caller. */
function passedIn(ref: ValueRef, binding: number, context: OriginContext, seen: Set<string>): Alternative[] | null {
  const given = ref.file.facts.bindings[binding]!.writes.flatMap((write) => alternativesOf(part(ref, write.value), context, seen));
  const inside = withOrigins(context, [bindingKey(ref.file, binding)]);
  return given.map((each) => (isOrigin(each.value, each.context) || isOwnOrigin(each.value, context.program) ? { value: ref, context: inside, passed: each } : each));
}

/** `send({ response, origin })` to a function that reads `params.origin`: the origin, on the conditions of each call that hands it over. */
function givenInObject(ref: ValueRef, context: OriginContext): Alternative[] | null {
  const { program } = context;
  const fact = program.fact(ref);
  const object = fact.kind === 'member' ? program.fact(part(ref, fact.object)) : null;
  const own = ref.file.facts.functions[ref.file.functionAt(fact.start)];
  if (fact.kind !== 'member' || object?.kind !== 'reference' || fact.name === null || own === undefined) return null;
  const index = own.parameters.findIndex(({ binding }) => binding >= 0 && binding === object.binding);
  const calls = index < 0 ? [] : program.callersOf({ file: ref.file, id: ref.file.functionAt(fact.start) });
  const given = calls.map((call) => {
    const called = program.fact(call);
    const argument = called.kind === 'call' && called.args[index] !== undefined ? program.fact(part(call, called.args[index])) : null;
    const property = argument?.kind === 'object' ? argument.properties.find(({ name }) => name === fact.name) : undefined;
    return property === undefined ? null : part(call, property.value);
  });
  if (given.length === 0 || given.some((value) => value === null || !mayBeOrigin(value, context))) return null;
  return given.map((value) => ({ value: ref, context: withOrigins(context, [bindingKey(ref.file, object.binding)]), passed: { value: value!, context } }));
}

/** The origin itself, or what a helper reads of it: `const origin = first(request.headers.origin)`. */
function mayBeOrigin(value: ValueRef, context: OriginContext): boolean {
  return isOrigin(value, context) || alternativesOf(value, context).some((each) => isOrigin(each.value, each.context));
}

/** `new URL(request.url).origin`: where the request was sent, not where it came from; a page of that origin asks nothing across origins. */
export function isOwnOrigin(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  if (fact.kind !== 'member' || fact.name !== 'origin') return false;
  return program.sourcesOf(part(ref, fact.object)).every((source) => {
    const made = program.fact(source);
    const [address] = made.kind === 'call' ? made.args : [];
    return made.kind === 'call' && address !== undefined && program.apiPaths(part(source, made.callee)).includes('global:URL') && isAddress(part(source, address), program);
  });
}

function isAddress(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  return fact.kind === 'member' && /^(?:url|href|originalUrl|nextUrl)$/.test(fact.name ?? '');
}

/** What functions of the program return, with the parameters that got the origin known as such. */
function returnedBy(call: ValueRef, context: OriginContext, seen: Set<string>): Alternative[] | null {
  if (context.depth >= MAX_DEPTH) return null;
  const callees = context.program.callees(call);
  if (callees.length === 0) return null;
  return callees.flatMap((callee) => {
    const inside = enteringCall(call, callee, context);
    const returns = callee.file.facts.functions[callee.id]?.returns ?? [];
    return returns.flatMap((returned) => alternativesOf({ file: callee.file, id: returned }, inside, seen));
  });
}

export function enteringCall(call: ValueRef, callee: { file: LinkedFile; id: number }, context: OriginContext): OriginContext {
  const fact = context.program.fact(call);
  const parameters = callee.file.facts.functions[callee.id]?.parameters ?? [];
  const given = fact.kind === 'call' ? fact.args : [];
  const bindings = parameters.flatMap((parameter, index) => {
    const argument = given[index];
    const holdsOrigin = argument !== undefined && parameter.binding >= 0 && mentionsOrigin(part(call, argument), context);
    return holdsOrigin ? [bindingKey(callee.file, parameter.binding)] : [];
  });
  return withOrigins(context, bindings);
}
