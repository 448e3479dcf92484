/**
 * The request's `Origin` header as an expression, and the values that a decision about it may have. Recognised by shape, for
 * every framework spells it alike: `headers.origin`, `get('Origin')`, or the parameter that a CORS library hands over.
 */
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { keyOf } from '../../file-uses.js';
import { writtenName } from '../../../contracts/written-name.js';

export interface OriginContext {
  readonly program: Program;
  /** Bindings that hold the request's origin: `path#binding`. */
  readonly origins: ReadonlySet<string>;
  /** What an element variable of an array method stands for: `path#binding` → elements of the array. */
  readonly elements: ReadonlyMap<string, readonly ValueRef[]>;
  readonly depth: number;
}

/** A value that a decision may have, seen where it is chosen, so that the conditions around it can be asked for. */
export interface Alternative {
  readonly value: ValueRef;
  readonly context: OriginContext;
  /** The same value where a caller passes it, whose conditions count as well. */
  readonly passed?: Alternative;
}

const MAX_DEPTH = 10;
/** Methods that keep a text's identity, as far as comparing origins goes. */
const NEUTRAL = new Set(['toLowerCase', 'toUpperCase', 'trim', 'toString', 'replace', 'normalize']);

export function contextOf(program: Program): OriginContext {
  return { program, origins: new Set(), elements: new Map(), depth: 0 };
}

export function bindingKey(file: LinkedFile, binding: number): string {
  return `${file.facts.path}#${binding}`;
}

export function withOrigins(context: OriginContext, bindings: readonly string[]): OriginContext {
  return { ...context, origins: new Set([...context.origins, ...bindings]), depth: context.depth + 1 };
}

export function part(ref: ValueRef, id: number): ValueRef {
  return { file: ref.file, id };
}

/** Is the expression the request's origin, perhaps with a default or in lower case, or out of an object in which it was handed over? */
export function isOrigin(ref: ValueRef, context: OriginContext, depth = 0): boolean {
  const { program } = context;
  const fact = program.fact(ref);
  if (depth > MAX_DEPTH) return false;
  switch (fact.kind) {
    case 'parameter':
      return context.origins.has(bindingKey(ref.file, bindingOfParameter(ref)));
    case 'reference': {
      if (fact.binding < 0) return false;
      if (context.origins.has(bindingKey(ref.file, fact.binding))) return true;
      const writes = ref.file.facts.bindings[fact.binding]?.writes ?? [];
      return writes.length === 1 && isOrigin(part(ref, writes[0]!.value), context, depth + 1);
    }
    case 'member':
      return fact.name?.toLowerCase() === 'origin' && (namesHeaders(part(ref, fact.object), program) || isOrigin(part(ref, fact.object), context, depth + 1));
    case 'logical':
      return fact.operator !== '&&' && isOrigin(part(ref, fact.left), context, depth + 1) && isBlank(part(ref, fact.right), program);
    case 'await':
    case 'cast':
      return isOrigin(part(ref, fact.operand), context, depth + 1);
    case 'call':
      return isOriginCall(ref, context, depth);
    default:
      return false;
  }
}

function bindingOfParameter(ref: ValueRef): number {
  const fact = ref.file.facts.values[ref.id];
  return fact?.kind === 'parameter' ? (ref.file.facts.functions[fact.function]?.parameters[fact.index]?.binding ?? -1) : -1;
}

/** `headers.get('origin')`, `req.header('Origin')`, and neutral methods on an origin. */
function isOriginCall(ref: ValueRef, context: OriginContext, depth: number): boolean {
  const { program } = context;
  const fact = program.fact(ref);
  if (fact.kind !== 'call') return false;
  const callee = program.fact(part(ref, fact.callee));
  if (callee.kind === 'reference' && callee.binding < 0 && callee.name === 'String') return fact.args.some((argument) => isOrigin(part(ref, argument), context, depth + 1));
  if (callee.kind !== 'member' || callee.name === null) return false;
  if (NEUTRAL.has(callee.name)) return isOrigin(part(ref, callee.object), context, depth + 1);
  if (callee.name !== 'get' && callee.name !== 'header') return false;
  const name = fact.args.length === 1 ? program.constants(part(ref, fact.args[0]!)) : null;
  return name?.length === 1 && String(name[0]).toLowerCase() === 'origin';
}

/** `req.headers`, `request.header`, `ctx.headers`, or a variable of that name. */
function namesHeaders(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  const name = writtenName(fact);
  return name !== null && /^(req(uest)?)?headers?$/i.test(name);
}

/** Nothing, or a text that is no origin: a default that keeps the type checker quiet. */
export function isBlank(ref: ValueRef, program: Program): boolean {
  return program.constants(ref)?.every((constant) => constant === '' || constant === null || constant === false) ?? false;
}

/** Does the origin appear anywhere in the expression? */
export function mentionsOrigin(ref: ValueRef, context: OriginContext, depth = 0): boolean {
  if (depth > MAX_DEPTH || isOtherPart(ref, context)) return false;
  if (isOrigin(ref, context)) return true;
  return operandsOf(ref, context).some((operand) => mentionsOrigin(operand, context, depth + 1));
}

/** A member of the parameter that stands for the origin, and no method of it: some library hands over the whole request there. */
function isOtherPart(ref: ValueRef, context: OriginContext): boolean {
  const fact = context.program.fact(ref);
  if (fact.kind !== 'member' || isOrigin(ref, context) || !isOrigin(part(ref, fact.object), context)) return false;
  const parent = ref.file.parentOf(ref.id);
  const around = parent < 0 ? null : context.program.fact(part(ref, parent));
  return around?.kind !== 'call' || around.callee !== ref.id;
}

function operandsOf(ref: ValueRef, { program }: OriginContext): ValueRef[] {
  const fact = program.fact(ref);
  switch (fact.kind) {
    case 'member':
      return [part(ref, fact.object)];
    case 'call':
      return [part(ref, fact.callee), ...fact.args.map((argument) => part(ref, argument))];
    case 'await':
    case 'cast':
    case 'unary':
    case 'spread':
      return [part(ref, fact.operand)];
    case 'logical':
    case 'binary':
      return [part(ref, fact.left), part(ref, fact.right)];
    case 'conditional':
      return [part(ref, fact.test), part(ref, fact.whenTrue), part(ref, fact.whenFalse)];
    case 'template':
    case 'concat':
      return fact.parts.map((each) => part(ref, each));
    case 'object':
      return fact.properties.map(({ value }) => part(ref, value));
    case 'function':
      return (ref.file.facts.functions[fact.function]?.returns ?? []).map((returned) => part(ref, returned));
    case 'reference': {
      const writes = fact.binding < 0 ? [] : (ref.file.facts.bindings[fact.binding]?.writes ?? []);
      return writes.length === 1 ? [part(ref, writes[0]!.value)] : [];
    }
    default:
      return [];
  }
}

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
