/** Which origins a CORS setting, or a header set by hand, answers. */
import type { Origin, Program, PropertyLookup, RoleSite, ValueRef } from '../../../contracts/program.js';
import { guardOfStage, impliesNotProduction } from '../../stages.js';
import { readsBehind } from '../configuration/environment-reads.js';
import { patternStrength, strengthAt, strengthOf, strengthOfAlternative } from './origin-checks.js';
import { pinsTheHost } from './origin-patterns.js';
import type { Strength } from './origin-checks.js';
import { alternativesOf, isOwnOrigin } from './origin-alternatives.js';
import { bindingKey, contextOf, isOrigin, mentionsOrigin, part, withOrigins } from './origin-expressions.js';
import type { Alternative } from './origin-alternatives.js';
import type { OriginContext } from './origin-expressions.js';
import { isChosenByOperator, isPassedOn, isSwitchedOn } from './origin-switches.js';

export type OriginKind = 'any' | 'reflected' | 'loose-match' | 'null-origin' | 'any-fallback' | 'listed' | 'unknown';

export interface AllowedOrigin {
  kind: OriginKind;
  at: ValueRef;
  /** It comes from the environment, so that a constant beside it is what stands in when that is unset. */
  fromEnvironment?: boolean;
}

/** How a library treats what it is given; the attributes of its model. */
interface Manner {
  defaultOrigin: string;
  origins: string;
  wildcardInArray: boolean;
}

const OF_STRENGTH: Record<Strength, OriginKind> = { none: 'reflected', weak: 'loose-match', strong: 'listed' };
const memo = new WeakMap<RoleSite, AllowedOrigin[]>();

export function allowedOrigins(site: RoleSite, program: Program): AllowedOrigin[] {
  let result = memo.get(site);
  if (result === undefined) {
    result = guardOfStage(site.value, 'not-production', program) === null ? withFallbacks(compute(site, program)) : [{ kind: 'listed', at: site.value }];
    memo.set(site, result);
  }
  return result;
}

function compute(site: RoleSite, program: Program): AllowedOrigin[] {
  const manner = mannerOf(site);
  const context = contextOf(program);
  if (site.role === 'http.response.header') {
    const value = program.argument(site, 'value');
    return value === null ? [{ kind: 'unknown', at: site.value }] : originsIn(value, context, manner, false);
  }
  const options = optionObjects(site, program);
  if (options === null) return [byDefault(site, manner)];
  return options.flatMap((alternative) => originsOfOptions(alternative, site, manner));
}

/** The options of a setting together with what each allows by itself; null when none are given. */
export function originsByOptions(site: RoleSite, program: Program): { value: ValueRef; origins: AllowedOrigin[] }[] | null {
  return optionObjects(site, program)?.map((alternative) => ({ value: alternative.value, origins: originsOfOptions(alternative, site, mannerOf(site)) })) ?? null;
}

function mannerOf({ entry: { attributes } }: RoleSite): Manner {
  return {
    defaultOrigin: String(attributes['default-origin'] ?? '*'),
    origins: String(attributes['origin-function'] ?? 'callback'),
    wildcardInArray: attributes['wildcard-in-array'] === true,
  };
}

function byDefault(site: RoleSite, manner: Manner, at = site.value): AllowedOrigin {
  return { kind: manner.defaultOrigin === '*' ? 'any' : 'reflected', at };
}

/** The options of a setting, each alternative; what a function computes for each request among them. Null when none are given. */
export function optionObjects(site: RoleSite, program: Program): Alternative[] | null {
  const options = program.argument(site, 'options');
  if (options === null) return null;
  return alternativesOf(options, contextOf(program))
    .filter(({ value }) => guardOfStage(value, 'not-production', program) === null)
    .flatMap((alternative) => (program.fact(alternative.value).kind === 'function' ? decisionsOf(alternative, 'callback-or-return', -1) : [alternative]));
}

function originsOfOptions({ value, context }: Alternative, site: RoleSite, manner: Manner): AllowedOrigin[] {
  const { program } = context;
  const fact = program.fact(value);
  if (fact.kind === 'literal') return fact.value === false ? [{ kind: 'listed', at: value }] : [byDefault(site, manner, value)];
  const found: PropertyLookup = program.property(value, ['origin']);
  if (found.kind === 'unknown') return [{ kind: 'unknown', at: value }];
  if (found.kind === 'absent') return [byDefault(site, manner, value)];
  return found.values.flatMap((origin) => originsIn(origin, context, manner, true));
}

/**
 * @param mayBeFlag whether `true` means the request's origin: yes for an option, no for a header's value.
 */
function originsIn(origin: ValueRef, context: OriginContext, manner: Manner, mayBeFlag: boolean): AllowedOrigin[] {
  const { program } = context;
  return alternativesOf(origin, context).flatMap((alternative): AllowedOrigin[] => {
    const { value } = alternative;
    if (guardOfStage(value, 'not-production', program) !== null) return [{ kind: 'listed', at: value }];
    const fact = program.fact(value);
    if (fact.kind === 'function' && mayBeFlag) return isPassedOn('*', value, program) ? [{ kind: 'unknown', at: value }] : decisions(alternative, manner);
    return classify(alternative, manner, mayBeFlag, false);
  });
}

function classify(alternative: Alternative, manner: Manner, mayBeFlag: boolean, inArray: boolean): AllowedOrigin[] {
  const { value, context } = alternative;
  const { program } = context;
  const fact = program.fact(value);
  const one = (kind: OriginKind, extra: Partial<AllowedOrigin> = {}): AllowedOrigin[] => [{ kind, at: value, ...extra }];
  if (isOrigin(value, context)) return one(OF_STRENGTH[strengthOfAlternative(alternative)]);
  if (isOwnOrigin(value, program)) return one('listed');
  if (fact.kind === 'literal' && fact.type === 'regexp') return one(patternStrength([value], program) === 'strong' ? 'listed' : 'loose-match');
  if (fact.kind === 'array') return fact.elements.flatMap((element) => elementOrigins(part(value, element), context, manner, mayBeFlag));
  const pattern = patternText(value, program);
  if (pattern !== null) return one(pinsTheHost(pattern) ? 'listed' : 'loose-match');
  const constants = program.constants(value);
  if (constants !== null) return constants.flatMap((constant) => one(ofConstant(constant, value, context, manner, mayBeFlag, inArray)));
  if (mayBeFlag && impliesNotProduction(value, program)) return one('listed');
  return fromElsewhere(alternative, manner, inArray);
}

/** An element of a list, or the elements that are spread into it. */
function elementOrigins(element: ValueRef, context: OriginContext, manner: Manner, mayBeFlag: boolean): AllowedOrigin[] {
  const fact = context.program.fact(element);
  const value = fact.kind === 'spread' ? part(element, fact.operand) : element;
  return alternativesOf(value, context).flatMap((each) => classify(each, manner, mayBeFlag, true));
}

/** `new RegExp('…')` with a text that is known. */
function patternText(value: ValueRef, program: Program): string | null {
  const fact = program.fact(value);
  if (fact.kind !== 'call' || fact.args[0] === undefined || !program.apiPaths(part(value, fact.callee)).includes('global:RegExp')) return null;
  const constants = program.constants(part(value, fact.args[0]));
  return constants?.length === 1 ? String(constants[0]) : null;
}

function ofConstant(constant: unknown, at: ValueRef, context: OriginContext, manner: Manner, mayBeFlag: boolean, inArray: boolean): OriginKind {
  if (constant === 'null') return 'null-origin';
  const isOpen = constant === '*' ? !inArray || manner.wildcardInArray : constant === true && mayBeFlag;
  if (!isOpen || isChosenByOperator(at, context.program)) return 'listed';
  if (isPassedOn(constant, at, context.program) || isSwitchedOn(at, context)) return 'unknown';
  return constant === '*' ? 'any' : OF_STRENGTH[strengthAt(at, context)];
}

/** Neither a constant nor the request's origin: the environment, or something that cannot be told. */
function fromElsewhere({ value, context }: Alternative, manner: Manner, inArray: boolean): AllowedOrigin[] {
  const { program } = context;
  const { origins } = program.trace(value, { sink: 'value' });
  const fromEnvironment = origins.some((origin) => origin.kind === 'environment');
  // What a body brought is kept for later requests, and so is what a store may hold as well: a list that somebody set.
  const isKept = origins.some((origin) => origin.kind === 'environment' || origin.kind === 'datastore');
  if (!isKept && origins.some((origin) => origin.kind === 'request' && origin.detail !== 'request.body' && !origin.lossy)) return [{ kind: 'reflected', at: value }];
  const isWritten = origins.length > 0 && origins.every((each) => each.kind === 'constant' && !each.lossy);
  if (!fromEnvironment && !isWritten) return [{ kind: isSplitSetting(value, origins, program) ? 'listed' : 'unknown', at: value }];
  const open = origins.filter((origin) => origin.kind === 'constant' && !origin.lossy && program.constants(origin.value)?.includes('*'));
  const isList = program.fact(value).kind === 'call' || inArray || open.every((origin) => isElement(origin.value));
  if (open.length > 0 && (!isList || manner.wildcardInArray)) return [{ kind: 'any-fallback', at: open[0]!.value }];
  const replaced = readsBehind(value, origins, program);
  const fallsOpen = replaced.find((read) => read.fallback.value !== null && program.constants(read.fallback.value)?.includes('*'));
  if (fallsOpen !== undefined && (!isList || manner.wildcardInArray)) return [{ kind: 'any-fallback', at: fallsOpen.fallback.value! }];
  return [{ kind: 'listed', at: value, fromEnvironment }];
}

/** `fastify.config.CORS_ORIGINS.split(',')`: what is taken apart is a list, wherever the settings come from. */
function isSplitSetting(value: ValueRef, origins: readonly Origin[], program: Program): boolean {
  const fact = program.fact(value);
  const callee = fact.kind === 'call' ? program.fact(part(value, fact.callee)) : null;
  if (callee?.kind !== 'member' || callee.name !== 'split' || origins.some(({ kind }) => kind === 'request')) return false;
  return /(?:^|\.)(?:config|configuration|settings|env|environment)\b/i.test(program.describe(part(value, callee.object)));
}

/** `['*']` */
function isElement({ file, id }: ValueRef): boolean {
  const around = file.parentOf(id);
  return around >= 0 && file.facts.values[around]!.kind === 'array';
}

/** A constant `*` beside a value from the environment is what stands in when that is unset. */
function withFallbacks(found: AllowedOrigin[]): AllowedOrigin[] {
  if (!found.some((origin) => origin.fromEnvironment)) return found;
  return found.map((origin) => (origin.kind === 'any' ? { ...origin, kind: 'any-fallback' } : origin));
}

/** What an origin function decides: by its callback, or by what it returns. */
function decisions(alternative: Alternative, manner: Manner): AllowedOrigin[] {
  const made = decisionsOf(alternative, manner.origins, 0);
  if (made.length === 0) return [{ kind: 'unknown', at: alternative.value }];
  return made.flatMap((decision) => {
    const { value, context } = decision;
    if (guardOfStage(value, 'not-production', context.program) !== null) return [{ kind: 'listed', at: value }];
    const fact = context.program.fact(value);
    const isFlag = fact.kind === 'literal' && fact.value === true;
    if (isFlag || isOrigin(value, context)) return [{ kind: underCondition(value, context), at: value }];
    const isTest = ['binary', 'unary', 'call', 'logical'].includes(fact.kind);
    if (!isTest) return classify(decision, manner, true, false).map((each) => (each.kind === 'any' ? { ...each, kind: anyUnderCondition(each.at, context) } : each));
    const strength = strengthOf(value, true, context);
    return [{ kind: strength === 'none' ? 'unknown' : OF_STRENGTH[strength], at: value }];
  });
}

function anyUnderCondition(value: ValueRef, context: OriginContext): OriginKind {
  return context.program.guardsOf(value).some((guard) => !mentionsOrigin(guard.condition, context)) ? 'unknown' : 'any';
}

/** A yes that stands under a condition on something else than the origin cannot be judged. */
function underCondition(value: ValueRef, context: OriginContext): OriginKind {
  const kind = OF_STRENGTH[strengthAt(value, context)];
  const others = context.program.guardsOf(value).some((guard) => !mentionsOrigin(guard.condition, context));
  return kind === 'reflected' && others ? 'unknown' : kind;
}

/**
 * @param originParameter index of the parameter that is the request's origin; -1 when none is.
 */
function decisionsOf({ value, context }: Alternative, manner: string, originParameter: number): Alternative[] {
  const { program } = context;
  const fact = program.fact(value);
  if (fact.kind !== 'function' || context.depth > 4) return [];
  const declaration = value.file.facts.functions[fact.function]!;
  const origin = declaration.parameters[originParameter]?.binding ?? -1;
  const inside = withOrigins(context, origin < 0 ? [] : [bindingKey(value.file, origin)]);
  const callback = declaration.parameters[1]?.binding ?? -1;
  const given = manner === 'return' || callback < 0 ? [] : handedTo(value, callback);
  const returned = manner === 'callback' && given.length > 0 ? [] : given.length > 0 ? [] : declaration.returns.map((id) => part(value, id));
  return [...given, ...returned]
    .flatMap((each) => choicesOf(each, inside))
    .flatMap((each) => (program.fact(each.value).kind === 'function' ? decisionsOf(each, manner, originParameter) : [each]));
}

/** A comparison or test stays whole: it is the decision. */
function choicesOf(value: ValueRef, context: OriginContext): Alternative[] {
  const fact = context.program.fact(value);
  if (fact.kind === 'call' && context.program.callees(value).length > 0) return [{ value, context }];
  if (fact.kind === 'logical' && fact.operator === '&&' && !isOrigin(part(value, fact.right), context) && context.program.fact(part(value, fact.right)).kind !== 'object') return [{ value, context }];
  return alternativesOf(value, context);
}

/** Second arguments of the calls of a `(error, result)` callback. */
function handedTo(within: ValueRef, callback: number): ValueRef[] {
  const { file } = within;
  return (file.facts.bindings[callback]?.uses ?? []).flatMap((use) => {
    const call = file.facts.values[file.parentOf(use)];
    const second = call?.kind === 'call' && call.callee === use ? call.args[1] : undefined;
    return second === undefined ? [] : [part(within, second)];
  });
}
