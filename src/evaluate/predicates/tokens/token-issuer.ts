/** `jwt.token-from-issuer`: a token that the program got from whoever made it. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';
import { answerOf } from '../../answer.js';
import { functionAround } from '../../reach/reach.js';
import type { Predicate } from '../index.js';
import { tokenOf } from './token-checks.js';

/**
 * Is it the answer of an endpoint that this program itself asked (`response.id_token`, the body of a fetched response)? OpenID Connect
 * Core 1.0, 3.1.3.7, lets the TLS connection vouch for such a token. Or does the program keep it in settings of its own?
 */
export const tokenFromIssuer: Predicate = (site, _operand, { program }) => {
  const token = tokenOf(site, program);
  return answerOf(token !== null && isFromIssuer(token, program));
};

/** The same, asked of the token itself. */
export function isFromIssuer(token: ValueRef, program: Program): boolean {
  const sources = program.sourcesOf(withoutTrimming(token, program));
  const given = givenBy(token, program);
  if (sources.some((source) => isKeptSetting(source, program)) || (given.length > 0 && given.every((each) => isKeptSetting(each, program)))) return true;
  const isAnswer = sources.some((source) => {
    if (isExchanged(token, source, program)) return true;
    const fact = program.fact(source);
    if (fact.kind === 'member') return fact.name === 'id_token' || fact.name === 'access_token';
    return fact.kind === 'call' && isBodyOfAnswer({ file: source.file, id: fact.callee }, program);
  });
  const { origins } = program.trace(token, { sink: 'value' });
  const isHandedOn = origins.some(({ kind, value }) => (kind === 'parameter' && isFromStrategy(value)) || program.rolesAt(value).some(({ role }) => role === 'http.request'));
  return (isAnswer || isHandedOn) && !origins.some((origin) => origin.kind === 'request' && !origin.lossy);
}

/** `app.settings.get('registry:token')`: whoever runs the program has put it there. */
function isKeptSetting(source: ValueRef, program: Program): boolean {
  if (program.rolesAt(source).some(({ role }) => role === 'settings.own')) return true;
  const fact = program.fact(source);
  const callee = fact.kind === 'call' ? program.fact({ file: source.file, id: fact.callee }) : null;
  return callee?.kind === 'member' && callee.name === 'get' && /^settings$/i.test(writtenName(source.file.facts.values[callee.object]!) ?? '');
}

/** `const { accessToken, idToken } = await handleCallback(request)`: what was given for a code, with the other tokens beside it. */
function isExchanged(token: ValueRef, source: ValueRef, program: Program): boolean {
  if (!/^(?:access|id)_?token$/i.test(writtenName(program.fact(token)) ?? '')) return false;
  const written = program.fact(source);
  const whole = written.kind === 'member' ? { file: source.file, id: written.object } : source;
  const calls = [whole, ...program.sourcesOf(whole)].map((each) => program.fact(each));
  return calls.some((call) => call.kind === 'call' && /callback|exchange|(?:grant|refresh|request|fetch)\w*tokens?$|for_?tokens?$/i.test(writtenName(source.file.facts.values[call.callee]!) ?? ''));
}

/** What the callers of its function hand in where it is a parameter. */
function givenBy(token: ValueRef, program: Program): ValueRef[] {
  const fact = program.fact(token);
  const own = functionAround(token);
  const index = own.file.facts.functions[own.id]!.parameters.findIndex(({ binding }) => fact.kind === 'reference' && binding >= 0 && binding === fact.binding);
  return program.callersOf(own).flatMap((caller) => {
    const call = program.fact(caller);
    const given = index < 0 || call.kind !== 'call' ? undefined : call.args[index];
    return given === undefined ? [] : [{ file: caller.file, id: given }];
  });
}

/** The `accessToken` or `idToken` beside the `profile` that a strategy of passport hands over (passport-oauth2 1.8, passport-openidconnect 0.1): it asked the issuer for both. */
function isFromStrategy({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id];
  const { parameters } = file.facts.functions[fact?.kind === 'parameter' ? fact.function : file.functionAt(fact!.start)]!;
  const name = fact?.kind === 'parameter' ? parameters[fact.index]?.name : fact === undefined ? undefined : writtenName(fact);
  return /^(?:access|id)_?token$/i.test(name ?? '') && parameters.some((each) => each.name === 'profile') && parameters.some((each) => each.name === name);
}

/** `text.trim()` → `text`. */
function withoutTrimming(value: ValueRef, program: Program): ValueRef {
  const fact = program.fact(value);
  const callee = fact.kind === 'call' && fact.args.length === 0 ? program.fact({ file: value.file, id: fact.callee }) : null;
  return callee?.kind === 'member' && /^(?:trim|toString)$/.test(callee.name ?? '') ? { file: value.file, id: callee.object } : value;
}

/** `response.text` of a response that was fetched. */
function isBodyOfAnswer(callee: ValueRef, program: Program): boolean {
  const fact = program.fact(callee);
  if (fact.kind !== 'member' || (fact.name !== 'text' && fact.name !== 'json')) return false;
  const response = { file: callee.file, id: fact.object };
  const isFetched = program.sourcesOf(response).some((source) => program.rolesAt(source).some(({ role }) => role === 'http.request'));
  return isFetched || program.apiPaths(response).some((path) => /^(?:global|node-fetch|undici|cross-fetch):Response#$/.test(path));
}
