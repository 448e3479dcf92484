/** `forwarded-for.*`: which part of `X-Forwarded-For` is read, and from what kind of request. */
import { isNothingOrEmpty } from '../../../contracts/nothing.js';
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import { kindOf } from '../../value-tests/kinds.js';
import { calledName, writtenName } from '../../../contracts/written-name.js';
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
  const bindings = usesIn(file).bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses);
  const next = parent < 0 || fact?.kind === 'function' ? bindings : [parent, ...bindings];
  return next.some((each) => takesLast({ file, id: each }, program, depth + 1));
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
export const switched: Predicate = (site, _operand, { program }) => answerOf(site.value !== null && (countsHops(site.value) || program.guardsOf(site.value).some(({ condition, holds }) => holds !== isRefusal(condition, program) && asksSetting(condition, program))));

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
function asksSetting(condition: ValueRef, program: Program): boolean {
  const fact = program.fact(condition);
  const part = (id: number): boolean => asksSetting({ file: condition.file, id }, program);
  if (fact.kind === 'logical' || fact.kind === 'binary') return part(fact.left) || part(fact.right);
  if (fact.kind === 'unary') return part(fact.operand);
  return (fact.kind === 'member' || fact.kind === 'reference') && /prox(?:y|ies)|trust|demo/i.test(fact.name ?? '');
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

/** `forwarded-for.only-asked`: the site asks whether the header is there; what is in it is read elsewhere. */
export const onlyAsked: Predicate = (site) => answerOf(site.value !== null && isOnlyAsked(site.value));

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

/** What a record of a visit or call holds the address in. */
const ADDRESS = /^(?:x[-_]?)?(?:client|remote|source|user|request|origin|real|last)?[-_]?(?:ip|forwarded[-_]?for)(?:[-_]?addr(?:ess)?|raw)?$/i;
/** Functions that keep what they are given, and those that only write it down. */
const RECORDS = /^(?:create|insert|save|add|log|record|track|capture|emit|identify|audit|push|update|write|publish|enqueue|dispatch|send|info|warn|error|debug|notify)/i;
/** Functions that tell where an address is. */
const PLACES = /geo|country|location|locate|timezone|city/i;
/** What counts and places visitors. */
const OF_VISITS = /(?:^|[/_.-])(?:analytics?|track(?:er|ing)?|geo(?:-?ip|-?location)?|telemetry|visits?|page-?views?)(?=[A-Z/_.-]|[a-z]*\.[cm]?[jt]s$)/i;

/** `forwarded-for.only-recorded`: the address is written into a record (`{ ip }` given to `create`, `track`, `log`), or read where visits are counted; nothing is decided by it in sight. */
export const onlyRecorded: Predicate = (site, _operand, { program }) => answerOf(site.value !== null && (OF_VISITS.test(site.value.file.facts.path) || isOnlyRecorded(site.value, program, 0)));

function isOnlyRecorded({ file, id }: ValueRef, program: Program, depth: number): boolean {
  if (depth > MAX_STEPS) return false;
  const { values, bindings } = file.facts;
  const parent = file.parentOf(id);
  const fact = values[parent];
  if (parent < 0) {
    // `if (forwarded)`: is there any?
    if (file.facts.blocks.some(({ condition }) => condition === id)) return true;
    const held = usesIn(file).bindingsOf(id);
    const uses = held.flatMap((binding) => bindings[binding]!.uses);
    const givers = usesIn(file).returnedBy(id);
    if (held.length + givers.length === 0 || (held.length > 0 && uses.length === 0)) return false;
    return uses.every((use) => isOnlyRecorded({ file, id: use }, program, depth + 1)) && givers.every((giver) => isRecordedByCallers({ file, id: giver }, program, depth));
  }
  if (fact?.kind === 'object') return fact.properties.some((each) => each.value === id && ADDRESS.test(each.name ?? '')) && isGivenToRecord(file, parent);
  // A place on the map, or what the caller himself is told.
  if (fact?.kind === 'call' && fact.callee !== id) return PLACES.test(calledName(file, parent) ?? '') || isAnswer(file, parent);
  if (fact?.kind === 'conditional' && fact.test === id) return true;
  return fact !== undefined && ['member', 'call', 'logical', 'conditional', 'cast', 'unary', 'await'].includes(fact.kind) && isOnlyRecorded({ file, id: parent }, program, depth + 1);
}

/** `res.json(ip)`: the caller reads what he has sent. */
function isAnswer(file: LinkedFile, call: number): boolean {
  const fact = file.facts.values[call]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  return callee?.kind === 'member' && /^(?:json|send|end)$/.test(callee.name ?? '') && /^(?:res|response|reply|c|ctx)$/.test(writtenName(file.facts.values[callee.object]) ?? '');
}

/** Whoever calls the helper that gives the address back only records it: `ip: clientAddress(request)`. */
function isRecordedByCallers(helper: FunctionRef, program: Program, depth: number): boolean {
  const callers = program.callersOf(helper);
  return callers.length > 0 && callers.every((caller) => isOnlyRecorded(caller, program, depth + 1));
}

/** The object is an argument, alone or within others, of a call that keeps it. */
function isGivenToRecord(file: LinkedFile, object: number): boolean {
  for (let inner = object, outer = file.parentOf(object); outer >= 0; inner = outer, outer = file.parentOf(outer)) {
    const fact = file.facts.values[outer]!;
    if (fact.kind === 'call') return fact.callee !== inner && RECORDS.test(calledName(file, outer) ?? '');
    if (fact.kind !== 'object' && fact.kind !== 'array' && fact.kind !== 'cast') return false;
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
