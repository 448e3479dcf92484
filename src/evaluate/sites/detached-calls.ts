/**
 * `{ detached-call: true }`: every call of an asynchronous function of the program, a request or mail of a library, or one that is asked for its outcome (`load().then(…)`),
 * in code that runs behind a route, whose promise nobody waits for: the call stands by itself, is marked with `void`, or only its failure is taken (`.catch(…)`).
 */
import type { CallValue, ValueId } from '../../contracts/facts.js';
import { NONE } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { functionsBehindRoutes } from '../reach/behind-routes.js';
import type { Evaluation } from '../evaluation.js';
import { usesIn } from '../file-uses.js';
import { callsIn } from '../reach/reach.js';
import { compareByPlace } from '../place-order.js';
import { NO_SITE, calleeText } from '../site.js';
import type { Site } from '../site.js';

const MEMO = new WeakMap<Program, readonly { readonly value: ValueRef }[]>();

export function detachedCallSites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  let calls = MEMO.get(program);
  if (calls === undefined) {
    calls = detachedCalls(program);
    MEMO.set(program, calls);
  }
  return evaluation.own(calls).map(({ value }) => ({ ...NO_SITE, value, label: calleeText(value, program), confidence: 'medium' }));
}

function detachedCalls(program: Program): { value: ValueRef }[] {
  const calls = functionsBehindRoutes(program).flatMap((ref) => callsIn(ref).map((id): ValueRef => ({ file: ref.file, id })));
  const found = calls.filter((call) => isDetached(call) && isAsynchronous(call, program));
  found.sort(compareByPlace);
  return found.map((value) => ({ value }));
}

function isDetached({ file, id }: ValueRef): boolean {
  const top = topOf(file, id);
  return file.parentOf(top) === NONE && !usesIn(file).isTaken(top);
}

/** The whole expression whose value the call's is, or that takes its failure. */
function topOf(file: LinkedFile, id: ValueId): ValueId {
  const parent = file.parentOf(id);
  const fact = file.facts.values[parent];
  if (fact === undefined) return id;
  switch (fact.kind) {
    case 'logical':
      return fact.operator !== 'default' && fact.right === id ? topOf(file, parent) : id;
    case 'conditional':
      return fact.test === id ? id : topOf(file, parent);
    case 'unary':
      return fact.operator === 'void' ? topOf(file, parent) : id;
    case 'cast':
      return topOf(file, parent);
    case 'member':
      return ['catch', 'then', 'finally'].includes(fact.name ?? '') && isCallee(file, parent) ? topOf(file, file.parentOf(parent)) : id;
    default:
      return id;
  }
}

function isCallee(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[file.parentOf(id)];
  return fact?.kind === 'call' && fact.callee === id;
}

/** Are all functions that it may run asynchronous? */
function isAsynchronous(call: ValueRef, program: Program): boolean {
  const fact = program.fact(call);
  if (fact.kind !== 'call' || fact.isNew) return false;
  const callees = program.callees(call);
  if (isChained(call)) return callees.length > 0 || !OF_PROMISES.test(calleeText(call, program));
  if (callees.length === 0) return isPromised(call, fact, program);
  return callees.every((callee) => program.functionFact(callee).isAsync && !program.functionFact(callee).isGenerator);
}

/** Links of a chain that began elsewhere, and what is a promise already. */
const OF_PROMISES = /^Promise\.|\.(?:then|catch|finally)$/;

/** Calls of libraries that give a promise of work which may fail. */
const WRITES: ReadonlySet<string> = new Set(['orm.write', 'record.save']);

/** Requests, mails and jobs of libraries that begin at once and give a promise; what waits to be asked (`knex(…)`, `superagent`) does not run at all. */
const PROMISING = /^(?:axios|node-fetch|cross-fetch|got|ky|undici|nodemailer|@sendgrid\/mail|resend|postmark|stripe|twilio|@slack\/web-api|@slack\/webhook|bull|bullmq):|^global:fetch$/;

const PROMISED: ReadonlySet<string> = new Set(['http.request', 'service.call', 'job.add']);

/** `User.create(input)`, `user.save()`, `axios.post(url)` of a library that gives a promise of it, without a callback for its outcome. */
function isPromised(call: ValueRef, { args }: CallValue, program: Program): boolean {
  const isPromise = program.rolesAt(call).some(({ role, path, confidence, entry }) => {
    if (WRITES.has(role)) return confidence === 'high' && entry.attributes['promise'] === true;
    return PROMISED.has(role) && PROMISING.test(path);
  });
  return isPromise && !args.some((id) => program.resolve({ file: call.file, id }).some(({ kind }) => kind === 'function'));
}

/** `load(id).then(…)`: what is asked for its outcome is a promise, whatever the function is called. */
function isChained({ file, id }: ValueRef): boolean {
  const member = file.facts.values[file.parentOf(id)];
  return member?.kind === 'member' && member.object === id && member.name === 'then' && isCallee(file, file.parentOf(id));
}
