/**
 * Operations of GraphQL that stand in objects: maps of resolvers (`{ Query: { users }, Mutation: { … } }`), types with fields that have
 * resolvers (`new GraphQLObjectType({ fields })`), and functions of a root value.
 */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { packageOf } from '../api-path.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { propertyNameOf } from '../role-candidates.js';
import { chainLink, functionsOf, handlerFunction } from '../routes/handlers.js';
import { factOf, keyOf } from '../value-graph.js';
import { type FoundOperation, schemaOf } from './found.js';

const MAXIMUM_DEPTH = 8;
const MAXIMUM_OPERATIONS = 20_000;
const OF_CLIENTS = /^(?:updates|optimistic|keys|typePolicies)$/;
const METHODS: Readonly<Record<string, string>> = { query: 'QUERY', mutation: 'MUTATION', subscription: 'SUBSCRIPTION' };

export class Resolvers {
  private readonly operations = new Map<number, FoundOperation>();
  private readonly packages: ReadonlySet<string>;

  constructor(
    private readonly link: Linking,
    private readonly isSource: (value: FileValue) => boolean,
  ) {
    this.packages = new Set(link.models.entriesOf('operation.schema').flatMap((entry) => entry.paths.map(packageOf)));
  }

  /** Each once, in the order in which its map was found. */
  found(): FoundOperation[] {
    for (const site of this.sites('operation.resolvers')) if (this.servesOperations(site)) this.collect(indexed(site.value), METHODS[(propertyNameOf(indexed(site.value)) ?? '').toLowerCase()] ?? 'QUERY', site, 0);
    for (const site of this.sites('operation.schema.types')) {
      for (const [name, method] of Object.entries(METHODS)) {
        const type = this.link.argument(site, name);
        const fields = type === null ? null : this.link.property(type, ['fields']);
        for (const made of type === null ? [] : this.madeTypes(type)) this.collect(made, method, site, 0);
        if (fields?.kind === 'found') for (const each of fields.values) this.collect(indexed(each), method, site, 0);
      }
    }
    for (const site of this.sites('operation.root')) this.collectRoot(site);
    return [...this.operations.values()];
  }

  private sites(role: string): RoleSite[] {
    return this.link.sitesOf(role).filter((site) => this.isSource(indexed(site.value)));
  }

  /** By its name alone a map may be anything: its package must use a library that takes such maps, and it is none that keeps a client's cache. */
  private servesOperations({ value }: RoleSite): boolean {
    const { package: info } = value.file;
    if (OF_CLIENTS.test(propertyNameOf(sibling(indexed(value), value.file.parentOf(value.id))) ?? '')) return false;
    return info.manifestPath === null || info.dependencies.some(({ name }) => this.packages.has(name));
  }

  /** The fields of `new GraphQLObjectType({ name: 'Mutation', fields })`. */
  private madeTypes(type: ValueRef): FileValue[] {
    return this.link.sourcesOf(type).flatMap((source) => {
      const made = this.link.rolesAt(source).find((site) => site.role === 'operation.fields');
      const fields = made === undefined ? null : this.link.argument(made, 'fields');
      return fields === null ? [] : [indexed(fields)];
    });
  }

  private collect(value: FileValue, method: string, site: RoleSite, depth: number): void {
    if (depth > MAXIMUM_DEPTH || this.operations.size > MAXIMUM_OPERATIONS) return;
    const next = (inner: ValueRef) => this.collect(indexed(inner), method, site, depth + 1);
    for (const leaf of this.link.sourcesOf(value).map(indexed)) {
      const fact = factOf(leaf);
      if (fact.kind === 'object') {
        for (const property of fact.properties) {
          const member = sibling(leaf, property.value);
          if (property.kind === 'spread') next(member);
          else if (property.name !== null) this.add({ member, name: property.name, method, site });
        }
      } else if (fact.kind === 'function') {
        // `fields: () => ({ … })`
        for (const returned of leaf.file.facts.functions[fact.function]?.returns ?? []) next(sibling(leaf, returned));
      }
    }
  }

  private add({ member, name, method, site }: { member: FileValue; name: string; method: string; site: RoleSite }): void {
    const key = keyOf(member);
    const given = this.resolverOf(member);
    if (this.operations.has(key) || given === null || name.startsWith('__')) return;
    const { handler, wrappers } = handlerFunction(this.link, given);
    // Something of another kind: a table of fields, a text.
    if (handler === null && !['call', 'reference', 'member'].includes(factOf(given).kind)) return;
    const links = wrappers.map((wrapper) => chainLink(this.link, 'middleware', 'route', wrapper));
    const confidence = site.entry.use === 'property' ? 'high' : site.confidence;
    this.operations.set(key, { framework: 'graphql', method, path: name, value: member, handler, links, complete: true, roots: [schemaOf(member)], confidence });
  }

  /** The function of a field: itself, or that of `{ type, args, resolve }`. */
  private resolverOf(member: FileValue): FileValue | null {
    const objects = this.link.resolve(member).flatMap((entity) => (entity.kind === 'object' ? [indexed(entity.value)] : []));
    if (objects.length === 0 || functionsOf(this.link.resolve(member)).length > 0) return member;
    for (const name of ['resolve', 'subscribe']) {
      const found = this.link.property(member, [name]);
      if (found.kind === 'found' && found.values[0] !== undefined) return indexed(found.values[0]);
    }
    return null;
  }

  /** Functions of `rootValue`; which of them change something is said by the schema's text. */
  private collectRoot(site: RoleSite): void {
    const root = this.link.argument(site, 'root');
    const schema = this.link.argument(site, 'schema');
    if (root === null) return;
    const mutations = new Set(schema === null ? [] : this.mutationsIn(schema));
    for (const leaf of this.link.sourcesOf(root).map(indexed)) {
      const fact = factOf(leaf);
      if (fact.kind !== 'object') continue;
      for (const property of fact.properties) {
        if (property.name === null) continue;
        this.add({ member: sibling(leaf, property.value), name: property.name, method: mutations.has(property.name) ? 'MUTATION' : 'QUERY', site });
      }
    }
  }

  private mutationsIn(schema: ValueRef): string[] {
    const texts = this.link.sourcesOf(schema).flatMap((source) => {
      const fact = factOf(indexed(source));
      return fact.kind === 'call' ? fact.args.flatMap((id) => this.link.constants({ file: source.file, id }) ?? []) : [];
    });
    return texts.flatMap((text) => {
      const body = /\btype\s+\w*Mutation\w*\s*\{([^}]*)\}/.exec(String(text))?.[1] ?? '';
      return [...body.matchAll(/(?:^|\n|\s)(\w+)\s*(?:\([^)]*\))?\s*:/g)].map((match) => match[1]!);
    });
  }
}
