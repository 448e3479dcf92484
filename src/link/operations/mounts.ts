/** Where requests for operations come in: the HTTP routes behind which an adapter or a server answers them. */
import { append } from '../../contracts/multimap.js';
import type { ChainLink, Route } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { functionsOf } from '../routes/handlers.js';
import { factOf, functionKeyOf, keyOf } from '../value-graph.js';
import type { Mount } from './found.js';

const MAXIMUM_CALLERS = 8;

/** What stands before the operations of one mount. */
export interface Before {
  links: readonly ChainLink[];
  complete: boolean;
}

export class MountedRoutes {
  private byHandler: ReadonlyMap<number, readonly Route[]> | null = null;
  private readonly known = new Map<number, readonly Route[]>();

  constructor(private readonly link: Linking) {}

  /** HTTP routes that the call answers; none for a server of its own. */
  of({ site }: Mount): readonly Route[] {
    const key = keyOf(site.value);
    let routes = this.known.get(key);
    if (routes === undefined) this.known.set(key, (routes = this.find(indexed(site.value))));
    return routes;
  }

  private find(call: FileValue): Route[] {
    return [...new Set([...this.around(call, 0), ...this.registered(call)])];
  }

  /** Routes in whose handlers the call stands, or whose handlers call the function that it stands in. */
  private around(call: FileValue, depth: number): Route[] {
    const { file } = call;
    const result: Route[] = [];
    for (let id = file.functionAt(factOf(call).start); id > 0; id = file.facts.functions[id]!.parent) {
      result.push(...(this.handlers().get(functionKeyOf({ file, id })) ?? []));
      if (result.length === 0 && depth < 2) for (const caller of this.link.callersOf({ file, id }).slice(0, MAXIMUM_CALLERS)) result.push(...this.around(indexed(caller), depth + 1));
    }
    return result;
  }

  /** Routes that the result of the call is registered for: `app.use('/trpc', createExpressMiddleware(…))`, `export default createNextApiHandler(…)`. */
  private registered(call: FileValue): Route[] {
    const key = keyOf(call);
    return this.link.routes.filter((route) => route.handler === null && this.given(indexed(route.value)).some((value) => keyOf(value) === key || this.link.sourcesOf(value).some((source) => keyOf(source) === key)));
  }

  private given(value: FileValue): FileValue[] {
    const fact = factOf(value);
    return [value, ...(fact.kind === 'call' ? fact.args.map((argument) => sibling(value, argument)) : [])];
  }

  private handlers(): ReadonlyMap<number, readonly Route[]> {
    if (this.byHandler !== null) return this.byHandler;
    const found = new Map<number, Route[]>();
    for (const route of this.link.routes) {
      if (route.handler === null) continue;
      const key = functionKeyOf(route.handler);
      append(found, key, route);
    }
    return (this.byHandler = found);
  }

  /** It registers itself on an application of which it is not seen what else is there: the program's own middleware may ask who calls. */
  private mayBeGuarded({ site }: Mount): boolean {
    if (site.entry.attributes['registers'] !== 'application') return false;
    const around = ['http.middleware.use', 'http.hook'].flatMap((role) => this.link.sitesOf(role)).filter((each) => each.value.file.package === site.value.file.package);
    return around.some((each) => this.link.argumentList(each, 'handlers').some((handler) => functionsOf(this.link.resolve(handler)).length > 0));
  }

  /** What all requests pass that come to the operations of these mounts; the context of one is that of all. */
  before(mounts: readonly Mount[]): Before {
    const chains = mounts.flatMap((mount) => {
      const routes = this.of(mount);
      return routes.length === 0 ? [{ links: [] as readonly ChainLink[], complete: true }] : routes.map((route) => ({ links: route.chain.filter((each) => each.kind !== 'error-handler'), complete: route.chainComplete }));
    });
    const [first, ...others] = chains;
    const shared = (first?.links ?? []).filter((each) => others.every(({ links }) => links.some((other) => keyOf(other.value) === keyOf(each.value))));
    const contexts = mounts[0]?.context ?? [];
    return { links: [...shared, ...contexts], complete: chains.every((each) => each.complete) && !mounts.some((mount) => this.mayBeGuarded(mount)) };
  }
}
