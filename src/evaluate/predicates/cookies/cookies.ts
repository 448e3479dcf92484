/**
 * `cookie.*`: what a cookie is for, and which of its protections are set. The named arguments `http-only`, `secure` and
 * `same-site` say where a library takes them, the attributes `default-…` which it sets by itself.
 */
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { argumentSubject } from '../../argument-subject.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { splitWords } from '../../names/name-words.js';
import type { Site } from '../../site.js';
import { constantsOf } from '../../subject.js';
import { textOf } from '../../value-tests/partial-text.js';
import { endsWithin } from './cookie-ends.js';
import { cookieHeader } from './cookie-headers.js';
import type { FlagState } from './cookie-headers.js';
import type { Predicate } from '../index.js';

type Flag = 'http-only' | 'secure' | 'same-site';

const FLAGS: readonly Flag[] = ['http-only', 'secure', 'same-site'];
const WRITTEN: Readonly<Record<Flag, string>> = { 'http-only': 'httpOnly', secure: 'secure', 'same-site': 'sameSite' };
const PURPOSES = ['preference', 'csrf', 'identity', 'minor'] as const;

/** Words in the name of a cookie that signs somebody in. */
const IDENTITY: ReadonlySet<string> = new Set([
  ...['session', 'sessionid', 'sess', 'sid', 'ssid', 'connect', 'auth', 'authorization', 'authentication', 'token', 'jwt', 'jid', 'access', 'refresh'],
  ...['login', 'user', 'userid', 'username', 'uid', 'account', 'password', 'secret', 'key', 'remember', 'identity', 'credential', 'credentials', 'sso', 'oauth', 'oidc', 'nonce', 'otp', 'mfa', 'email'],
]);
/** Words in the name of a cookie that only remembers how somebody likes the pages, or counts visits. */
const PREFERENCE: ReadonlySet<string> = new Set([
  ...['theme', 'themes', 'locale', 'lang', 'language', 'i18n', 'i18next', 'color', 'colour', 'dark', 'darkmode', 'sidebar', 'consent', 'timezone', 'tz', 'currency', 'banner'],
  ...['dismissed', 'layout', 'preference', 'preferences', 'preferred', 'prefs', 'analytics', 'utm', 'seen', 'collapsed', 'visited', 'visits', 'views', 'experiment', 'skin', 'font', 'country', 'referrer', 'click', 'campaign'],
]);
/** A name that ends so says where to go, what was last done or how something is shown: `loginRedirect`, `user-settings`. */
const ABOUT: ReadonlySet<string> = new Set(['redirect', 'redirecturl', 'return', 'next', 'hint', 'url', 'path', 'count', 'expires', 'expiry', 'status', 'settings', 'slug', 'calendar', 'columns', 'filters', 'sort', 'mode', 'method', 'provider', 'strategy']);
/** Values that stand for no session any more, and how long such a cookie may stay, in ms. */
const FAREWELL = /^(?:none|null|undefined|log(?:ged)?-?_?out|sign(?:ed)?-?_?out|deleted?|removed?|expired|invalid|empty|x+|0)$/i;
const A_MOMENT = 60_000;
const CSRF: ReadonlySet<string> = new Set(['csrf', 'xsrf', 'csrftoken', 'xsrftoken']);

/**
 * `with:` what the cookie's name says it is for: `identity`, `preference`, `csrf` (a token that scripts send back in a header), or
 * `minor` (none of these, and it says where to go or some protection was chosen for it).
 */
export const purpose: Predicate = (site, operand, evaluation) => {
  if (!PURPOSES.some((known) => known === operand)) throw new Error(`cookie.purpose takes one of ${PURPOSES.join(', ')}`);
  return answerOf(site.role !== null && purposeOf(site.role, evaluation) === operand);
};

/** Does the call take the cookie away: an empty value, a lifetime of nothing, an end that is reached, or one in a moment for a word that says so? */
export const clears: Predicate = (site, _operand, evaluation) => {
  const { role } = site;
  if (role === null) return NO;
  if (isHeader(role)) return answerOf(cookieHeader(role, evaluation)?.clears ?? 'no');
  if (role.entry.attributes['session'] === true) return NO;
  const values = argumentSubject(role, 'value', evaluation);
  if (role.entry.arguments['value'] !== undefined && values.presence === 'no') return answerOf(argumentSubject(role, 'name', evaluation).presence === 'yes');
  const constants = constantsOf(values, evaluation);
  if (constants.all.length > 0 && constants.complete && constants.all.every((value) => value === '' || value === null)) return yes();
  const isFarewell = constants.complete && constants.all.length > 0 && constants.all.every((value) => FAREWELL.test(String(value)));
  const longest = isFarewell ? A_MOMENT : 0;
  const lifetime = constantsOf(argumentSubject(role, 'max-age', evaluation), evaluation);
  if (lifetime.all.length > 0 && lifetime.complete && lifetime.all.every((each) => typeof each === 'number' && each <= longest)) return yes();
  return answerOf(argumentSubject(role, 'expires', evaluation).values.some((value) => endsWithin(longest, value, evaluation.program)));
};

/**
 * `with:` `protection` (httpOnly or secure is missing), `same-site` (only sameSite is), `cross-site` (sameSite is None without
 * secure), `nothing` (all are there). The missing ones are the message's `{value}`.
 */
export const lacks: Predicate = (site, operand, evaluation) => {
  if (site.role === null) return NO;
  const states = statesOf(site, evaluation);
  const needed = isForScripts(site.role, evaluation) ? FLAGS.filter((flag) => flag !== 'http-only') : FLAGS;
  const missing = needed.filter((flag) => states.get(flag) === 'missing');
  const open = needed.filter((flag) => states.get(flag) === 'unknown').map((flag) => WRITTEN[flag]);
  const untold = unknown(`whether ${open.join(' and ')} is set`);
  const values = { value: inWords(missing.map((flag) => WRITTEN[flag])) };
  switch (operand) {
    case 'protection':
      return missing.some((flag) => flag !== 'same-site') ? yes({ values }) : open.length > 0 ? untold : NO;
    case 'cross-site':
      return states.get('same-site') === 'cross-site' && states.get('secure') === 'missing' ? yes({ values }) : NO;
    case 'same-site':
      return missing.length === 1 && missing[0] === 'same-site' ? (open.length > 0 ? untold : yes({ values })) : NO;
    case 'nothing':
      return missing.length > 0 ? NO : open.length > 0 ? untold : yes();
    default:
      throw new Error('cookie.lacks takes protection, same-site, cross-site or nothing');
  }
};

/** A token that scripts send back, or a cookie that names nobody and is opened to scripts on purpose. */
function isForScripts(role: RoleSite, evaluation: Evaluation): boolean {
  const kind = purposeOf(role, evaluation);
  if (kind === 'csrf' || isHeader(role)) return kind === 'csrf';
  return (kind === 'other' || kind === 'minor') && constantsOf(argumentSubject(role, 'http-only', evaluation), evaluation).all.includes(false);
}

function statesOf(site: Site, evaluation: Evaluation): ReadonlyMap<Flag, FlagState> {
  const role = site.role!;
  if (isHeader(role)) {
    const header = cookieHeader(role, evaluation);
    return new Map(FLAGS.map((flag) => [flag, header === null ? 'unknown' : header[flag]]));
  }
  const defaults = role.entry.attributes['settings'] === undefined ? [] : evaluation.roleSites(['cookie.defaults'], 'wide');
  return new Map(
    FLAGS.map((flag) => {
      const own = stateOf(role, flag, evaluation);
      const shared = own === 'missing' ? defaults.map((each) => stateOf(each, flag, evaluation)) : [];
      return [flag, shared.find((state) => state !== 'missing') ?? own];
    }),
  );
}

function stateOf(role: RoleSite, flag: Flag, evaluation: Evaluation): FlagState {
  const subject = argumentSubject(role, flag, evaluation);
  const byDefault: FlagState = role.entry.attributes[`default-${flag}`] === true ? 'set' : 'missing';
  if (subject.presence === 'no') return byDefault;
  if (subject.values.length === 0) return 'unknown';
  const { all, others } = constantsOf(subject, evaluation);
  const off = all.filter((constant) => constant === false || constant === null || constant === 0 || constant === '');
  if (others.length === 0 && off.length === all.length && all.length > 0) return all.includes(false) || all.includes(0) ? 'missing' : byDefault;
  if (subject.presence === 'unknown' && byDefault === 'missing') return 'unknown';
  const isCrossSite = flag === 'same-site' && others.length === 0 && all.every((constant) => String(constant).toLowerCase() === 'none');
  return isCrossSite ? 'cross-site' : 'set';
}

function purposeOf(role: RoleSite, evaluation: Evaluation): (typeof PURPOSES)[number] | 'other' {
  if (role.entry.attributes['session'] === true) return 'identity';
  const words = isHeader(role) ? splitWords(cookieHeader(role, evaluation)?.name ?? '') : wordsOfName(role, evaluation);
  const joined = words.join('');
  if (words.some((word) => CSRF.has(word)) || CSRF.has(joined)) return 'csrf';
  const isPreference = words.some((word) => PREFERENCE.has(word));
  if (words.includes('mock')) return 'minor';
  if (holdsToken(role, evaluation)) return 'identity';
  if (ABOUT.has(words.at(-1) ?? '')) return isPreference ? 'preference' : 'minor';
  // A name that somebody hands over, and an object as text: no token.
  if (words.join() === 'key' && isDataWritten(role, evaluation)) return 'minor';
  const kind = isIdentity(words) && !isDataForScripts(role, evaluation) ? 'identity' : isPreference ? 'preference' : 'other';
  return kind === 'other' && (hasChosenFlag(role, evaluation) || isDataWritten(role, evaluation)) ? 'minor' : kind;
}

/** What it holds is a token that the program signs, whatever the cookie is called. */
function holdsToken(role: RoleSite, evaluation: Evaluation): boolean {
  if (isHeader(role)) return false;
  const { program } = evaluation;
  const made = argumentSubject(role, 'value', evaluation).values.flatMap((value) => [value, ...program.sourcesOf(value)]);
  return made.some((value) => program.rolesAt(value).some((each) => each.role === 'jwt.sign'));
}

function isIdentity(words: readonly string[]): boolean {
  return words.length === 0 || words.some((word) => IDENTITY.has(word) || /(?:token|session|jwt|auth)/.test(word));
}

/** An object written as JSON and opened to scripts on purpose: no token. */
function isDataForScripts(role: RoleSite, evaluation: Evaluation): boolean {
  return !isHeader(role) && constantsOf(argumentSubject(role, 'http-only', evaluation), evaluation).all.includes(false) && isDataWritten(role, evaluation);
}

/** An object written as JSON. */
function isDataWritten(role: RoleSite, evaluation: Evaluation): boolean {
  const { program } = evaluation;
  return argumentSubject(role, 'value', evaluation).values.some((value) => isJson(value, program, 0));
}

/** `JSON.stringify(…)`, or that encoded. */
function isJson(value: ValueRef, program: Program, depth: number): boolean {
  return program.sourcesOf(value).some((source) => {
    const fact = program.fact(source);
    if (fact.kind !== 'call') return false;
    if (program.describe({ file: source.file, id: fact.callee }) === 'JSON.stringify') return true;
    return depth < 2 && fact.args.length === 1 && isJson({ file: source.file, id: fact.args[0]! }, program, depth + 1);
  });
}

function hasChosenFlag(role: RoleSite, evaluation: Evaluation): boolean {
  if (isHeader(role)) return false;
  return FLAGS.some((flag) => argumentSubject(role, flag, evaluation).presence !== 'no');
}

/** The name as written, else what it is called where it is handed over; nothing for a name that says nothing. */
function wordsOfName(role: RoleSite, evaluation: Evaluation): string[] {
  const { values } = argumentSubject(role, 'name', evaluation);
  const constants = constantsOf({ presence: 'yes', values, scalar: undefined }, evaluation);
  const written = constants.all.filter((each) => typeof each === 'string');
  if (written.length > 0) return written.flatMap(splitWords);
  return values.flatMap((value) => splitWords(`${textOf(value, evaluation)} ${evaluation.program.describe(value)}`)).filter((word) => word !== 'name' && word !== 'cookie');
}

function isHeader(role: RoleSite): boolean {
  return role.role === 'cookie.header';
}

function inWords(flags: readonly string[]): string {
  return flags.length < 2 ? flags.join('') : `${flags.slice(0, -1).join(', ')} and ${flags.at(-1)}`;
}

/** Is it a header whose text is not written here, as where a library made it? */
export const unwritten: Predicate = (site, _operand, evaluation) => answerOf(site.role !== null && isHeader(site.role) && cookieHeader(site.role, evaluation) === null);
