/** The words by which code speaks of authentication. Names are taken apart into words first, so that `author` is not `auth`. */
import { splitWords } from '../names/name-words.js';

/** Each says by itself that a function is about who may call. */
const SAYS_IT: ReadonlySet<string> = new Set([
  ...['auth', 'authn', 'authz', 'authed', 'authenticate', 'authenticated', 'authenticates', 'authentication', 'authenticator', 'unauthenticated'],
  ...['authorize', 'authorized', 'authorizes', 'authorise', 'authorised', 'authorization', 'authorisation', 'authorizer', 'unauthorized', 'unauthorised'],
  ...['protect', 'protected', 'guard', 'guarded', 'acl', 'rbac', 'abac', 'jwt', 'basicauth', 'apikey', 'loggedin', 'signedin'],
]);
/** One of these with one of `OF_WHOM`: `requireUser`, `verifyToken`, `isAdmin`, `adminOnly`. */
const DEMANDS: ReadonlySet<string> = new Set(['require', 'requires', 'required', 'ensure', 'ensures', 'check', 'checks', 'verify', 'verifies', 'validate', 'assert', 'is', 'has', 'must', 'only', 'needs', 'need', 'enforce', 'restrict', 'restricted', 'can', 'allow', 'allowed', 'with', 'be']);
const OF_WHOM: ReadonlySet<string> = new Set(['user', 'users', 'session', 'login', 'logged', 'signed', 'signin', 'token', 'permission', 'permissions', 'role', 'roles', 'admin', 'administrator', 'superuser', 'superadmin', 'owner', 'ownership', 'access', 'member', 'membership', 'identity', 'principal', 'secret', 'credentials', 'account', 'staff', 'privilege', 'privileges', 'scope', 'scopes', 'workspace', 'team', 'apikey', 'key', 'manager', 'moderator', 'signature']);
/** Names with these are about something else: `authLimiter`, `checkCsrfToken`, `authRoutes`, `logUser`. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set(['limit', 'limiter', 'rate', 'throttle', 'throttler', 'csrf', 'xsrf', 'cors', 'router', 'routes', 'controller', 'captcha', 'recaptcha', 'error', 'errors', 'length', 'cache', 'cached', 'schema', 'initialize', 'init', 'extract', 'parse', 'parser', 'setup', 'optional', 'context']);

/** Is a function of this name most likely one that lets only known callers on? */
export function namesGuard(name: string): boolean {
  const words = splitWords(name);
  if (words.some((word) => ABOUT_OTHERS.has(word))) return false;
  return words.some((word) => SAYS_IT.has(word)) || (words.some((word) => DEMANDS.has(word)) && words.some((word) => OF_WHOM.has(word)));
}

/** Does the name of a library's middleware say that it refuses? */
export function namesRefusal(name: string): boolean {
  return /require|ensure|verif|check|protect|authenticate|authori[sz]e|guard|restrict|is_?(?:auth|logged)/i.test(name) && namesGuard(name);
}

/** Calls that tell who calls: `getSession`, `currentUser`, `auth`, `validateRequest`. */
const TELLS_WHO =
  /^(?:_?get|load|fetch|read|find|resolve|retrieve|use)?(?:server|current|auth|authenticated|logged_?in|request|req|my|active|iron|api)*(?:session|auth|viewer|principal|identity|currentuser|serveruser|authuser|loggedinuser|sessionuser|userfromrequest|userfromreq|userfromtoken|userfromsession|userid|userfromheader|accessor|caller|actor)$|^(?:get|load|fetch|resolve|current)_?user(?:_?(?:or_?throw|id|from_?\w+))?$|^(?:current|me|whoami)user$|^validate(?:request|session)(?:token|cookie)?$|^(?:verify|decode|check|decrypt|unseal)(?:id|access|session|bearer)?(?:token|jwt|session|cookie)$/;

export function tellsWho(name: string): boolean {
  return TELLS_WHO.test(name.replaceAll('_', '').toLowerCase());
}

/** What the members of a request are called that say who calls. */
const IDENTITY_MEMBERS: ReadonlySet<string> = new Set(['user', 'users', 'me', 'currentuser', 'session', 'sessions', 'sessionid', 'auth', 'principal', 'userid', 'uid', 'identity', 'isauthenticated', 'isunauthenticated', 'authorization', 'cookies', 'signedcookies', 'apikey', 'account', 'accountid', 'admin', 'member', 'viewer', 'jwt', 'token', 'authinfo', 'authenticated', 'isadmin', 'permissions', 'caller', 'actor', 'tenant', 'tenantid', 'organization', 'orgid', 'workspace', 'credentials', 'loggedin', 'isloggedin', 'usercontext', 'jwtpayload', 'tokenpayload']);

export function isIdentityMember(name: string): boolean {
  return IDENTITY_MEMBERS.has(name.replaceAll('_', '').toLowerCase());
}

/** Headers and cookies that carry a credential, or in which a gateway tells who calls. */
const IDENTITY_HEADER = /^(?:proxy-)?authori[sz]ation$|^cookie$|^(?:x-)?(?:api|access|auth|session|user|admin|internal|service|app|client|account|tenant|org|organization|forwarded|amzn|goog|authenticated|master|webhook|cron|shared)?-?(?:auth\w*|api-?key|key|token|secret|user|user-?id|email|role|roles|identity|principal|signature|oidc-\w+|access-token|access-key|api-token|auth-token|session-token|session-id|iap-\w+)$/i;

export function isIdentityHeader(name: string): boolean {
  return /^[\w-]+$/.test(name) && (IDENTITY_HEADER.test(name) || /^(?:x-[\w-]*(?:token|api-key|apikey|secret|user|auth|signature)[\w-]*|[\w-]+-(?:signature|token|secret|api-key))$/i.test(name));
}

/** Errors and texts that refuse somebody. `forbidden` speaks of somebody known as well as of somebody unknown. */
const REFUSES_STRANGERS = /unauthori[sz]ed|un_?authenticated|not_?authenticated|not_?authori[sz]ed|not_?(?:logged|signed)_?in|login_?required|authentication_?(?:required|error|failed|exception)|(?:missing|invalid|expired|no|bad)_?(?:access|auth|api|bearer|session|jwt|id)?_?(?:token|api_?key|credentials|session)(?=$|[^a-z]|error|exception)|auth_?(?:required|error|failed)|require_?login/i;
const REFUSES_ANYBODY = /forbidden|access_?denied|permission_?denied|insufficient_?(?:permission|privilege|scope)s?|not_?allowed_?(?:error|exception)|authori[sz]ation_?(?:error|failed|exception)|no_?permission|missing_?permissions?/i;

export type Refusal = 'strangers' | 'anybody';

/** @param text a name, or a text of a few words. */
export function refusalIn(text: string): Refusal | null {
  // `--no-session` is told to a command.
  const joined = text.length > 80 || /^\s*--?[a-z]/i.test(text) ? '' : text.trim().replace(/[\s.:-]+/g, '_');
  if (REFUSES_STRANGERS.test(joined)) return 'strangers';
  return REFUSES_ANYBODY.test(joined) ? 'anybody' : null;
}

/** `/login`, `/auth/sign-in?next=…`. */
export function isSignInAddress(text: string): boolean {
  return /^(?:https?:\/\/[^/]+)?\/?(?:[\w-]+\/){0,3}(?:log-?in|sign-?in|auth|unauthori[sz]ed|connect)(?:[/?#]|$)/i.test(text) && text.length < 120;
}
