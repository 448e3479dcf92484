/**
 * How well a condition pins the request's origin down. `strong`: to known origins (or there is none at all). `weak`: to a part
 * of it that a look-alike domain can have. `none`: not at all. A check that cannot be looked into counts as strong: it is there.
 */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { usesIn } from '../../file-uses.js';
import { impliesNotProduction } from '../../stages.js';
import { enteringCall } from './origin-alternatives.js';
import { bindingKey, isOrigin, mentionsOrigin, part } from './origin-expressions.js';
import type { Alternative } from './origin-alternatives.js';
import type { OriginContext } from './origin-expressions.js';
import { pinsTheHost } from './origin-patterns.js';

export type Strength = 'none' | 'weak' | 'strong';

const RANK: Record<Strength, number> = { none: 0, weak: 1, strong: 2 };
const MAX_DEPTH = 12;
const MEMBERSHIP = new Set(['includes', 'has', 'contains', 'indexOf', 'hasOwnProperty', 'get', 'exists', 'sismember']);
const OVER_ELEMENTS = new Set(['some', 'find', 'findIndex', 'filter', 'findLast', 'every']);

/** The strongest of the conditions where the value is used and where it was passed. */
export function strengthOfAlternative({ value, context, passed }: Alternative): Strength {
  const here = strengthAt(value, context);
  return passed === undefined ? here : stronger(here, strengthAt(passed.value, passed.context));
}

/** The strongest of the conditions known where the value stands. */
export function strengthAt(value: ValueRef, context: OriginContext): Strength {
  return context.program.guardsOf(value).reduce<Strength>((best, guard) => {
    const own = guard.cases.length > 0 ? (mentionsOrigin(guard.condition, context) ? 'strong' : 'none') : strengthOf(guard.condition, guard.holds, context);
    return stronger(best, own);
  }, 'none');
}

export function strengthOf(condition: ValueRef, holds: boolean, context: OriginContext, depth = 0): Strength {
  const { program } = context;
  const fact = program.fact(condition);
  const of = (id: number, polarity = holds) => strengthOf(part(condition, id), polarity, context, depth + 1);
  if (depth > MAX_DEPTH) return 'strong';
  if (fact.kind !== 'logical' && impliesNotProduction(condition, program, holds)) return 'strong';
  // Without an Origin header nothing is asked across origins.
  if (isOrigin(condition, context)) return holds ? 'none' : 'strong';
  switch (fact.kind) {
    case 'unary':
      return fact.operator === '!' ? of(fact.operand, !holds) : 'none';
    case 'logical':
      return (fact.operator === '&&') === holds ? stronger(of(fact.left), of(fact.right)) : weaker(of(fact.left), of(fact.right));
    case 'conditional':
      return weaker(branch(part(condition, fact.whenTrue), of(fact.test, true), holds, context, depth), branch(part(condition, fact.whenFalse), of(fact.test, false), holds, context, depth));
    case 'binary':
      return comparison(condition, holds, context, depth);
    case 'call':
      return callStrength(condition, holds, context, depth);
    case 'await':
    case 'cast':
      return of(fact.operand);
    case 'literal':
      return Boolean(fact.value) === holds ? 'none' : 'strong';
    case 'reference':
    case 'member':
      return behindName(condition, holds, context, depth);
    default:
      return mentionsOrigin(condition, context) ? 'strong' : 'none';
  }
}

/** One result of a check. A flag from elsewhere, such as a configured `true`, cannot be looked into. */
function branch(value: ValueRef, tested: Strength, holds: boolean, context: OriginContext, depth: number): Strength {
  const isFlag = context.program.constants(value) === null && !mentionsOrigin(value, context);
  return isFlag ? 'strong' : stronger(tested, strengthOf(value, holds, context, depth + 1));
}

function behindName(ref: ValueRef, holds: boolean, context: OriginContext, depth: number): Strength {
  const fact = context.program.fact(ref);
  const writes = fact.kind === 'reference' && fact.binding >= 0 ? (ref.file.facts.bindings[fact.binding]?.writes ?? []) : [];
  const promised = promisedTo(ref, context.program);
  if (promised !== null) return strengthOf(promised, holds, context, depth + 1);
  if (writes.length === 1) return strengthOf(part(ref, writes[0]!.value), holds, context, depth + 1);
  return fact.kind === 'member' && mentionsOrigin(ref, context) ? 'strong' : writes.length > 1 ? 'strong' : 'none';
}

/** `isAllowed(origin).then((allowed) => …)`: what the promise was made of that a callback's parameter is the answer to. */
function promisedTo(ref: ValueRef, program: Program): ValueRef | null {
  const { file } = ref;
  const fact = program.fact(ref);
  const around = fact.kind === 'reference' ? file.facts.functions.findIndex(({ parameters }) => parameters[0]?.binding === fact.binding && fact.binding >= 0) : -1;
  const callback = around < 0 ? -1 : usesIn(file).valueOfFunction(around);
  const call = callback < 0 ? undefined : file.facts.values[file.parentOf(callback)];
  const callee = call?.kind === 'call' ? file.facts.values[call.callee] : undefined;
  return callee?.kind === 'member' && callee.name === 'then' ? part(ref, callee.object) : null;
}

/** Equality with a known value; `indexOf(…) !== -1` and its kin. */
function comparison(ref: ValueRef, holds: boolean, context: OriginContext, depth: number): Strength {
  const { program } = context;
  const fact = program.fact(ref);
  if (fact.kind !== 'binary') return 'none';
  const left = part(ref, fact.left);
  const right = part(ref, fact.right);
  const limit = program.constants(right)?.[0];
  const isSearch = program.fact(left).kind === 'call' && (limit === -1 || limit === 0);
  if (isSearch) return strengthOf(left, found(fact.operator, limit) === holds, context, depth + 1);
  const equal = ['===', '=='].includes(fact.operator) ? holds : ['!==', '!='].includes(fact.operator) ? !holds : null;
  if (fact.operator === 'in') return holds && mentionsOrigin(left, context) ? 'strong' : 'none';
  if (equal === null || !(mentionsOrigin(left, context) || mentionsOrigin(right, context))) return 'none';
  const asksForType = [left, right].some((side) => program.fact(side).kind === 'unary');
  return equal && !asksForType ? 'strong' : 'none';
}

/** Does the comparison with -1 or 0, being true, mean that something was found? */
function found(operator: string, limit: unknown): boolean {
  if (limit === -1) return operator === '>' || operator === '!==' || operator === '!=';
  return operator === '>=' || operator === '===' || operator === '==';
}

function callStrength(ref: ValueRef, holds: boolean, context: OriginContext, depth: number): Strength {
  const { program } = context;
  const fact = program.fact(ref);
  if (fact.kind === 'call' && holds && asksForWildcard(ref, program)) return 'strong';
  if (fact.kind !== 'call' || !mentionsOrigin(ref, context)) return 'none';
  const callee = program.fact(part(ref, fact.callee));
  const wrapsOne = callee.kind === 'reference' && callee.binding < 0 && callee.name === 'Boolean' && fact.args.length === 1;
  if (wrapsOne) return strengthOf(part(ref, fact.args[0]!), holds, context, depth + 1);
  if (!holds) return 'none';
  const own = program.callees(ref).map((each) => returnsStrength(ref, each, context, depth));
  if (own.length > 0) return own.reduce(weaker);
  if (callee.kind !== 'member' || callee.name === null) return 'strong';
  const receiver = part(ref, callee.object);
  const argument = fact.args[0] === undefined ? null : part(ref, fact.args[0]);
  if (OVER_ELEMENTS.has(callee.name) && argument !== null) return overElements(receiver, argument, context, depth);
  if (argument !== null && mentionsOrigin(argument, context)) return membership(callee.name, receiver, context);
  return partOfText(callee.name, argument, context);
}

/** `settings.origins.includes('*')`: every origin is let on where whoever runs it has said so; a list that the program itself opens says nothing. */
function asksForWildcard(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  const callee = fact.kind === 'call' ? program.fact(part(ref, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || !MEMBERSHIP.has(callee.name ?? '') || fact.args[0] === undefined) return false;
  if (program.constants(part(ref, fact.args[0]))?.every((constant) => constant === '*') !== true) return false;
  return !elementsOf(part(ref, callee.object), program).some((element) => program.constants(element)?.includes('*') === true);
}

/** A predicate of the program: all of its results that may be true. */
function returnsStrength(call: ValueRef, callee: { file: ValueRef['file']; id: number }, context: OriginContext, depth: number): Strength {
  const inside = enteringCall(call, callee, context);
  const returns = callee.file.facts.functions[callee.id]?.returns ?? [];
  const strengths = returns.map((id) => {
    const value = { file: callee.file, id };
    return stronger(strengthAt(value, inside), strengthOf(value, true, inside, depth + 1));
  });
  return strengths.length === 0 ? 'strong' : strengths.reduce(weaker);
}

/** `list.some((entry) => …origin…)`. */
function overElements(list: ValueRef, callback: ValueRef, context: OriginContext, depth: number): Strength {
  const { program } = context;
  const fact = program.fact(callback);
  if (fact.kind !== 'function') return 'strong';
  const declaration = callback.file.facts.functions[fact.function];
  const binding = declaration?.parameters[0]?.binding ?? -1;
  const elements = new Map([...context.elements, [bindingKey(callback.file, binding), elementsOf(list, program)]]);
  const inside = { ...context, elements, depth: context.depth + 1 };
  const strengths = (declaration?.returns ?? []).map((id) => stronger(strengthAt(part(callback, id), inside), strengthOf(part(callback, id), true, inside, depth + 1)));
  return strengths.length === 0 ? 'strong' : strengths.reduce(weaker);
}

function elementsOf(list: ValueRef, program: Program): ValueRef[] {
  return program.sourcesOf(list).flatMap((source) => {
    const fact = program.fact(source);
    return fact.kind === 'array' ? fact.elements.map((element) => part(source, element)) : [];
  });
}

/** What a receiver or argument may be; an element variable stands for the elements of its list. */
function valuesOf(ref: ValueRef, context: OriginContext): readonly ValueRef[] {
  const fact = context.program.fact(ref);
  const elements = fact.kind === 'reference' && fact.binding >= 0 ? context.elements.get(bindingKey(ref.file, fact.binding)) : undefined;
  return (elements ?? [ref]).flatMap((value) => context.program.sourcesOf(value));
}

/** `list.includes(origin)`, `pattern.test(origin)`. A text that merely contains the origin is no list. */
function membership(method: string, receiver: ValueRef, context: OriginContext): Strength {
  const { program } = context;
  const values = valuesOf(receiver, context).map((value) => program.fact(value));
  if (method === 'test' || method === 'exec') return patternStrength(valuesOf(receiver, context), program);
  const isText = values.length > 0 && values.every((fact) => fact.kind === 'literal' && fact.type === 'string');
  return MEMBERSHIP.has(method) && isText && !context.elements.size ? 'weak' : 'strong';
}

export function patternStrength(values: readonly ValueRef[], program: Program): Strength {
  const patterns = values.map((value) => program.fact(value)).filter((fact) => fact.kind === 'literal' && fact.type === 'regexp');
  return patterns.every((fact) => fact.kind === 'literal' && pinsTheHost(String(fact.value))) ? 'strong' : 'weak';
}

/** `origin.endsWith(x)`, `origin.includes(x)`, `origin.match(/x/)`: how much of the origin is looked at. */
function partOfText(method: string, argument: ValueRef | null, context: OriginContext): Strength {
  if (argument === null) return 'none';
  const { program } = context;
  const values = valuesOf(argument, context);
  if (method === 'match' || method === 'search') return patternStrength(values, program);
  const texts = values.map((value) => program.constants(value)).filter((constants) => constants !== null).flat().map(String);
  if (method === 'endsWith') return texts.every((text) => text.startsWith('.') || text.includes('://')) ? 'strong' : 'weak';
  if (method === 'startsWith') return texts.every((text) => /[/:]$/.test(text) && !/:\/\/?$/.test(text)) ? 'strong' : 'weak';
  return method === 'includes' || method === 'indexOf' ? 'weak' : 'strong';
}

export function stronger(a: Strength, b: Strength): Strength {
  return RANK[a] >= RANK[b] ? a : b;
}

export function weaker(a: Strength, b: Strength): Strength {
  return RANK[a] <= RANK[b] ? a : b;
}
