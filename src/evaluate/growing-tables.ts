/**
 * Tables that grow with the service, told by their names: what happens, what customers do, make and bring in. Of anything else (catalogues,
 * settings, what people of the service write, who takes part in what) a name alone does not say that it becomes many.
 */
import { splitWords } from './name-words.js';

const GROWING: ReadonlySet<string> = new Set([
  ...['event', 'log', 'audit', 'activity', 'history', 'record', 'entry', 'trace', 'span', 'measurement', 'reading', 'metric', 'run', 'execution', 'attempt', 'visit', 'view', 'click', 'hit', 'impression', 'check', 'heartbeat', 'incident', 'session', 'request', 'response', 'result', 'snapshot', 'revision'],
  ...['message', 'comment', 'notification', 'conversation', 'chat', 'thread', 'reply', 'post', 'article', 'story', 'tweet', 'blog', 'note', 'feedback', 'review', 'rating', 'vote', 'like', 'reaction', 'follower', 'follow', 'friend', 'answer', 'question', 'submission', 'feed', 'mail', 'email'],
  ...['order', 'sale', 'purchase', 'payment', 'payout', 'invoice', 'transaction', 'transfer', 'refund', 'bill', 'receipt', 'expense', 'quote', 'cart', 'shipment', 'delivery', 'movement', 'booking', 'reservation', 'appointment', 'trip', 'ride', 'attendance', 'ticket', 'issue', 'task', 'todo', 'job', 'lead', 'opportunity', 'deal', 'prescription', 'visitor'],
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
  return [last, last.replace(/ies$/, 'y'), last.replace(/e?s$/, ''), last.replace(/s$/, '')].some((word) => GROWING.has(word));
}

/** `user`, `app_users`: the people who sign in. */
export function namesUsers(entity: string): boolean {
  return /^(?:users?)$/.test(splitWords(entity).at(-1) ?? '');
}
