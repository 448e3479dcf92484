/** Middleware for path parameters: `router.param('id', load)` runs for the routes that have the parameter. */
import type { ChainLink } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import { chainLink, handlersIn } from './handlers.js';
import type { Step } from './registrations.js';

export interface ParameterLoader {
  name: string;
  link: ChainLink;
}

/** Those that the steps of one router register. */
export function loadersOf(link: Linking, steps: readonly Step[]): ParameterLoader[] {
  return steps.flatMap(({ site, context }) => {
    const name = site.role === 'http.middleware.param' ? link.argument(site, 'name') : null;
    const names = name === null ? null : link.constants(name);
    if (names === null) return [];
    const links = handlersIn(link, link.argumentList(site, 'handlers'), context).items.map((item) => chainLink(link, 'middleware', 'router', item));
    return names.flatMap((each) => links.map((loader) => ({ name: String(each), link: loader })));
  });
}

/** Those of them that run before a path. */
export function loadersFor(path: string, loaders: readonly ParameterLoader[]): ChainLink[] {
  const segments = path.split('/');
  return loaders.filter(({ name }) => segments.some((segment) => segment.startsWith(`:${name}`))).map((loader) => loader.link);
}
