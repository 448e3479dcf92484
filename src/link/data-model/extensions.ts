/** Extensions, middleware, plugins, hooks and default scopes that put the tenant into every query: the role `orm.extension`. */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { type Linking, indexed, sibling } from '../linking.js';
import { factOf, sameValue } from '../value-graph.js';
import { classOf } from './code-entities.js';
import { decoratedClass } from './decorated.js';
import type { FoundQuery } from './found-query.js';
import { type IsKey, namesKey, textMentions } from './key-names.js';
import { mentions } from './mentions.js';
import { wordsOf } from './names.js';
import { isOfSchema, narrowsQuery, runsBeforeSaving } from './query-hooks.js';
import type { Control } from './scope.js';

export class Extensions {
  private readonly adding: readonly RoleSite[];

  constructor(
    private readonly link: Linking,
    private readonly isKey: IsKey,
  ) {
    this.adding = link.sitesOf('orm.extension').filter((site) => this.addsKey(site));
  }

  controlOf(query: FoundQuery): Control | null {
    const { site } = query;
    if (site === null || query.kind !== 'orm') return null;
    for (const extension of this.adding) {
      const applies = this.applies(extension, query, site);
      if (applies === null) continue;
      const evidence = [{ location: this.link.location(extension.value), text: 'adds the tenant key to queries' }];
      return applies ? { filtered: 'yes', reason: 'an extension of the client adds the tenant key', evidence } : { filtered: 'unknown', reason: 'whether this client has the extension that adds the tenant key', evidence };
    }
    return null;
  }

  /** True: it covers the query. False: it may. Null: it does not. */
  private applies(extension: RoleSite, query: FoundQuery, site: RoleSite): boolean | null {
    if (extension.entry.package !== site.entry.package || indexed(extension.value).file.package !== indexed(query.value).file.package) return null;
    const schema = this.link.argument(extension, 'schema');
    const ofSchema = schema === null ? [] : query.known.flatMap(({ site: made }) => (made === null ? [] : [isOfSchema(this.link, schema, made)]));
    if (ofSchema.length > 0 && ofSchema.every((each) => each === false)) return null;
    if (ofSchema.length > 0 && ofSchema.every((each) => each === true)) return this.link.argument(extension, 'hook') === null ? true : false;
    const covers = extension.entry.attributes['covers'];
    if (covers === 'entity') return this.coversEntity(extension, query);
    // `client.$extends(…)` makes another client; the first stays as it was.
    const client = covers === 'result' ? extension.value : extension.created;
    if (client === null || site.created === null) return false;
    if (sameValue(client, site.created)) return true;
    return covers === 'result' ? null : false;
  }

  private coversEntity(extension: RoleSite, query: FoundQuery): boolean | null {
    const decorated = decoratedClass(extension.value);
    const receiver = this.link.argument(extension, 'class');
    const ref = decorated ?? (receiver === null ? null : classOf(this.link, receiver));
    if (ref === null) return false;
    return query.known.some((entity) => entity.class !== null && entity.class.file === ref.file && entity.class.id === ref.id) ? true : null;
  }

  /** Somewhere in what the extension is given a tenant key is named. */
  private addsKey(site: RoleSite): boolean {
    const options = this.link.argumentList(site, 'options');
    const hook = this.link.argument(site, 'hook');
    if (hook !== null) return !runsBeforeSaving(this.link, hook) && options.some((value) => [value, ...this.link.sourcesOf(value)].some((source) => narrowsQuery(indexed(source), this.isKey)));
    const path = wordsOf(site.path);
    return path.some((word) => this.isKey(word)) || options.some((value) => this.namesKeyWithin(value) || this.link.sourcesOf(value).some((source) => this.namesKeyWithin(source)));
  }

  private namesKeyWithin(value: ValueRef): boolean {
    const fact = factOf(value);
    if (mentions(this.link, value, this.isKey) === 'yes') return true;
    const extents = fact.kind === 'function' ? [value.file.facts.functions[fact.function]!] : fact.kind === 'object' || fact.kind === 'call' || fact.kind === 'array' ? [fact] : [];
    return extents.some(({ start, end }) => indexed(value).file.valuesWithin(start, end).some((id) => this.names(value, id)));
  }

  private names(within: ValueRef, id: number): boolean {
    const fact = factOf(sibling(within, id));
    if (fact.kind === 'member') return fact.name !== null && namesKey(fact.name, this.isKey);
    if (fact.kind === 'reference') return namesKey(fact.name, this.isKey) || wordsOf(fact.name).some((word) => this.isKey(word));
    if (fact.kind === 'object') return fact.properties.some((property) => property.name !== null && namesKey(property.name, this.isKey));
    return fact.kind === 'literal' && typeof fact.value === 'string' && textMentions(fact.value, this.isKey);
  }
}
