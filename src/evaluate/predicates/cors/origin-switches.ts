/** Conditions under which a setting opens an interface to every origin, because whoever deploys it says so. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { mentionsOrigin, part } from './origin-expressions.js';
import type { OriginContext } from './origin-expressions.js';

/** `ALLOW_ALL === 'true' ? '*' : list`: the deployment says so itself. The opposite branch, for what is unset, is not that. */
export function isChosenByOperator(at: ValueRef, program: Program): boolean {
  return program.guardsOf(at).some(({ condition, holds }) => {
    const fact = program.fact(condition);
    const isEquality = fact.kind === 'binary' && (fact.operator === '===' || fact.operator === '==');
    const value = isEquality && program.constants(part(condition, fact.right)) !== null ? part(condition, fact.left) : condition;
    if (!holds || (fact.kind === 'binary' && !isEquality) || fact.kind === 'unary') return false;
    const { origins } = program.trace(value, { sink: 'value' });
    return origins.length > 0 && origins.every((origin) => origin.kind === 'environment');
  });
}

/** `settings.embedding ? '*' : list`, `if (settings.isEnabled('cors'))`, `if (settings.allowAll || list.includes(origin))`: a setting that is no constant has to say so. */
export function isSwitchedOn(at: ValueRef, context: OriginContext): boolean {
  const { program } = context;
  return program.guardsOf(at).some(({ condition, holds, cases }) => {
    if (!holds || cases.length > 0) return false;
    const sides = alternativesOf(condition, program);
    if (sides.length === 1 && mentionsOrigin(condition, context)) return false;
    return sides.some((side) => isSetting(side, context)) && sides.every((side) => isSetting(side, context) || mentionsOrigin(side, context));
  });
}

/** The sides of `a || b || c`. */
function alternativesOf(condition: ValueRef, program: Program): ValueRef[] {
  const fact = program.fact(condition);
  if (fact.kind !== 'logical' || fact.operator !== '||') return [condition];
  return [fact.left, fact.right].flatMap((side) => alternativesOf(part(condition, side), program));
}

function isSetting(value: ValueRef, context: OriginContext): boolean {
  const { program } = context;
  const fact = program.fact(value);
  // `settings.cors === true`: the setting itself.
  if (fact.kind === 'binary' && /^===?$/.test(fact.operator)) return program.constants(part(value, fact.right))?.every((each) => each === true) === true && isSetting(part(value, fact.left), context);
  const asks = fact.kind === 'member' || (fact.kind === 'call' && fact.args.length > 0 && fact.args.every((id) => program.constants(part(value, id)) !== null));
  if (!asks || program.constants(value) !== null || mentionsOrigin(value, context)) return false;
  return !program.trace(value, { sink: 'value' }).origins.some((origin) => origin.kind === 'request');
}

/** `origin === '*' ? '*' : …`, `list.includes('*')`, `setting.startsWith('*')`: what was configured elsewhere is handed on. */
export function isPassedOn(constant: unknown, at: ValueRef, program: Program): boolean {
  return program.guardsOf(at).some(({ condition, holds }) => holds && comparesWith(constant, condition, program, 0));
}

function comparesWith(constant: unknown, condition: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(condition);
  if (fact.kind === 'call' && depth <= 6) return asksFor(constant, condition, program, depth);
  if (depth > 6 || (fact.kind !== 'logical' && fact.kind !== 'binary')) return false;
  const sides = [part(condition, fact.left), part(condition, fact.right)];
  if (fact.kind === 'logical') return sides.some((side) => comparesWith(constant, side, program, depth + 1));
  return (fact.operator === '===' || fact.operator === '==') && sides.some((side) => program.constants(side)?.includes(constant as string));
}

/** `list.includes('*')`, `list.some((each) => each === '*')`, on what no constant is. */
function asksFor(constant: unknown, call: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(call);
  const callee = fact.kind === 'call' ? program.fact(part(call, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || fact.args[0] === undefined) return false;
  const argument = part(call, fact.args[0]);
  if (callee.name === 'includes' || callee.name === 'startsWith') return program.constants(argument)?.every((each) => each === constant) === true && !isWritten(part(call, callee.object), program);
  const test = callee.name === 'some' && !isWritten(part(call, callee.object), program) ? program.fact(argument) : null;
  const returns = test?.kind === 'function' ? (call.file.facts.functions[test.function]?.returns ?? []) : [];
  return returns.length > 0 && returns.every((id) => comparesWith(constant, part(call, id), program, depth + 1));
}

/** A text or a list that the program itself has written. */
function isWritten(value: ValueRef, program: Program): boolean {
  return program.constants(value) !== null || program.sourcesOf(value).some((source) => program.fact(source).kind === 'array');
}
