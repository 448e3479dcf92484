/**
 * Functions that are handed to a platform one by one, without an application: `app.http('users', { route, methods, handler })` of Azure,
 * `onRequest((req, res) => …)` of Firebase. Each is a route; what the platform asks before is said beside it.
 */
import type { ChainLink, RoleSite, Route, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { factOf } from '../value-graph.js';
import { methodsAt, pathsAt } from './endpoints.js';
import { chainLink, handlerFunction, isUnknown } from './handlers.js';
import { isKnownPath, joinPaths } from './paths.js';

/** @param standsForOthers a handler that gives requests to an application whose routes are listed by themselves */
export function registeredFunctions(link: Linking, isSource: (value: ValueRef) => boolean, standsForOthers: (value: FileValue) => boolean): Route[] {
  return link.sitesOf('http.function').filter((site) => isSource(site.value)).flatMap((site) => routesAt(link, site, standsForOthers));
}

function routesAt(link: Linking, site: RoleSite, standsForOthers: (value: FileValue) => boolean): Route[] {
  const given = link.argument(site, 'handlers');
  const value = indexed(site.value);
  if (given === null || standsForOthers(indexed(given))) return [];
  const { handler, wrappers } = handlerFunction(link, indexed(given));
  const links = wrappers.map((wrapper) => chainLink(link, 'middleware', 'route', wrapper));
  const chain = [...platformLinks(link, site), ...links];
  const chainComplete = handler !== null && !links.some(isUnknown) && letsOn(link, site) !== 'unknown';
  const { framework = '' } = site.entry.attributes;
  return pathsOf(link, site).flatMap((path) => methodsOf(link, site).map((method): Route => ({ framework: String(framework), method, path, value, handler, chain, late: [], chainComplete, confidence: site.confidence })));
}

function methodsOf(link: Linking, site: RoleSite): string[] {
  const byDefault = site.entry.attributes['methods'];
  if (byDefault !== undefined && link.argument(site, 'method') === null) return String(byDefault).split(' ');
  return methodsAt(link, site, []) ?? ['ALL'];
}

/** Where it is said, else the name of the function: as it is given, or that of the export. */
function pathsOf(link: Linking, site: RoleSite): string[] {
  const prefix = String(site.entry.attributes['prefix'] ?? '');
  const written = link.argument(site, 'path') ?? link.argument(site, 'name');
  if (written !== null) return pathsAt(link, written, []).map((path) => (isKnownPath(path) ? joinPaths(prefix, path.replace(/\{(\*?)(\w+)[^}]*\}/g, (_whole, rest: string, name: string) => `:${name}${rest}`)) : ''));
  const { file, id } = indexed(site.value);
  const bindings = file.bindingsWrittenWith(id);
  const exported = file.facts.exports.find((fact) => fact.value === id || (fact.binding >= 0 && bindings.includes(fact.binding)))?.name;
  return [exported === undefined || exported === 'default' || exported === '=' ? '' : joinPaths(prefix, exported)];
}

/** Whom the platform lets on: everybody, or who shows a key or is called so; by default everybody, unless a gateway in front has rules of its own. */
function letsOn(link: Linking, site: RoleSite): 'everybody' | 'known' | 'unknown' {
  const setting = link.argument(site, 'access');
  const gateway = site.entry.attributes['gateway'];
  const everybody = typeof gateway === 'string' && link.inventory.files.some(({ path }) => path.endsWith(gateway)) ? 'unknown' : 'everybody';
  if (setting === null) return everybody;
  const open = String(site.entry.attributes['open-to'] ?? '').split(' ');
  const constants = link.constants(setting);
  if (constants === null) return factOf(setting).kind === 'array' ? 'known' : 'unknown';
  const isOpen = constants.map((constant) => open.includes(String(constant)));
  return isOpen.every((each) => each) ? everybody : isOpen.some((each) => each) ? 'unknown' : 'known';
}

/** How often a client may call is said outside of the code, by settings of the platform. */
function platformLinks(link: Linking, site: RoleSite): ChainLink[] {
  const value = indexed(site.value);
  const entities: ChainLink['entities'] = [{ kind: 'api', path: `${String(site.entry.attributes['framework'] ?? 'platform')}:gateway`, created: null }];
  const limit: ChainLink = { kind: 'metadata', level: 'application', value, entities, roles: ['rate.limiter'], conditions: [null] };
  return letsOn(link, site) === 'known' ? [limit, { kind: 'guard', level: 'application', value, entities, roles: ['auth.guard'], conditions: [] }] : [limit];
}
