/**
 * Operations that clients ask for by name behind one address: procedures of tRPC, resolvers of GraphQL, functions that
 * a framework gives an address. Each is a `Route` whose chain begins with what stands
 * before that address, where it is known. Which calls make them is said by the models (roles `operation.*`).
 */
import { append } from '../../contracts/multimap.js';
import { sourcePaths } from '../../contracts/inventory.js';
import type { ChainLink, Operations, RoleSite, Route } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { compareValues } from '../roles.js';
import { chainLink } from '../routes/handlers.js';
import { decoratedOperations } from './classes.js';
import { type FoundOperation, type Mount, type Root, schemaOf } from './found.js';
import { MountedRoutes } from './mounts.js';
import { Procedures } from './procedures.js';
import { Resolvers } from './resolvers.js';
import { serverFunctions } from './server-functions.js';

const NONE: readonly Route[] = [];

export function operationsOf(link: Linking): Operations {
  const sources = sourcePaths(link.inventory);
  const isSource = (value: FileValue) => sources.has(value.file.facts.path);
  const procedures = new Procedures(link, isSource);
  const mounts = link
    .sitesOf('operation.mount')
    .filter((site) => isSource(indexed(site.value)))
    .map((site): Mount => ({ site, roots: rootsAt(link, site, procedures), context: contextOf(link, site) }));
  const found = procedures.found(new Set(mounts.flatMap((mount) => mount.roots)));
  const fields = [...new Resolvers(link, isSource).found(), ...decoratedOperations(link, isSource)];
  const schemas = new Set(fields.flatMap((each) => each.roots));
  // A server whose package has no resolvers has those of others.
  const served = mounts.map((mount) => (mount.roots.every((root) => typeof root === 'number' || schemas.has(root)) ? mount : { ...mount, roots: [...schemas] }));
  // What is put around a schema may ask who calls for all of it.
  const isWrapped = link.sitesOf('operation.protect').some((site) => isSource(indexed(site.value)));
  return new Assembled(new MountedRoutes(link), served, [...found, ...fields.map((each) => ({ ...each, complete: each.complete && !isWrapped })), ...serverFunctions(link, isSource)]);
}

class Assembled implements Operations {
  readonly all: readonly Route[];
  private readonly byRoute = new Map<Route, Route[]>();
  private readonly byOperation = new Map<Route, readonly Route[]>();

  constructor(routes: MountedRoutes, mounts: readonly Mount[], found: readonly FoundOperation[]) {
    this.all = found
      .map((operation) => {
        const through = mounts.filter((mount) => mount.roots.some((root) => operation.roots.includes(root)));
        const made = assembled(operation, routes.before(through));
        const addresses = [...new Set(through.flatMap((mount) => routes.of(mount)))];
        this.byOperation.set(made, addresses);
        for (const route of addresses) {
          append(this.byRoute, route, made);
        }
        return made;
      })
      .sort((a, b) => compareValues(a.value, b.value));
  }

  behind(route: Route): readonly Route[] {
    return this.byRoute.get(route) ?? NONE;
  }

  through(operation: Route): readonly Route[] {
    return this.byOperation.get(operation) ?? NONE;
  }
}

/** Where no mount is in sight, what stands before one is not known either; operations ask who calls by themselves, so that their own chain tells. */
function assembled({ framework, method, path, value, handler, links, complete, confidence }: FoundOperation, before: { links: readonly ChainLink[]; complete: boolean }): Route {
  return { framework, method, path, value, handler, chain: [...before.links, ...links], late: [], chainComplete: complete && before.complete, confidence };
}

function rootsAt(link: Linking, site: RoleSite, procedures: Procedures): Root[] {
  if (site.entry.attributes['framework'] === 'graphql') return [schemaOf(indexed(site.value))];
  return link.argumentList(site, 'router').flatMap((value) => procedures.routersAt(indexed(value)));
}

function contextOf(link: Linking, site: RoleSite): ChainLink[] {
  const context = link.argument(site, 'context');
  return context === null ? [] : [chainLink(link, 'context', 'application', indexed(context))];
}
