/**
 * `token.refreshes`: does an outbound call ask for new tokens with a refresh token? `token.kept`: is the refresh token of its answer read?
 * A server may give a new one each time, and the old one is then worth nothing (RFC 6749, section 6; RFC 9700, section 4.14.2).
 */
import { NONE } from '../../../contracts/facts.js';
import { calledName } from '../../../contracts/written-name.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import { valuesIn } from '../../authentication/function-signs.js';
import { usesIn } from '../../file-uses.js';
import { functionAround } from '../../reach/reach.js';
import { addressOf } from '../../services/address.js';
import { addressesAsked } from '../../services/external-service.js';
import type { Predicate } from '../index.js';

const GRANT = /^grant_?type$/i;
const IN_TEXT = /grant_type=refresh_token/;
const NEW_TOKEN = /^refresh_?token$/i;
/** What holds the answer, and what gives it: `response.data`, `await response.json()`, the text that is parsed next. */
const CONTENT = /^(?:data|body|json|text|result)$/;
/** Calls that give what they are given: a text is parsed, an observable waited for. */
const GIVES_BACK = /^(?:parse|firstValueFrom|lastValueFrom)$/;

export const refreshesToken: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const { file } = value;
  const call = program.fact(value);
  const around = functionAround(value);
  const signs = valuesIn(file, around.id).filter((id) => asksForTokens({ file, id }, program));
  const isInside = signs.some((id) => file.facts.values[id]!.start >= call.start && file.facts.values[id]!.end <= call.end);
  if (isInside) return yes();
  const calls = program.sitesOf('http.request').filter((site) => site.value.file === file && functionAround(site.value).id === around.id);
  return answerOf(signs.length > 0 && calls.length === 1);
};

/**
 * Google and Dropbox answer a refresh with an access token alone (Using OAuth 2.0 for Web Server Applications, refreshing an access token;
 * dropbox.tech, Using OAuth 2.0 with offline access; both read 2026-11); those of Reddit stay for as long as they are not revoked (praw 7.7.1, Working with
 * Refresh Tokens: one is kept in the settings).
 */
const LASTING = /google|gmail|dropbox|reddit/i;

/** `token.lasting`: does the address, or the name of the function around, say that it is an issuer whose refresh tokens stay as they are? */
export const lastingToken: Predicate = ({ role, value }, _operand, { program }) => {
  if (role === null || value === null) return NO;
  const names = addressesAsked(role, program).flatMap((address) => [address, ...program.sourcesOf(address)]).flatMap((each) => [program.describe(each), ...(program.constants(each) ?? []).map(String)]);
  return answerOf([...names, program.functionFact(functionAround(value)).name].some((name) => LASTING.test(name)));
};

/** `token.issuer`: does the program, or a variable of its environment, say whose address it is? One that the issuer itself tells may be anybody's. */
export const seenIssuer: Predicate = ({ role }, _operand, evaluation) => {
  if (role === null) return NO;
  return answerOf(addressesAsked(role, evaluation.program).some((address) => {
    const whose = addressOf(address, evaluation);
    return whose !== null && typeof whose === 'object';
  }));
};

/** `{ grant_type: 'refresh_token' }`, `form.append('grant_type', 'refresh_token')`, `'grant_type=refresh_token&…'`. */
function asksForTokens({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  const isRefresh = (value: number) => program.constants({ file, id: value })?.includes('refresh_token') === true;
  if (fact.kind === 'object') return fact.properties.some(({ name, value }) => name !== null && GRANT.test(name) && isRefresh(value));
  if (fact.kind === 'template') return fact.texts.some((text) => IN_TEXT.test(text));
  if (fact.kind === 'literal') return typeof fact.value === 'string' && IN_TEXT.test(fact.value);
  const [name, value] = fact.kind === 'call' ? fact.args : fact.kind === 'array' ? fact.elements : [];
  const named = name === undefined ? undefined : file.facts.values[name];
  return value !== undefined && named?.kind === 'literal' && typeof named.value === 'string' && GRANT.test(named.value) && isRefresh(value);
}

export const keptToken: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const reading = new Reading(value.file);
  reading.climb(value.id);
  if (reading.names.some((name) => NEW_TOKEN.test(name))) return yes({ reason: 'the refresh token of the answer is read', confidence: 'medium' });
  if (reading.handedOn !== null) return unknown('whether the refresh token is kept by what the answer is handed to', { related: [{ location: program.location({ file: value.file, id: reading.handedOn }), text: 'handed on' }] });
  return NO;
};

/** What is done with an answer in its file: the names of the parts that are read, and where all of it goes elsewhere. */
class Reading {
  readonly names: string[] = [];
  handedOn: number | null = null;
  private readonly seen = new Set<number>();

  constructor(private readonly file: LinkedFile) {}

  /** From the answer, or a value that holds it, to what it stands in. */
  climb(id: number): void {
    if (this.seen.has(id)) return;
    this.seen.add(id);
    const { values, bindings } = this.file.facts;
    for (const binding of usesIn(this.file).bindingsOf(id)) bindings[binding]!.uses.forEach((use) => this.climb(use));
    if (usesIn(this.file).returnedBy(id).length > 0 || usesIn(this.file).writtenTo(id).length > 0) this.handedOn ??= id;
    // Parts that are taken by destructuring stand side by side on the same value.
    values.forEach((each, member) => each.kind === 'member' && each.object === id && this.readPart(member, each.name));
    const parent = this.file.parentOf(id);
    const fact = values[parent];
    if (fact === undefined || fact.kind === 'member') return;
    if (fact.kind === 'await' || fact.kind === 'cast' || fact.kind === 'logical' || fact.kind === 'conditional') return this.climb(parent);
    if (fact.kind === 'call' && (fact.callee === id || GIVES_BACK.test(calledName(this.file, parent) ?? ''))) return this.climb(parent);
    if (fact.kind !== 'unary' && fact.kind !== 'binary') this.handedOn ??= parent;
  }

  /** `.pipe(map((response) => response.data), …)`: what the operators of RxJS are told to do with it, and what comes out. */
  private climbThrough(call: number): void {
    const { values, functions, bindings } = this.file.facts;
    const read = this.names.length;
    const operators = values[call]?.kind === 'call' ? values[call].args : [];
    // An operator for failures is given the failure.
    const onAnswers = operators.filter((id) => !/^(?:catchError|retryWhen|retry)$/.test(calledName(this.file, id) ?? ''));
    for (const operator of onAnswers.flatMap((id) => (values[id]?.kind === 'call' ? values[id].args : []))) {
      const fact = values[operator];
      const binding = fact?.kind === 'function' ? (functions[fact.function]?.parameters[0]?.binding ?? NONE) : NONE;
      if (binding !== NONE) bindings[binding]!.uses.forEach((use) => this.climb(use));
    }
    // What comes out is the part that was taken.
    if (this.names.length === read) this.climb(call);
  }

  private readPart(member: number, name: string | null): void {
    if (name === null || name === 'then') this.handedOn ??= member;
    else if (name === 'pipe') this.climbThrough(this.file.parentOf(member));
    else if (CONTENT.test(name)) this.climb(member);
    else this.names.push(name);
  }
}
