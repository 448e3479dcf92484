/** Checks that a request was made by a page of the own site, as code writes them itself: a token in a header, or the origin. */
import type { ChainLink, FunctionRef, LinkedFile, Program, Route, ValueRef } from '../../contracts/program.js';
import type { ValueId } from '../../contracts/facts.js';
import { every, NO, some, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import { holdInProduction } from '../in-production.js';
import { signsOf, valuesIn } from './function-signs.js';
import { functionsRunBy } from './guards.js';
import { mayLeaveOut } from './left-out-paths.js';
import { reachedWhenWell } from './reach.js';
import type { Reached } from './reach.js';
import { calledName } from '../../contracts/written-name.js';

const DEPTH = 3;
/** Headers and fields that only scripts of the own site can fill in. */
const TOKEN = /^(?:x-)?(?:csrf|xsrf)(?:-?token)?$|^_?(?:csrf|xsrf)(?:_?token)?$|^x-requested-with$/i;
/** Headers in which browsers say who makes the request. */
const SENDER = /^(?:origin|referer|referrer|sec-fetch-site)$/i;
const NAMED = /csrf|xsrf|anti_?forgery|(?:check|verify|validate|same|assert|require|ensure|trusted)_?origin/i;
/** A cross-site request is refused with one of these, beside 401 and 403. */
const REFUSALS: ReadonlySet<unknown> = new Set([400, 412, 419, 422]);

/** Yes with the check, unknown where only its name speaks for it or it may leave the route's path out, else no. */
export function forgeryCheck(route: Route, program: Program): Answer {
  const links = route.chain.filter((link) => link.kind !== 'error-handler');
  return some([...links.map((link) => linkCheck(link, route, program)), handlerCheck(route, program)]);
}

function linkCheck(link: ChainLink, route: Route, program: Program): Answer {
  const reached = functionsRunBy(link, program, DEPTH);
  const name = program.describe(link.value);
  if (reached.length === 0) return NAMED.test(name) ? underConditions(checked(link.value, 'medium', program), link, program) : NO;
  const answer = checkIn(reached, program);
  if (answer.truth !== 'yes') return answer;
  const functions = reached.filter((each) => each.depth === 0).map(({ ref }): FunctionRef => ref);
  return mayLeaveOut(link, functions, route, program) ? unknown(`whether ${name} leaves this path out`) : underConditions(answer, link, program);
}

function underConditions(answer: Answer, { conditions }: ChainLink, program: Program): Answer {
  return conditions.length === 0 ? answer : every([answer, holdInProduction(conditions, program)]);
}

function handlerCheck({ handler }: Route, program: Program): Answer {
  return handler === null ? NO : checkIn(reachedWhenWell(program, [handler], DEPTH), program);
}

function checkIn(reached: readonly Reached[], program: Program): Answer {
  let open: Answer = NO;
  for (const { ref } of reached) {
    const call = signsOf(ref).calls.find((id) => NAMED.test(calledName(ref.file, id) ?? '') && isCheck(calledName(ref.file, id)!) && program.callees({ file: ref.file, id }).length === 0);
    if (call !== undefined) return checked({ file: ref.file, id: call }, 'medium', program);
    for (const id of valuesIn(ref.file, ref.id)) {
      const kind = readAt(ref.file, id);
      if (kind === null) continue;
      if (refuses(ref)) return checked({ file: ref.file, id }, 'high', program);
      if (kind === 'token') open = unknown(`what is made of ${program.describe({ file: ref.file, id })}`);
    }
  }
  return open;
}

/** To make a token is no check of one. */
function isCheck(name: string): boolean {
  return !/generate|create|make|issue|set|sign|get|new|add|skip|is_?enabled/i.test(name);
}

/** `req.headers['x-csrf-token']`, `req.get('origin')`, `req.body._csrf`. */
function readAt(file: LinkedFile, id: ValueId): 'token' | 'sender' | null {
  const fact = file.facts.values[id]!;
  const text = fact.kind === 'member' ? fact.name : fact.kind === 'literal' && typeof fact.value === 'string' && isRead(file, id) ? fact.value : null;
  if (text === null) return null;
  if (TOKEN.test(text)) return 'token';
  return SENDER.test(text) && (fact.kind === 'literal' || isOfHeaders(file, fact)) ? 'sender' : null;
}

function isOfHeaders(file: LinkedFile, fact: LinkedFile['facts']['values'][number]): boolean {
  const object = fact.kind === 'member' ? file.facts.values[fact.object] : undefined;
  return object?.kind === 'member' || object?.kind === 'reference' ? /^headers?$/i.test(object.name ?? '') : object?.kind === 'call';
}

/** An index, or what a call such as `get` or `header` is given alone. */
function isRead(file: LinkedFile, id: ValueId): boolean {
  const parent = file.parentOf(id);
  const fact = file.facts.values[parent];
  if (fact?.kind === 'member') return fact.index === id;
  return fact?.kind === 'call' && /^(?:get|header|headers|getHeader|param)$/.test(calledName(file, parent) ?? '') && fact.args.length <= 2 && fact.args.at(-1) === id;
}

function refuses(ref: FunctionRef): boolean {
  const { file, id } = ref;
  if (signsOf(ref).refusals.length > 0) return true;
  const leaves = file.facts.blocks.some((block) => block.function === id && block.condition >= 0 && block.exitKind === 'throw');
  if (leaves) return true;
  return valuesIn(file, id).some((value) => {
    const fact = file.facts.values[value]!;
    return fact.kind === 'literal' && (REFUSALS.has(fact.value) || fact.value === false) && file.facts.values[file.parentOf(value)]?.kind !== 'object';
  });
}

function checked(at: ValueRef, confidence: 'high' | 'medium', program: Program): Answer {
  return yes({ confidence, reason: 'it is checked that a page of the own site made the request', related: [{ location: program.location(at), text: program.describe(at) }] });
}
