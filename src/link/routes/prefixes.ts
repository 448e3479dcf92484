/** Paths that stand before what is registered on a router: given when it was made, set on it, or put before by a call that derives from it. */
import type { ValueRef } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import type { Context } from './context.js';
import { pathsAt } from './endpoints.js';
import type { Arrival } from './instances.js';
import { joinPaths } from './paths.js';
import type { Scope, Step } from './registrations.js';

/** Given when the router was made, or set on it. */
export function ownPrefixes(link: Linking, scope: Scope, steps: readonly Step[]): string[] {
  const { site, factories, kind } = scope.instance;
  const made = site === null || kind !== 'created' ? null : link.argument(site, 'prefix');
  const context = [...factories].reverse().map((factory): Context[number] => ({ kind: 'call', ...factory }));
  const set = steps.filter((step) => step.site.role === 'http.router.prefix').flatMap((step) => link.argument(step.site, 'prefix') ?? []);
  return extended(link, [''], [...set.reverse(), ...(made === null ? [] : [made])], context);
}

/** `router.route('/x')` and `app.basePath('/v1')` put a path before what is registered on what they give. */
export function derivedPaths(link: Linking, paths: readonly string[], arrival: Arrival, context: Context): string[] {
  return arrival.prefixes.reduce<string[]>((before, part) => extended(link, before, [part.value], [...part.context, ...context]), [...paths]);
}

/** Every path with every one that each part may be behind it. */
export function extended(link: Linking, paths: readonly string[], parts: readonly ValueRef[], context: Context): string[] {
  return parts.reduce<string[]>((before, part) => {
    const inner = pathsAt(link, part, context);
    return before.flatMap((path) => inner.map((each) => joinPaths(path, each)));
  }, [...paths]);
}
