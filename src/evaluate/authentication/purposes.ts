/** Routes that are for everybody by what they are: signing in, health, documentation, public files. */
import type { FunctionRef, Program, Route } from '../../contracts/program.js';
import { isOperation, verbOf } from '../entry-points.js';
import { splitWords } from '../names/name-words.js';
import { signsOf } from './function-signs.js';
import { guardedPlaces } from './guarded-packages.js';
import { reachedWhenWell, usesIn } from './reach.js';
import { calledName } from '../../contracts/written-name.js';

/** Words of a path segment. What is written with several words is looked for in that order: `forgot password`. */
const SIGNING_IN = /(?:^| )(?:log ?in|log ?out|log ?off|sign ?in|sign ?up|sign ?out|register|registration|signon|auth|oauth2?|oidc|sso|saml|acs|passkeys?|webauthn|callback|authorize|authenticate|token|tokens|refresh|revoke|session|sessions|otp|totp|mfa|2fa|magic|forgot|forgotten|forget|recover|recovery|verify|verification|confirm|confirmation|activate|activation|resend|(?:validate|check) (?:licen[cs]e )?key|reset|invitations?|invites?|invite|accept|unsubscribe|subscribe|captcha|csrf|jwks|onboarding|bootstrap|setup|install|introspect|userinfo)(?: |$)|(?:^| )(?:password ?reset|(?:forget|forgot|reset|recover|lost|new) ?(?:my ?|your ?)?password|well known)(?: |$)/;
const INFORMING = /(?:^| )(?:health|healthz|healthcheck|health check|ready|readyz|readiness|livez|liveness|alive|ping|pong|heartbeat|metrics|prometheus|public|guest|landing|csp report|report csp|csp|telemetry|analytics|beacon|pixel|well known)(?: |$)/;
/** What everybody reads. */
const READ_BY_ALL = /(?:^| )(?:version|docs|documentation|swagger|openapi|redoc|api docs|static|assets|publications?|favicon|favicon ico|robots|robots txt|sitemap|sitemap xml|manifest|manifest json|locales?|i18n|translations?|rss|atom|oembed|embed|og|opengraph|countries|currencies|languages|timezones|changelog|announcements?)(?: |$)/;
/** Where everybody, or another service, may send something. */
const SENT_BY_ALL = /(?:^| )(?:contact|contacts us|newsletter|waitlist|feedback|webhooks?|hooks?|ipn)(?: |$)/;
/** Words of paths that are for everybody in some services and for somebody in others. */
const PERHAPS_FOR_ALL = /(?:^| )(?:live|status|doc|config|configuration|settings public|features|flags|feed|shared?|open|pages?|home|about|collect|opamp|otlp|ingest|ingestion|spans|traces|track|tracking|events?|unfurl|preview|widget|demo|play|links?|visits?|page ?views?|echo|hello|test|time|index)(?: |$)/;
/** Questions that a page asks before anybody has signed in, and what is for sale. */
const ASKED_BY_ALL = /(?:^| )(?:availability|availables?|exists?|lookup|memberships|plans|pricing|tiers|mode)$|(?:^| )(?:can|has|is) \w|\w created$/;
/** Where guests of a shop pay, and what is asked before somebody signs up; whoever was told the id of a session or a secret may show it. */
const ASKED_OF_STRANGERS = /(?:^| )(?:checkout|payment intents?|paypal order)(?: |$)|^(?:validate|check) (?:email|e mail|user ?name|phone|slug)$/;
const TOLD = /[:{](?:session_?id|token|secret|signature|hash)\}?$/i;
/** Places, found by their code or position. */
const LOOKED_UP = /[:{](?:zip|postal|post|cep|city|country|state|region)_?(?:code|name)?\}?$/i;
/** Pictures of people and things, which pages of everybody show. */
const PICTURES = /(?:^| )(?:avatars?|icons?|logos?|banners?|splash(?:es)?|thumbnails?|thumbs?|emojis?|stickers?|badges?|gravatars?)(?: |$)/;
/** Where a payment service sends the browser, or its news, when somebody has paid. */
const RETURNS = /\/(?:payments?|checkout|paypal|stripe|pay)\/(?:response|return|success|cancel(?:led)?|result|notify|completed?|failed|failure|redirect|thank-?you)$/i;
/** Parts of an area of signing in that belong to somebody who is signed in. */
const SIGNED_IN = /(?:^| )(?:change password|update password|change email|delete|users?|accounts?|profile|me|admin|administration|internal|private)(?: |$)/;
/** One address for many operations, each of which may ask for itself. */
const MANY_OPERATIONS = /(?:^| )(?:graphql|trpc|rpc|json rpc|mcp|socket|ws|sse|soap|odata|yoga|playground|graphiql)(?: |$)/;

export type Purpose = 'signing-in' | 'informing' | 'perhaps-for-all' | 'many-operations';

/** By the words of its path; null when it tells nothing of the kind. */
export function purposeOf(route: Route): Purpose | null {
  const isNamed = isOperation(route);
  const method = verbOf(route);
  const segments = route.path.split(isNamed ? '.' : '/').filter((segment) => segment !== '' && !/^[:*{[]/.test(segment)).map((segment) => splitWords(segment).join(' '));
  if (segments.length === 0) return isNamed ? null : 'informing';
  // Every address below it, which another router takes apart.
  if (!isNamed && /[*]\??$/.test(route.path) && segments.every((segment) => BASE.test(segment))) return 'many-operations';
  if (!isNamed && segments.some((segment) => MANY_OPERATIONS.test(segment))) return 'many-operations';
  const last = segments.at(-1)!;
  const isInner = segments.some((segment) => /(?:^| )(?:admin|internal|private)(?: |$)/.test(segment));
  if (!isInner && segments.some((segment) => isForAll(segment, method))) return 'informing';
  // The name of an operation is all in one: `loginUser`.
  const isCreated = method === 'POST' && ACCOUNTS.test(last) && !isInner;
  const isOfSomebody = SIGNED_IN.test(last) && !(isNamed && SIGNING_IN.test(last)) && !isCreated;
  if (segments.some((segment) => SIGNING_IN.test(segment)) && !isOfSomebody) return 'signing-in';
  // What a thing of somebody's has (`/orders/:id/status`) is that somebody's.
  const first = segments.find((segment) => !BASE.test(segment)) ?? last;
  const tellsOfAbuse = (method === 'POST' || method === 'ALL') && /(?:^| )(?:report|abuse|flag)$/.test(last);
  if (method === 'GET' && (ASKED_BY_ALL.test(last) || LOOKED_UP.test(route.path) || (!isNamed && !isInner && segments.some((segment) => PICTURES.test(segment))))) return 'perhaps-for-all';
  if (RETURNS.test(route.path) || (!isInner && OPEN_DIRECTORY.test(route.value.file.facts.path))) return 'perhaps-for-all';
  if (!isNamed && !isInner && (TOLD.test(route.path) || (method === 'POST' && ASKED_OF_STRANGERS.test(last)))) return 'perhaps-for-all';
  return !isInner && !CHANGING.has(method) && (tellsOfAbuse || PERHAPS_FOR_ALL.test(first)) ? 'perhaps-for-all' : null;
}

/** Routes that files make are sorted by directories that no path shows: `routes/qr+/_public+/`, `app/(public)/`. */
const OPEN_DIRECTORY = /\/(?:_public\+?|\(public\))\//i;
/** Where an API begins. */
const BASE = /^(?:api|rest|v ?\d+)$/;
const CHANGING: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

function isForAll(segment: string, method: string): boolean {
  if (INFORMING.test(segment)) return true;
  return (READ_BY_ALL.test(segment) && (method === 'GET' || method === 'ALL')) || (SENT_BY_ALL.test(segment) && !CHANGING.has(method));
}

/**
 * Does a comment say that the route, or its handler, is for everybody? The code below the comment is what begins on its line: a registration, a
 * decorator, the declaration of the handler.
 */
export function isSaidOpen({ value, handler }: Route): boolean {
  return [value, ...(handler === null ? [] : [{ file: handler.file, ...handler.file.facts.functions[handler.id]! }])].some((each) => {
    const { saidOpen = [], lineStarts, values } = each.file.facts;
    if (saidOpen.length === 0) return false;
    const start = 'start' in each ? each.start : values[each.id]!.start;
    const line = lineStarts.findLastIndex((at) => at <= start);
    return saidOpen.some((at) => at >= lineStarts[line]! && at < (lineStarts[line + 1] ?? Infinity));
  });
}

/**
 * What a service mostly shows of people: what is asked of a procedure that is named for everybody, people by the name that they have chosen,
 * whatever servers of others ask for (`/.well-known/webfinger`), and profiles where routes beside them have guards.
 */
export function isPerhapsShownOf(route: Route, program: Program): boolean {
  const { path, value } = route;
  if (isOperation(route)) return /public/i.test(program.describe(value));
  if (/[:{](?:user_?name|handle|slug|nick(?:name)?)\}?$/i.test(path)) return true;
  if (program.sitesOf('federation.serve').length > 0) return true;
  if (program.routes.some((each) => /\/\.well-known\/(?:webfinger|nodeinfo)/.test(each.path))) return true;
  const isProfile = path.split('/').some((segment) => /^profiles?$/i.test(segment));
  return isProfile && !/\/me(?:\/|$)/.test(path) && guardedPlaces(program).files.has(value.file.facts.path);
}

const ACCOUNTS = /^(?:create )?(?:new )?(?:users?|accounts?|customers?|members?|clients?)$/;
const SIGN_UP = /(?:^| )(?:register|registration|sign ?up)(?: |$)/;
const signUps = new WeakMap<Program, ReadonlySet<string>>();

/** `POST /users` that stores a password, in a package that has no other address to sign up: perhaps that is how one does. */
export function isPerhapsSignUp(route: Route, program: Program): boolean {
  const last = splitWords(route.path.split(isOperation(route) ? '.' : '/').findLast((segment) => segment !== '') ?? '').join(' ');
  if (verbOf(route) !== 'POST' || route.handler === null || !ACCOUNTS.test(last)) return false;
  let packages = signUps.get(program);
  if (packages === undefined) {
    const found = program.routes.filter(({ path }) => path.split('/').some((segment) => SIGN_UP.test(splitWords(segment).join(' '))));
    signUps.set(program, (packages = new Set(found.map(({ value }) => value.file.package.directory))));
  }
  if (packages.has(route.value.file.package.directory)) return false;
  // Where the model hashes by itself, the handler does not say so.
  const { directory } = route.value.file.package;
  if (program.sitesOf('password.hash').some(({ value }) => value.file.package.directory === directory)) return true;
  return reachedWhenWell(program, [route.handler], 3).some(({ ref }) => signsOf(ref).calls.some((id) => /hash|password/i.test(calledName(ref.file, id) ?? '')));
}

/** What somebody signs in with from now on, and who he is then. */
const CREDENTIAL = /^(?:password|secret|client_?secret|api_?key|api_?secret|private_?key)$/i;
const KNOWN_BY = /^(?:login|user|user_?name|email|account|account_?id|client_?id|key_?id|access_?key)$/i;

/** Does a POST answer with a name and a password, or a client's id and its secret? Then it may be how strangers, or programs of others, get an account. */
export function handsOutCredentials(route: Route, program: Program): boolean {
  const { handler } = route;
  if (verbOf(route) !== 'POST' || handler === null) return false;
  const { values } = handler.file.facts;
  return signsOf(handler).calls.some((id) => {
    const fact = values[id]!;
    if (fact.kind !== 'call' || !/^(?:send|json|end|reply)$/.test(calledName(handler.file, id) ?? '')) return false;
    return fact.args.slice(0, 1).some((argument) => program.sourcesOf({ file: handler.file, id: argument }).some((source) => {
      const given = program.fact(source);
      const has = (pattern: RegExp) => given.kind === 'object' && given.properties.some(({ name }) => pattern.test(name ?? ''));
      return has(CREDENTIAL) && has(KNOWN_BY);
    }));
  });
}

const COMPARES_PASSWORD = /^(?:compare|compareSync|comparePasswords?|verifyPassword|checkPassword|validatePassword|matchPassword|isPasswordValid|isValidPassword|passwordMatches|validPassword|verify_?hash|scrypt|scryptSync|pbkdf2|signIn\w*|logIn|login|signInWithPassword|signUp|register|registerUser|createSession|hashPassword|genSalt|genSaltSync|setPassword|(?:set|store|save|attach|write)(?:Auth|Access|Refresh|Session|Jwt)?Tokens?(?:In|To)?Cookies?)$/;

/** Does the handler sign somebody in or up: does it compare or hash a password, or make a token? */
export function signsIn(handler: FunctionRef, program: Program): boolean {
  const reached = reachedWhenWell(program, [handler], 3);
  if (usesIn(reached, ['jwt.sign'], program).length > 0) return true;
  return reached.some(({ ref }) => signsOf(ref).calls.some((id) => COMPARES_PASSWORD.test(calledName(ref.file, id) ?? '')));
}
