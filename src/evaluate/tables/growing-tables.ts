/**
 * Tables that grow with the service, told by their names: what happens, what customers do, make and bring in. Of anything else (catalogues,
 * settings, what people of the service write, who takes part in what) a name alone does not say that it becomes many.
 */
import { splitWords } from '../names/name-words.js';

const GROWING: ReadonlySet<string> = new Set([
  ...['event', 'log', 'audit', 'activity', 'history', 'record', 'entry', 'trace', 'span', 'measurement', 'reading', 'metric', 'run', 'execution', 'attempt', 'visit', 'pageview', 'click', 'hit', 'impression', 'check', 'heartbeat', 'incident', 'session', 'request', 'response', 'result', 'snapshot', 'revision'],
  ...['message', 'comment', 'notification', 'conversation', 'chat', 'thread', 'reply', 'post', 'article', 'story', 'tweet', 'blog', 'note', 'feedback', 'review', 'rating', 'vote', 'like', 'reaction', 'follower', 'follow', 'friend', 'answer', 'question', 'submission', 'feed', 'mail', 'email'],
  ...['order', 'sale', 'purchase', 'payment', 'payout', 'invoice', 'transaction', 'transfer', 'refund', 'bill', 'receipt', 'expense', 'quote', 'cart', 'shipment', 'parcel', 'delivery', 'movement', 'booking', 'reservation', 'appointment', 'trip', 'ride', 'attendance', 'ticket', 'issue', 'task', 'todo', 'job', 'lead', 'opportunity', 'deal', 'prescription', 'visitor'],
  ...['user', 'customer', 'client', 'contact', 'subscriber', 'attendee', 'participant', 'guest', 'patient', 'student', 'candidate', 'applicant', 'voter', 'player', 'product', 'listing', 'item', 'book', 'movie', 'song', 'track'],
  ...['document', 'file', 'upload', 'attachment', 'image', 'photo', 'picture', 'video', 'media', 'asset', 'recording', 'row'],
]);

/** Words that make a table of definitions of one of events: `event_types`, `MessageTemplate` end otherwise; these begin so. */
const WRITTEN_BY_THE_SERVICE = /^(?:system|global|default|builtin)$/;
const HAPPENS = /^(?:logs?|events?|metrics?|audits?|jobs?)$/;

/** @param entity its name in code, or that of its table */
export function growsWithService(entity: string): boolean {
  const words = splitWords(entity);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && WRITTEN_BY_THE_SERVICE.test(words[0]!) && !HAPPENS.test(last)) return false;
  // The people of one thing, and not of the service: `ProjectUsers`.
  if (words.length > 1 && /^users?$/.test(last)) return /^(?:app|auth|system|platform|application)$/.test(words[0]!);
  return formsOf(last).some((word) => GROWING.has(word));
}

/** What happens again and again to one person or one thing, so that even its own rows become many. */
const RECURRING = /^(?:messages?|comments?|notifications?|posts?|events?|logs?|activit(?:y|ies)|histor(?:y|ies)|transactions?|orders?|payments?|readings?|measurements?|visits?|clicks?|hits?|impressions?|bookings?|trips?|rides?|repl(?:y|ies)|reviews?|tweets?|audits?|entries|purchases?|sales?|movements?|parcels?|shipments?)$/;

/** @param entity its name in code, or that of its table */
export function growsForOne(entity: string): boolean {
  return growsWithService(entity) && RECURRING.test(splitWords(entity).at(-1) ?? '');
}

function formsOf(word: string): string[] {
  return [word, word.replace(/ies$/, 'y'), word.replace(/e?s$/, ''), word.replace(/s$/, '')];
}

/** What people fill by hand, and what says who takes part in what. */
const SMALL: ReadonlySet<string> = new Set([
  ...['role', 'permission', 'setting', 'config', 'configuration', 'option', 'preference', 'plan', 'price', 'tier', 'category', 'country', 'region', 'currency', 'language', 'locale', 'timezone', 'feature', 'flag', 'template', 'type', 'status', 'tag', 'label', 'theme', 'unit', 'department', 'field', 'column', 'view', 'step', 'stage'],
  ...['provider', 'integration', 'plugin', 'extension', 'webhook', 'apikey', 'key', 'credential', 'variable', 'connection', 'environment', 'domain', 'policy', 'rule', 'group', 'menu', 'migration', 'schema', 'renderer', 'storage', 'analytic', 'analytics', 'strategy', 'authentication', 'navigation', 'editor', 'logger', 'channel', 'folder', 'workspace', 'team', 'program', 'discount', 'reward', 'coupon', 'dashboard', 'app', 'member', 'membership', 'segment', 'shared', 'share', 'organization', 'organisation', 'org', 'owner', 'admin', 'administrator', 'space'],
]);

/** Nothing in the name says that it stays small. */
export function mayGrow(entity: string): boolean {
  const words = splitWords(entity);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && ((WRITTEN_BY_THE_SERVICE.test(words[0]!) && !HAPPENS.test(last)) || /^(?:users?|members?|accounts?)$/.test(last))) return false;
  return !formsOf(last).some((word) => SMALL.has(word));
}

/** `user`, `app_users`: the people who sign in. */
export function namesUsers(entity: string): boolean {
  return /^(?:users?)$/.test(splitWords(entity).at(-1) ?? '');
}
