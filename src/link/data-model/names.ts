/**
 * What names say about tenancy: a small vocabulary, on purpose. Names are compared without case, `_` and `-`
 * (`tenantId`, `tenant_id` and `TENANT_ID` are one name).
 */

/** Words for the party whose data is kept apart. A column named after one of these is evidence by itself. */
const TENANT_WORDS = ['tenant', 'organization', 'organisation', 'org', 'workspace'];
/** Words that mean the same in some products and something else in others (a sports team, a bank account): they need more evidence. */
const POSSIBLE_TENANT_WORDS = ['team', 'company', 'account', 'shop', 'store', 'merchant', 'school', 'clinic', 'business', 'agency'];

const KEY_SUFFIXES = ['', 'id', 'uuid', 'uid', 'key', 'slug', 'pk', 'fk', 'ref'];
/** `activeWorkspaceId`, `currentOrgId`, `authorizedWorkspaceId`: the tenant of the caller. */
const CALLER_PREFIXES = ['active', 'current', 'authorized', 'auth', 'session', 'selected', 'my', 'caller', 'user', 'owner', 'request', 'own', 'for'];

/** Lower case without separators. */
export function normal(name: string): string {
  return name.replace(/[_\-\s]/g, '').toLowerCase();
}

export interface TenantName {
  /** The word in its plain form: `organization` for `orgId` and `organisation_id`. */
  word: string;
  /** Strong words are evidence by themselves. */
  strong: boolean;
}

const NAMES: ReadonlyMap<string, TenantName> = new Map([...entries(TENANT_WORDS, true), ...entries(POSSIBLE_TENANT_WORDS, false)]);

function entries(words: readonly string[], strong: boolean): [string, TenantName][] {
  return words.flatMap((word) => KEY_SUFFIXES.map((suffix): [string, TenantName] => [word + suffix, { word: plainWord(word), strong }]));
}

function plainWord(word: string): string {
  return word === 'org' || word === 'organisation' ? 'organization' : word;
}

/** What a column's or property's name says; null when it is no tenant key. `org` alone is none, `orgId` is. */
export function tenantKeyName(name: string): TenantName | null {
  const normalised = normal(name);
  const found = NAMES.get(normalised);
  return found !== undefined && !isBareWord(normalised) ? found : null;
}

/** Also accepts the bare word (`tenant`) and the caller's (`activeWorkspaceId`, `session.org`). */
export function tenantValueName(name: string): TenantName | null {
  const normalised = normal(name);
  const direct = NAMES.get(normalised);
  if (direct !== undefined) return direct;
  const prefix = CALLER_PREFIXES.find((candidate) => normalised.startsWith(candidate));
  return prefix === undefined ? null : (NAMES.get(normalised.slice(prefix.length)) ?? null);
}

/** `team`, `organization`: the tenant itself, not its key. */
export function isTenantWord(name: string): boolean {
  return isBareWord(normal(name));
}

function isBareWord(normalised: string): boolean {
  return TENANT_WORDS.includes(normalised) || POSSIBLE_TENANT_WORDS.includes(normalised);
}

/** Is this the name of the tenant's own entity: `Organization`, `tenants`, `workspace`? */
export function namesTenantEntity(name: string, word: string): boolean {
  const single = singular(normal(name));
  return single === word || plainWord(single) === word;
}

/** `tickets` → `ticket`, `companies` → `company`. */
export function singular(name: string): string {
  if (name.endsWith('ies') && name.length > 4) return `${name.slice(0, -3)}y`;
  if (/(?:ses|xes|ches|shes)$/.test(name)) return name.slice(0, -2);
  return name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name;
}

/** Objects that stand for the caller, as they are called in requests, contexts and sessions. */
const PRINCIPALS = new Set([
  'user', 'currentuser', 'authuser', 'loggedinuser', 'session', 'claims', 'principal', 'identity', 'auth', 'caller', 'actor', 'viewer',
  'me', 'jwt', 'decoded', 'apikey', 'credentials', 'locals', 'member', 'membership', 'subject', 'decodedtoken', 'authdata', 'authcontext', 'authentication',
]);

export function namesPrincipal(name: string): boolean {
  return PRINCIPALS.has(normal(name));
}

/** Objects on which a server carries who is calling: `ctx.tenantId`, `req.orgId`. */
export function namesContext(name: string): boolean {
  return /^(?:ctx|context|req|request|requestcontext|reqctx)$/.test(normal(name));
}

/** Functions that say who is calling. */
export function namesAuthentication(name: string): boolean {
  return /^(?:get|require|assert|current|use|read|verify|validate|authenticate)?(?:server|current|auth|user|authenticated|optional)?(?:auth|session|user|viewer|principal|claims|apikey|rootkey|identity|authentication|token|request)$/.test(normal(name)) && normal(name) !== 'request';
}

/** Entities that are read before the caller's tenant is known: users, their credentials, memberships and invitations. */
const SIGN_IN_ENTITY =
  /^(?:app|auth|system|platform|workspace|organi[sz]ation|org|tenant|team|company|account)?(?:user|member|membership|account|admin|agent|employee|staff|profile|identity|credential|session|accesstoken|refreshtoken|token|verification|verificationtoken|passwordreset|passwordresettoken|resettoken|apikey|key|apitoken|personalaccesstoken|invite|invitation|memberinvite|invitationtoken|login|loginattempt|loginmethod|otp|twofactor|passkey|authenticator|device|domain|ssoprovider|ssoconfig|samlconfig|oauthclient|oauthtoken|subscription|workspaceuser|organi[sz]ationuser|role|permission)s?$/;

export function namesSignInEntity(name: string): boolean {
  return SIGN_IN_ENTITY.test(normal(name));
}

/** Invitations are looked for by whoever holds their link, of no tenant yet. */
export function namesInvitation(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:invites?|invitations?)$/.test(word));
}

/** Users and their memberships: when they carry a key, several of them share what it stands for. */
export function namesUserEntity(name: string): boolean {
  return /(?:^|[a-z])(?:user|member|membership|employee|staff)$/.test(singular(normal(name)));
}

/** Columns that only the holder of a secret, or the provider of a webhook, can name; and names that are public by nature. */
const SECRET_COLUMN =
  /^(?:.*(?:token|secret|hash|apikey|accesskey|otp|nonce|signature|verifier)|.*(?:stripe|paddle|lemonsqueezy|shopify|slack|github|google|twilio|paypal|clerk|workos|auth0|webhook|external|provider|oauth|saml|sso).*id|shareid|publicid|publickey|sharekey|inviteid|invitecode|invitationcode|resetcode|hostname|domain|subdomain|customdomain|slug|handle|identifier|shortlink|url)$/;

/** Columns that hold what is made to be known to one party only: long and random, or a digest of such. */
const HELD_SECRET = /(?:token|secret|apikey|accesskey|resetcode|invitecode|invitationcode)(?:hash|digest)?$|^(?:key|lookup)hash$/;

export function namesHeldSecret(name: string): boolean {
  return HELD_SECRET.test(normal(name));
}

export function namesSecretColumn(name: string): boolean {
  return SECRET_COLUMN.test(normal(name));
}

/** How the people of a tenant sign in; whoever looks for it knows no caller yet. */
const SIGN_IN_PROVIDER = /^(?:sso|saml|oidc|openid|idp|identity)(?:connection|provider|config|configuration|setting)s?$/;

export function namesSignInProvider(name: string): boolean {
  return SIGN_IN_PROVIDER.test(normal(name));
}

/** What a function is called that reads a row and refuses whoever may not have it. */
const LOOKING = /^(?:get|find|fetch|load|check|assert|ensure|verify|validate|require|authorize)(?=[A-Z_])/;

export function namesLook(name: string): boolean {
  return LOOKING.test(name);
}

const SIGN_IN_COLUMN = /^(?:email|emailaddress|username|login|phone|phonenumber|mobile|externalid|sub|authid|clerkid|auth0id|firebaseuid|cognitosub|subject|key|code)$/;

export function namesSignInColumn(name: string): boolean {
  return SIGN_IN_COLUMN.test(normal(name));
}

/** Columns that hold the caller itself: rows of one person. */
const PERSON_COLUMN = /^(?:user|owner|author|creator|createdby|createdbyuser|member|profile|agent|assignee|actor|person|employee|recipient)(?:id|uuid|by)?$/;

export function namesPersonColumn(name: string): boolean {
  return PERSON_COLUMN.test(normal(name));
}

/** Columns of what a tenant divides its data into, so that a filter by one is narrower than the tenant. */
export function namesCompartment(name: string): boolean {
  return /^environment(?:id|uuid)?$/.test(normal(name));
}

const MAINTENANCE_WORDS =
  /^(?:admin|superadmin|backoffice|crons?|cronjobs?|jobs?|schedulers?|scheduled|migrate|migrations?|seeds?|seeders?|seeding|cleanups?|cleaner|backfills?|maintenance|sweep|sweeper|purge|prune|reaper|retention|workers?|batch|etl|scripts?|bootstrap|telemetry|reindex|cli|housekeeping|fixtures?)$/;

/** Rows and functions that are meant for everybody. */
export function namesPublic(name: string): boolean {
  return /^(?:is)?(?:public|published|shared|visibility|publiclyvisible|embed|embedded|publicaccess)$/.test(normal(name));
}

/** Words of functions and files that serve everybody: a marketplace, a sitemap, an embedded widget. */
export function namesPublicPlace(word: string): boolean {
  return /^(?:public|marketplace|embed|embedded|sitemap|explore|gallery|slugs|robots|og|published|unauthenticated|anonymous)$/.test(word);
}

/** Words of functions and files that do what was put into a queue: who put it there chose the rows. */
export function namesQueuedWork(word: string): boolean {
  return /^(?:job|jobs|queue|queues|worker|workers|processor|processors|consumer|consumers|task|tasks|subscriber|subscribers|listener|listeners)$/.test(word);
}

/** `getChatflowAndVerifyToken`, `validateApiKey`: functions that look a row up and hold its secret against the one given. */
export function namesVerification(symbol: string): boolean {
  const words = wordsOf(symbol);
  return words.some((word) => /^(?:verify|validate|check|authenticate|by|with)$/.test(word)) && words.some((word) => /^(?:token|key|apikey|secret|signature|hmac|webhook)$/.test(word));
}

/** Entry points that another system calls, with ids it was given before. */
export function namesWebhook(path: string): boolean {
  return wordsOf(path).some((word) => /^(?:webhooks?|callbacks?)$/.test(word));
}

/** Functions that run once when the server starts, over everything. */
export function namesStartUp(symbol: string): boolean {
  return wordsOf(symbol).some((word) => /^(?:init|initialize|initialise|startup|start|boot|bootstrap|warmup|warm|preload|onmoduleinit|recover|resume|restore)$/.test(word));
}

/** Words of a path or name, split at case changes and separators. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** Work over all tenants: scheduled jobs, migrations, seeds, the operator's own tools. */
export function namesMaintenance(words: readonly string[]): boolean {
  return words.some((word) => MAINTENANCE_WORDS.test(word));
}
