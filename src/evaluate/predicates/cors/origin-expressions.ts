/**
 * The request's `Origin` header as an expression. Recognised by shape, for every framework spells it alike: `headers.origin`, `get('Origin')`, or the parameter that a CORS library hands over.
 */
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';

export interface OriginContext {
  readonly program: Program;
  /** Bindings that hold the request's origin: `path#binding`. */
  readonly origins: ReadonlySet<string>;
  /** What an element variable of an array method stands for: `path#binding` → elements of the array. */
  readonly elements: ReadonlyMap<string, readonly ValueRef[]>;
  readonly depth: number;
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

