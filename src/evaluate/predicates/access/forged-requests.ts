/** `csrf.*`: whether other sites can make a browser change data in the name of whoever is signed in there. */
import type { Program, RoleSite, Route } from '../../../contracts/program.js';
import { argumentSubject } from '../../argument-subject.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { cookieCredential } from '../../authentication/cookie-credentials.js';
import type { CookieCredential } from '../../authentication/cookie-credentials.js';
import { forgeryCheck } from '../../authentication/forged-requests.js';
import type { Evaluation } from '../../evaluation.js';
import { routeInput } from '../../input/route-input.js';
import { siteOfRole } from '../../site.js';
import { constantsOf } from '../../subject.js';
import { cookieHeader } from '../cookies/cookie-headers.js';
import { clears } from '../cookies/cookies.js';
import type { Predicate } from '../index.js';

/** `csrf.by-cookie`: callers of the route are known by a cookie, and the program sets it or keeps a session under one. */
export const byCookie: Predicate = (site, _operand, evaluation) => {
  const credential = site.route === null ? null : cookieCredential(site.route, evaluation.program);
  if (credential === null || (credential.carrier === 'session' && cookiesOf(credential, evaluation).length === 0)) return NO;
  const { program } = evaluation;
  return yes({ related: [{ location: program.location(credential.at), text: `knows callers by ${program.describe(credential.at)}` }], values: { value: program.describe(credential.at) } });
};

/** `csrf.checked`: code of the program checks a token or the origin on the way to the handler, or in it. */
export const forgeryChecked: Predicate = (site, _operand, { program }) => (site.route === null ? NO : forgeryCheck(site.route, program));

/** `csrf.same-site`: browsers keep the cookie by which callers are known from requests that other sites make. */
export const keptToSite: Predicate = (site, _operand, evaluation) => {
  const credential = site.route === null ? null : cookieCredential(site.route, evaluation.program);
  if (credential === null) return NO;
  const cookies = cookiesOf(credential, evaluation);
  if (cookies.length === 0) return unknown(`how the cookie ${credential.name ?? ''} is set`.replace('  ', ' '));
  const answers = cookies.map((cookie) => sameSite(cookie, evaluation));
  return answers.find((answer) => answer.truth === 'no') ?? answers.find((answer) => answer.truth === 'unknown') ?? answers[0]!;
};

/** `csrf.sendable`: a form of another site can send what the handler reads; a body of JSON needs the server's leave first. */
export const sendable: Predicate = (site, _operand, evaluation) => {
  const { route } = site;
  if (route === null || route.method !== 'POST') return NO;
  return answerOf(!readsBody(route, evaluation.program) || parsesForms(route, evaluation));
};

function readsBody(route: Route, program: Program): boolean {
  if (route.handler === null) return false;
  const { inputs, checks } = routeInput(route, route.handler, program);
  return inputs.some((input) => input.part === 'body' || input.part === 'form') || checks.length > 0;
}

/** Only where all that reads bodies reads JSON does a form arrive empty. Frameworks whose handlers read the body themselves take it as it comes. */
function parsesForms({ framework }: Route, evaluation: Evaluation): boolean {
  const parsers = evaluation.roleSites(['http.body.parser'], 'wide').filter((site) => site.entry.package !== 'fastify' && !/fastify/.test(site.path));
  if (evaluation.roleSites(['http.body.form', 'upload.parser', 'upload.interceptor'], 'wide').length > 0) return true;
  if (framework === 'fastify') return false;
  return framework !== 'express' || parsers.length === 0 || parsers.some((site) => !/[.:](?:json|raw|text)$/.test(site.path));
}

/** Where the program sets the cookie. */
function cookiesOf({ carrier, name }: CookieCredential, evaluation: Evaluation): RoleSite[] {
  const set = evaluation.roleSites(['cookie.set', 'cookie.set.unresolved', 'cookie.header'], 'wide').filter((site) => (site.entry.attributes['session'] === true) === (carrier === 'session'));
  if (carrier === 'session') return set;
  const isMeant = (site: RoleSite) => site.role === 'cookie.header' ? cookieHeader(site, evaluation)?.name === name : constantsOf(argumentSubject(site, 'name', evaluation), evaluation).all.some((each) => each === name);
  return name === null ? [] : set.filter((site) => isMeant(site) && clears(siteOfRole(site, evaluation.program), null, evaluation).truth !== 'yes');
}

function sameSite(cookie: RoleSite, evaluation: Evaluation): Answer {
  return cookie.role === 'cookie.header' ? inHeader(cookie, evaluation) : inOptions(cookie, evaluation);
}

function inHeader(cookie: RoleSite, evaluation: Evaluation): Answer {
  const state = cookieHeader(cookie, evaluation)?.['same-site'] ?? 'unknown';
  if (state === 'unknown') return unknown('whether SameSite is set on the cookie');
  return answerOf(state === 'set', { reason: 'SameSite is set on the cookie', related: [{ location: evaluation.program.location(cookie.value), text: 'Set-Cookie' }] });
}

function inOptions(cookie: RoleSite, evaluation: Evaluation): Answer {
  const subject = argumentSubject(cookie, 'same-site', evaluation);
  const { all, others } = constantsOf(subject, evaluation);
  const { program } = evaluation;
  const byDefault = cookie.entry.attributes['default-same-site'] === true;
  const related = [{ location: program.location(cookie.value), text: siteOfRole(cookie, program).label }];
  const keeps = (constant: unknown) => constant === true || /^(?:lax|strict)$/i.test(String(constant));
  if (all.some((constant) => !keeps(constant))) return NO;
  if (subject.presence === 'no') return byDefault ? yes({ reason: 'the library keeps its cookie to the own site', related }) : NO;
  if (others.length > 0 || all.length === 0 || subject.presence === 'unknown') return unknown('whether sameSite is set on the cookie');
  return yes({ reason: `sameSite is ${all.join(' or ')}`, related });
}
