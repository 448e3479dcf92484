/** Addresses that other services call with news, and whether they check who sent it. */
import type { FunctionRef, LinkedFile, Program, Route, ValueRef } from '../../contracts/program.js';
import { NO, unknown, yes } from '../answer.js';
import type { Answer, Truth } from '../answer.js';
import { splitWords } from '../names/name-words.js';
import { functionsOfEntity, withInner } from '../reach/reach.js';
import { signsOf } from './function-signs.js';
import { reachedWhenWell, usesIn } from './reach.js';
import { calledName, writtenName } from '../../contracts/written-name.js';

const DEPTH = 4;
const CHECKS = ['signature.check', 'webhook.verifier', 'jwt.verify', 'jwt.verify.request'];
const CHECKS_BY_NAME = /^(?:constructEvent|constructEventAsync|unwrap|verifyAndReceive|timingSafeEqual|safeCompare|secureCompare|(?:\w*_)?(?:verify|validate|check|assert|is_?valid|authenticate|ensure|compare)\w*(?:signature|webhook|hmac|digest|request|event|sender|origin|ip)\w*|signature\w*(?:valid|matches)\w*)$/i;
/** Services that send news under addresses of other names, too. */
const SENDERS = /^(?:stripe|github|gitlab|bitbucket|slack|twilio|shopify|sendgrid|mailgun|paypal|clerk|svix|razorpay|paddle|lemonsqueezy|square|braintree|intercom|hubspot|zoom|discord|telegram|postmark|resend)$/;
const NEWS = /^(?:events?|callback|notify|notifications?|interactions?|commands?|ipn|hooks?)$/;

/** `/webhooks/stripe`, `/hooks/github`, `/slack/events`; not where webhooks are managed, which is told by what guards those. */
export function isWebhook(route: Route): boolean {
  if (route.method !== 'POST' && route.method !== 'ALL') return false;
  const segments = route.path.split('/').map((segment) => splitWords(segment.replace(/^[:*].*/, '')));
  const words = segments.flat();
  return words.some((word) => /^(?:webhooks?|ipn)$/.test(word)) || (words.some((word) => SENDERS.test(word)) && words.some((word) => NEWS.test(word)));
}

/** `/webhook/:webhook_id`, `/hooks/:token`: who calls was given an address of his own, which nobody else is told. */
export function isAddressGivenOut({ path }: Route): boolean {
  const segments = path.split('/').filter((segment) => segment !== '');
  return segments.some((segment, index) => {
    const named = /^[:{](\w+)/.exec(segment)?.[1];
    if (named === undefined) return false;
    const words = splitWords(named);
    if (words.some((word) => /^(?:webhooks?|hooks?|token|secret|key|uuid)$/.test(word))) return true;
    return named === 'id' && /^(?:web)?hooks?$/i.test(segments[index - 1] ?? '');
  });
}

/** What tells one piece of news from another: `event.type`, `body.action`, `payload.event_type`. */
const KIND_OF_NEWS = /^(?:type|event|event_?type|event_?name|action|topic|object_kind)$/i;
const SAYS_ONLY = /^(?:log|info|warn|error|debug|trace|json|send|sendStatus|status|end|code|text|next)$/;

/** Does it call something, beside logs and answers, under a condition on the kind of what arrived? */
export function actsOnNews(handler: FunctionRef): boolean {
  const { file } = handler;
  return withInner(handler).some((ref) => signsOf(ref).calls.some((id) => !SAYS_ONLY.test(calledName(file, id) ?? '') && isUnderKind(file, id)));
}

function isUnderKind(file: LinkedFile, call: number): boolean {
  const { blocks, values } = file.facts;
  for (let id = file.blockAt(values[call]!.start); id >= 0; id = blocks[id]!.parent) {
    const condition = values[blocks[id]!.condition];
    if (condition !== undefined && file.valuesWithin(condition.start, condition.end).some((inner) => KIND_OF_NEWS.test(writtenName(values[inner]) ?? ''))) return true;
  }
  return false;
}

/** Checks of what arrives; a token in a header vouches for the caller only. */
const OF_CONTENT = ['signature.check', 'webhook.verifier'];

/** Was what arrives written by a service that is known, because a signature of it is checked? Unknown where the handler reads one, and what is made of it is not seen. */
export function arrivesSigned(route: Route, program: Program): Truth {
  if (signatureOf(route, program, OF_CONTENT).truth === 'yes') return 'yes';
  return route.handler !== null && readsSignature(route.handler) ? 'unknown' : 'no';
}

const SIGNATURE_HEADER = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-(?:signature|hmac)(?:-[a-z0-9]+)*$/i;

/** `header('stripe-signature')`, `headers['x-hub-signature-256']`, `getHeader({ name: 'stripe-signature' })` */
function readsSignature({ file, id }: FunctionRef): boolean {
  const { start, end } = file.facts.functions[id]!;
  const isNamed = file.valuesWithin(start, end).some((inner) => {
    const value = file.facts.values[inner]!;
    return value.kind === 'literal' && typeof value.value === 'string' && SIGNATURE_HEADER.test(value.value);
  });
  return isNamed || signsOf({ file, id }).identities.some((at) => {
    const fact = file.facts.values[at.id];
    const named = fact?.kind === 'call' ? fact.args.map((argument) => file.facts.values[argument]) : [];
    const texts = named.flatMap((each) => (each?.kind === 'literal' ? [String(each.value)] : []));
    return [...texts, fact?.kind === 'member' ? (fact.name ?? '') : ''].some((text) => /signature|hmac/i.test(text));
  });
}

/**
 * Does something on the way to the handler, or the handler itself, check a signature?
 *
 * @param roles what counts as such a check, beside functions that are called so
 */
export function signatureOf(route: Route, program: Program, roles: readonly string[] = CHECKS): Answer {
  const links = route.chain.filter((link) => link.kind !== 'error-handler');
  const named = links.find((link) => link.roles.some((role) => roles.includes(role)));
  if (named !== undefined) return checked(named.value, program);
  const start: FunctionRef[] = [...links.flatMap((link) => link.entities.flatMap((entity) => functionsOfEntity(program, entity))), ...links.flatMap((link) => makers(link.value, program)), ...(route.handler === null ? [] : [route.handler])];
  const reached = reachedWhenWell(program, start, DEPTH);
  const [use] = usesIn(reached, roles, program);
  if (use !== undefined) return checked(use.value, program);
  for (const { ref } of reached) {
    // A function in sight is judged by what it does.
    const call = signsOf(ref).calls.find((id) => CHECKS_BY_NAME.test(calledName(ref.file, id) ?? '') && program.callees({ file: ref.file, id }).length === 0);
    if (call !== undefined) return checked({ file: ref.file, id: call }, program);
  }
  const read = reached.flatMap(({ ref }) => signsOf(ref).identities)[0];
  if (read !== undefined) return unknown(`what is made of ${program.describe(read)}`);
  return route.handler === null || !route.chainComplete ? unknown('what else looks at the request') : NO;
}

function makers(value: ValueRef, program: Program): FunctionRef[] {
  return program.fact(value).kind === 'call' ? [...program.callees(value)] : [];
}

function checked(at: ValueRef, program: Program): Answer {
  return yes({ reason: 'the signature of what arrives is checked', related: [{ location: program.location(at), text: program.describe(at) }] });
}
