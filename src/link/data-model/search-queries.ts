/** Queries of vector stores and search indexes: the roles `vector.query` and `search.query`, and what `vector.scope` calls narrowed before. */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import { chainFrom, chainStarts } from './chains.js';
import type { FoundQuery } from './found-query.js';
import type { IsKey } from './key-names.js';
import { type Mention, mentions, strongest } from './mentions.js';
import { valueMentions } from './value-names.js';

export function searchQueries(link: Linking, isKey: IsKey): FoundQuery[] {
  const kinds = [
    ['vector.query', 'vector'],
    ['search.query', 'search'],
  ] as const;
  return kinds.flatMap(([role, kind]) =>
    link.sitesOf(role).map((site): FoundQuery => {
      const filter = link.argument(site, 'filter');
      return {
        value: site.value,
        kind,
        names: indexNames(link, site),
        known: [],
        operation: 'read',
        filter,
        statementText: null,
        site,
        confidence: site.confidence,
        mention: mentionAt(link, site, isKey),
        comparisons: [],
        values: [],
      };
    }),
  );
}

function indexNames(link: Linking, site: RoleSite): string[] {
  const index = link.argument(site, 'index');
  const constants = index === null ? null : link.constants(index);
  return (constants ?? []).filter((name): name is string => typeof name === 'string').sort();
}

/** The calls that made or narrowed the receiver, and the site itself, and what its chain adds. */
function mentionAt(link: Linking, site: RoleSite, isKey: IsKey): Mention {
  const made = [...(site.created === null ? [] : [site.created]), ...chainStarts(link, site.value)];
  const scopes = made.flatMap((call) => link.rolesAt(call)).filter((role) => role.role === 'vector.scope' || role.role === 'search.scope');
  const later = site.entry.attributes['style'] === 'builder' ? chainFrom(link, site.value).calls.flatMap((call) => link.rolesAt(call)).filter((role) => role.role === 'orm.filter') : [];
  return strongest([site, ...scopes, ...later].map((each) => narrowing(link, each, isKey)));
}

function narrowing(link: Linking, site: RoleSite, isKey: IsKey): Mention {
  const filters = ['filter', 'column'].flatMap((name) => link.argumentList(site, name)).map((value) => mentions(link, value, isKey));
  const names = ['namespace', 'index'].flatMap((name) => link.argumentList(site, name)).map((value) => nameMention(link, value, isKey));
  const options = site.role.endsWith('.query') ? hiddenOptions(link, site, isKey) : [];
  return strongest([...filters, ...names, ...options]);
}

/** A namespace or index that is the same for all is none; one that is computed is the tenant's when its parts say so. */
function nameMention(link: Linking, value: ValueRef, isKey: IsKey): Mention {
  if (link.constants(value) !== null) return 'no';
  const own = valueMentions(link, value, isKey);
  return own !== 'yes' && isSetting(link, value) ? 'no' : own === 'no' ? 'unknown' : own;
}

/** Written in the source or in the environment: the same for all callers. */
function isSetting(link: Linking, value: ValueRef): boolean {
  const { origins, truncated } = link.trace(value, { sink: 'value' });
  return !truncated && origins.length > 0 && origins.every((origin) => origin.kind === 'environment' || origin.kind === 'constant');
}

/** Options that cannot be seen may hold a filter. */
function hiddenOptions(link: Linking, site: RoleSite, isKey: IsKey): Mention[] {
  const options = link.argument(site, 'options');
  if (options === null || link.argument(site, 'filter') !== null) return [];
  const positions = Object.entries(site.entry.arguments).filter(([name]) => name === 'filter' || name === 'namespace').flatMap(([, paths]) => paths);
  const lookups = positions.filter((path) => path.properties.length > 0).map((path) => link.property(options, path.properties));
  if (lookups.some((lookup) => lookup.kind === 'found')) return [];
  return lookups.some((lookup) => lookup.kind === 'unknown') ? [mentions(link, options, isKey) === 'yes' ? 'yes' : 'unknown'] : [];
}
