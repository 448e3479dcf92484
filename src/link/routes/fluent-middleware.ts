/** Middleware that routes are given by later calls (AdonisJS): functions, classes that are loaded when needed, and names of such ones. */
import type { ChainLink, RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { chainLink, handlersIn, isUnknown } from './handlers.js';
import { classesAt, methodNamed } from './named-classes.js';

export interface Middleware {
  links: ChainLink[];
  complete: boolean;
}

/** The method of a middleware class that runs. */
const METHOD = 'handle';

export class NamedMiddleware {
  private everywhere: Middleware | null = null;

  constructor(private readonly link: Linking) {}

  /** What runs before every route. */
  global(): Middleware {
    this.everywhere ??= this.linksOf(this.link.sitesOf('http.fluent.global').map((site) => ({ site, level: 'application' as const })));
    return this.everywhere;
  }

  /** What the calls after a registration add; of a resource what holds for the action. */
  given(modifiers: readonly RoleSite[], level: ChainLink['level'], action: string): Middleware {
    const sites = modifiers.filter((site) => site.role === 'http.fluent.middleware' && this.holdsFor(site, action));
    return this.linksOf(sites.map((site) => ({ site, level })));
  }

  /** `.use(['store', 'update'], check)` of a resource, `.use('*', check)`. */
  private holdsFor(site: RoleSite, action: string): boolean {
    const actions = this.link.argumentList(site, 'actions');
    if (action === '' || actions.length === 0) return true;
    const names = handlersIn(this.link, actions, []).items.map((item) => this.link.constants(item));
    return names.some((each) => each === null || each.includes('*') || each.includes(action));
  }

  private linksOf(sites: readonly { site: RoleSite; level: ChainLink['level'] }[]): Middleware {
    const result: Middleware = { links: [], complete: true };
    for (const { site, level } of sites) {
      const { items, complete } = handlersIn(this.link, this.link.argumentList(site, 'handlers'), []);
      const links = items.map((item) => this.linkOf(item, level));
      result.links.push(...links);
      result.complete &&= complete && !links.some(isUnknown) && !items.some((item) => this.isUnheardName(item));
    }
    return result;
  }

  private linkOf(item: FileValue, level: ChainLink['level']): ChainLink {
    const what = this.behindName(item) ?? item;
    const made = chainLink(this.link, 'middleware', level, item, what);
    const method = methodNamed(this.link, classesAt(this.link, what), METHOD);
    return method === null ? made : { ...made, entities: [{ kind: 'function', ref: method, receiver: null }] };
  }

  private isUnheardName(item: FileValue): boolean {
    return typeof this.link.constants(item)?.[0] === 'string' && this.behindName(item) === null;
  }

  /** `'auth'`, `'auth:api'`, `middleware.auth()`: what the tables of named middleware hold under the name. */
  private behindName(item: FileValue): FileValue | null {
    const text = this.link.constants(item)?.[0];
    const fact = factOf(item);
    const callee = fact.kind === 'call' ? factOf(sibling(item, fact.callee)) : null;
    const name = typeof text === 'string' ? text.split(':')[0]! : callee?.kind === 'member' ? callee.name : null;
    if (name === null) return null;
    for (const site of this.link.sitesOf('http.fluent.named')) {
      const table = this.link.argument(site, 'table');
      const found = table === null ? null : this.link.property(table, [name]);
      const [value] = found?.kind === 'found' ? (found.values as readonly ValueRef[]) : [];
      if (value !== undefined) return indexed(value);
    }
    return null;
  }
}
