/**
 * Routes to which later calls in the chain say where they are and what runs before (AdonisJS): `router.get('/x', handler).use(check)`,
 * `router.group(() => { … }).prefix('/api').use(auth)`, `router.resource('posts', Posts).only(['index'])`.
 */
import type { ChainLink, FunctionRef, Route, RoleSite, ValueRef } from '../../contracts/program.js';
import { lastNameOf } from '../api-path.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { methodsAt, pathsAt } from './endpoints.js';
import { type Middleware, NamedMiddleware } from './fluent-middleware.js';
import { functionsOf, handlersIn } from './handlers.js';
import { classNamed, classesAt, methodNamed } from './named-classes.js';
import { isKnownPath, joinPaths } from './paths.js';
import { type Action, actionsOf } from './resources.js';

const MAXIMUM_NESTING = 8;
const MAXIMUM_CALLERS = 8;

/** What stands around a registration: paths in front of it and middleware before it. */
interface Around {
  prefixes: string[];
  middleware: Middleware;
}

export class FluentRoutes {
  private readonly named: NamedMiddleware;
  private readonly groups = new Map<number, RoleSite>();

  constructor(
    private readonly link: Linking,
    private readonly isSource: (value: ValueRef) => boolean,
  ) {
    this.named = new NamedMiddleware(link);
    for (const site of link.sitesOf('http.fluent.group')) {
      const routes = link.argument(site, 'routes');
      if (routes !== null) for (const { file, id } of functionsOf(link.resolve(routes))) this.groups.set(keyOf({ file, id: indexed({ file, id: 0 }).file.valueOfFunction(id) }), site);
    }
  }

  routes(): Route[] {
    return ['http.fluent.route', 'http.fluent.resource'].flatMap((role) => this.link.sitesOf(role)).flatMap((site) => (this.isSource(site.value) ? this.routesAt(site) : []));
  }

  private routesAt(site: RoleSite): Route[] {
    const modifiers = this.modifiersOf(site.value);
    return this.around(site.value, 0).flatMap((around) => {
      const prefixes = this.prefixed(around.prefixes, modifiers);
      const actions = site.role === 'http.fluent.resource' ? actionsOf(this.link, site, modifiers) : this.actionsAt(site);
      return actions.flatMap((action) => {
        const own = this.named.given(modifiers, 'route', action.name);
        const complete = around.middleware.complete && own.complete;
        return prefixes.flatMap((prefix) => action.paths.map((path) => this.route(site, { ...action, path: joinPaths(prefix, path) }, [...around.middleware.links, ...own.links], complete)));
      });
    });
  }

  private route(site: RoleSite, at: Action & { path: string }, chain: ChainLink[], chainComplete: boolean): Route {
    const { framework } = site.entry.attributes;
    return { framework: String(framework ?? ''), method: at.method, path: isKnownPath(at.path) ? at.path : '', value: site.value, handler: at.handler, chain, late: [], chainComplete, confidence: site.confidence };
  }

  private actionsAt(site: RoleSite): Action[] {
    const path = this.link.argument(site, 'path');
    const [handler] = this.link.argumentList(site, 'handlers');
    const namespaces = this.modifiersOf(site.value).flatMap((each) => (each.role === 'http.fluent.namespace' ? this.constants(each, 'directory') : []));
    const found = handler === undefined ? null : this.handlerAt(site, indexed(handler), namespaces);
    const methods = methodsAt(this.link, site, []) ?? [lastNameOf(site.path).toUpperCase()];
    return methods.map((method) => ({ name: '', method, paths: path === null ? [''] : pathsAt(this.link, path, []), handler: found }));
  }

  /** A function, `[Controller, 'method']`, `[Controller]`, or `'Controller.method'`. */
  private handlerAt(site: RoleSite, value: FileValue, namespaces: readonly string[]): FunctionRef | null {
    const { link } = this;
    const fact = factOf(value);
    if (fact.kind === 'array') {
      const [controller, method] = fact.elements.map((element) => sibling(value, element));
      const name = method === undefined ? 'handle' : String(link.constants(method)?.[0] ?? '');
      return controller === undefined ? null : methodNamed(link, classesAt(link, controller), name);
    }
    const text = link.constants(value)?.[0];
    if (typeof text === 'string') {
      const dot = text.lastIndexOf('.');
      const own = String(site.entry.attributes['controllers'] ?? '');
      const directories = [...namespaces.map((each) => `${each}/`), own].filter((each) => each !== '');
      return dot < 0 ? null : methodNamed(link, classNamed(link, value, text.slice(0, dot), directories), text.slice(dot + 1));
    }
    return methodNamed(link, classesAt(link, value), 'handle') ?? functionsOf(link.resolve(value))[0] ?? null;
  }

  /** The calls that follow in the chain, in order. */
  private modifiersOf(value: ValueRef): RoleSite[] {
    const result: RoleSite[] = [];
    for (let current = indexed(value); ; ) {
      const member = current.file.parentOf(current.id);
      const memberFact = member < 0 ? null : factOf(sibling(current, member));
      const call = memberFact?.kind === 'member' && memberFact.object === current.id ? current.file.parentOf(member) : -1;
      const fact = call < 0 ? null : factOf(sibling(current, call));
      if (fact?.kind !== 'call' || fact.callee !== member) return result;
      current = sibling(current, call);
      result.push(...this.link.rolesAt(current).filter((site) => site.role.startsWith('http.fluent.')));
    }
  }

  private prefixed(inner: readonly string[], modifiers: readonly RoleSite[]): string[] {
    return modifiers.reduce<string[]>((paths, site) => {
      const prefix = site.role === 'http.fluent.prefix' ? this.link.argument(site, 'prefix') : null;
      return prefix === null ? paths : pathsAt(this.link, prefix, []).flatMap((each) => paths.map((path) => joinPaths(path, each)));
    }, [...inner]);
  }

  /** The groups in whose functions a value stands, or from which its function is called. */
  private around(value: ValueRef, depth: number): Around[] {
    const { file } = indexed(value);
    const id = file.functionAt(factOf(value).start);
    if (id === 0) return [{ prefixes: [''], middleware: this.named.global() }];
    if (depth > MAXIMUM_NESTING) return [];
    const held = file.valueOfFunction(id);
    const group = held < 0 ? undefined : this.groups.get(keyOf({ file, id: held }));
    if (group !== undefined) return this.inGroup(group, depth);
    const callers = this.link.usesOf({ file, id }).slice(0, MAXIMUM_CALLERS);
    if (callers.length === 0) return [{ prefixes: [''], middleware: { ...this.named.global(), complete: false } }];
    return callers.flatMap((use) => this.around(use.call, depth + 1));
  }

  private inGroup(group: RoleSite, depth: number): Around[] {
    const modifiers = this.modifiersOf(group.value);
    const own = this.named.given(modifiers, 'router', '');
    return this.around(group.value, depth + 1).map((outer) => ({
      prefixes: this.prefixed(outer.prefixes, modifiers),
      middleware: { links: [...outer.middleware.links, ...own.links], complete: outer.middleware.complete && own.complete },
    }));
  }

  private constants(site: RoleSite, argument: string): string[] {
    return handlersIn(this.link, this.link.argumentList(site, argument), []).items.flatMap((item) => (this.link.constants(item) ?? []).map(String));
  }
}
