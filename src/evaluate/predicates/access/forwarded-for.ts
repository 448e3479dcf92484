/** `forwarded-for.*`: which part of `X-Forwarded-For` is read, and from what kind of request. */
import { isNothingOrEmpty } from '../../../contracts/nothing.js';
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import { kindOf } from '../../value-tests/kinds.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

const MAX_STEPS = 12;

/** `forwarded-for.last-hop`: of the list that the header is, the last element is taken, which the nearest proxy wrote. */
export const lastHop: Predicate = (site, _operand, { program }) => answerOf(site.value !== null && takesLast(site.value, program, 0));

function takesLast({ file, id }: ValueRef, program: Program, depth: number): boolean {
  if (depth > MAX_STEPS) return false;
  const parent = file.parentOf(id);
  const fact = file.facts.values[parent];
  if (fact?.kind === 'call' && fact.callee === id && isLast(file, id, fact.args, program)) return true;
  if (fact?.kind === 'member' && fact.object === id && isCountedFromEnd(file, fact.index)) return true;
  if (fact?.kind === 'call' && fact.callee !== id && isTakenInside({ file, id: parent }, fact.args.indexOf(id), program, depth)) return true;
  const bindings = usesIn(file).bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses);
  const next = parent < 0 || fact?.kind === 'function' ? bindings : [parent, ...bindings];
  return next.some((each) => takesLast({ file, id: each }, program, depth + 1)) || usesIn(file).returnedBy(id).some((giver) => isTakenByCallers({ file, id: giver }, program, depth));
}

/** Who calls the function that gives the list back takes the last of it. */
function isTakenByCallers(helper: FunctionRef, program: Program, depth: number): boolean {
  const callers = program.callersOf(helper);
  return callers.length > 0 && callers.every((caller) => takesLast(caller, program, depth + 1));
}

/** `nearest(forwarded)`, a function of the program that takes the last. */
function isTakenInside(call: ValueRef, index: number, program: Program, depth: number): boolean {
  const functions = index < 0 ? [] : program.callees(call);
  return functions.length > 0 && functions.every(({ file, id }) => {
    const binding = file.facts.functions[id]!.parameters[index]?.binding ?? -1;
    return (file.facts.bindings[binding]?.uses ?? []).some((use) => takesLast({ file, id: use }, program, depth + 1));
  });
}

/** `list[list.length - hops]` */
function isCountedFromEnd(file: LinkedFile, index: number): boolean {
  const fact = file.facts.values[index];
  const left = fact?.kind === 'binary' && fact.operator === '-' ? file.facts.values[fact.left] : undefined;
  return left?.kind === 'member' && left.name === 'length';
}

/** `.at(-1)`, `.pop()`. */
function isLast(file: LinkedFile, callee: number, args: readonly number[], program: Program): boolean {
  const fact = file.facts.values[callee]!;
  if (fact.kind !== 'member') return false;
  const first = args[0] === undefined ? null : program.constants({ file, id: args[0] });
  return fact.name === 'pop' || (fact.name === 'at' && typeof first?.[0] === 'number' && first[0] < 0);
}

/** `forwarded-for.hops`: what is set is a number of proxies, as its making (`Number(…)`) or its name (`TRUSTED_PROXY_HOPS`) says. */
export const hops: Predicate = (site, _operand, evaluation) => {
  const { program } = evaluation;
  const found = site.role === null ? null : program.argument(site.role, 'value');
  if (found === null) return answerOf(false);
  return answerOf([found, ...program.sourcesOf(found)].some((value) => kindOf(value, evaluation) === 'number' || HOPS.test(program.describe(value))));
};

/** `forwarded-for.switched`: it is set only under a condition that asks a setting whether to. */
export const switched: Predicate = (site, _operand, { program }) => answerOf(site.value !== null && (countsHops(site.value) || program.guardsOf(site.value).some(({ condition, holds }) => holds !== isRefusal(condition, program) && asksSetting(condition, program, site.role?.role === 'proxy.trust' ? FOR_PROXIES : FOR_ADDRESSES))));

const FOR_ADDRESSES = /prox(?:y|ies)|trust|demo/i;
/** Who wants every request to have come by HTTPS has it ended in front of the program. */
const FOR_PROXIES = /prox(?:y|ies)|trust|demo|https|ssl|tls/i;

/** `function clientAddress(headers, remote, trustedHops)`: the function around is told how many proxies stand in front. */
function countsHops({ file, id }: ValueRef): boolean {
  const around = file.facts.functions[file.functionAt(file.facts.values[id]!.start)];
  return around?.parameters.some((parameter) => /hops$|prox(?:y|ies)(?:count|depth)?$/i.test(parameter.name)) === true;
}

/** `if (!trust || trust === 'false') return remote`: what holds after it is the opposite. */
function isRefusal(condition: ValueRef, program: Program): boolean {
  const fact = program.fact(condition);
  if (fact.kind === 'logical') return isRefusal({ file: condition.file, id: fact.left }, program);
  return fact.kind === 'unary' && fact.operator === '!';
}

/** `env.TRUST_PROXY`, `config.proxyHeadersTrusted === 'true'`. */
function asksSetting(condition: ValueRef, program: Program, names: RegExp): boolean {
  const fact = program.fact(condition);
  const part = (id: number): boolean => asksSetting({ file: condition.file, id }, program, names);
  if (fact.kind === 'logical' || fact.kind === 'binary') return part(fact.left) || part(fact.right);
  if (fact.kind === 'unary') return part(fact.operand);
  return (fact.kind === 'member' || fact.kind === 'reference') && names.test(fact.name ?? '');
}

/** `forwarded-for.after-own`: it is only read where the framework has no address of its own: `req.ip || req.headers['x-forwarded-for']`. */
export const afterOwn: Predicate = (site) => answerOf(site.value !== null && standsAfterOwn(site.value));

function standsAfterOwn({ file, id }: ValueRef): boolean {
  const { values } = file.facts;
  for (let current = id, parent = file.parentOf(id); parent >= 0; current = parent, parent = file.parentOf(parent)) {
    const fact = values[parent]!;
    if (fact.kind === 'function' || fact.kind === 'object') return false;
    if (fact.kind === 'logical' && fact.right === current && fact.operator !== '&&' && holdsOwn(file, fact.left)) return true;
  }
  return false;
}

/** `req.ip`, alone or as one of several. */
function holdsOwn(file: LinkedFile, id: number): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'logical') return holdsOwn(file, fact.left) || holdsOwn(file, fact.right);
  return fact.kind === 'member' && fact.name === 'ip' && /^(?:req|request|ctx|c)$/.test(writtenName(file.facts.values[fact.object]) ?? '');
}

/** `forwarded-for.only-asked`: the site asks whether the header is there, or adds to it; what is in it is read elsewhere. */
export const onlyAsked: Predicate = (site) => answerOf(site.value !== null && (isOnlyAsked(site.value) || isAddedTo(site.value)));

/** `headers['x-forwarded-for'] = original + ', ' + headers['x-forwarded-for']`. */
function isAddedTo({ file, id }: ValueRef): boolean {
  const parent = file.parentOf(id);
  return file.facts.values[parent]?.kind === 'concat' && file.facts.memberWrites.some(({ value, name }) => value === parent && name === 'x-forwarded-for');
}

function isOnlyAsked({ file, id }: ValueRef): boolean {
  const { values, blocks } = file.facts;
  for (let current = id, step = 0; step < MAX_STEPS; step += 1) {
    const parent = file.parentOf(current);
    const fact = values[parent];
    if (fact === undefined) return blocks.some(({ condition }) => condition === current);
    if (fact.kind === 'conditional') return fact.test === current;
    if (fact.kind === 'unary') return fact.operator === '!' || fact.operator === 'typeof';
    if (fact.kind === 'binary') return isNothingOrEmpty(values[fact.left === current ? fact.right : fact.left]);
    if (fact.kind !== 'logical' && fact.kind !== 'cast') return false;
    current = parent;
  }
  return false;
}

const HOPS = /hops?$|(?:count|depth|number)$/i;

/** `forwarded-for.fetch-request`: read by `headers.get()`, as of a request of the Fetch standard, which does not tell the address of its client. */
export const fetchRequest: Predicate = (site) => {
  const fact = site.value === null ? undefined : site.value.file.facts.values[site.value.id];
  const callee = fact?.kind === 'call' ? site.value!.file.facts.values[fact.callee] : undefined;
  if (callee?.kind !== 'member' || callee.name !== 'get') return answerOf(false);
  const receiver = site.value!.file.facts.values[callee.object];
  const name = writtenName(receiver) ?? '';
  return answerOf(/headers/i.test(name) || receiver?.kind === 'await' || receiver?.kind === 'call');
};
