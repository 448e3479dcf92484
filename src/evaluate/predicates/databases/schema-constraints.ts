/**
 * `schema.holds`: has the model columns whose names ask for a constraint? `schema.lacks`: which of them have none? Operand: `essential` (who a
 * user is, references), `useful` (names in addresses, ids at other services, values at all) or `policy` (references, or values, in a schema that has none).
 */
import { directoryOf, fileNameOf } from '../../../contracts/file-path.js';
import type { ModelColumn, ModelEntity, Program } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { plain, splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

/** What one column should be, and whether it is. */
interface Demand {
  kind: 'identity' | 'address' | 'foreign-id' | 'reference' | 'remembered' | 'values' | 'texts';
  met: ModelColumn['unique'];
  /** As the report says it when it is not. */
  lack: string;
}

const GROUPS: Readonly<Record<string, ReadonlySet<Demand['kind']>>> = {
  essential: new Set(['identity', 'reference']),
  useful: new Set(['address', 'foreign-id', 'values']),
  policy: new Set(['reference', 'remembered', 'values', 'texts']),
};

export const schemaHolds: Predicate = ({ entity }, _operand, { program }) => (entity !== null && demandsOf(entity, program).length > 0 ? yes() : NO);

export const schemaLacks: Predicate = ({ entity }, operand, { program }) => {
  const kinds = GROUPS[String(operand)];
  if (kinds === undefined) throw new Error(`schema.lacks takes essential, useful or policy, not ${JSON.stringify(operand)}`);
  if (entity === null) return NO;
  const isMeant = (kind: Demand['kind']) => (kind !== 'reference' && kind !== 'values') || keeps(kind, entity, program) === (operand !== 'policy');
  return answerOf(demandsOf(entity, program).filter(({ kind }) => kinds.has(kind) && isMeant(kind)));
};

function answerOf(demands: readonly Demand[]): Answer {
  const lacking = demands.filter(({ met }) => met === 'no');
  if (lacking.length > 0) return yes({ values: { value: [...new Set(lacking.map(({ lack }) => lack))].join(', ') } });
  const open = demands.find(({ met }) => met === 'unknown');
  return open === undefined ? NO : unknown(`whether a migration or a helper sees to it: ${open.lack} here`);
}

const DEMANDS = new WeakMap<ModelEntity, readonly Demand[]>();

function demandsOf(entity: ModelEntity, program: Program): readonly Demand[] {
  let known = DEMANDS.get(entity);
  if (known === undefined) DEMANDS.set(entity, (known = isExempt(entity) ? [] : [...identities(entity), ...addresses(entity), ...foreignIds(entity), ...references(entity, program), ...values(entity)]));
  return known;
}

/** Copies of rows, and what only tells of something: the same value comes again, and rows outlive what they speak of. */
const COPIES = /^(?:logs?|logged|audits?|audited|histor(?:y|ies)|versions?|versioned|revisions?|archives?|archived|snapshots?|backups?|deleted|removed|temp|tmp|temporary|staging|staged|imports?|imported|exports?|synchroni[sz]ations?|cancell?ations?|events?|activit(?:y|ies)|metrics?|analytics?|stats?|statistics?|usages?|caches?|cached|queues?|queued|outbox|inbox|jobs?|migrations?|views?|drafts?|legacy|old|attempts?|deliver(?:y|ies)|failures?|received|processed|seen|handled|dedup\w*|idempoten\w+|traces?|reports?|raw|sync|test|tests|example|summary|summaries|aggregates?|aggregated|rollups?|daily|weekly|monthly|hourly|insights?)$/;

function isExempt({ name, table, site }: ModelEntity): boolean {
  return site?.entry.attributes['view'] === true || [...splitWords(name), ...splitWords(table)].some((word) => COPIES.test(word));
}

const USERS = /^(?:users?|admins?|administrators?|superusers?|superadmins?|appusers?|authusers?)$/;
/** `app_users`; not `WhitelistedUser`, `ProjectUser`, which say something about users. */
const KINDS_OF_USERS = /^(?:app|auth|admin|platform|system|staff|portal|account|customer|client|end|public|tbl|web|site|local|t|core|base)$/;
/** Mailboxes, and people who are not here yet, have an address that is no account. */
const NO_ACCOUNTS = /^(?:smtp|imap|mail|mails|mailbox|mailer|email|emails|inbox|integrations?|settings?|configs?|configurations?|servers?|proxy|proxies|connections?|providers?|credentials?|datasources?|pending|invited|invites?|invitations?|requests?|guests?|anonymous|blocked|banned|waitlist|leads?|contacts?|resets?|codes?|otps?|tokens?|verifications?|connected|passports?)$/;
const PASSWORD = /^(?:password|passwordhash|hashedpassword|passworddigest|encryptedpassword|hash|pwd|passwd)$/;
/** With a password for another service, and the place where that is. */
const ELSEWHERE = /^(?:\w*(?:url|host|hostname|endpoint|repository|repo|image|port|server)|(?:registry|remote|branch)\w*)$/;
const LOGIN = /^(?:email|emailaddress|useremail|mail|username|login|loginname|userlogin)$/;
const OTHER_IDENTITY = /^(?:externalid|authid|auth0id|clerkid|clerkuserid|firebaseuid|firebaseid|cognitoid|cognitosub|supabaseid|keycloakid|sub|oid|googleid|githubid|discordid|telegramid|walletaddress|address|phone|phonenumber|mobile|emailhash|usernamehash|hashedemail|did|fid|openid|uid|handle)$/;

/** Who signs in is known by one name: an address or a name that no two have. */
function identities(entity: ModelEntity): Demand[] {
  const words = splitWords(entity.name);
  const has = (pattern: RegExp) => entity.columns.filter(({ name }) => pattern.test(plain(name)));
  const isUser = USERS.test(words.at(-1) ?? '') && words.slice(0, -1).every((word) => KINDS_OF_USERS.test(word));
  if (words.some((word) => NO_ACCOUNTS.test(word)) || (!isUser && (has(PASSWORD).length === 0 || has(ELSEWHERE).length > 0))) return [];
  // One account at each of several providers: the provider's id tells them apart.
  if (has(/^provider$/).length > 0 && has(/^provider(?:account|user)?id$/).length > 0) return [];
  const logins = has(LOGIN);
  const [first] = logins;
  if (first === undefined) return [];
  const known = [...logins, ...has(OTHER_IDENTITY), ...has(LOGIN_ID)].map(({ unique }) => unique);
  return [{ kind: 'identity', met: known.includes('yes') ? 'yes' : known.includes('unknown') ? 'unknown' : 'no', lack: `${first.name} is not unique` }];
}

/** What stands in addresses finds one row. */
const ADDRESSES = /^(?:slug|urlslug|subdomain|permalink)$/;
const TRANSLATED = /^(?:translations?|locales?|i18n|redirects?|alias|aliases|templates?|items?|nodes?|blocks?|sections?|layouts?|seo|meta|metadata|search|trackers?)$/;

function addresses(entity: ModelEntity): Demand[] {
  if (splitWords(entity.name).some((word) => TRANSLATED.test(word))) return [];
  // An account elsewhere, under the name that it has there.
  if (entity.columns.some(({ name }) => /^provider\w*(?:id|name)$/.test(plain(name)))) return [];
  // Part of a domain that somebody owns (`mail` of `mail.acme.org`).
  const isOfDomain = splitWords(entity.name).at(-1)?.startsWith('domain') === true;
  return entity.columns.filter(({ name }) => ADDRESSES.test(plain(name)) && !(isOfDomain && plain(name) === 'subdomain')).map(({ name, unique }) => ({ kind: 'address', met: unique, lack: `${name} is not unique` }));
}

const CUSTOMER_ID = /^(?:stripe|paddle|braintree|chargebee|razorpay|lemonsqueezy|polar|mollie|paystack|square|recurly)customerid$/;
const LOGIN_ID = /^(?:google|github|gitlab|facebook|apple|discord|twitter|microsoft|linkedin|spotify|twitch|clerk|auth0|firebase|cognito|supabase|keycloak|telegram)(?:user)?(?:id|uid|sub)$/;
/** Who has one account at a payment service. */
const CUSTOMERS = /^(?:users?|customers?|accounts?|organi[sz]ations?|orgs?|teams?|workspaces?|tenants?|compan(?:y|ies)|merchants?|clients?)$/;

/** The id by which another service knows a user is that of one user. */
function foreignIds(entity: ModelEntity): Demand[] {
  const last = splitWords(entity.name).at(-1) ?? '';
  return entity.columns
    .filter(({ name }) => (CUSTOMERS.test(last) && CUSTOMER_ID.test(plain(name))) || (USERS.test(last) && LOGIN_ID.test(plain(name))))
    .map(({ name, unique }) => ({ kind: 'foreign-id', met: unique, lack: `${name} is not unique` }));
}

/** `userId`, `customer_id`: a column that is named after another table refers to it. */
function references(entity: ModelEntity, program: Program): Demand[] {
  if (entity.store === 'documents') return [];
  const tables = tablesBeside(entity, program);
  const names = new Set(entity.columns.map(({ name }) => plain(name)));
  // Ids of other systems.
  if (['provider', 'source', 'platform', 'externalsystem'].some((name) => names.has(name))) return [];
  // Of a page's visits: they come by the thousand, and the visitor is nobody who has signed in.
  if (OF_VISITS.every((group) => group.some((name) => names.has(name)))) return [];
  // Tables that the adapter of a sign-in library prescribes.
  const isPrescribed = ['provideraccountid', 'sessiontoken'].some((name) => names.has(name));
  return entity.columns.flatMap((column): Demand[] => {
    const target = targetOf(column.name);
    const isOptional = column.required === 'no';
    // Sessions and prices are mostly those of another service.
    if (target === 'session' || target === 'price') return [];
    // The id by which this program is known to a partner, and what goes with it.
    if (target === 'client' && OF_PARTNER.some((name) => names.has(name))) return [];
    if (target === null || column.isRelation || names.has(`${target}type`) || isKeyOf(entity, column) || (isOptional && column.unique !== 'no')) return [];
    const other = tables.get(target);
    // A row that refers to others, and need not to this one, only remembers it; so does one of which a comment says that it has no foreign keys, or ids from elsewhere, and one that waits for an answer from elsewhere for some minutes.
    const isRemembered = entity.leavesReferencesOut || (names.has('state') && names.has('expiresat')) || (isOptional && entity.columns.some(({ reference }) => reference === 'yes'));
    const kind = isRemembered ? 'remembered' : 'reference';
    return other === undefined || other === entity || areApart(entity, other) || (isPrescribed && column.reference !== 'yes') ? [] : [{ kind, met: column.reference, lack: `${column.name} refers to ${other.name} without a foreign key` }];
  });
}

/** Made by two lists of migrations side by side (`migrations/tenant`, `migrations/hub`): those are two databases. */
function areApart(one: ModelEntity, other: ModelEntity): boolean {
  const [first, second] = [listOf(one), listOf(other)];
  return one.site === null && first !== second && directoryOf(first) === directoryOf(second);
}

/** The directory of a list of migrations, each of which may have a numbered one to itself. */
function listOf({ location }: ModelEntity): string {
  const directory = directoryOf(location.path);
  return /^\d/.test(fileNameOf(directory)) ? directoryOf(directory) : directory;
}

/** `user` of `userId` and `user_id`. */
function targetOf(name: string): string | null {
  const found = /^(.*[a-z0-9])(?:Id|_id|ID|_ID)$/.exec(name);
  return found === null ? null : plain(found[1]!);
}

/** What an account of somebody's visit has: by what, and where from or where to. */
const OF_VISITS = [['browser', 'devicetype', 'operatingsystem', 'os'], ['referrer', 'referer', 'entrypage', 'exitpage', 'pageviews']];
const OF_PARTNER = ['clientsecret', 'issuer', 'redirecturi', 'redirecturis', 'tokenendpoint', 'tokenurl', 'authorizationurl'];

/** The key of the table itself, under its own name: `users.user_id`. */
function isKeyOf(entity: ModelEntity, { name }: ModelColumn): boolean {
  const own = [entity.name, entity.table].map((each) => singular(plain(each)));
  return own.includes(targetOf(name) ?? '');
}

const TABLES = new WeakMap<Program, Map<string, Map<string, ModelEntity>>>();

/** Tables of the same package that are declared in the same way, by their names in the singular. */
function tablesBeside(entity: ModelEntity, program: Program): ReadonlyMap<string, ModelEntity> {
  let groups = TABLES.get(program);
  if (groups === undefined) {
    groups = new Map();
    for (const each of program.entities) {
      const group = groups.get(placeOf(each)) ?? new Map<string, ModelEntity>();
      groups.set(placeOf(each), group);
      for (const name of [each.table, each.name]) group.set(singular(plain(name)), each);
    }
    TABLES.set(program, groups);
  }
  return groups.get(placeOf(entity)) ?? new Map();
}

function placeOf(entity: ModelEntity): string {
  return `${entity.package} ${entity.site?.entry.package ?? 'schema'}`;
}

const POLICY = new WeakMap<Program, Map<string, boolean>>();
/** A schema of so many references without one foreign key, or so many models without one value that must be there, was made so on purpose. */
const ON_PURPOSE = 8;

/** Has the schema such constraints, or is it so small that it says nothing of a purpose? */
function keeps(kind: Demand['kind'], entity: ModelEntity, program: Program): boolean {
  let known = POLICY.get(program);
  if (known === undefined) POLICY.set(program, (known = new Map()));
  const place = `${kind} ${placeOf(entity)}`;
  let answer = known.get(place);
  if (answer === undefined) {
    const all = program.entities.filter((each) => placeOf(each) === placeOf(entity)).flatMap((each) => demandsOf(each, program).filter((demand) => demand.kind === kind));
    answer = all.length < ON_PURPOSE || all.filter(({ met }) => met === 'yes').length * 4 >= all.length;
    known.set(place, answer);
  }
  return answer;
}

/** Nothing of these need be there. */
const OPTIONAL = /^(?:settings?|configs?|configurations?|preferences?|options?|profiles?|sessions?|metadata|meta|details?|flags?|info|address(?:es)?)$/;
const BOOKKEEPING = /^(?:_?id|uuid|created(?:at|on)?|updated(?:at|on)?|deleted(?:at)?|modified(?:at)?|timestamps?|\w*date)$/;
const FEWEST = 3;
/** Columns without which a row says nothing. */
const TELLING = /^(?:name|title|email|username|slug|status|state|type|kind|price|amount|total|quantity|token|code|key|url|content|text|body|message|description|\w+id)$/;

/** What rows are known by, or refer with. */
const NAMED_SO = /^(?:email|username|slug|\w+id)$/;

/** A model of which every column may be empty accepts a row that says nothing; where none is named for what it is known by, that may be meant. */
function values(entity: ModelEntity): Demand[] {
  // The adapter of next-auth prescribes a user of whom nothing need be known.
  if (OPTIONAL.test(splitWords(entity.name).at(-1) ?? '') || entity.columns.some(({ name }) => plain(name) === 'emailverified')) return [];
  const plainColumns = entity.columns.filter(({ name, unique }) => unique !== 'yes' && !BOOKKEEPING.test(plain(name)));
  const telling = plainColumns.find(({ name }) => TELLING.test(plain(name)));
  if (plainColumns.length < FEWEST || telling === undefined || entity.columns.some(({ isRelation, reference }) => isRelation || (entity.store === 'tables' && reference === 'yes'))) return [];
  // Also one of which no two rows may have the same.
  const isMet = entity.columns.some(({ name, required }) => required === 'yes' && !BOOKKEEPING.test(plain(name)));
  const isNamedSo = plainColumns.some(({ name }) => NAMED_SO.test(plain(name)));
  return [{ kind: isNamedSo ? 'values' : 'texts', met: isMet ? 'yes' : plainColumns.some(({ required }) => required === 'unknown') ? 'unknown' : 'no', lack: `every column may be empty, ${telling.name} too` }];
}

function singular(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  if (/(?:ses|xes|ches|shes)$/.test(name)) return name.slice(0, -2);
  return name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name;
}
