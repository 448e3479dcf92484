/**
 * Work that runs again for the same thing without anybody's fault: news of services that are delivered until they are taken, messages of
 * queues, and requests to pay or to order that a client sends twice.
 */
import type { DataQuery, FunctionRef, Program, Route, ValueRef } from '../../contracts/program.js';
import { queriesIn } from '../authentication/effects.js';
import { ordinarilyReached } from '../reach/ordinary-reach.js';
import type { Reached } from '../authentication/reach.js';
import { isWebhook, signatureOf } from '../authentication/webhooks.js';
import { splitWords } from '../names/name-words.js';
import { functionAround, functionsOfEntity, keyOf } from '../reach/reach.js';
import { HANDED_OUT } from '../reach/request-reach.js';
import { harmsIn } from './harms.js';
import type { Harm } from './harms.js';

export type RepeatedBy = 'webhook' | 'payment' | 'message' | 'consumer';

export interface RepeatedWork {
  readonly by: RepeatedBy;
  readonly value: ValueRef;
  readonly label: string;
  readonly route: Route | null;
  readonly functions: readonly FunctionRef[];
  readonly queries: readonly DataQuery[];
  /** What it does that does harm when it is done twice; the first is told of. */
  readonly harms: readonly Harm[];
}

const DEPTH = 4;
const MEMO = new WeakMap<Program, readonly RepeatedWork[]>();

/** Work that does such harm; by route and then by consumer, each in file and source order. */
export function repeatedWork(program: Program): readonly RepeatedWork[] {
  let known = MEMO.get(program);
  if (known === undefined) MEMO.set(program, (known = [...program.routes.flatMap((route) => workOfRoute(route, program)), ...consumers(program)]));
  return known;
}

/** What a path ends with where its POST takes money or an order. */
const PAYMENT = /^(?:pay|payments?|charges?|orders?|checkout|transfers?|payouts?|withdraw|withdrawals?|refunds?|purchases?|buy|deposits?|topups?|donations?|donate|bookings?|reservations?|invoices?|redeem|subscribe|capture)$/;
/** Orders of work, of a laboratory, of how things are sorted: nobody pays by them. */
const IS_WORK = /^(?:work|lab|labs|test|tests|service|job|maintenance|repair|production|medical|sort|display|list|item|items|task|standing)$/;
/** Where it sends something to people. */
const MESSAGE = /^(?:send|sms|broadcasts?|campaigns?|newsletters?|invites?|invitations?|notify|reminders?)$/;
/** Previews and questions about it. */
const ASKS = /^(?:preview|validate|check|calculate|estimate|quote|quotes|search|filter|export|draft|drafts|template|templates|settings|preferences|methods?|test)$/;

function workOfRoute(route: Route, program: Program): RepeatedWork[] {
  const { handler } = route;
  if (handler === null || (route.method !== 'POST' && route.method !== 'ALL')) return [];
  const kind = kindOf(route, program);
  if (kind === null) return [];
  const chained = route.chain.filter(({ kind: link }) => link !== 'error-handler').flatMap((link) => link.entities.flatMap((entity) => functionsOfEntity(program, entity)));
  const reached = ordinarilyReached(program, [handler], DEPTH);
  const harms = harmsIn(reached, program).filter(({ kind: harm }) => doesHarm(kind, harm));
  // A payment by the SDK of its provider is asked about by itself.
  if (harms.length === 0 || harms[0]!.kind === 'payment') return [];
  const label = `${route.method} ${route.path === '' ? program.describe(route.value) : route.path}`;
  return [{ by: kind, value: route.value, label, route, functions: [...ordinarilyReached(program, chained, 2), ...reached].map(({ ref }) => ref), queries: queriesIn(reached, program), harms }];
}

function doesHarm(by: RepeatedBy, harm: Harm['kind']): boolean {
  if (by === 'message') return harm === 'message';
  return by === 'payment' ? harm !== 'message' : harm !== 'payment';
}

function kindOf(route: Route, program: Program): RepeatedBy | null {
  if (isWebhook(route)) return isManaged(route, program) ? null : 'webhook';
  if (HANDED_OUT.test(route.path)) return null;
  const segments = route.path.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? '';
  if (/^[:*{[]/.test(last)) return null;
  const words = splitWords(last);
  if (words.some((word) => ASKS.test(word))) return null;
  if (words.some((word, index) => PAYMENT.test(word) && !IS_WORK.test(words[index - 1] ?? (index === 0 ? (splitWords(segments.at(-2) ?? '').at(-1) ?? '') : '')))) return 'payment';
  return words.some((word) => MESSAGE.test(word)) ? 'message' : null;
}

/** Where users set up webhooks of their own: they sign in there, and nothing is signed. */
function isManaged(route: Route, program: Program): boolean {
  if (/hooks?[-_]?(?:secret|url|config|settings|keys?|endpoints?)s?(?:\/|$)/i.test(route.path)) return true;
  const signed = signatureOf(route, program, ['signature.check', 'webhook.verifier']).truth === 'yes';
  return !signed && (route.chain.some(({ roles }) => roles.includes('auth.guard') || roles.includes('authz.guard')) || /\/webhooks\/?$/.test(route.path));
}

/** Whoever sent it waits for the answer: it is a call, and nothing delivers it again. */
function isAnswered(ref: FunctionRef, program: Program): boolean {
  return program.functionFact(ref).decorators.some((id) => program.rolesAt({ file: ref.file, id }).some(({ role }) => role === 'message.answer'));
}

/** Functions that queues and topics hand messages to, told by what they read of them. */
function consumers(program: Program): RepeatedWork[] {
  const reads = new Map<string, { ref: FunctionRef; value: ValueRef }>();
  for (const { value, confidence } of program.sitesOf('request.message')) {
    const ref = functionAround(value);
    if (confidence !== 'low' && ref.id !== 0 && !reads.has(keyOf(ref)) && !isAnswered(ref, program)) reads.set(keyOf(ref), { ref, value });
  }
  return [...reads.values()].flatMap(({ ref, value }): RepeatedWork[] => {
    const reached: Reached[] = ordinarilyReached(program, [ref], DEPTH);
    const harms = harmsIn(reached, program).filter(({ kind }) => kind !== 'payment');
    const name = program.functionFact(ref).name;
    return harms.length === 0 ? [] : [{ by: 'consumer', value, label: `consumer ${name === '' ? program.describe(value) : name}`, route: null, functions: reached.map((each) => each.ref), queries: queriesIn(reached, program), harms }];
  });
}
