/** The e-mail addresses that a route takes in the body of a request, and what is demanded of each. */
import type { FunctionRef, Program, Route, ValueRef } from '../../contracts/program.js';
import { callsIn, reachedFunctions, usesInFunctions } from '../reach/reach.js';
import { splitWords } from '../names/name-words.js';
import { bodyTexts } from './request-schemas.js';
import { routeInput } from './route-input.js';
import { calledName } from '../../contracts/written-name.js';

/**
 * `format`: something that knows the form of an address checks it. `pattern`: an expression of the program does. `sign`: it only has an @.
 * `nothing`: nothing is demanded but a text. `open`: it could not be told.
 */
export type EmailCheck = 'format' | 'pattern' | 'sign' | 'nothing' | 'open';

export interface TakenEmail {
  name: string;
  check: EmailCheck;
  /** Where it is declared or checked, or, where nothing does, used. */
  at: ValueRef;
}

const NAMED_CHECK = /e-?mail/i;
const CHECK_DEPTH = 2;
const memo = new WeakMap<Route, readonly TakenEmail[]>();

export function emailsTaken(route: Route, program: Program): readonly TakenEmail[] {
  let found = memo.get(route);
  if (found === undefined) memo.set(route, (found = find(route, program)));
  return found;
}

function find(route: Route, program: Program): TakenEmail[] {
  const { handler } = route;
  if (handler === null || route.method === 'GET') return [];
  const declared = bodyTexts(route, program).filter(({ path }) => isEmail(path)).map(({ path, demands, at }): TakenEmail => ({ name: path.join('.').replaceAll('.*', '[]'), check: byDemands(demands), at }));
  // Where one of several forms of a field (`withMail ? z.email() : z.string().optional()`) demands it, it is known what is asked for.
  const known = new Set(declared.filter(({ check }) => check === 'format').map(({ name }) => name));
  const isCheckedByHand = declared.some(({ check }) => check === 'nothing') && runsChecks(handler, program);
  if (declared.length > 0) return declared.map((each) => (known.has(each.name) ? { ...each, check: 'format' } : isCheckedByHand && each.check === 'nothing' ? { ...each, check: 'open' } : each));
  const { inputs, uses } = routeInput(route, handler, program);
  const mayBeChecked = checksSomething(route, handler, program);
  return inputs.filter(({ part, path }) => part !== 'query' && isEmail(path)).flatMap(({ part, path, state, by, at }): TakenEmail[] => {
    const name = [part, ...path].join('.').replaceAll('.*', '[]');
    const tests = uses.filter((use) => use.part === part && use.path.join('.') === path.join('.') && (use.kind === 'typed' || use.kind === 'asked'));
    // What a schema has checked that could not be read, or something that could not be followed.
    if (state === 'open' || (state === 'checked' && !tests.some((use) => use.at.id === by?.id))) return [];
    const checks = tests.map((use) => ({ check: byTest(use.at, program), at: use.at }));
    const best = ORDER.map((check) => checks.find((each) => each.check === check)).find((each) => each !== undefined);
    const check = best?.check ?? 'nothing';
    return [{ name, check: mayBeChecked && (check === 'nothing' || check === 'sign') ? 'open' : check, at: best?.check === undefined || best.check === 'nothing' ? at : best.at }];
  });
}

const CHECKS_INPUT: readonly string[] = ['email.check', 'schema.format', 'schema.parse', 'schema.compile', 'schema.class.check'];
/** A middleware that checks requests by a description of the API. */
const BY_DESCRIPTION: ReadonlySet<string> = new Set(['express-openapi-validator', 'openapi-backend', 'express-openapi-validate', 'swagger-express-middleware', 'koa-openapi-validator']);
/** `validateUpdateEmail(req, res)`, `UserSchema().safeParse(body)`. */
const SPEAKS_OF_CHECKS = /validat|safeParse|schema$/i;
const byDescription = new WeakMap<Program, ReadonlySet<string>>();

/** Somewhere on the way of the request a schema or an e-mail format checks something, and it could not be told what. */
function checksSomething(route: Route, handler: FunctionRef, program: Program): boolean {
  let directories = byDescription.get(program);
  if (directories === undefined) {
    const files = [...program.files.values()].filter((file) => file.facts.imports.some(({ specifier }) => BY_DESCRIPTION.has(specifier)));
    byDescription.set(program, (directories = new Set(files.map((file) => file.package.directory))));
  }
  if (directories.has(route.value.file.package.directory)) return true;
  const reached = reachedFunctions(program, [handler], CHECK_DEPTH);
  return usesInFunctions(program, reached, CHECKS_INPUT).length > 0 || reached.some((ref) => callsIn(ref).some((call) => SPEAKS_OF_CHECKS.test(calledName(ref.file, call) ?? '')));
}

/** `for (const check of checks) await check.run(request)`, and then asked for the outcome: what stands in the checks is told nowhere on the way. */
function runsChecks(handler: FunctionRef, program: Program): boolean {
  const reached = reachedFunctions(program, [handler], CHECK_DEPTH);
  return usesInFunctions(program, reached, ['schema.result']).length > 0 && reached.some((ref) => callsIn(ref).some((call) => calledName(ref.file, call) === 'run'));
}

const ORDER: readonly EmailCheck[] = ['format', 'open', 'pattern', 'sign', 'nothing'];

/** `email`, `user.emailAddress`, `emails[]`; not `emailTemplate`. */
function isEmail(path: readonly string[]): boolean {
  const words = splitWords(path.findLast((name) => name !== '*') ?? '');
  const last = words.at(-1) ?? '';
  return /^e?mails?$/.test(last) ? last !== 'mails' : last === 'address' && words.at(-2) === 'email';
}

function byDemands(demands: ReadonlySet<string>): EmailCheck {
  if (demands.has('email') || demands.has('idn-email')) return 'format';
  if (demands.has('checked')) return 'open';
  if (demands.has('pattern')) return 'pattern';
  return [...demands].every((demand) => demand === 'length') ? 'nothing' : 'open';
}

function byTest(at: ValueRef, program: Program): EmailCheck {
  const fact = program.fact(at);
  if (fact.kind !== 'call') return 'nothing';
  if (program.rolesAt(at).some((site) => site.role === 'email.check')) return 'format';
  const name = calledName(at.file, at.id) ?? '';
  const callees = program.callees(at);
  if (callees.length > 0) return byFunctions(callees, program);
  if (/^(?:includes|indexOf)$/.test(name)) return given(at, program) === '@' ? 'sign' : 'nothing';
  if (/^(?:test|match|search|exec)$/.test(name)) return 'pattern';
  return NAMED_CHECK.test(name) ? 'format' : /valid|assert|check/i.test(name) ? 'open' : 'nothing';
}

/** A function of the program asks a library, or has an expression of its own. */
function byFunctions(functions: readonly FunctionRef[], program: Program): EmailCheck {
  const reached = reachedFunctions(program, functions, CHECK_DEPTH);
  if (usesInFunctions(program, reached, ['email.check', 'schema.format']).length > 0) return 'format';
  const names = reached.flatMap(({ file, id }) => file.facts.calls.filter((call) => file.functionAt(file.facts.values[call]!.start) === id).map((call) => ({ name: calledName(file, call) ?? '', at: { file, id: call } })));
  if (names.some(({ name }) => /^(?:test|match|search|exec)$/.test(name))) return 'pattern';
  return names.some(({ name, at }) => /^(?:includes|indexOf)$/.test(name) && given(at, program) === '@') ? 'sign' : 'open';
}

function given({ file, id }: ValueRef, program: Program): unknown {
  const fact = file.facts.values[id]!;
  return fact.kind === 'call' && fact.args.length > 0 ? program.constants({ file, id: fact.args[0]! })?.[0] : undefined;
}
