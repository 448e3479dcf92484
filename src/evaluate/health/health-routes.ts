/** Routes that tell load balancers and operators how a service is. */
import type { Route } from '../../contracts/program.js';
import { splitWords } from '../names/name-words.js';

const HEALTH = /^(?:health|healthz|healthcheck|healthchecks|readyz|readiness|livez|liveness)$/;
/** Words that other things have, too: `/orders/status`. They count where the whole path is about the service. */
const STATE = /^(?:ready|live|alive|status|ping|info|version|heartbeat)$/;
const AROUND = /^(?:api|v\d+|_?internal|system|server|service|app|actuator|public|rest|_)$/;

/** By the words of its path; only for routes that are read. */
export function isHealthRoute(route: Route): boolean {
  if (!['GET', 'HEAD', 'ALL'].includes(route.method)) return false;
  const segments = route.path.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => /^[:*{[]/.test(segment))) return false;
  if (segments.some((segment) => splitWords(segment).some((word) => HEALTH.test(word)) || HEALTH.test(segment.toLowerCase()))) return true;
  const last = splitWords(segments.at(-1) ?? '').at(-1);
  return last !== undefined && STATE.test(last) && segments.slice(0, -1).every((segment) => AROUND.test(segment.toLowerCase()));
}

/** Is it read, without a parameter, and does its path end in such a word: how one part of the service is (`/replication/status`)? */
export function tellsState({ method, path }: Route): boolean {
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = splitWords(segments.at(-1) ?? '').at(-1);
  return ['GET', 'HEAD', 'ALL'].includes(method) && last !== undefined && (STATE.test(last) || HEALTH.test(last)) && !segments.some((segment) => /^[:*{[]/.test(segment));
}
