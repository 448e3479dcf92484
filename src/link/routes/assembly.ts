/** Puts the routes of one registering call together from what is in force around it and what the call itself says. */
import type { ChainLink, Route, RoleSite } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import type { Endpoint } from './endpoints.js';
import { chainLink, handlerFunction, isUnknown } from './handlers.js';
import { isKnownPath } from './paths.js';
import { phaseLinks } from './phases.js';

/** What the call says, the same for all its paths. */
export interface OwnChain {
  handler: Route['handler'];
  links: ChainLink[];
  complete: boolean;
}

export function ownChainOf(link: Linking, site: RoleSite, endpoint: Endpoint): OwnChain {
  const { items, complete } = endpoint.handlers;
  const { handler, wrappers } = handlerFunction(link, items.at(-1)!);
  const phases = phaseLinks(link, site, endpoint.context, 'middleware');
  const given = [...items.slice(0, -1), ...wrappers].map((item) => chainLink(link, 'middleware', 'route', item));
  return { handler, links: [...phases.links.map((each) => each.link), ...given], complete: complete && phases.complete && !given.some(isUnknown) };
}

export function assemble(
  site: RoleSite,
  at: { path: string; method: string },
  handler: Route['handler'],
  chain: readonly ChainLink[],
  chainComplete: boolean,
): Route {
  return {
    framework: String(site.entry.attributes['framework'] ?? ''),
    method: at.method,
    path: isKnownPath(at.path) ? at.path : '',
    value: site.value,
    handler,
    chain: [...chain],
    chainComplete,
    confidence: site.confidence,
  };
}
