/**
 * Applications whose plugins see only what was there before them (Fastify): hooks run by phase, those of outer instances first. A
 * route gets all hooks of its own instance, wherever they stand; an inner instance gets a copy of its parent's when it is loaded,
 * which is after the function that registers it has run, unless that awaits it.
 */
import { append } from '../../contracts/multimap.js';
import type { ChainLink, Route, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { assemble, ownChainOf } from './assembly.js';
import { endpointsAt, pathsAt } from './endpoints.js';
import { chainLink, functionsOf, handlersIn, isUnknown, withConditions } from './handlers.js';
import type { Instance } from './instances.js';
import { type Conditions, furtherConditions } from './order.js';
import { joinPaths } from './paths.js';
import { phaseLinks, phasesOf } from './phases.js';
import { isStartedByCommand } from './command-started.js';
import { NO_CONDITIONS } from './order.js';
import { pluginAt } from './plugins.js';
import type { Registrations, Scope, Step } from './registrations.js';
import { placeOf } from './tables.js';

const MAXIMUM_NESTING = 12;
const MAXIMUM_PLUGINS = 5_000;

/** A hook in force. `null` stands for one that is there only sometimes, or could not be followed. */
interface Hook {
  phase: number;
  link: ChainLink | null;
  conditions: Conditions;
}

interface Around {
  prefix: string;
  hooks: readonly Hook[];
  level: ChainLink['level'];
  complete: boolean;
}

export class EncapsulatedRoutes {
  private readonly link: Linking;
  private plugins = 0;
  private depth = 0;
  private result: Route[] = [];
  /** The framework's plugins share their hooks: all of them hold for every route. */
  private shared = false;
  private decorations: Map<string, FileValue[]> | null = null;

  constructor(private readonly registrations: Registrations) {
    this.link = registrations.link;
  }

  /** All routes under an application, or under a plugin that is registered nowhere. */
  routesOf(root: Scope): Route[] {
    this.result = [];
    const complete = root.instance.kind === 'created' ? root.isApplication : isStartedByCommand(root.instance.origin);
    this.shared = this.link.models.entriesOf('http.app.create').some(({ attributes }) => attributes['framework'] === root.framework && attributes['hooks'] === 'shared');
    this.expand(root, { prefix: '', hooks: this.shared ? this.hooksBelow(root, 0) : [], level: 'application', complete });
    return this.result;
  }

  private hooksBelow(scope: Scope, depth: number): Hook[] {
    if (depth > MAXIMUM_NESTING) return [];
    return this.registrations.stepsOf(scope).flatMap((step) => {
      const inner = step.site.role === 'http.plugin.register' ? this.insideOf(step, scope.instance) : null;
      return [...this.hooksAt(step, 'application', scope), ...(inner === null ? [] : this.hooksBelow(inner, depth + 1))];
    });
  }

  private expand(scope: Scope, around: Around): void {
    this.plugins += 1;
    if (this.depth >= MAXIMUM_NESTING || this.plugins > MAXIMUM_PLUGINS) {
      this.link.limits.add('plugins were not followed beyond a number of registrations');
      return;
    }
    this.depth += 1;
    const steps = this.registrations.stepsOf(scope);
    const own = steps.map((step) => ({ step, hooks: this.shared ? [] : this.hooksAt(step, around.level, scope) }));
    const all = [...around.hooks, ...own.flatMap((each) => each.hooks)];
    const errorHandlers = steps.filter((step) => step.site.role === 'http.error-handler').flatMap((step) => this.errorHandlersAt(step, around.level));
    for (const [index, { step }] of own.entries()) {
      if (step.site.role === 'http.route') this.addRoutes(step, { ...around, hooks: all }, errorHandlers, scope);
      if (step.site.role !== 'http.plugin.register') continue;
      // Hooks of plugins that are loaded later come too late for it; those set directly come first, unless it is awaited.
      const seen = own.filter((each, at) => at < index || (!isAwaited(step) && each.step.site.role === 'http.hook' && !this.isInPlugin(each.step)));
      this.enter(step, { ...around, hooks: [...around.hooks, ...seen.flatMap((each) => each.hooks)] }, scope.instance);
    }
    this.depth -= 1;
  }

  /** It stands in a wrapped plugin, so that it runs when that is loaded. */
  private isInPlugin(step: Step): boolean {
    return step.arrival.entered !== null && this.registrations.plugins.isPlugin(step.site.value);
  }

  private enter(step: Step, around: Around, parent: Instance): void {
    const inside = this.insideOf(step, parent);
    if (inside === null) return;
    const prefix = this.link.argument(step.site, 'prefix');
    const { prefix: byPlace = '', before = [] } = step.site.placed ?? {};
    const hooks = [...around.hooks, ...before.map((each): Hook => ({ phase: 0, link: chainLink(this.link, 'hook', 'router', indexed(each)), conditions: NO_CONDITIONS }))];
    for (const path of prefix === null ? [''] : pathsAt(this.link, prefix, step.context)) {
      this.expand(inside, { ...around, hooks, prefix: joinPaths(around.prefix, path, byPlace), level: 'router' });
    }
  }

  /** What a plugin of the program gets, unless it works on the instance that it is registered on. */
  private insideOf(step: Step, parent: Instance): Scope | null {
    const { functions, wrapped } = pluginAt(this.link, step.site);
    if (wrapped || functions.length === 0) return null;
    return this.registrations.scopeOf({ origin: placeOf(step.site), kind: 'plugin', site: step.site, factories: [], parent }, step.site);
  }

  private hooksAt(step: Step, level: ChainLink['level'], scope: Scope): Hook[] {
    const { site } = step;
    const { conditions } = step.position;
    if (site.role === 'http.plugin.register') {
      const plugin = this.link.argument(site, 'plugin');
      if (plugin === null) return [];
      if (pluginAt(this.link, site).functions.length > 0 && !this.isNamedControl(plugin)) return [];
      // A plugin of a library sets its hooks itself; most set them at the first phase.
      const link = chainLink(this.link, 'hook', level, indexed(site.value), indexed(plugin));
      return isUnknown(link) ? [{ phase: 0, link: null, conditions }] : [{ phase: 0, link, conditions }];
    }
    if (site.role !== 'http.hook') return [];
    const name = this.link.argument(site, 'phase');
    const phases = phasesOf(site);
    const names = name === null ? null : this.link.constants(name);
    if (names === null) return [{ phase: 0, link: null, conditions }];
    const { items, complete } = handlersIn(this.link, this.link.argumentList(site, 'handlers'), step.context);
    return names.flatMap((each) => {
      const phase = phases.indexOf(String(each));
      if (phase < 0) return [];
      const links: (ChainLink | null)[] = items.map((item) => withConditions(this.hookLink(item, level, scope), [...item.conditions.values()]));
      return [...links, ...(complete && !links.some((link) => link !== null && isUnknown(link)) ? [] : [null])].map((link) => ({ phase, link, conditions }));
    });
  }

  /** The configuration says what a plugin of the program is, whatever hooks it sets. */
  private isNamedControl(plugin: ValueRef): boolean {
    return this.link.controls.rolesOf(this.link.resolve(plugin), this.link.sourcesOf(plugin)).length > 0;
  }

  private errorHandlersAt(step: Step, level: ChainLink['level']): ChainLink[] {
    return handlersIn(this.link, this.link.argumentList(step.site, 'handlers'), step.context).items.map((item) => chainLink(this.link, 'error-handler', level, item));
  }

  /** `app.authenticate` is what some plugin decorated the instance with. */
  private hookLink(item: FileValue, level: ChainLink['level'], scope: Scope): ChainLink {
    const fact = factOf(item);
    const known = functionsOf(this.link.resolve(item)).length > 0;
    const decorated = known || fact.kind !== 'member' || fact.name === null ? [] : this.decorationsNamed(scope.framework, fact.name);
    return chainLink(this.link, 'hook', level, item, decorated.length === 1 ? decorated[0] : item);
  }

  private decorationsNamed(framework: string, name: string): readonly FileValue[] {
    if (this.decorations === null) {
      this.decorations = new Map();
      for (const site of this.link.sitesOf('http.decorate')) {
        const named = this.link.argument(site, 'name');
        const value = this.link.argument(site, 'value');
        if (named === null || value === null || !this.registrations.isSource(value)) continue;
        for (const each of this.link.constants(named) ?? []) {
          const key = `${String(site.entry.attributes['framework'])} ${String(each)}`;
          append(this.decorations, key, indexed(value));
        }
      }
    }
    return this.decorations.get(`${framework} ${name}`) ?? [];
  }

  private addRoutes(step: Step, around: Around, errorHandlers: readonly ChainLink[], scope: Scope): void {
    for (const endpoint of endpointsAt(this.link, step.site, step.context)) {
      const { site } = endpoint;
      const own = ownChainOf(this.link, endpoint);
      const phases = phasesOf(site);
      const given = phaseLinks(this.link, site, endpoint.context, 'hook', (item) => this.hookLink(item, 'route', scope));
      const wrappers = own.links.slice(given.links.length);
      const hooks = around.hooks.flatMap(({ phase, link, conditions }) => {
        return link === null ? [] : [{ phase, link: withConditions(link, furtherConditions(conditions, step.position.conditions)) }];
      });
      const inPhases = phases.flatMap((name, phase) => [
        ...hooks.filter((hook) => hook.phase === phase).map((hook) => hook.link),
        ...given.links.filter((each) => each.phase === name).map((each) => each.link),
      ]);
      const complete = around.complete && own.complete && given.complete && hooks.length === around.hooks.length;
      for (const path of endpoint.paths) {
        for (const method of endpoint.methods) {
          const at = { path: joinPaths(around.prefix, path), method };
          const route = assemble(site, at, own.handler, [...inPhases, ...wrappers, ...errorHandlers], complete);
          if (step.position.conditions.size > 0) route.conditions = [...step.position.conditions.values()];
          this.result.push(route);
        }
      }
    }
  }
}

function isAwaited(step: Step): boolean {
  const { file, id } = indexed(step.site.value);
  const parent = file.parentOf(id);
  return parent >= 0 && factOf(sibling(step.site.value, parent)).kind === 'await';
}
