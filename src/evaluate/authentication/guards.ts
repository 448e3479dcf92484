/** Whether what runs before a handler, or the handler itself, lets only known callers on. */
import type { ChainLink, Entity, FunctionRef, Origin, Program, RoleSite, Route, ValueRef } from '../../contracts/program.js';
import { every, NO, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import { holdInProduction } from '../in-production.js';
import { keyOf } from '../file-uses.js';
import { callsIn, functionsOfEntity, makersOf } from '../reach/reach.js';
import { calledName, writtenName } from '../../contracts/written-name.js';
import { contextAsked } from './context-services.js';
import { isExempt } from './exemptions.js';
import { isLettingAllOn, losesFailure } from './failing-open.js';
import { signsOf } from './function-signs.js';
import { mayLeaveOut } from './left-out-paths.js';
import { reachedWhenWell, usesIn } from './reach.js';
import type { Reached } from './reach.js';
import { purposeOf } from './purposes.js';
import { letsStrangersOn } from './strangers-let-on.js';
import { settingsOf, stateOf } from './switches.js';
import type { Settings } from './switches.js';
import { isIdentityHeader, namesGuard, namesRefusal } from './words.js';

const MIDDLEWARE_DEPTH = 3;
const HANDLER_DEPTH = 4;
/** Turn strangers away by themselves. */
const GUARDS = ['auth.guard', 'jwt.verify.request'];
/** Middleware that does so. */
const REFUSING = [...GUARDS, 'webhook.verifier'];
/** Tell who calls, or that nobody known does; what the code makes of that is another matter. */
const TELLERS = ['auth.principal', 'jwt.verify', 'signature.check', 'webhook.verifier'];

const RUN_FOR_OTHERS: ReadonlySet<string> = new Set(['error-handler', 'pipe', 'schema', 'metadata']);

const memo = new WeakMap<Route, Answer>();

/** What turns strangers away from a route: a link of its chain, or (`link: null`) the handler, with the functions that run there. */
export interface GuardInForce {
  readonly link: ChainLink | null;
  readonly reached: readonly Reached[];
}

/** All that surely turn strangers away from the route, in the order in which they run. */
export function guardsInForce(route: Route, program: Program): GuardInForce[] {
  const links = route.chain.filter((link) => !RUN_FOR_OTHERS.has(link.kind) && !isExempt(link, route, program) && inForce(link, answerFor(link, route, program), program).truth === 'yes');
  const found: GuardInForce[] = links.map((link) => ({ link, reached: functionsRunBy(link, program, MIDDLEWARE_DEPTH) }));
  const { handler } = route;
  return handler === null || handlerAnswer(handler, program).truth !== 'yes' ? found : [...found, { link: null, reached: reachedWhenWell(program, [handler], HANDLER_DEPTH) }];
}

/** @param depth how many calls deep to look */
export function functionsRunBy(link: ChainLink, program: Program, depth: number): Reached[] {
  return reachedWhenWell(program, functionsOf(link, program), depth);
}

/** Yes with the guard, no when the whole way is known and has none, else unknown. */
export function guardOf(route: Route, program: Program): Answer {
  let answer = memo.get(route);
  if (answer === undefined) memo.set(route, (answer = judge(route, program)));
  return answer;
}

function judge(route: Route, program: Program): Answer {
  const links = route.chain.filter((link) => !RUN_FOR_OTHERS.has(link.kind));
  const answers = links.filter((link) => !isExempt(link, route, program)).map((link) => onlySurely(link, inForce(link, answerFor(link, route, program), program)));
  const itself = route.handler === null ? unknown('what the handler does') : handlerAnswer(route.handler, program);
  const all = [...answers, itself];
  const sure = all.find((answer) => answer.truth === 'yes');
  if (sure !== undefined) return sure;
  const open = all.find((answer) => answer.truth === 'unknown');
  if (open !== undefined) return open;
  if (purposeOf(route) === 'many-operations') return unknown('which of its operations ask who calls');
  return route.chainComplete ? NO : unknown('what else runs before the handler');
}

/** What makes a context mostly tells who calls, for operations to ask; nothing is left open by that. */
function onlySurely({ kind }: ChainLink, answer: Answer): Answer {
  return kind === 'context' && answer.truth === 'unknown' ? NO : answer;
}

/** A guard that is there only under conditions counts when it is there in production. */
function inForce({ conditions }: ChainLink, answer: Answer, program: Program): Answer {
  return answer.truth === 'no' || conditions.length === 0 ? answer : every([holdInProduction(conditions, program), answer]);
}

/** A guard that leaves paths out says nothing of a route that may be one of them. */
function answerFor(link: ChainLink, route: Route, program: Program): Answer {
  const answer = linkAnswer(link, program);
  // What stands before the address of an operation knows that address alone.
  const at = program.operations.through(route).find(({ chain }) => chain.includes(link)) ?? route;
  if (answer.truth !== 'yes' || !mayLeaveOut(link, functionsOf(link, program), at, program)) return answer;
  return unknown(`whether ${nameOfLink(link, program)} leaves this path out`);
}

/** What runs when the link does. A wrapper's own code counts, whatever it gives back, and what it was given: `wrapAsync(requireUser)`. */
function functionsOf(link: ChainLink, program: Program): FunctionRef[] {
  const given = link.value.file.facts.values[link.value.id]!;
  const wrapped = given.kind === 'call' ? given.args.flatMap((id) => program.resolve({ file: link.value.file, id })) : [];
  return [...link.entities, ...wrapped, ...wrapped.flatMap((entity) => givenTo(entity, program))].flatMap((entity) => functionsOfEntity(program, entity)).concat(makersOf(link.value, program));
}

/** What a library put together of functions that it was given: `combineResolvers(isAuthenticated, isAdmin)`. */
function givenTo(entity: Entity, program: Program): readonly Entity[] {
  const made = entity.kind === 'api' ? entity.created : null;
  const fact = made === null ? null : program.fact(made);
  return made === null || fact?.kind !== 'call' ? [] : fact.args.flatMap((id) => program.resolve({ file: made.file, id }));
}

/** By what the links are: one middleware stands in the chains of hundreds of routes. */
const linkAnswers = new WeakMap<ChainLink['entities'], Map<string, Answer>>();

/** Does one middleware, hook or guard turn strangers away? */
function linkAnswer(link: ChainLink, program: Program): Answer {
  const known = linkAnswers.get(link.entities) ?? new Map<string, Answer>();
  linkAnswers.set(link.entities, known);
  const key = `${link.kind} ${keyOf(link.value)}`;
  let answer = known.get(key);
  if (answer === undefined) known.set(key, (answer = judgeLink(link, program)));
  return answer;
}

function judgeLink(link: ChainLink, program: Program): Answer {
  const name = nameOfLink(link, program);
  const related = [{ location: program.location(link.value), text: name }];
  const runs = { reason: `${name} runs before it`, related };
  if (isLettingAllOn(link, program)) return /optional|anonymous|maybe|public|guest/i.test(name) ? unknown(`what becomes of strangers that ${name} lets on`) : NO;
  const direct = program.rolesAt(link.value).filter((use) => REFUSING.includes(use.role));
  if (direct.some((use) => !leavesItToCallback(use, program)) || (direct.length === 0 && link.roles.some((role) => REFUSING.includes(role)))) return yes(runs);
  const functions = functionsOf(link, program);
  const reached = reachedWhenWell(program, functions, MIDDLEWARE_DEPTH);
  const answersNo = link.kind === 'guard' && functions.some((ref) => mayAnswerNo(ref, program));
  const inside = judgeFunctions(reached, program, answersNo, settingsOf(link, program));
  if (inside.truth === 'yes') return yes({ ...inside.evidence, reason: `${name} turns strangers away`, related: [...related, ...inside.evidence.related] });
  const isNamed = namesGuard(lastName(link.value, program));
  // What a framework calls as a guard is there to refuse, unless its code is in sight and never does.
  if (link.kind === 'guard' && isNamed && (functions.length === 0 || answersNo)) return yes({ ...runs, confidence: 'medium' });
  if (functions.length === 0) return isNamed ? namedOnly(link, name, runs, program) : NO;
  const letsAllOn = inside.truth === 'no' && ((link.kind === 'guard' && !answersNo) || usesIn(reached, GUARDS, program).some((use) => losesFailure(use, program)));
  return (isNamed && !letsAllOn) || inside.truth === 'unknown' ? unknown(`whether ${name} turns strangers away`) : NO;
}

function nameOfLink({ value }: ChainLink, program: Program): string {
  const name = program.describe(value);
  return name === 'function' ? 'a middleware' : name;
}

/** Of a library without a model, or not in the program at all. */
function namedOnly({ entities, value }: ChainLink, name: string, runs: Parameters<typeof yes>[0], program: Program): Answer {
  const isLibrary = entities.some((entity) => entity.kind === 'api' && /^@?\w/.test(entity.path) && !entity.path.startsWith('global:'));
  return isLibrary && namesRefusal(lastName(value, program)) ? yes({ ...runs, confidence: 'medium' }) : unknown(`what ${name} does`);
}

function lastName(value: ValueRef, program: Program): string {
  const fact = program.fact(value);
  if (fact.kind === 'call') return lastName({ file: value.file, id: fact.callee }, program);
  return writtenName(fact) ?? '';
}

/** The method of a framework's guard answers something other than a plain yes. */
function mayAnswerNo({ file, id }: FunctionRef, program: Program): boolean {
  return file.facts.functions[id]!.returns.some((returned) => program.constants({ file, id: returned })?.every((constant) => constant === true) !== true);
}

function handlerAnswer(handler: FunctionRef, program: Program): Answer {
  const reached = reachedWhenWell(program, [handler], HANDLER_DEPTH);
  const inside = judgeFunctions(reached, program, false, new Map());
  if (inside.truth !== 'no') return inside;
  const near = reached.filter((each) => each.depth <= 1);
  const named = near.flatMap(({ ref }) => signsOf(ref).calls.map((id) => ({ file: ref.file, id }))).find((call) => isGuardCall(call, program));
  if (named !== undefined) return unknown(`whether ${program.describe(named)} turns strangers away`);
  const handedOn = handsOn(handler, program) ?? contextAsked(handler, program) ?? credentialHandedOn(handler, program);
  return handedOn === null ? NO : unknown(`what ${program.describe(handedOn)} does with the request`);
}

function isGuardCall(call: ValueRef, program: Program): boolean {
  const name = calledName(call.file, call.id);
  return name !== null && namesGuard(name) && program.callees(call).length === 0;
}

/** What a group of functions does together. */
function judgeFunctions(reached: readonly Reached[], program: Program, answersNo: boolean, settings: Settings): Answer {
  const uses = usesIn(reached, GUARDS, program).filter((use) => !losesFailure(use, program));
  const guard = uses.find((use) => !leavesItToCallback(use, program));
  if (guard !== undefined) return found(guard.value, 'it asks who calls', program);
  const tellers = [...uses, ...usesIn(reached, TELLERS, program)];
  const signs = reached.map((each) => ({ ...signsOf(each.ref), depth: each.depth }));
  const all = signs.flatMap((each) => each.refusals).filter((each) => !letsStrangersOn(each.at));
  const refusals = all.filter((each) => stateOf(each.at, settings, program) === 'always');
  const switched = refusals.length > 0 ? undefined : all.find((each) => stateOf(each.at, settings, program) === 'switched');
  const stranger = refusals.find((each) => each.of === 'strangers');
  if (stranger !== undefined) return found(stranger.at, 'strangers are turned away', program);
  const near = signs.filter((each) => each.depth <= 1).flatMap((each) => each.identities);
  const who = tellers[0]?.value ?? near[0];
  if (switched !== undefined) return unknown(`when strangers are turned away with ${program.describe(switched.at)}`);
  if (who === undefined) return refusals.length > 0 && answersNo ? found(refusals[0]!.at, 'callers are turned away', program) : NO;
  if (answersNo) return found(who, 'it asks who calls', program);
  if (refusals[0] !== undefined) return found(refusals[0].at, 'callers are turned away', program);
  return unknown(`whether strangers are turned away where ${program.describe(who)} is read`);
}

/** `passport.authenticate('jwt', (error, user) => …)`: the callback decides. */
function leavesItToCallback(use: RoleSite, program: Program): boolean {
  const callback = program.argument(use, 'callback');
  return callback !== null && program.resolve(callback).some((entity) => entity.kind === 'function');
}

function found(at: ValueRef, reason: string, program: Program): Answer {
  return yes({ reason, related: [{ location: program.location(at), text: program.describe(at) }] });
}

/** A call that is given what tells who calls, as a cookie that another service is asked about: `users.getMe({ cookie })`. */
function credentialHandedOn(handler: FunctionRef, program: Program): ValueRef | null {
  const { file } = handler;
  const call = callsIn(handler).find((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'call' && fact.args.some((argument) => program.trace({ file, id: argument }, { sink: 'origin' }).origins.some((origin) => origin.kind === 'request' && isCredential(origin, program)));
  });
  return call === undefined ? null : { file, id: call };
}

/** `request.headers.cookie`, `@Headers('cookie') cookie`. */
function isCredential({ detail, value }: Origin, program: Program): boolean {
  const [, part = '', ...names] = detail.split('.');
  return /^(?:headers?|cookies?)$/.test(part) && isIdentityHeader(names.at(-1) ?? program.describe(value));
}

/** A call that is given the whole request and cannot be followed: it may do anything with it. */
function handsOn({ file, id }: FunctionRef, program: Program): ValueRef | null {
  const parameters = file.facts.functions[id]!.parameters.filter((parameter, index) => index === 0 || /^(?:req|request|ctx|context|event)$/i.test(parameter.name));
  const uses = parameters.flatMap((parameter) => (parameter.binding < 0 ? [] : file.facts.bindings[parameter.binding]!.uses));
  for (const use of uses) {
    const parent = file.parentOf(use);
    const fact = file.facts.values[parent];
    if (fact?.kind !== 'call' || fact.callee === use) continue;
    const callee: ValueRef = { file, id: fact.callee };
    const call: ValueRef = { file, id: parent };
    const isKnown = program.callees(call).length > 0 || program.rolesAt(call).length > 0 || program.apiPaths(callee).some((path) => isBuiltin(path));
    if (!isKnown && !isNextOrResponse(callee, program)) return call;
  }
  return null;
}

/** Of Node.js or the platform: it asks nobody who calls. */
function isBuiltin(path: string): boolean {
  return /^(?:global|fs|stream|util|url|path|events|querystring|http|console|crypto|node:\w+|stream\/promises):/.test(path);
}

function isNextOrResponse(callee: ValueRef, program: Program): boolean {
  return /^(?:next|done|cb|callback|console\.\w+|(?:res|response|logger|log)\.\w+)$/.test(program.describe(callee));
}
