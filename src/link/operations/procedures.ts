/** Procedures (tRPC): routers are tables of procedures and of further routers, put together from many files. */
import { append } from '../../contracts/multimap.js';
import type { RoleSite } from '../../contracts/program.js';
import { lastNameOf } from '../api-path.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { chainLink, handlerFunction } from '../routes/handlers.js';
import { factOf, keyOf } from '../value-graph.js';
import type { FoundOperation, Root } from './found.js';
import { ProcedureChains } from './procedure-chain.js';

const MAXIMUM_DEPTH = 16;
const MAXIMUM_OPERATIONS = 20_000;

/** A member of a router: a procedure, or another router; with an empty name one whose members are its own. */
interface Member {
  name: string;
  value: FileValue;
  kind: 'procedure' | 'router';
}

/** Where a procedure is, for one router at the top. */
interface Place {
  value: FileValue;
  path: string;
  root: number;
}

export class Procedures {
  private readonly chains: ProcedureChains;
  /** Members of each router, by the key of the call that makes it. */
  private readonly routers = new Map<number, readonly Member[]>();

  constructor(
    private readonly link: Linking,
    private readonly isSource: (value: FileValue) => boolean,
  ) {
    this.chains = new ProcedureChains(link);
    const made = ['operation.router', 'operation.router.merge'].flatMap((role) => link.sitesOf(role)).filter((site) => isSource(indexed(site.value)));
    for (const site of made) this.routers.set(keyOf(site.value), this.membersOf(site));
  }

  /** Keys of the routers that a value stands for. */
  routersAt(value: FileValue): number[] {
    return this.link.sourcesOf(value).map(keyOf).filter((key) => this.routers.has(key));
  }

  /** Each procedure once, under its first name: of routers that are served, then of others in file order. */
  found(served: ReadonlySet<Root>): FoundOperation[] {
    const inner = new Set([...this.routers.values()].flatMap((members) => members.flatMap((member) => (member.kind === 'router' ? [keyOf(member.value)] : []))));
    const roots = [...this.routers.keys()].filter((key) => served.has(key) || !inner.has(key));
    const places = new Map<number, Place[]>();
    for (const root of [...roots.filter((key) => served.has(key)), ...roots.filter((key) => !served.has(key))]) this.place(root, { root, prefix: '', around: new Set() }, places);
    return [...places.values()].flatMap((all) => this.operationAt(all));
  }

  private place(router: number, at: { root: number; prefix: string; around: ReadonlySet<number> }, places: Map<number, Place[]>): void {
    if (at.around.has(router) || at.around.size > MAXIMUM_DEPTH || places.size > MAXIMUM_OPERATIONS) return;
    const around = new Set([...at.around, router]);
    for (const { name, value, kind } of this.routers.get(router) ?? []) {
      const path = [at.prefix, name].filter((part) => part !== '').join('.');
      if (kind === 'router') this.place(keyOf(value), { root: at.root, prefix: path, around }, places);
      else append(places, keyOf(value), { value, path, root: at.root });
    }
  }

  private operationAt(places: readonly Place[]): FoundOperation[] {
    const { value, path } = places[0]!;
    const site = this.link.rolesAt(value).find((each) => each.role === 'operation.define');
    if (site === undefined || !this.isSource(value)) return [];
    const given = this.link.argument(site, 'handler');
    const { handler, wrappers } = given === null ? { handler: null, wrappers: [] } : handlerFunction(this.link, indexed(given));
    const { links, complete } = this.chains.before(value);
    const wrapping = wrappers.map((wrapper) => chainLink(this.link, 'middleware', 'route', wrapper));
    const framework = String(site.entry.attributes['framework'] ?? '');
    return [{ framework, method: methodOf(site), path, value, handler, links: [...links, ...wrapping], complete, roots: [...new Set(places.map((place) => place.root))], confidence: site.confidence }];
  }

  private membersOf(site: RoleSite): Member[] {
    const result: Member[] = [];
    const given = site.role === 'operation.router' ? [this.link.argument(site, 'table')].filter((each) => each !== null) : this.link.argumentList(site, 'routers');
    for (const value of given) this.collect(indexed(value), '', 0, result);
    return result;
  }

  private collect(value: FileValue, name: string, depth: number, result: Member[]): void {
    if (depth > MAXIMUM_DEPTH || result.length > MAXIMUM_OPERATIONS) return;
    for (const leaf of this.link.sourcesOf(value).map(indexed)) {
      const fact = factOf(leaf);
      if (fact.kind === 'object') {
        for (const property of fact.properties) {
          const inner = [name, property.name ?? ''].filter((part) => part !== '').join('.');
          if (property.kind === 'value' || property.kind === 'spread') this.collect(sibling(leaf, property.value), inner, depth + 1, result);
        }
        continue;
      }
      const roles = this.link.rolesAt(leaf).map((site) => site.role);
      if (roles.includes('operation.define')) result.push({ name, value: leaf, kind: 'procedure' });
      else if (roles.includes('operation.router') || roles.includes('operation.router.merge')) result.push({ name, value: leaf, kind: 'router' });
    }
  }
}

/** `query` is QUERY. */
function methodOf(site: RoleSite): string {
  return String(site.entry.attributes['method'] ?? lastNameOf(site.path)).toUpperCase();
}
