/** Puts the routes of one registering call together from what is in force around it and what the call itself says. */
import type { ChainLink, Route, RoleSite } from '../../contracts/program.js';
import type { FileValue, Linking } from '../linking.js';
import type { Endpoint } from './endpoints.js';
import { keyOf } from '../value-graph.js';
import { type Handed, chainLink, handlerFunction, isUnknown, withConditions } from './handlers.js';
import { isKnownPath } from './paths.js';
import { phaseLinks } from './phases.js';
import { placeOf } from './tables.js';

/** What the call says, the same for all its paths. */
export interface OwnChain {
  handler: Route['handler'];
  links: ChainLink[];
  complete: boolean;
}

export function ownChainOf(link: Linking, endpoint: Endpoint): OwnChain {
  const { items, complete } = endpoint.handlers;
  const last = items.at(-1)!;
  const { handler, wrappers } = handlerFunction(link, last, endpoint.context);
  const phases = phaseLinks(link, endpoint.site, endpoint.context, 'middleware');
  const before = items.slice(0, -1).filter((item) => !isAlternative(item, last)).map((item) => withConditions(chainLink(link, 'middleware', 'route', item), [...item.conditions.values()]));
  const given = [...before, ...wrappers.map((wrapper) => chainLink(link, 'middleware', 'route', wrapper))];
  return { handler, links: [...phases.links.map((each) => each.link), ...given], complete: complete && phases.complete && !given.some(isUnknown) };
}

/** In `app.get('/x', beta ? next : present)` one of two answers. */
function isAlternative(item: Handed, last: Handed): boolean {
  const conditions = [...last.conditions.values()].flatMap((guard) => (guard === null ? [] : [keyOf(guard.condition)]));
  return [...item.conditions.values()].some((guard) => guard !== null && conditions.includes(keyOf(guard.condition)));
}

export function assemble(
  site: RoleSite,
  at: { path: string; method: string; place?: FileValue | null },
  handler: Route['handler'],
  chain: readonly ChainLink[],
  chainComplete: boolean,
): Route {
  return {
    framework: String(site.entry.attributes['framework'] ?? ''),
    method: at.method,
    path: isKnownPath(at.path) ? at.path : '',
    value: at.place ?? placeOf(site),
    handler,
    chain: [...chain],
    late: [],
    chainComplete,
    confidence: site.confidence,
  };
}
