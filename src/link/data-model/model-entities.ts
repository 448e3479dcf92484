/** Tables and models with what their datastore is told to enforce, from schemas, code, and the migrations beside them. */
import { append } from '../../contracts/multimap.js';
import type { ModelColumn, ModelEntity, ValueRef } from '../../contracts/program.js';
import { type Linking, indexed } from '../linking.js';
import { factOf } from '../value-graph.js';
import { Declaration, namesWithin } from './declarations.js';
import type { DataColumn, DataEntity } from './entity.js';
import { nameKey } from './entity.js';
import { migrationMentions } from './migration-mentions.js';
import type { MigrationMentions } from './migration-mentions.js';
import { normal } from './names.js';
import { TableChanges } from './table-changes.js';
import { isRemarked } from './table-remarks.js';

interface Sources {
  link: Linking;
  mentions: MigrationMentions;
  changes: TableChanges;
  /** What SQL says, by table: for models whose tables are made by hand. */
  statements: ReadonlyMap<string, DataEntity>;
}

type Truth = ModelColumn['unique'];
type Enforced = Pick<ModelColumn, 'unique' | 'required' | 'reference'>;

/** Databases that keep columns for analysis enforce nothing. */
const ANALYTICAL = /merge\s*tree|^(?:log|memory|kafka|distributed|buffer|null|columnstore)$/i;

/** @param declared entities of schemas and code; each table of code once, whatever its migrations repeat. */
export function modelEntities(link: Linking, declared: readonly DataEntity[]): ModelEntity[] {
  const sources: Sources = {
    link,
    mentions: migrationMentions(link),
    changes: new TableChanges(link.schemas),
    statements: new Map(declared.filter(({ origin }) => origin === 'sql').map((entity) => [nameKey(entity.table), entity])),
  };
  const modelled = new Set(declared.filter(({ origin }) => origin !== 'sql').map(({ table }) => nameKey(table)));
  const groups = new Map<string, DataEntity[]>();
  for (const entity of declared) {
    if (entity.origin === 'sql' && (modelled.has(nameKey(entity.table)) || isNoTable(entity, sources))) continue;
    if (entity.made !== null && (sources.mentions.drops(entity.table) || isTakenBack(entity.made))) continue;
    if (isRemarked(entity, 'view', link)) continue;
    const key = `${entity.package}\u0000${entity.origin}\u0000${entity.site?.entry.package ?? ''}\u0000${nameKey(entity.table)}`;
    append(groups, key, entity);
  }
  return [...groups.values()].map((group) => (group[0]!.origin === 'code' ? ofCode(group, sources) : ofSchema(group, sources)));
}

/** Is it made by what takes a migration back? */
function isTakenBack(made: ValueRef): boolean {
  const { start } = factOf(made);
  return made.file.facts.functions.some((fact) => fact.name === 'down' && start >= fact.start && start < fact.end);
}

function isNoTable({ table, facts, columns }: DataEntity, { changes }: Sources): boolean {
  return columns.length === 0 || facts.every(({ alters }) => alters) || facts.some(({ engine }) => ANALYTICAL.test(engine)) || changes.isGone(table);
}

function ofSchema(group: readonly DataEntity[], { changes, mentions }: Sources): ModelEntity {
  const [first] = group as [DataEntity];
  const facts = group.flatMap((each) => each.facts);
  const keys = new Set(facts.flatMap((fact) => fact.keys.filter(({ kind }) => kind !== 'index').flatMap(({ columns }) => columns.map(normal))));
  const referring = new Set(facts.flatMap((fact) => fact.relations.flatMap(({ columns }) => columns.map(normal))));
  const columns = group.flatMap((each) => each.columns).map((column): ModelColumn => {
    const named = [normal(column.name), normal(column.columnName)];
    const isUnique = column.fact?.unique === true || named.some((name) => keys.has(name) || changes.isUnique(first.table, name));
    const isRequired = column.fact?.nullable === false || named.some((name) => changes.isRequired(first.table, name));
    const refers = column.fact?.references != null || named.some((name) => referring.has(name));
    return columnOf(column, { unique: told(isUnique), required: told(isRequired), reference: told(refers) });
  });
  return { ...headOf(first), store: 'tables', searchIndexed: changes.isSearched(first.table) || mentions.searches(first.table), columns };
}

function ofCode(group: readonly DataEntity[], sources: Sources): ModelEntity {
  const { link, mentions, changes, statements } = sources;
  // The statement that makes the table has most columns; later ones add some.
  const first = group.reduce((most, each) => (each.columns.length > most.columns.length ? each : most));
  const attributes = first.site?.entry.attributes ?? {};
  const keys = namesOfCalls(link, group, attributes['unique-by']);
  const referring = namesOfCalls(link, group, attributes['references-by']);
  const written = statements.get(nameKey(first.table));
  const enforced = new Map(written === undefined ? [] : ofSchema([written], sources).columns.map((column) => [normal(column.name), column]));
  for (const relation of group.flatMap((each) => each.columns).filter(({ isRelation }) => isRelation)) {
    referring.add(normal(`${relation.name}id`));
    for (const value of relation.declared) for (const name of namesWithin(indexed(value))) referring.add(name);
  }
  // What a model computes is no column of its table.
  const virtual = normal(String(attributes['virtual-by'] ?? ''));
  const isKept = ({ declared }: DataColumn) => virtual === '' || !declared.some((value) => namesWithin(indexed(value)).has(virtual));
  const columns = group.flatMap((each) => each.columns).filter(isKept).map((column): ModelColumn => {
    const named = [...new Set([normal(column.name), normal(column.columnName)])];
    const declaration = new Declaration(link, column.declared);
    const inStatements = (kind: keyof Enforced) => named.some((name) => enforced.get(name)?.[kind] === 'yes');
    const elsewhere = (kind: 'unique' | 'reference'): Truth => (!declaration.complete || mentions.speaksOf(kind, first.table, named) ? 'unknown' : 'no');
    const required = 'required-unless' in attributes ? !declaration.says(attributes['required-unless']) : declaration.says(attributes['required-by']);
    const isUnique = declaration.says(attributes['unique-by']) || named.some((name) => keys.has(name)) || inStatements('unique');
    const refers = column.isRelation || declaration.says(attributes['references-by']) || named.some((name) => referring.has(name)) || inStatements('reference');
    return columnOf(column, {
      unique: isUnique ? 'yes' : elsewhere('unique'),
      required: required || inStatements('required') ? 'yes' : declaration.complete ? 'no' : 'unknown',
      reference: refers ? 'yes' : elsewhere('reference'),
    });
  });
  return { ...headOf(first), leavesReferencesOut: group.some((each) => isRemarked(each, 'no-references', link)), store: attributes['store'] === 'documents' ? 'documents' : 'tables', searchIndexed: changes.isSearched(first.table) || mentions.searches(first.table), columns };
}

function headOf({ name, table, package: directory, location, site, facts }: DataEntity) {
  return { name, table, package: directory, location, site, leavesReferencesOut: facts.some((fact) => fact.leavesReferencesOut) };
}

function columnOf({ name, isRelation, fact, location }: DataColumn, known: Enforced): ModelColumn {
  return { name, isRelation, type: fact?.type ?? '', location, ...known };
}

function told(isSo: boolean): Truth {
  return isSo ? 'yes' : 'no';
}

/**
 * Names in the calls and decorators of such words that belong to the entities: `uniqueIndex('x').on(table.email)`, `@Unique(['tenantId', 'slug'])`,
 * `{ unique: true, fields: ['email'] }`, `schema.index({ email: 1 }, { unique: true })`.
 */
function namesOfCalls(link: Linking, group: readonly DataEntity[], words: string | number | boolean | undefined): Set<string> {
  const names = new Set<string>();
  const add = (ref: { file: unknown; id: number }) => {
    for (const name of namesWithin(ref as Parameters<typeof namesWithin>[0])) names.add(name);
  };
  if (words === undefined) return names;
  for (const entity of group) {
    for (const value of keyPlaces(link, entity)) if (new Declaration(link, [value]).says(words)) add(value);
    const { made } = entity;
    if (made === null) continue;
    const { start, end } = factOf(made);
    const { file } = indexed(made);
    file.valuesWithin(start + 1, end).forEach((id) => {
      const fact = file.facts.values[id]!;
      if (fact.kind === 'object' && fact.properties.some(({ name, value }) => name !== null && file.facts.values[value]?.kind === 'array') && new Declaration(link, [{ file, id }]).says(words)) add({ file, id });
      if (fact.kind !== 'call') return;
      const callee = file.facts.values[fact.callee];
      const called = callee?.kind === 'member' || callee?.kind === 'reference' ? normal(callee.name ?? '') : '';
      if (String(words).split(' ').some((word) => normal(word) === called)) add({ file, id: topOfChain(file, id) });
    });
  }
  return names;
}

/** `uniqueIndex('x').on(table.a)`: the call of `on`. */
function topOfChain(file: ReturnType<typeof indexed>['file'], id: number): number {
  for (let top = id; ; ) {
    const member = file.parentOf(top);
    const call = file.facts.values[member]?.kind === 'member' ? file.parentOf(member) : -1;
    const fact = file.facts.values[call];
    if (fact?.kind !== 'call' || fact.callee !== member) return top;
    top = call;
  }
}

/** Decorators of the class, and indexes that are added to the schema of which a model is made. */
function keyPlaces(link: Linking, { class: owner, site }: DataEntity): { file: ReturnType<typeof indexed>['file']; id: number }[] {
  const decorators = owner === null ? [] : (owner.file.facts.classes[owner.id]?.decorators ?? []).map((id) => indexed({ file: owner.file, id }));
  const schema = site === null ? null : link.argument(site, 'schema');
  const schemas = new Set(schema === null ? [] : link.sourcesOf(schema).map((each) => `${each.file.facts.path} ${each.id}`));
  const added = schemas.size === 0 ? [] : link.sitesOf('model.key').filter((key) => {
    const on = link.argument(key, 'schema');
    return on !== null && link.sourcesOf(on).some((each) => schemas.has(`${each.file.facts.path} ${each.id}`));
  });
  return [...decorators, ...added.map(({ value }) => indexed(value))];
}
