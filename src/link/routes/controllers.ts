/** Routes that are methods of classes, told by decorators (NestJS, routing-controllers, tsoa, fastify-decorators, LoopBack). */
import type { ChainLink, ClassRef, Route, RoleSite, ValueRef } from '../../contracts/program.js';
import { lastNameOf } from '../api-path.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { lineage } from '../resolve/member.js';
import { factOf, sameValue } from '../value-graph.js';
import { type Decorated, conditionsOn, decoratorsAt } from './composed-decorators.js';
import { pathsAt } from './endpoints.js';
import { type DecoratedMember, generatedRoutes } from './generated.js';
import { chainLink, withConditions } from './handlers.js';
import { type ModuleApplication, type RoutedMiddleware, type Target, allKnown, classKey, linksAt, moduleApplications, versionsAt } from './modules.js';
import { covers, isKnownPath, joinPaths } from './paths.js';

/** In this order they run; what is not here runs when something goes wrong. */
const KINDS: readonly ChainLink['kind'][] = ['middleware', 'guard', 'interceptor', 'pipe', 'metadata', 'error-handler'];

/** Links of several kinds as they run. */
export function inOrder(links: readonly ChainLink[]): ChainLink[] {
  return KINDS.flatMap((kind) => links.filter((each) => each.kind === kind));
}

export function controllerRoutes(link: Linking, isSource: (value: ValueRef) => boolean): Route[] {
  const applications = moduleApplications(link, isSource);
  const standAlone = standAloneFiles(link);
  const result: Route[] = [];
  for (const file of link.files.values()) {
    for (const [id, fact] of file.facts.classes.entries()) {
      const ref = { file, id };
      const decorators = fact.decorators.flatMap((decorator) => decoratorsAt(link, { file, id: decorator }));
      const controller = decorators.find((each) => each.site.role === 'http.controller');
      if ((controller === undefined && !standAlone.has(file)) || !isSource({ file, id: 0 })) continue;
      const owners = applications.filter((application) => application.controllers.has(classKey(ref)));
      for (const owner of owners.length > 0 ? owners : [null]) result.push(...routesOfClass(link, ref, controller ?? null, decorators, owner));
    }
  }
  return result;
}

/** Files with routes of a framework whose controllers are plain classes. */
function standAloneFiles(link: Linking): ReadonlySet<FileValue['file']> {
  const sites = link.sitesOf('http.route.decorator').filter((site) => site.entry.attributes['controller'] === 'undecorated');
  return new Set(sites.map((site) => indexed(site.value).file));
}

function routesOfClass(link: Linking, ref: ClassRef, controller: Decorated | null, decorators: readonly Decorated[], application: ModuleApplication | null): Route[] {
  const onClass = chainOf(link, decorators, 'router');
  const prefixes = controller === null ? [''] : controllerPaths(link, controller);
  const classVersions = versionOf(link, controller?.site ?? null, decorators) ?? application?.versions?.byDefault ?? [];
  const members = membersOf(link, ref);
  const routeOf = (found: { site: RoleSite; written: FileValue; paths: readonly string[]; method: string | null }, member: DecoratedMember | null) => {
    const onMethod = member === null ? [] : [...chainOf(link, member.decorators, 'route'), ...parameterPipes(link, member.handler)];
    const versions = (member === null ? null : versionOf(link, null, member.decorators)) ?? classVersions;
    const paths = prefixes.flatMap((prefix) => found.paths.map((each) => joinPaths(prefix, each)));
    const { site, method, written: value } = found;
    return paths.flatMap((path) => placed(link, { site, method, value, handler: member?.handler ?? null, path, versions, own: [...onClass, ...onMethod], controller: ref }, application));
  };
  const generated = generatedRoutes(link, decorators, members).flatMap(({ member, path, ...route }) => routeOf({ ...route, paths: [path] }, member));
  const decorated = members.flatMap((member) =>
    member.decorators
      .filter((each) => each.site.role === 'http.route.decorator')
      .flatMap(({ site, written, context }) => {
        const path = link.argument(site, 'path');
        return routeOf({ site, written, method: null, paths: path === null ? [''] : pathsAt(link, path, context, site) }, member);
      }),
  );
  return [...generated, ...decorated];
}

/** Methods of the class and of those that it extends. */
function membersOf(link: Linking, ref: ClassRef): DecoratedMember[] {
  const seen = new Set<string>();
  return lineage(link, ref).flatMap((owner) =>
    (owner.file.facts.classes[owner.id]?.members ?? []).flatMap((member) => {
      if (member.function < 0 || member.isStatic || seen.has(member.name)) return [];
      seen.add(member.name);
      const { file } = indexed({ file: owner.file, id: 0 });
      return [{ name: member.name, handler: { file, id: member.function }, decorators: member.decorators.flatMap((id) => decoratorsAt(link, { file, id })) }];
    }),
  );
}

function controllerPaths(link: Linking, { site, context }: Decorated): string[] {
  const path = link.argument(site, 'path');
  // Options without a path.
  return path === null || factOf(path).kind === 'object' ? [''] : pathsAt(link, path, context);
}

function versionOf(link: Linking, controller: RoleSite | null, decorators: readonly Decorated[]): string[] | null {
  const sites = [...decorators.filter((each) => each.site.role === 'http.version.decorator').map((each) => each.site), ...(controller === null ? [] : [controller])];
  const value = sites.map((site) => link.argument(site, 'version')).find((each) => each !== null);
  return value === undefined || value === null ? null : versionsAt(link, value);
}

export function chainOf(link: Linking, decorators: readonly Decorated[], level: ChainLink['level']): ChainLink[] {
  return decorators.flatMap((decorated) => {
    const { site, written, conditions } = decorated;
    if (site.role === 'http.chain.decorator') return linksAt(link, site, level, sameValue(written, site.value) ? undefined : written).map((each) => ({ ...each, conditions: conditionsOn(link, each, decorated) }));
    return site.role.startsWith('http.') || site.role.startsWith('request.') ? [] : [withConditions(chainLink(link, site.role === 'auth.guard' ? 'guard' : 'metadata', level, written), conditions)];
  });
}

/** `@Body(new ValidationPipe())`, `@Param('id', ParseIntPipe)`. */
function parameterPipes(link: Linking, handler: { file: FileValue['file']; id: number }): ChainLink[] {
  const parameters = handler.file.facts.functions[handler.id]?.parameters ?? [];
  return parameters.flatMap((parameter) =>
    parameter.decorators.flatMap((id) => {
      const decorator = { file: handler.file, id };
      const fact = factOf(decorator);
      const reads = link.rolesAt(decorator).some((site) => site.role.startsWith('request.') && site.entry.use === 'decorator');
      if (!reads || fact.kind !== 'call') return [];
      const values = fact.args.map((argument) => indexed({ file: handler.file, id: argument })).filter((value) => factOf(value).kind !== 'literal' && link.constants(value) === null);
      return values.map((value) => chainLink(link, 'pipe', 'route', value));
    }),
  );
}

interface Placing {
  site: RoleSite;
  /** Null where the decorator's name tells it. */
  method: string | null;
  value: ValueRef;
  handler: Route['handler'];
  /** Of controller and method. */
  path: string;
  versions: readonly string[];
  own: readonly ChainLink[];
  controller: ClassRef;
}

/** The route in an application: with its prefix and version, and what runs before all of its routes. */
function placed(link: Linking, route: Placing, application: ModuleApplication | null): Route[] {
  const { site } = route;
  const middleware = application === null ? { links: [], complete: false } : middlewareFor(route, application.middleware);
  const all = [...(application?.links ?? []), ...middleware.links, ...route.own];
  const chain = inOrder(all);
  const method = methodOf(link, route);
  return pathsIn(link, route, application).map((path) => ({
    framework: String(site.entry.attributes['framework'] ?? ''),
    method,
    path: isKnownPath(path) ? path : '',
    value: route.value,
    handler: route.handler,
    chain,
    late: [],
    chainComplete: application !== null && application.complete && middleware.complete && allKnown(chain),
    confidence: site.confidence,
  }));
}

/** `@del`, `@operation('get', '/x')`. */
function methodOf(link: Linking, { site, method }: Placing): string {
  const named = link.argument(site, 'method');
  const told = method ?? (named === null ? undefined : link.constants(named)?.[0]) ?? site.entry.attributes['method'] ?? lastNameOf(site.path);
  return String(told).toUpperCase();
}

function pathsIn(link: Linking, route: Placing, application: ModuleApplication | null): string[] {
  if (application === null) return prefixesNear(link, route.controller).map((prefix) => joinPaths(prefix, route.path));
  const path = joinPaths(application.modulePaths.get(classKey(route.controller)) ?? '', route.path);
  const { versions } = application;
  const versioned = versions === null || route.versions.length === 0 ? [path] : route.versions.map((version) => joinPaths(version === '' ? '' : `${versions.prefix}${version}`, path));
  const isExcluded = application.excludedFromPrefix.some((target) => target?.kind === 'path' && covers(target.path, path, 'pattern') === 'yes');
  return isExcluded ? versioned : application.prefixes.flatMap((prefix) => versioned.map((each) => joinPaths(prefix, each)));
}

/** Where it could not be told to which application a controller belongs: what one of the same package puts before all routes. */
function prefixesNear(link: Linking, controller: ClassRef): string[] {
  const given = link.sitesOf('http.prefix.global').filter(({ value }) => value.file.package === controller.file.package);
  const [prefix] = given.flatMap((site) => link.argument(site, 'prefix') ?? []);
  return prefix === undefined ? [''] : pathsAt(link, prefix, []);
}

function middlewareFor(route: Placing, all: readonly RoutedMiddleware[]): { links: ChainLink[]; complete: boolean } {
  const links: ChainLink[] = [];
  let complete = true;
  for (const each of all) {
    const applies = each.targets.map((target) => hits(target, route));
    const excluded = each.excluded.map((target) => hits(target, route));
    if (excluded.includes('yes') || !(applies.includes('yes') || applies.includes('unknown'))) continue;
    if (applies.includes('yes') && !excluded.includes('unknown')) links.push(...each.links);
    else complete = false;
  }
  return { links, complete };
}

function hits(target: Target | null, route: Placing): 'yes' | 'no' | 'unknown' {
  if (target === null) return 'unknown';
  if (target.kind === 'controller') return classKey(target.ref) === classKey(route.controller) ? 'yes' : 'no';
  return covers(target.path, route.path, 'pattern');
}
