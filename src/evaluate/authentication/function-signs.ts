/** What a function's own code says about who may call it: how it refuses, what it reads of the caller. Made once for each function. */
import { NONE } from '../../contracts/facts.js';
import { append } from '../../contracts/multimap.js';
import type { BlockFact, FunctionId, ValueFact, ValueId } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, ValueRef } from '../../contracts/program.js';
import { calledName, writtenName } from '../../contracts/written-name.js';
import { usesIn } from '../file-uses.js';
import { runsIn } from '../reach/reach.js';
import { isIdentityHeader, isIdentityMember, isSignInAddress, refusalIn, tellsWho } from './words.js';
import type { Refusal } from './words.js';

export interface Signs {
  /** Places that answer 401 or 403, make such an error, or send the browser to sign in. */
  readonly refusals: readonly { readonly at: ValueRef; readonly of: Refusal }[];
  /** Places that read who calls: a session, a token, a header with a credential. */
  readonly identities: readonly ValueRef[];
  /** Calls, those inside `catch` left out: what runs when all goes well. */
  readonly calls: readonly ValueId[];
}

/** Names of what holds a request, or what belongs to one. */
const REQUEST = /^(?:_?(?:req|request|ctx|context|c|event|evt|call|self|args?|socket|client|locals|state|session|cookies|headers|auth|opts|options|input|info|handshake|raw|store)\d?)$/i;

const memo = new WeakMap<LinkedFile, Map<FunctionId, Signs>>();
const valuesOf = new WeakMap<LinkedFile, ReadonlyMap<FunctionId, readonly ValueId[]>>();

/** Of the function's own code, without the functions written in it. */
export function signsOf(ref: FunctionRef): Signs {
  const { file, id, without } = ref;
  const known = memo.get(file) ?? new Map<FunctionId, Signs>();
  memo.set(file, known);
  let signs = known.get(id);
  if (signs === undefined) known.set(id, (signs = findSigns(file, valuesIn(file, id))));
  if (without === undefined) return signs;
  const runs = (value: ValueId) => runsIn(ref, file.facts.values[value]!);
  return { refusals: signs.refusals.filter(({ at }) => runs(at.id)), identities: signs.identities.filter((at) => runs(at.id)), calls: signs.calls.filter(runs) };
}

/** Ids of the values that stand directly in a function. */
export function valuesIn(file: LinkedFile, id: FunctionId): readonly ValueId[] {
  let values = valuesOf.get(file);
  if (values === undefined) {
    const grouped = new Map<FunctionId, ValueId[]>();
    file.facts.values.forEach((fact, value) => {
      const around = file.functionAt(fact.start);
      append(grouped, around, value);
    });
    valuesOf.set(file, (values = grouped));
  }
  return values.get(id) ?? [];
}

function findSigns(file: LinkedFile, values: readonly ValueId[]): Signs {
  const refusals: { at: ValueRef; of: Refusal }[] = [];
  const identities: ValueRef[] = [];
  const calls: ValueId[] = [];
  for (const id of values) {
    const fact = file.facts.values[id]!;
    const of = refusalAt(file, id, fact);
    if (of !== null && !isCompared(file, id) && caughtBy(file, fact.start) !== 'some') refusals.push({ at: { file, id }, of });
    if (tellsCaller(file, id, fact) && !isForgotten(file, id)) identities.push({ file, id });
    if (fact.kind === 'call' && caughtBy(file, fact.start) === 'none' && !isSwallowed(file, id)) calls.push(id);
  }
  return { refusals, identities, calls };
}

function refusalAt(file: LinkedFile, id: ValueId, fact: ValueFact): Refusal | null {
  if (fact.kind === 'literal') {
    if (fact.value === 401 || fact.value === '401') return isStatus(file, id) ? 'strangers' : null;
    if (fact.value === 403 || fact.value === '403') return isStatus(file, id) ? 'anybody' : null;
    if (typeof fact.value !== 'string') return null;
    if (isSignInAddress(fact.value) && isRedirected(file, id)) return 'strangers';
    return isTold(file, id) ? refusalIn(fact.value) : null;
  }
  if (fact.kind !== 'reference' && fact.kind !== 'member') return null;
  const of = fact.name === null ? null : refusalIn(fact.name);
  return of === null || isCalled(file, id) || /unauth|forbidden|denied/i.test(fact.name!) ? of : null;
}

function isCalled(file: LinkedFile, id: ValueId): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'call' && parent.callee === id;
}

/** Given to a call, a property or an assignment, or returned: no operand of arithmetic or list element. */
function isStatus(file: LinkedFile, id: ValueId): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  return parent === undefined || ['call', 'object', 'conditional', 'logical', 'cast'].includes(parent.kind);
}

/** A text that is thrown, answered or given to something that makes an error. */
function isTold(file: LinkedFile, id: ValueId): boolean {
  for (let at = file.parentOf(id), depth = 0; at >= 0 && depth < 4; at = file.parentOf(at), depth += 1) {
    const fact = file.facts.values[at]!;
    if (fact.kind === 'call') return fact.callee !== id && !/^(?:log|debug|info|warn|error|trace|includes|startsWith|indexOf|has|get|t|test|match)$/.test(writtenName(file.facts.values[fact.callee]) ?? '');
    if (fact.kind !== 'object' && fact.kind !== 'array' && fact.kind !== 'conditional' && fact.kind !== 'logical') return false;
  }
  return false;
}

/** Inside what a call named `redirect` is given, or an object with a `Location`. */
function isRedirected(file: LinkedFile, id: ValueId): boolean {
  for (let at = file.parentOf(id), depth = 0; at >= 0 && depth < 6; at = file.parentOf(at), depth += 1) {
    const fact = file.facts.values[at]!;
    if (fact.kind === 'call' && /redirect|navigate|goto/i.test(writtenName(file.facts.values[fact.callee]) ?? '')) return true;
    if (fact.kind === 'object' && fact.properties.some((property) => /^(?:location|destination|redirect|redirectTo)$/i.test(property.name ?? ''))) return true;
  }
  return false;
}

/** `error.code === 'UNAUTHORIZED'` and `error instanceof UnauthorizedError` tell what happened elsewhere. */
function isCompared(file: LinkedFile, id: ValueId): boolean {
  const parent = file.parentOf(id);
  const fact = file.facts.values[parent];
  if (fact?.kind === 'member' && fact.object === id) return isCompared(file, parent);
  return fact?.kind === 'binary' || file.facts.blocks.some((block) => block.kind === 'case' && block.cases.includes(id));
}

/** In `catch`: on every way through it (`any` error), or under a condition of its own, which tells errors apart. */
function caughtBy(file: LinkedFile, offset: number): 'none' | 'some' | 'any' {
  let isConditional = false;
  for (let id = file.blockAt(offset); id >= 0; id = file.facts.blocks[id]!.parent) {
    const { kind } = file.facts.blocks[id]!;
    if (kind === 'catch') return isConditional ? 'some' : 'any';
    if (kind === 'function' || kind === 'module') return 'none';
    isConditional ||= kind === 'then' || kind === 'else' || kind === 'case' || kind === 'nullish';
  }
  return 'none';
}

/** What the call throws is lost: `verify(token).catch(() => null)`, or a `try` whose `catch` neither leaves nor hands the error on. */
export function isSwallowed(file: LinkedFile, id: ValueId): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  if (parent?.kind === 'member' && parent.name === 'catch') return true;
  for (let block = file.blockAt(file.facts.values[id]!.start); block >= 0; block = file.facts.blocks[block]!.parent) {
    const { kind } = file.facts.blocks[block]!;
    if (kind === 'function' || kind === 'module') return false;
    if (kind === 'try' && file.facts.blocks.some((other) => other.kind === 'catch' && other.try === block && !other.exits && !handsOn(file, other))) return true;
  }
  return false;
}

/** The `catch` answers by itself, or gives the error to what answers. */
function handsOn(file: LinkedFile, { start, end }: BlockFact): boolean {
  return file.facts.calls.some((call) => {
    const fact = file.facts.values[call]!;
    return fact.start >= start && fact.end <= end && /^(?:next|reject|done|cb|callback|throw|send|json|status|sendStatus|end|redirect|code|handle\w*|fail)$/.test(calledName(file, call) ?? '');
  });
}

function tellsCaller(file: LinkedFile, id: ValueId, fact: ValueFact): boolean {
  if (fact.kind === 'member' && fact.name !== null) {
    if (fact.name === 'cookies' && isWritten(file, id)) return false;
    if (fact.name === 'identity' && isWhereFrom(file, id)) return false;
    if (isIdentityHeader(fact.name) && writtenName(file.facts.values[fact.object]) === 'headers') return true;
    return (isFreelyGiven(file, fact.object) ? CREDENTIAL.test(fact.name) : isIdentityMember(fact.name)) && isOfRequest(file, fact.object);
  }
  if (fact.kind === 'call') {
    const name = writtenName(file.facts.values[fact.callee]);
    return name !== null && (tellsWho(name) || (isNamedRead(name) && fact.args.some((argument) => asksIdentity(file, argument) && (!isFreelyGiven(file, fact.callee) || isCredential(file.facts.values[argument])))));
  }
  return fact.kind === 'literal' && isIdentityText(fact) && indexes(file, id);
}

/** `const signature = headers['stripe-signature'] as string;`, and nothing looks at it again. */
function isForgotten(file: LinkedFile, id: ValueId): boolean {
  let top = id;
  while (['cast', 'await', 'logical'].includes(file.facts.values[file.parentOf(top)]?.kind ?? '')) top = file.parentOf(top);
  const held = file.parentOf(top) === NONE ? usesIn(file).bindingsOf(top) : [];
  return held.length > 0 && held.every((binding) => file.facts.bindings[binding]!.uses.length === 0);
}

/** `ctx.cookies.set('theme', …)` */
function isWritten(file: LinkedFile, id: ValueId): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'member' && parent.object === id && /^(?:set|delete|clear)$/.test(parent.name ?? '');
}

/** `requestContext.identity.sourceIp`: where a request comes from says nothing of who sent it. */
function isWhereFrom(file: LinkedFile, id: ValueId): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'member' && parent.object === id && /^(?:sourceIp|userAgent)$/.test(parent.name ?? '');
}

/** What says who calls even where a client may fill in anything. */
const CREDENTIAL = /token|secret|signature|api_?key|jwt/i;

function isCredential(fact: ValueFact | undefined): boolean {
  return fact?.kind === 'literal' && typeof fact.value === 'string' && CREDENTIAL.test(fact.value);
}

function isNamedRead(name: string): boolean {
  return /^(?:get|header|cookie|getCookie|getHeader|cookies|getSignedCookie|getState|var)$/.test(name);
}

function isIdentityText(fact: ValueFact | undefined): boolean {
  return fact?.kind === 'literal' && typeof fact.value === 'string' && (isIdentityHeader(fact.value) || isIdentityMember(fact.value) || /session|token|auth/i.test(fact.value)) && fact.value.length < 40;
}

/** A text, or what makes or holds one: `cookieStore.get(sessionCookieName(slot))`. */
function asksIdentity(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id];
  return isIdentityText(fact) || NAMED_FOR_IDENTITY.test((fact?.kind === 'call' ? calledName(file, id) : writtenName(fact)) ?? '');
}

const NAMED_FOR_IDENTITY = /^(?:\w+_)?(?:SESSION|TOKEN|AUTH)(?:_COOKIE|_HEADER)?(?:_NAME|_KEY)?$|(?:session|token|auth)(?:Cookie|Header)(?:Name|Key)?$/;

function indexes(file: LinkedFile, id: ValueId): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'member' && parent.index === id;
}

/** What a client fills in as it likes, in place or held by a variable (`const event = await request.json()`): a user id there says nothing. */
function isFreelyGiven(file: LinkedFile, id: ValueId, depth = 0): boolean {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > 10) return false;
  if (fact.kind === 'cast' || fact.kind === 'await') return isFreelyGiven(file, fact.operand, depth + 1);
  if (fact.kind === 'call') return isFreelyGiven(file, fact.callee, depth + 1);
  if (fact.kind === 'reference') {
    const writes = file.facts.bindings[fact.binding]?.writes ?? [];
    return writes.length > 0 && writes.every(({ value }) => isFreelyGiven(file, value, depth + 1));
  }
  return fact.kind === 'member' && (/^(?:body|query|params|searchParams|json|formData|nextUrl|payload)$/.test(fact.name ?? '') || isFreelyGiven(file, fact.object, depth + 1));
}

/** `req`, `ctx.state`, `event.locals`, `this.request`: what is read from it belongs to the request. */
function isOfRequest(file: LinkedFile, id: ValueId, depth = 0): boolean {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > 5) return false;
  if (fact.kind === 'cast' || fact.kind === 'await') return isOfRequest(file, fact.operand, depth + 1);
  if (fact.kind === 'member') return REQUEST.test(fact.name ?? '') || isOfRequest(file, fact.object, depth + 1);
  if (fact.kind === 'call') return /^(?:getRequest|getContext|useContext|getStore|req|request)$/i.test(writtenName(file.facts.values[fact.callee]) ?? '');
  if (fact.kind === 'parameter') return true;
  return fact.kind === 'reference' && REQUEST.test(fact.name);
}
