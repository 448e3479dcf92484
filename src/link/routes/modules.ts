/**
 * Applications that are put together from modules of controllers (NestJS): which controllers each has, and what it puts before
 * all of them.
 */
import type { ChainLink, ClassRef, RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { pathAndHandlers, pathsAt } from './endpoints.js';
import { chainLink, handlersIn, isUnknown, withConditions } from './handlers.js';
import { conditionsOf } from './order.js';
import { isKnownPath, joinPaths } from './paths.js';
import { receiverOf } from './plugins.js';

const MAXIMUM_MODULES = 2_000;
const MAXIMUM_NESTING = 8;
/** A prefix of all routes that only a deployment knows: what stands behind it says more about a route than that. */
const SOME_PREFIX = '/:globalPrefix';

/** Middleware for some routes only. */
export interface RoutedMiddleware {
  links: ChainLink[];
  /** The `forRoutes` targets; null for one that could not be read. */
  targets: (Target | null)[];
  excluded: (Target | null)[];
}

export type Target = { kind: 'controller'; ref: ClassRef } | { kind: 'path'; path: string };

export interface ModuleApplication {
  /** Keys of the classes of all modules and controllers in it. */
  modules: ReadonlySet<string>;
  controllers: ReadonlySet<string>;
  /** For every route, by kind in the order of their registration. */
  links: ChainLink[];
  middleware: RoutedMiddleware[];
  prefixes: string[];
  excludedFromPrefix: (Target | null)[];
  /** Null when versions are not in the path. */
  versions: { prefix: string; byDefault: string[] } | null;
  /** Path that the module of a controller is put under. */
  modulePaths: ReadonlyMap<string, string>;
  complete: boolean;
}

export function classKey(ref: ClassRef): string {
  return `${ref.file.facts.path}#${ref.id}`;
}

/** One for each call that makes an application. */
export function moduleApplications(link: Linking, isSource: (value: ValueRef) => boolean): ModuleApplication[] {
  const graph = new ModuleGraph(link);
  const sites = link.sitesOf('http.app.create').filter((site) => site.entry.attributes['scoping'] === 'modules' && isSource(site.value));
  return sites.map((site) => applicationOf(link, graph, site));
}

function applicationOf(link: Linking, graph: ModuleGraph, site: RoleSite): ModuleApplication {
  const root = link.argument(site, 'module');
  const { modules, controllers, complete } = graph.reachable(root === null ? [] : classesAt(link, root));
  /** Calls on this application, or on one of which it is not known which it is. */
  const own = (role: string) =>
    link.sitesOf(role).filter((each) => {
      const made = each.created !== null && link.rolesAt(each.created).some((other) => other.role === 'http.app.create') ? each.created : null;
      return made === null ? each.value.file.package === site.value.file.package : keyOf(made) === keyOf(site.value);
    });
  const inModules = (role: string) => link.sitesOf(role).filter((each) => graph.ownerOf(each.value, modules));
  const globals = own('http.chain.global').flatMap((each) => linksAt(link, each, 'application'));
  const prefix = own('http.prefix.global')[0];
  const given = prefix === undefined ? null : link.argument(prefix, 'prefix');
  return {
    modules,
    controllers,
    links: [...own('http.middleware.global').flatMap((each) => globalMiddleware(link, each)), ...globals, ...inModules('http.chain.provider').flatMap((each) => providedLinks(link, each))],
    middleware: inModules('http.middleware.for-routes').map((each) => routedMiddleware(link, each)),
    prefixes: given === null ? [''] : pathsAt(link, given, []).map((path) => (isKnownPath(path) ? path : SOME_PREFIX)),
    excludedFromPrefix: prefix === undefined ? [] : link.argumentList(prefix, 'exclude').flatMap((value) => targetsAt(link, [value])),
    versions: versionsOf(link, own('http.versioning')[0]),
    modulePaths: graph.modulePaths(modules),
    complete,
  };
}

function globalMiddleware(link: Linking, site: RoleSite): ChainLink[] {
  const { path, handlers } = pathAndHandlers(link, site, []);
  // At a path of its own it is not before every route.
  if (path.some((each) => joinPaths(each) !== '/')) return [];
  // What a plugin does may hang on the options that it is registered with.
  const at = site.entry.attributes['registers'] === 'plugin' ? indexed(site.value) : null;
  return handlersIn(link, handlers, []).items.map((item) => withConditions(chainLink(link, 'middleware', 'application', at ?? item, item), [...conditionsOf(site.value).values(), ...item.conditions.values()]));
}

/** `{ provide: APP_GUARD, useClass: AuthGuard }`: the token says what it is for. */
function providedLinks(link: Linking, site: RoleSite): ChainLink[] {
  const token = link.rolesAt(site.value).find((each) => each.role === 'http.chain.token');
  return token === undefined ? [] : linksAt(link, site, 'application', undefined, token);
}

/** Links of the kind that the model gives the call or decorator (or `told`, where that says it). */
export function linksAt(link: Linking, site: RoleSite, level: ChainLink['level'], at?: FileValue, told = site): ChainLink[] {
  const kind = String(told.entry.attributes['kind']) as ChainLink['kind'];
  return handlersIn(link, link.argumentList(site, 'handlers'), []).items.map((item) => withConditions(chainLink(link, kind, level, at ?? item, item), [...conditionsOf(site.value).values(), ...item.conditions.values()]));
}

function versionsOf(link: Linking, site: RoleSite | undefined): ModuleApplication['versions'] {
  const type = site === undefined ? null : link.argument(site, 'type');
  if (site === undefined || (type !== null && !link.rolesAt(type).some((each) => each.role === 'http.version.in-path'))) return null;
  const prefix = link.argument(site, 'prefix');
  const [written] = prefix === null ? ['v'] : (link.constants(prefix) ?? ['v']);
  const byDefault = link.argument(site, 'version');
  return { prefix: written === false ? '' : String(written), byDefault: byDefault === null ? [] : versionsAt(link, byDefault) };
}

/** Versions that a decorator or option names; '' for one that has no place in the path. */
export function versionsAt(link: Linking, value: ValueRef): string[] {
  return handlersIn(link, [value], []).items.flatMap((item) => {
    if (link.rolesAt(item).some((each) => each.role === 'http.version.neutral')) return [''];
    return (link.constants(item) ?? []).map(String);
  });
}

/** `consumer.apply(A).exclude('x').forRoutes(Controller)`. */
function routedMiddleware(link: Linking, site: RoleSite): RoutedMiddleware {
  const result: RoutedMiddleware = { links: [], targets: targetsAt(link, link.argumentList(site, 'routes')), excluded: [] };
  let receiver = receiverOf(site);
  for (let step = 0; receiver !== null && step < MAXIMUM_NESTING; step += 1) {
    const roles = link.rolesAt(receiver);
    const excluded = roles.find((each) => each.role === 'http.middleware.exclude');
    if (excluded !== undefined) result.excluded.push(...targetsAt(link, link.argumentList(excluded, 'routes')));
    const applied = roles.find((each) => each.role === 'http.middleware.apply');
    if (applied !== undefined) {
      const { items } = handlersIn(link, link.argumentList(applied, 'handlers'), []);
      result.links.push(...items.map((item) => withConditions(chainLink(link, 'middleware', 'application', item), [...conditionsOf(site.value).values(), ...item.conditions.values()])));
    }
    const next = excluded ?? null;
    receiver = next === null ? null : receiverOf(next);
  }
  return result;
}

function targetsAt(link: Linking, values: readonly ValueRef[]): (Target | null)[] {
  return handlersIn(link, values, []).items.flatMap((item): (Target | null)[] => {
    const classes = classesAt(link, item);
    if (classes.length > 0) return classes.map((ref) => ({ kind: 'controller', ref }));
    const inObject = factOf(item).kind === 'object' ? link.property(item, ['path']) : null;
    const paths = inObject?.kind === 'found' ? inObject.values : [item];
    return paths.flatMap((path) => link.constants(path) ?? [null]).map((path) => (typeof path === 'string' ? { kind: 'path', path } : null));
  });
}

/** Classes that a value in a list of modules, controllers or routes stands for: `X`, `forwardRef(() => X)`, `X.forRoot()`. */
export function classesAt(link: Linking, value: ValueRef): ClassRef[] {
  const direct = link.resolve(value).flatMap((entity) => (entity.kind === 'class' ? [entity.ref] : []));
  const fact = factOf(value);
  if (direct.length > 0 || fact.kind !== 'call') return direct;
  const callee = factOf(sibling(value, fact.callee));
  const owners = callee.kind === 'member' ? link.resolve(sibling(value, callee.object)) : [];
  const dynamic = owners.flatMap((entity) => (entity.kind === 'class' ? [entity.ref] : []));
  if (dynamic.length > 0) return dynamic;
  const [argument] = fact.args;
  const functions = argument === undefined ? [] : link.resolve(sibling(value, argument));
  return functions.flatMap((entity) => {
    if (entity.kind !== 'function') return [];
    const { file, id } = entity.ref;
    return (file.facts.functions[id]?.returns ?? []).flatMap((returned) => link.resolve({ file, id: returned })).flatMap((each) => (each.kind === 'class' ? [each.ref] : []));
  });
}

class ModuleGraph {
  constructor(private readonly link: Linking) {}

  reachable(roots: readonly ClassRef[]): { modules: Set<string>; controllers: Set<string>; complete: boolean } {
    const modules = new Set<string>();
    const controllers = new Set<string>();
    const queue = [...roots];
    for (let ref = queue.shift(); ref !== undefined && modules.size < MAXIMUM_MODULES; ref = queue.shift()) {
      if (modules.has(classKey(ref))) continue;
      modules.add(classKey(ref));
      for (const value of [...this.listed(ref, 'imports'), ...this.given(ref, 'imports')]) queue.push(...classesAt(this.link, value));
      for (const value of [...this.listed(ref, 'controllers'), ...this.given(ref, 'controllers')]) {
        for (const controller of classesAt(this.link, value)) controllers.add(classKey(controller));
      }
    }
    return { modules, controllers, complete: roots.length > 0 };
  }

  private listed(ref: ClassRef, name: string): FileValue[] {
    const decorators = ref.file.facts.classes[ref.id]?.decorators ?? [];
    const sites = decorators.flatMap((id) => this.link.rolesAt({ file: ref.file, id })).filter((site) => site.role === 'http.module');
    return handlersIn(this.link, sites.flatMap((site) => this.link.argumentList(site, name)), []).items;
  }

  /** What the static methods of a dynamic module return: `forRoot() { return { module: X, controllers: […] } }`. */
  private given(ref: ClassRef, name: string): FileValue[] {
    const fact = ref.file.facts.classes[ref.id];
    const methods = (fact?.members ?? []).filter((member) => member.isStatic && member.function >= 0);
    const returned = methods.flatMap((member) => ref.file.facts.functions[member.function]?.returns ?? []);
    const lists = returned.flatMap((id) => {
      const found = ref.file.facts.values[id]?.kind === 'object' ? this.link.property({ file: ref.file, id }, [name]) : null;
      return found?.kind === 'found' ? found.values : [];
    });
    return handlersIn(this.link, lists, []).items;
  }

  /** A value written in the decorator or the body of one of the modules. */
  ownerOf(value: ValueRef, modules: ReadonlySet<string>): boolean {
    const { file } = indexed(value);
    const { start } = factOf(value);
    const holder = file.facts.classes.findIndex((fact) => fact.start <= start && start < fact.end);
    if (holder >= 0) return modules.has(classKey({ file, id: holder }));
    // Before the class that it decorates, or in a list of providers of its own.
    return file.facts.classes.some((_fact, id) => modules.has(classKey({ file, id }))) || file.facts.classes.length === 0;
  }

  /** `RouterModule.register([{ path: 'admin', module: AdminModule, children: […] }])`: class of a controller → path. */
  modulePaths(modules: ReadonlySet<string>): Map<string, string> {
    const result = new Map<string, string>();
    for (const site of this.link.sitesOf('http.module.paths')) {
      if (!this.ownerOf(site.value, modules)) continue;
      this.addPaths(this.link.argumentList(site, 'table'), '', 0, result);
    }
    return result;
  }

  private addPaths(tables: readonly ValueRef[], prefix: string, depth: number, result: Map<string, string>): void {
    if (depth > MAXIMUM_NESTING) return;
    const read = (row: ValueRef, name: string) => {
      const found = this.link.property(row, [name]);
      return found.kind === 'found' ? found.values : [];
    };
    for (const row of handlersIn(this.link, tables, []).items) {
      const path = joinPaths(prefix, ...read(row, 'path').slice(0, 1).flatMap((value) => pathsAt(this.link, value, [])));
      for (const ref of read(row, 'module').flatMap((value) => classesAt(this.link, value))) {
        for (const controller of this.listed(ref, 'controllers').flatMap((value) => classesAt(this.link, value))) result.set(classKey(controller), path);
      }
      this.addPaths(read(row, 'children'), path, depth + 1, result);
    }
  }
}

export function allKnown(links: readonly ChainLink[]): boolean {
  return !links.some(isUnknown);
}
