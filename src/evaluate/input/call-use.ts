/** What it means for input to be an argument of a call. */
import type { CallValue } from '../../contracts/facts.js';
import type { Program, ValueRef } from '../../contracts/program.js';
import { writtenName } from '../../contracts/written-name.js';

/** Functions whose result is a value of a known type, whatever goes in; and those that ask about what they are given. */
const CASTS = /^(?:Number|parseInt|parseFloat|Boolean|BigInt|Date|ObjectId|ObjectID|isArray|isInteger|isFinite|isNaN|isSafeInteger|byteLength)$/;
/** Functions named as checks: `isEmail`, `validateUser`, `assertString`. */
const CHECKS = /^(?:is|are)[A-Z]|valid|assert|schema|sanitiz|^ensure|^(?:equal|equals)$/i;
/** Methods of lists, sets and patterns that ask whether they hold the argument. */
const MEMBERSHIP = /^(?:includes|indexOf|has|test)$/;
/** Functions that give back what goes in, in another form. */
const SAME = /^(?:parse|stringify|String|assign|pick|omit|cloneDeep|clone|structuredClone|URL|URLSearchParams|trim|toLower|decodeURIComponent|merge|defaults|omitBy|pickBy|fromEntries|entries|freeze|camelcaseKeys|escape|unescape|normalizeEmail|ltrim|rtrim|stripLow)$/;
/** Functions that only report. */
const REPORTING = /^(?:log|debug|info|warn|error|trace)$/;
const VOUCHED: ReadonlySet<string> = new Set(['trusted.data', 'signature.check', 'jwt.verify']);
/** What may check its arguments by itself, where nobody shows what it does. */
const LAYER = /service|controller|manager|usecase|use_?case|handler|facade|interactor|command|mediator|processor|procedure|action/i;

export type CallUse =
  /** A signature tells who sent it. */
  | 'schema'
  | 'typed'
  | 'data'
  | 'open'
  /** The walk goes on at the result. */
  | 'result'
  /** The walk goes on in the functions of the program that are called. */
  | 'callees'
  | 'nothing';

/** Asked once nothing says that the call is a check by a schema. */
export function callUse(ref: ValueRef, call: CallValue, program: Program): CallUse {
  const callee: ValueRef = { file: ref.file, id: call.callee };
  const fact = program.fact(callee);
  const name = writtenName(fact) ?? '';
  const roles = program.rolesAt(ref).map((site) => site.role);
  if (roles.some((role) => role.startsWith('log.')) || (REPORTING.test(name) && fact.kind === 'member') || isCount(ref, name)) return 'nothing';
  if (roles.some((role) => VOUCHED.has(role))) return 'schema';
  if (roles.includes('schema.class')) return 'result';
  if (roles.some((role) => role.startsWith('guard.') || role === 'sanitize.all') || CASTS.test(name) || CHECKS.test(name)) return 'typed';
  if (fact.kind === 'member' && MEMBERSHIP.test(name)) return 'typed';
  if (program.callees(ref).length > 0) return 'callees';
  if (SAME.test(name)) return 'result';
  return isLayer(callee, program) ? 'open' : 'data';
}

/** `Object.keys(body).length`: how many there are, and not what. */
function isCount({ file, id }: ValueRef, name: string): boolean {
  const reader = name === 'keys' ? file.facts.values[file.parentOf(id)] : undefined;
  return reader?.kind === 'member' && reader.object === id && reader.name === 'length';
}

/** Is a text that is put together only reported? */
export function isReported({ file, id }: ValueRef, program: Program): boolean {
  const parent = file.parentOf(id);
  const call = file.facts.values[parent];
  return call?.kind === 'call' && call.callee !== id && callUse({ file, id: parent }, call, program) === 'nothing';
}

/** `this.orders.create`, `userService.register` where neither is in the program: no library, and called like a layer of it. */
function isLayer(callee: ValueRef, program: Program): boolean {
  const fact = program.fact(callee);
  if (program.apiPaths(callee).length > 0) return false;
  if (fact.kind === 'reference') return fact.binding >= 0 && callee.file.facts.bindings[fact.binding]?.kind !== 'parameter';
  return fact.kind === 'member' && LAYER.test(program.describe({ file: callee.file, id: fact.object }));
}
