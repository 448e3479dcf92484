/**
 * Schemas that check the environment at start-up: envalid, zod, t3-env, convict, joi and what is shaped like them. Each entry is
 * a read of its variable, checked by the schema; a default in it is its fallback.
 */
import type { FunctionRef, RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { refusesEmpty } from './convict-formats.js';
import { type Fallback, NO_FALLBACK } from './fallback.js';
import { classEntries } from './schema-classes.js';
import { defaultOf } from './schema-defaults.js';
import { stopsNothing } from './unenforced.js';

export interface SchemaEntry {
  name: string;
  value: ValueRef;
  fallback: Fallback;
  schema: RoleSite;
  /** What the schema says of the variable stops nothing. */
  unenforced?: true;
}

/** Objects whose properties name variables, but not as the property's own name. */
const MAXIMUM_DEPTH = 6;

/** Entries of all schemas through which the environment goes, in file and source order. */
export function schemaEntries(link: Linking): SchemaEntry[] {
  const direct = link.sitesOf('env.validate').flatMap((site) => {
    const names = Object.keys(site.entry.arguments).filter((name) => name.endsWith('schema'));
    const schemas = names.flatMap((name) => link.argumentList(site, name));
    return schemas.flatMap((schema) => entriesOf(link, schema, site, 0));
  });
  const general = link
    .sitesOf('schema.parse')
    .filter((site) => readsEnvironment(link, site))
    .flatMap((site) => {
      const schema = link.argument(site, 'schema');
      const entries = schema === null ? [] : entriesOf(link, schema, site, 0);
      return entries.length > 0 && stopsNothing(link, site) ? entries.map((entry): SchemaEntry => ({ ...entry, unenforced: true })) : entries;
    });
  return [...direct, ...general, ...classEntries(link, (site) => readsEnvironment(link, site))];
}

/** The whole environment, or an object made of its variables, is what the schema checks. */
function readsEnvironment(link: Linking, site: RoleSite): boolean {
  const input = link.argument(site, 'input');
  if (input === null) return false;
  return link.sourcesOf(input).some((source) => {
    if (link.rolesAt(source).some((role) => role.role === 'env.all')) return true;
    const fact = factOf(source);
    if (fact.kind === 'parameter') return isHandedTheEnvironment(link, { file: indexed(source).file, id: fact.function });
    if (fact.kind !== 'object') return false;
    return fact.properties.some((property) => {
      const value = sibling(source, property.value);
      return link.rolesAt(value).some((role) => role.role === 'env.all' || role.role === 'env.read');
    });
  });
}

/** The function that @nestjs/config is given as `validate`. */
function isHandedTheEnvironment(link: Linking, validate: FunctionRef): boolean {
  return link.usesOf(validate).some((use) => use.kind === 'argument' && link.rolesAt(use.call).some((site) => site.role === 'env.validate'));
}

function entriesOf(link: Linking, schema: ValueRef, site: RoleSite, depth: number): SchemaEntry[] {
  if (depth > MAXIMUM_DEPTH) return [];
  return link.sourcesOf(schema).flatMap((source) => {
    const fact = factOf(source);
    if (fact.kind === 'object') return objectEntries(link, indexed(source), site, depth);
    if (fact.kind !== 'call') return [];
    const inner = fieldsOf(link, indexed(source));
    const own = site.entry.attributes['names'] === 'json-schema' ? builtEntry(link, indexed(source), site) : [];
    return [...own, ...inner.flatMap((fields) => entriesOf(link, fields, site, own.length === 0 ? depth + 1 : depth))];
  });
}

/** fluent-json-schema: `S.object().prop('NAME', S.string().required())`, one after another. */
function builtEntry(link: Linking, call: FileValue, site: RoleSite): SchemaEntry[] {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'prop') return [];
  const [first, second] = fact.args.map((argument) => sibling(call, argument));
  const name = first === undefined ? undefined : link.constants(first)?.[0];
  return typeof name === 'string' ? [{ name, value: first!, fallback: second === undefined ? NO_FALLBACK : defaultOf(link, second), schema: site }] : [];
}

/** `z.object(fields)`, and what is chained behind it or joined to it: `.strict()`, `.extend(fields)`, `.merge(schema)`. */
function fieldsOf(link: Linking, call: FileValue): FileValue[] {
  const fact = factOf(call);
  if (fact.kind !== 'call') return [];
  const declared = link.rolesAt(call).find((role) => role.role === 'schema.object');
  if (declared !== undefined) return link.argumentList(declared, 'fields').map(indexed);
  const callee = factOf(sibling(call, fact.callee));
  if (callee.kind !== 'member') return [];
  const joins = callee.name === 'extend' || callee.name === 'merge' || callee.name === 'and' || callee.name === 'keys';
  const added = joins && fact.args[0] !== undefined ? [sibling(call, fact.args[0])] : [];
  return [sibling(call, callee.object), ...added];
}

function objectEntries(link: Linking, object: FileValue, site: RoleSite, depth: number): SchemaEntry[] {
  const fact = factOf(object);
  if (fact.kind !== 'object') return [];
  const fields = site.entry.attributes['names'] === 'json-schema' && depth === 0 ? link.property(object, ['properties']) : null;
  if (fields?.kind === 'found') return fields.values.flatMap((each) => entriesOf(link, each, site, depth + 1));
  return fact.properties.flatMap((property) => {
    const value = sibling(object, property.value);
    if (property.kind === 'spread') return entriesOf(link, value, site, depth + 1);
    if (property.name === null) return [];
    if (site.entry.attributes['names'] === 'env-property') return convictEntries(link, value, site, depth);
    return [{ name: property.name, value, fallback: defaultOf(link, value), schema: site }];
  });
}

/** An empty default that the entry's format refuses stands for none. */
function convictDefault(link: Linking, entry: FileValue): Fallback {
  const fallback = defaultOf(link, entry);
  const isEmpty = fallback.value !== null && link.constants(fallback.value)?.every((each) => each === '') === true;
  return isEmpty && refusesEmpty(link, entry) ? NO_FALLBACK : fallback;
}

/** convict: `{ db: { host: { env: 'DB_HOST', default: 'localhost' } } }`. */
function convictEntries(link: Linking, value: FileValue, site: RoleSite, depth: number): SchemaEntry[] {
  const env = link.property(value, ['env']);
  const names = env.kind === 'found' ? (link.constants(env.values[0]!) ?? []) : [];
  const [name] = names;
  if (typeof name === 'string') return [{ name, value, fallback: convictDefault(link, value), schema: site }];
  return factOf(value).kind === 'object' ? objectEntries(link, value, site, depth + 1) : [];
}
