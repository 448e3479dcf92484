/** Is a text that is called a password, a secret or a key one, or only a word about it? */
import type { Confidence } from '../../contracts/audit.js';
import { namesOneOf, splitWords, vocabularyOf } from '../names/name-words.js';
import { entropyOf, isPlaceholder, isRepetitive } from './placeholders.js';

const NOT_HELD = ['page token', 'next token', 'cancel token', 'injection token', 'type token', 'public key', 'cache key', 'csrf token', 'site key', 'publishable key', 'partition key', 'sort key', 'idempotency key', 'forgot password', 'reset password', 'change password', 'confirm password', 'no password', 'mode password', 'type password'];

/** What people choose or make up: any odd text may be one. */
const PASSWORDS = vocabularyOf(
  ['password', 'passwd', 'pwd', 'passphrase', 'secret', 'client secret', 'consumer secret', 'app secret', 'shared secret', 'secret key', 'api key', 'api secret', 'access key', 'secret access key', 'private key', 'encryption key', 'signing key', 'auth token', 'access token', 'refresh token', 'bearer token', 'api token', 'webhook secret', 'hmac key', 'master key', 'cookie secret', 'session secret', 'crypto key'],
  NOT_HELD,
);
/** What only a random text is one of. */
const TOKENS = vocabularyOf(['token', 'credential', 'credentials', 'auth', 'salt', 'pepper', 'key base'], NOT_HELD);

/** `apiKeySecret`: what a secret is called, in several words. */
const KIND_OF_SECRET = /^(?:api|access|auth|client|account|app|key|secret|token|password|private|signing|webhook)(?:Key|Secret|Token|Password|Access|Auth|Id|Sid)+$/;
/** `api_secrets`, `access_tokens`: a table of them. */
const TABLE_OF_SECRETS = /^[a-z]+(?:_[a-z]+)*_(?:secrets|tokens|passwords|credentials|keys)$/;
const TYPE_WORDS = /^(?:string|text|number|boolean|object|any|varchar(?:\(\d+\))?|char|json|uuid|hidden|required|optional|password|input|select|checkbox|file|email|bearer|basic|digest|oauth2?|jwt|hmac|rsa|aes|sha\d+|md5|none|local|header|query|cookie|body|path|form|apikey|openid|pkcs8|spki|base64|hex|utf-?8|ascii|latin1|auto|default|custom|manual|inherit|off|on)$/i;
/** A path, a URL, a selector, a template, a dotted message key, a header, a MIME type. */
const ADDRESS = /^(?:[./#@~$%]|[a-z]+:\/\/|[a-z]+:[A-Za-z/]|x-[a-z])|\.(?:pem|key|crt|json|ya?ml|txt|html|tsx?|jsx?|md)$|^[a-z]+\/[a-z]|\/.*\/|^[A-Za-z_]+(?:[.:][A-Za-z_-]+)+$/;
/** Where a store keeps something, by the date: `space/2022/12/08/9f3e…`. */
const DATED_PATH = /^[a-z][\w-]*\/\d{4}\/\d{2}\/\d{2}\//;
const CONSTANT_CASE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[A-Z]+$/;
/** What is kept of a password or token when it is not kept: bcrypt, argon2, scrypt, crypt(3), a named digest. */
const HASHED = /^\$(?:2[abxy]?|argon2(?:id|i|d)|scrypt|pbkdf2(?:-\w+)?|[156y])\$|^(?:md5|sha-?(?:1|256|384|512))[:$-]/i;
/** A member of an enumeration, or a component: `Password = 'password-reset-v2'`, `OnePassword = '<id of a product>'`. */
const MEMBER_NAME = /^[A-Z][a-z]\w*$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Keys of which the provider says that a page may show them (PostHog, Stripe, Mapbox). */
const PUBLISHED = /^(?:phc_|pk_|pk\.)/;
/** Words that somebody writes who means a secret. */
const MEANT = /secret|hardcod|passw|pa55|p[@4]ss|qwert|letmein|admin|root|super|shh|s3cr|keyboard/i;

export interface NamedContext {
  name: string;
  /** It stands beside a user or a client id, so that whatever it is, it logs in. */
  besideUser: boolean;
}

/** Codes and texts of what went wrong: `INCORRECT_OLD_PASSWORD`. */
const OF_ERRORS = /^(?:incorrect|invalid|wrong|missing|expired|weak|empty|mismatch(?:ed)?|no|bad)(?=[A-Z_-])|(?:[_-]|(?<=[a-z])(?=[A-Z]))(?:incorrect|invalid|wrong|missing|expired|required|mismatch)$/i;

/** Whether anything of this name can be one. */
export function mayHoldSecret(name: string): boolean {
  if (OF_ERRORS.test(name)) return false;
  return isSecretName(name) || /^pass$/i.test(name);
}

/** How surely the text is a secret; null when it is none. A salt is none to speak of, nor a key to search with, what is kept of a password in its stead, nor what says that it is a default. */
export function secretByName(text: string, context: NamedContext): Confidence | null {
  const found = bySound(text, context);
  return found !== null && (isOnlySalt(context.name) || HASHED_NAME.test(context.name) || SEARCH_KEY.test(context.name) || DEFAULT.test(text)) ? 'low' : found;
}

/** `TOR_HASHED_PASSWORD` */
const HASHED_NAME = /(?:^|_)hashed_|^hashed(?=[A-Z])/i;
const SEARCH_KEY = /algolia(?!.*(?:admin|write))/i;
const DEFAULT = /^default|[-_]default[-_]|^guest$/i;

function isOnlySalt(name: string): boolean {
  const words = splitWords(name);
  return words.includes('salt') && !words.some((word) => /^(?:password|secret|token|pepper|key|credentials?)$/.test(word));
}

function bySound(text: string, { name, besideUser }: NamedContext): Confidence | null {
  const isPassword = namesOneOf(name, PASSWORDS) || (besideUser && /^pass$/i.test(name));
  if (!isPassword && !namesOneOf(name, TOKENS)) return null;
  if (PUBLISHED.test(text) || DATED_PATH.test(text) || HASHED.test(text) || isPlaceholder(text) || /\s/.test(text.trim()) || text.length > 400) return null;
  if (MEMBER_NAME.test(name) && (UUID.test(text) || !isRandom(text))) return null;
  if (isRandom(text)) return 'high';
  if (!isPassword || text.length < 3) return null;
  if (ADDRESS.test(text) || CONSTANT_CASE.test(text) || KIND_OF_SECRET.test(text) || TABLE_OF_SECRETS.test(text) || isLabel(text, name)) return null;
  if (besideUser) return TYPE_WORDS.test(text) && !/^(?:password|root|local|default)$/i.test(text) ? null : 'medium';
  if (TYPE_WORDS.test(text) || repeatsName(text, name) || isRepetitive(text)) return null;
  return oddness(text);
}

/** The word that a page shows, in whatever language, or a member of an enumeration that stands for itself. */
function isLabel(text: string, name: string): boolean {
  if (/[^\x20-\x7e]/.test(text)) return true;
  return /^[A-Z]/.test(name) && splitWords(text).join('') === splitWords(name).join('');
}

/** Somebody counted up. */
const COUNTED = /12345678|87654321|abcdefgh/i;

/** Long, of letters and digits, without the look of words. */
export function isRandom(text: string): boolean {
  if (text.length < 16 || COUNTED.test(text) || !/\d/.test(text) || !/[A-Za-z]/.test(text) || /^[a-z]+:\/\//.test(text) || isRepetitive(text) || CONSTANT_CASE.test(text)) return false;
  if (!/^[A-Za-z0-9+/=_.!@#$%^&*~-]+$/.test(text)) return false;
  const words = splitWords(text).filter((word) => word.length > 3 && /^[a-z]+$/.test(word)).join('').length;
  return words < text.length / 3 && entropyOf(text) >= (/^[0-9a-f]+$/i.test(text) ? 2.8 : 3.3);
}

function oddness(text: string): Confidence | null {
  const hasDigit = /\d/.test(text);
  const hasSign = /[!@#$%^&*?+=~]/.test(text);
  if (text.length >= 6 && /[A-Za-z]/.test(text) && (hasDigit || hasSign)) return /^[a-z]+(?:[-_][a-z]+)*[-_]?v?\d$/i.test(text) && !MEANT.test(text) ? 'low' : 'medium';
  if (/^\d+$/.test(text)) return text.length >= 4 ? 'medium' : null;
  return text.length >= 8 && MEANT.test(text) ? 'medium' : 'low';
}

/** `token: 'reset_token'`, `API_KEY = 'apiKey'`, `password: 'passwordHash'`: a name for a name. */
function repeatsName(text: string, name: string): boolean {
  const flat = (each: string) => splitWords(each).join('');
  const [value, called] = [flat(text), flat(name)];
  if (/\d/.test(text) && !/\d/.test(name)) return value === called;
  if (called.includes(value)) return true;
  const last = splitWords(name).at(-1) ?? '';
  return (value.endsWith(last) || value.startsWith(last) || value.includes(called)) && !/^(?:my|the|our|super|very|top|some)|hardcod|super/i.test(text);
}

/** Does a setting of this name hold a secret: `DB_PASSWORD`, `STRIPE_SECRET_KEY`, `API_TOKEN`? */
export function isSecretName(name: string): boolean {
  return namesOneOf(name, PASSWORDS) || namesOneOf(name, TOKENS);
}
