/**
 * Applications whose layers run in the order of their registration (Express, Koa, Hono): goes through the tree of routers as a
 * request does, with the middleware that is in force at each place.
 */
import type { ChainLink, Route, RoleSite } from '../../contracts/program.js';
import type { FileValue, Linking } from '../linking.js';
import { assemble, ownChainOf } from './assembly.js';
import type { Context } from './context.js';
import { type Endpoint, endpointsAt, pathAndHandlers, siteContexts } from './endpoints.js';
import { middlewareInFront } from './files.js';
import { forwardingCall } from './forwarded.js';
import { chainLink, functionsOf, handlersIn, isUnknown } from './handlers.js';
import type { Arrival } from './instances.js';
import { Layers } from './layers.js';
import { answersOperations } from './operation-mounts.js';
import { NO_CONDITIONS, union } from './order.js';
import type { Around, Pending, Used } from './ordered-places.js';
import { loadersFor, loadersOf } from './parameters.js';
import { type Matching, hasWildcard, joinPaths } from './paths.js';
import { phaseLinks } from './phases.js';
import { pluginAt } from './plugins.js';
import { derivedPaths, extended, ownPrefixes } from './prefixes.js';
import type { Registrations, Scope, Step } from './registrations.js';
import { sharedSteps } from './sharing.js';
import { placeOf } from './tables.js';

const MAXIMUM_MOUNTS = 5_000;
const MAXIMUM_ROUTES = 20_000;
const MAXIMUM_NESTING = 12;

export class OrderedRoutes {
  private readonly link: Linking;
  private mounts = 0;
  private routes = 0;
  private readonly open = new Set<string>();
  private order = 0;
  private layers = new Layers();
  private errorHandlers = new Layers();
  private pending: Pending[] = [];

  constructor(private readonly registrations: Registrations) {
    this.link = registrations.link;
  }

  /**
   * All routes under an application, or under a router that is mounted nowhere.
   * @param path where the file of a framework that exports the router answers
   */
  routesOf(root: Scope, path?: string): Route[] {
    this.layers = new Layers();
    this.errorHandlers = new Layers();
    this.pending = [];
    this.order = 0;
    const isWhole = path === undefined ? root.isApplication : middlewareInFront(this.link, root.instance.origin.file.package.directory).length === 0;
    const complete = isWhole && root.instance.kind === 'created';
    this.expand(root, path ?? '', { level: 'application', complete, conditions: NO_CONDITIONS, parameters: [] });
    for (const { route, path, conditions, order } of this.pending) {
      route.chain.push(...this.errorHandlers.covering(path, conditions, order).links);
      route.late = this.layers.covering(path, conditions, order).links;
      if (conditions.size > 0) route.conditions = [...conditions.values()];
    }
    return this.pending.map((each) => each.route);
  }

  private expand(scope: Scope, prefix: string, around: Around): void {
    if (this.open.has(scope.id)) return;
    if (this.open.size >= MAXIMUM_NESTING || this.mounts >= MAXIMUM_MOUNTS) {
      this.link.limits.add('routers were not followed beyond a number of mounts');
      return;
    }
    this.open.add(scope.id);
    this.mounts += 1;
    const steps = this.registrations.stepsOf(scope);
    const own = ownPrefixes(this.link, scope, steps).map((part) => joinPaths(prefix, part));
    const parameters = loadersOf(this.link, steps);
    for (const step of steps) {
      const conditions = union(around.conditions, step.position.conditions);
      this.take(step, derivedPaths(this.link, own, step.arrival, step.context), { ...around, conditions, parameters });
    }
    this.open.delete(scope.id);
  }

  private take(step: Step, prefixes: readonly string[], around: Around): void {
    switch (step.site.role) {
      case 'http.route':
        for (const endpoint of endpointsAt(this.link, step.site, step.context)) {
          if (!this.addAsMiddleware(step, endpoint, prefixes, around)) this.addRoutes(endpoint, prefixes, around);
        }
        break;
      case 'http.middleware.use':
      case 'http.mount':
        for (const context of siteContexts(this.link, step.site, step.context)) this.use(step.site, context, prefixes, around);
        break;
      case 'http.plugin.register':
        this.enter(step, prefixes, around);
        break;
      case 'http.error-handler':
        for (const item of this.handlersAt(step)) for (const prefix of prefixes) this.addErrorHandler(prefix, item, around, Infinity);
        break;
      default:
    }
  }

  private handlersAt(step: Step): FileValue[] {
    return handlersIn(this.link, this.link.argumentList(step.site, 'handlers'), step.context).items;
  }

  /** Middleware, error handlers and routers, in the order in which they are given. */
  private use(site: RoleSite, context: Context, prefixes: readonly string[], around: Around): void {
    const matching: Matching = site.entry.attributes['matching'] === 'pattern' ? 'pattern' : 'prefix';
    const { path, handlers } = pathAndHandlers(this.link, site, context);
    const { items, complete } = handlersIn(this.link, handlers, context);
    const paths = path.map((each) => (each === '' && matching === 'pattern' ? '*' : each));
    for (const at of prefixes.flatMap((prefix) => paths.map((each) => joinPaths(prefix, each)))) {
      for (const item of items) this.useOne({ item, at, matching, context, site }, { ...around, conditions: union(around.conditions, item.conditions) });
      if (!complete) this.add(at, matching, null, around);
    }
  }

  /** `app.group('/v1', (inner) => …)`, `app.guard({ beforeHandle }, (inner) => …)`; without a function what is given holds for what follows. */
  private enter(step: Step, prefixes: readonly string[], around: Around): void {
    const { site, context, arrival } = step;
    const { functions, wrapped } = pluginAt(this.link, site);
    if (wrapped) return;
    const prefix = this.link.argument(site, 'prefix');
    const { links, complete } = phaseLinks(this.link, site, context, 'middleware');
    const sizes = { layers: this.layers.size, errorHandlers: this.errorHandlers.size };
    for (const at of extended(this.link, prefixes, prefix === null ? [] : [prefix], context)) {
      for (const each of links) this.add(at, 'prefix', each.link, around);
      if (!complete) this.add(at, 'prefix', null, around);
      if (functions.length === 0) continue;
      this.expand(this.registrations.scopeOf({ origin: placeOf(site), kind: 'plugin', site, factories: [], parent: arrival.instance }, site), at, { ...around, level: 'router' });
      this.leave(sizes);
    }
  }

  private leave(sizes: { layers: number; errorHandlers: number }): void {
    this.layers.truncate(sizes.layers);
    this.errorHandlers.truncate(sizes.errorHandlers);
  }

  private useOne(used: Used, around: Around): void {
    const { item, at, matching, site } = used;
    const wrapped = this.link.rolesAt(item).find((each) => each.role === 'http.mount.wrap');
    if (wrapped !== undefined) return this.useWrapped(used, wrapped, around);
    const routers = this.registrations.routersAt(item, used.context);
    if (routers.length > 0) {
      for (const router of routers) this.mount(router, at, around, site);
      return;
    }
    if (answersOperations(this.link, item)) return this.addOperations(used, around);
    const [handler] = functionsOf(this.link.resolve(item));
    // It registers what it likes on what it is handed.
    if (handler !== undefined && site.entry.attributes['functions'] === 'plugins') return;
    const parameters = handler?.file.facts.functions[handler.id]?.parameters.length;
    if (parameters !== undefined && parameters === site.entry.attributes['error-parameters']) {
      this.addErrorHandler(at, item, around);
      return;
    }
    const chained = chainLink(this.link, 'middleware', this.levelOf(around, at), item);
    this.add(at, matching, chained, around);
    if (isUnknown(chained)) this.add(at, matching, null, around);
  }

  /** An adapter answers whatever comes to its address: `app.use('/trpc', createExpressMiddleware({ router }))`. */
  private addOperations({ site, at }: Used, around: Around): void {
    const before = this.layers.covering(at, around.conditions);
    const route = assemble(site, { path: at, method: 'ALL' }, null, before.links, around.complete && before.complete);
    this.pending.push({ route, path: at, conditions: around.conditions, order: this.order });
  }

  /** `mount('/admin', app)`. */
  private useWrapped(used: Used, wrapped: RoleSite, around: Around): void {
    const { path, handlers } = pathAndHandlers(this.link, wrapped, used.context);
    for (const item of handlersIn(this.link, handlers, used.context).items) {
      for (const inner of path) this.useOne({ ...used, item, at: joinPaths(used.at, inner) }, around);
    }
  }

  private mount(router: Arrival, at: string, around: Around, site: RoleSite): void {
    const child = this.registrations.scopeOf(router.instance, site);
    const sizes = { layers: this.layers.size, errorHandlers: this.errorHandlers.size };
    this.expand(child, at, { ...around, level: 'router', complete: around.complete && router.instance.kind === 'created' });
    if (site.entry.attributes['falls-through'] === true) return;
    this.leave(sizes);
    for (const step of sharedSteps(this.registrations, child)) this.take(step, [at], around);
  }

  /** What is attached at a path of its own holds for a part of the application. */
  private levelOf(around: Around, at: string): ChainLink['level'] {
    return around.level === 'application' && at.replaceAll('*', '') !== '/' ? 'router' : around.level;
  }

  private add(pattern: string, matching: Matching, link: ChainLink | null, around: Around): void {
    this.order += 1;
    this.layers.add({ pattern, matching, link, conditions: around.conditions, order: this.order });
  }

  private addErrorHandler(pattern: string, item: FileValue, around: Around, order?: number): void {
    this.order += 1;
    const link = chainLink(this.link, 'error-handler', this.levelOf(around, pattern), item);
    this.errorHandlers.add({ pattern, matching: 'prefix', link, conditions: around.conditions, order: order ?? this.order });
  }

  /**
   * Middleware that is written as a route for all methods: what hands requests for any path on, or for the path of
   * `app.route('/x').all(check).get(…)`, and what plays a role of its own, which no answer does.
   */
  private addAsMiddleware({ arrival }: Step, endpoint: Endpoint, prefixes: readonly string[], around: Around): boolean {
    if (!endpoint.methods.includes('ALL')) return false;
    const paths = prefixes.flatMap((prefix) => endpoint.paths.map((path) => joinPaths(prefix, path)));
    const { items } = endpoint.handlers;
    const last = chainLink(this.link, 'middleware', 'route', items.at(-1)!);
    const [handler] = functionsOf(last.entities);
    const passesOn = (handler?.file.facts.functions[handler.id]?.parameters.length ?? 0) >= 3;
    const isPassedOn = passesOn && (arrival.prefixes.length > 0 || paths.every(hasWildcard));
    if (!isPassedOn && !(last.roles.length > 0 && handler === undefined)) return false;
    for (const path of paths) {
      for (const item of items) this.add(path, 'pattern', chainLink(this.link, 'middleware', this.levelOf(around, path), item), { ...around, conditions: union(around.conditions, item.conditions) });
    }
    return true;
  }

  private addRoutes(endpoint: Endpoint, prefixes: readonly string[], around: Around): void {
    const own = ownChainOf(this.link, endpoint);
    const paths = prefixes.flatMap((prefix) => endpoint.paths.map((path) => joinPaths(prefix, path)));
    for (const path of paths) {
      const before = this.layers.covering(path, around.conditions);
      const loaders = loadersFor(path, around.parameters);
      const complete = around.complete && before.complete && own.complete;
      for (const method of endpoint.methods) {
        this.routes += 1;
        if (this.routes > MAXIMUM_ROUTES) return void this.link.limits.add(`routes beyond ${MAXIMUM_ROUTES} were not listed`);
        const route = assemble(endpoint.site, { path, method, place: forwardingCall(endpoint.context) }, own.handler, [...before.links, ...loaders, ...own.links], complete);
        this.pending.push({ route, path, conditions: around.conditions, order: this.order });
      }
    }
  }
}
