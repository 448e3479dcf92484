/** What is registered on each application, router and plugin: the sites of the roles `http.*`, sorted by instance and in order. */
import { sourcePaths } from '../../contracts/inventory.js';
import type { RoleSite } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import type { Context } from './context.js';
import { siteContexts } from './endpoints.js';
import { forwardedContexts } from './forwarded.js';
import { handlersIn } from './handlers.js';
import { type Arrival, type FactoryCall, type Instance, Instances, idOf } from './instances.js';
import { ExecutionOrder, type Position, compareKeys } from './order.js';
import { PluginUses, receiverOf } from './plugins.js';
import { rowsOf } from './tables.js';

const REGISTERING = [
  'http.route',
  'http.middleware.use',
  'http.middleware.param',
  'http.mount',
  'http.hook',
  'http.error-handler',
  'http.plugin.register',
  'http.router.prefix',
  'http.router.share',
];

/** One registering call, as it works on one instance. */
export interface Step {
  site: RoleSite;
  arrival: Arrival;
  position: Position;
  /** The calls by which the values in it got there, innermost first. */
  context: Context;
}

export interface Scope {
  id: string;
  instance: Instance;
  framework: string;
  /** `ordered` or `encapsulated`, as the model of its framework says. */
  scoping: string;
  isApplication: boolean;
  steps: Step[];
}

export class Registrations {
  readonly instances: Instances;
  readonly plugins: PluginUses;
  readonly scopes = new Map<string, Scope>();
  private readonly order: ExecutionOrder;
  private readonly sources: ReadonlySet<string>;
  /** Ids of scopes that are parts of others: what the function that makes a router registers on it. */
  private readonly templates = new Set<string>();
  private readonly mounted = new Set<string>();

  constructor(readonly link: Linking) {
    this.order = new ExecutionOrder(link);
    this.plugins = new PluginUses(link);
    this.instances = new Instances(link, this.order, this.plugins);
    this.sources = sourcePaths(link.inventory);
    for (const site of REGISTERING.flatMap((role) => link.sitesOf(role))) for (const row of site.role === 'http.plugin.register' ? rowsOf(link, site, []) : [site]) this.addSite(row);
    for (const scope of [...this.scopes.values()]) for (const step of scope.steps) this.addMounted(step);
    for (const scope of this.scopes.values()) for (const part of partsOf(scope.instance)) this.templates.add(part);
  }

  /** Tests and scripts register routes that no deployment has. */
  isSource(value: { file: { facts: { path: string } } }): boolean {
    return this.sources.has(value.file.facts.path);
  }

  private addSite(site: RoleSite): void {
    const receiver = receiverOf(site);
    if (receiver === null || !this.isSource(receiver)) return;
    const found = this.instances.of(receiver);
    for (const arrival of found.length > 0 ? found : [this.instances.unknownAt(receiver)]) {
      const contexts = this.contextsOf(site, arrival);
      if (contexts.length === 1 && contexts[0] === arrival.context) {
        const position = arrival.entered === null ? this.order.at(site.value) : this.order.inside(arrival.entered, site.value);
        this.scopeOf(arrival.instance, site).steps.push({ site, arrival, position, context: arrival.context });
      } else for (const context of contexts) this.addForwarded(site, receiver, arrival, context);
    }
  }

  /** The arrival's own, or one for each call of a function that hands the path on. */
  private contextsOf(site: RoleSite, { instance, context }: Arrival): Context[] {
    const path = this.link.argument(site, 'path') ?? this.link.argumentList(site, 'handlers')[0] ?? null;
    // What makes the router for each caller is told apart by those calls already.
    const { file, id } = instance.origin;
    const maker = file.functionAt(factOf({ file, id }).start);
    return path === null ? [context] : forwardedContexts(this.link, path, context, (value) => this.isSource(value), (ref) => ref.file === file && ref.id === maker);
  }

  /** It is registered where the function is called, and on what that call tells `this` to be. */
  private addForwarded(site: RoleSite, receiver: FileValue, found: Arrival, context: Context): void {
    const [told = found] = this.instances.of(receiver, context);
    const arrival = sameStart(told, found) ? { ...found, instance: told.instance } : found;
    const calls = context.flatMap((bound) => (bound.kind === 'call' ? [bound.call] : [])).reverse();
    const entered = calls.slice(1).reduce((position, call) => this.order.inside(position, call), this.order.at(calls[0] ?? site.value));
    const position = this.order.inside(entered, site.value);
    this.scopeOf(arrival.instance, site).steps.push({ site, arrival: { ...arrival, context, entered }, position, context });
  }

  private addMounted(step: Step): void {
    const { role } = step.site;
    if (role !== 'http.middleware.use' && role !== 'http.mount') return;
    for (const context of siteContexts(this.link, step.site, step.context)) {
      for (const value of handlersIn(this.link, this.link.argumentList(step.site, 'handlers'), context).items) {
        const wrapped = this.link.rolesAt(value).find((site) => site.role === 'http.mount.wrap');
        const routers = wrapped === undefined ? [value] : this.link.argumentList(wrapped, 'handlers').map(indexed);
        for (const { instance } of routers.flatMap((router) => this.routersAt(router, context))) this.mounted.add(this.scopeOf(instance, null).id);
      }
    }
  }

  /** It is mounted somewhere, or the inside of a plugin. */
  isInner(scope: Scope): boolean {
    return scope.instance.parent !== null || this.mounted.has(scope.id) || partsOf(scope.instance).some((part) => this.mounted.has(part));
  }

  /** @param seen a site that names the framework where the instance itself does not */
  scopeOf(instance: Instance, seen: RoleSite | null): Scope {
    const id = idOf(instance);
    const known = this.scopes.get(id);
    if (known !== undefined) return known;
    const made = instance.site ?? seen;
    const framework = String(made?.entry.attributes['framework'] ?? '');
    const scope: Scope = {
      id,
      instance,
      framework,
      scoping: String(made?.entry.attributes['scoping'] ?? this.scopingOf(framework)),
      isApplication: instance.site?.role === 'http.app.create',
      steps: [],
    };
    this.scopes.set(id, scope);
    return scope;
  }

  private scopingOf(framework: string): string {
    const entries = this.link.models.entriesOf('http.app.create');
    return String(entries.find((entry) => entry.attributes['framework'] === framework)?.attributes['scoping'] ?? 'ordered');
  }

  /** What is registered on the instance, in order; first what the functions that make it register, innermost first. */
  stepsOf(scope: Scope): Step[] {
    const { factories } = scope.instance;
    const result: Step[] = [];
    for (let taken = factories.length; taken >= 0; taken -= 1) {
      const part = this.scopes.get(idOf({ ...scope.instance, factories: factories.slice(taken) }));
      const context = factories.slice(0, taken).reverse().map(boundBy);
      const steps = [...(part?.steps ?? [])].sort((a, b) => compareKeys(a.position.key, b.position.key));
      result.push(...steps.map((step) => ({ ...step, context: [...step.context, ...context] })));
    }
    return result;
  }

  /** Instances on which something is registered and that are no part of another. */
  wholeScopes(): Scope[] {
    return [...this.scopes.values()].filter((scope) => !this.templates.has(scope.id));
  }

  /** The routers that a handler stands for: itself, or what gives out its routes. */
  routersAt(value: FileValue, context: Context = []): readonly Arrival[] {
    const { kind } = factOf(value);
    return kind === 'function' || kind === 'literal' || kind === 'object' ? [] : this.instances.of(value, context);
  }
}

/** One expression made both, though perhaps for different classes. */
function sameStart(a: Arrival, b: Arrival): boolean {
  return keyOf(a.instance.origin) === keyOf(b.instance.origin);
}

/** Ids of what the functions that make the instance work on. */
function partsOf(instance: Instance): string[] {
  return instance.factories.map((_factory, index) => idOf({ ...instance, factories: instance.factories.slice(index + 1) }));
}

function boundBy({ call, callee }: FactoryCall): Context[number] {
  return { kind: 'call', call: indexed(call), callee };
}
