/** `forwarded-for.only-recorded`: whether an address that a client may have written himself decides anything. */
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { calledName, writtenName } from '../../../contracts/written-name.js';
import { answerOf } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/** Steps from the header to where the address ends up, through helpers and their callers. */
const MAX_WAY = 24;

/** What a record of a visit or call holds the address in. */
const ADDRESS = /^(?:encrypted_|hashed_|x[-_])*(?:client|remote|source|user|request|origin|real|last)?[-_]?(?:ip|forwarded[-_]?for)(?:[-_]?addr(?:ess)?|raw)?$/i;
/** Functions that keep what they are given, and those that only write it down. */
const RECORDS = /^(?:set(?:User|Context|Tags?|Extras?)$|create|insert|save|add|log|record|track|capture|emit|identify|audit|push|update|write|publish|enqueue|dispatch|send|info|warn|error|debug|notify)/i;
/** Functions that only write down what they are told, whatever it is. */
const WRITES_DOWN = /^(?:log|record|track|capture|audit|info|warn|warning|error|debug|trace|verbose|notify|report|trip\w*)(?:[A-Z]\w*)?$/;
/** Functions whose result is the address again, in other words: `String(header)`, `firstHeaderValue(header)`, `encrypt(ip)`. */
const GIVES_BACK = /^(?:String|isArray|trim|isIP(?:v[46])?|(?:encrypt|hash|anonymi[sz]e|mask)\w*|(?:get|read|first|single|normali[sz]e|parse|clean|strip|to)\w*(?:header|value|string|ip|addr(?:ess)?))$/i;
/** Objects that hold what is told of a call. */
const HOLDS_TOLD = /(?:info|record|entry|event|meta|metadata|log|details|visit|audit)$/i;
/** Addresses of this machine, and how old addresses are written in new ones. */
const OWN_ADDRESS = /^(?:::|127\.|localhost|unknown$|$)/;
/** Functions that tell where an address is. */
const PLACES = /geo|country|location|locate|timezone|city/i;
/** What counts and places visitors, and what keeps a trail of who did what. */
const OF_VISITS = /(?:^|[/_.-])(?:analytics?|track(?:er|ing)?|geo(?:-?ip|-?location)?|telemetry|visits?|page-?views?|audits?)(?=[A-Z/_.-]|[a-z]*\.[cm]?[jt]s$)/i;

/** `forwarded-for.only-recorded`: the address is written into a record (`{ ip }` given to `create`, `track`, `log`), or read where visits are counted; nothing is decided by it in sight. */
export const onlyRecorded: Predicate = (site, _operand, { program }) => answerOf(site.value !== null && (OF_VISITS.test(site.value.file.facts.path) || isOnlyRecorded(site.value, program, 0)));

/** @param seen what was met on the way in this file: `list = list && list.split(',')` */
function isOnlyRecorded({ file, id }: ValueRef, program: Program, depth: number, seen: Set<number> = new Set()): boolean {
  if (depth > MAX_WAY) return false;
  if (seen.has(id)) return true;
  seen.add(id);
  const { values, bindings } = file.facts;
  const parent = file.parentOf(id);
  const fact = values[parent];
  if (parent < 0) {
    // `if (forwarded)`: is there any?
    if (file.facts.blocks.some(({ condition }) => condition === id)) return asksPresence(file, id);
    const write = file.facts.memberWrites.find(({ value }) => value === id);
    if (write !== undefined) return HOLDS_TOLD.test(writtenName(values[write.object]) ?? '') && ADDRESS.test(write.name ?? '');
    const held = usesIn(file).bindingsOf(id);
    const uses = held.flatMap((binding) => bindings[binding]!.uses);
    const givers = usesIn(file).returnedBy(id);
    if (held.length + givers.length === 0 || (held.length > 0 && uses.length === 0)) return false;
    return uses.every((use) => isOnlyRecorded({ file, id: use }, program, depth + 1, seen)) && givers.every((giver) => isRecordedByCallers({ file, id: giver }, program, depth));
  }
  if (fact?.kind === 'object') return (fact.properties.some((each) => each.value === id && ADDRESS.test(each.name ?? '')) && isGivenToRecord(file, parent)) || isAnswer(file, file.parentOf(parent));
  // A place on the map, or what the caller himself is told.
  if (fact?.kind === 'call' && fact.callee !== id) return isHarmlessCall({ file, id: parent }, program, depth, seen);
  if (fact?.kind === 'binary') return comparesOwn({ file, id: parent }, program);
  if (fact?.kind === 'conditional' && fact.test === id) return true;
  return fact !== undefined && ['member', 'call', 'logical', 'conditional', 'cast', 'unary', 'await', 'concat', 'template'].includes(fact.kind) && isOnlyRecorded({ file, id: parent }, program, depth + 1, seen);
}

/** The call, which is given the address, places it, shows it to the caller, writes it down, or gives it back. */
function isHarmlessCall({ file, id }: ValueRef, program: Program, depth: number, seen: Set<number>): boolean {
  const name = calledName(file, id) ?? '';
  if (PLACES.test(name) || WRITES_DOWN.test(name) || isAnswer(file, id)) return true;
  return GIVES_BACK.test(name) && isOnlyRecorded({ file, id }, program, depth + 1, seen);
}

/** `if (forwarded)`, `if (Array.isArray(forwarded))`; what is asked of the address itself (`ip.startsWith(blocked)`) decides something. */
function asksPresence(file: LinkedFile, id: number): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'logical') return asksPresence(file, fact.left) && asksPresence(file, fact.right);
  if (fact.kind === 'unary') return asksPresence(file, fact.operand);
  return fact.kind !== 'call' || /^(?:isArray|isIP(?:v[46])?|trim)$/.test(calledName(file, id) ?? '');
}

/** `ip === '::1' ? '127.0.0.1' : ip`: how is it written? A condition of a branch may let somebody in. */
function comparesOwn({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  const chooses = file.facts.values[file.parentOf(id)];
  return fact.kind === 'binary' && chooses?.kind === 'conditional' && chooses.test === id && [fact.left, fact.right].some((side) => program.constants({ file, id: side })?.every((text) => OWN_ADDRESS.test(String(text))) === true);
}

/** `res.json(ip)`: the caller reads what he has sent. */
function isAnswer(file: LinkedFile, call: number): boolean {
  const fact = file.facts.values[call];
  const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
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
    if (fact.kind === 'call') return fact.callee !== inner && (RECORDS.test(calledName(file, outer) ?? '') || isAnswer(file, outer));
    if (fact.kind !== 'object' && fact.kind !== 'array' && fact.kind !== 'cast') return false;
  }
  return false;
}
