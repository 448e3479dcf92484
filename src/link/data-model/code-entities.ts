/**
 * Entities declared in code. Roles say how: `model.entity` declares one (a decorator of a class, or a call), `model.column` and
 * `model.relation` decorate its members or are called in its callback, `model.schema` makes the columns that another call names.
 */
import type { ClassRef, RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { lineage } from '../resolve/member.js';
import { factOf } from '../value-graph.js';
import { decoratedClass } from './decorated.js';
import type { DataColumn, DataEntity } from './entity.js';
import { propertiesOf } from './object-shape.js';

export function codeEntities(link: Linking): DataEntity[] {
  return link.sitesOf('model.entity').flatMap((site) => {
    const entity = site.entry.use === 'decorator' ? classEntity(link, site) : calledEntity(link, site);
    return entity === null || entity.columns.length === 0 ? [] : [entity];
  });
}

function classEntity(link: Linking, site: RoleSite): DataEntity | null {
  const ref = decoratedClass(site.value);
  const fact = ref === null ? undefined : ref.file.facts.classes[ref.id];
  if (ref === null || fact === undefined) return null;
  return {
    name: fact.name,
    table: textArgument(link, site, 'table') ?? fact.name,
    columns: classColumns(link, ref),
    package: indexed(site.value).file.package.directory,
    origin: 'code',
    class: ref,
    made: null,
    site,
    facts: [],
    location: link.location(site.value),
  };
}

/** Decorated members of the class and of its superclasses. */
export function classColumns(link: Linking, ref: ClassRef): DataColumn[] {
  return lineage(link, ref).flatMap((owner) =>
    (owner.file.facts.classes[owner.id]?.members ?? []).flatMap((member): DataColumn[] => {
      const sites = member.decorators.flatMap((id) => link.rolesAt({ file: owner.file, id }));
      const site = sites.find((each) => each.role === 'model.column' || each.role === 'model.relation');
      if (site === undefined) return [];
      const named = sites.map((each) => textArgument(link, each, 'column')).find((text) => text !== null);
      const isRelation = site.role === 'model.relation';
      const references = isRelation ? (member.type?.name ?? '') : '';
      const declared = member.decorators.map((id): ValueRef => ({ file: owner.file, id }));
      return [{ name: member.name, columnName: named ?? member.name, references, isRelation, declared, fact: null, location: link.locationOf(owner.file, member.start, member.start) }];
    }),
  );
}

/** `pgTable('t', { … })`, `sequelize.define('T', { … })`, `model('T', schema)`, `createTable('t', (t) => { … })`. */
function calledEntity(link: Linking, site: RoleSite): DataEntity | null {
  const receiver = link.argument(site, 'class');
  const ref = receiver === null ? null : classOf(link, receiver);
  const called = textArgument(link, site, 'name') ?? (ref && ref.file.facts.classes[ref.id]?.name) ?? heldAs(site.value);
  const table = textArgument(link, site, 'table') ?? called;
  const name = called ?? table;
  if (name === null || table === null) return null;
  return {
    name,
    table,
    columns: calledColumns(link, site),
    package: indexed(site.value).file.package.directory,
    origin: 'code',
    class: ref,
    made: site.value,
    site,
    facts: [],
    location: link.location(site.value),
  };
}

function calledColumns(link: Linking, site: RoleSite): DataColumn[] {
  const columns = link.argument(site, 'columns');
  const schema = link.argument(site, 'schema');
  const builder = link.argument(site, 'builder');
  return [
    ...(columns === null ? [] : objectColumns(link, columns)),
    ...(schema === null ? [] : schemaColumns(link, schema)),
    ...(builder === null ? [] : builtColumns(link, builder)),
  ];
}

function objectColumns(link: Linking, value: ValueRef): DataColumn[] {
  return propertiesOf(link, value).map(({ name, value: column }) => ({
    name,
    columnName: columnNameOf(link, indexed(column)) ?? name,
    references: '',
    isRelation: false,
    declared: [column],
    fact: null,
    location: link.location(column),
  }));
}

/** Columns of what a `model.schema` call made, or of the class that it was made for. */
function schemaColumns(link: Linking, value: ValueRef): DataColumn[] {
  return link.sourcesOf(value).flatMap((source) =>
    link.rolesAt(source).flatMap((made): DataColumn[] => {
      if (made.role !== 'model.schema') return [];
      const columns = link.argument(made, 'columns');
      const owner = link.argument(made, 'class');
      const ref = owner === null ? null : classOf(link, owner);
      return [...(columns === null ? [] : objectColumns(link, columns)), ...(ref === null ? [] : classColumns(link, ref))];
    }),
  );
}

/** Columns that a callback declares by calls: `t.uuid('tenant_id')`. */
function builtColumns(link: Linking, builder: ValueRef): DataColumn[] {
  return link.resolve(builder).flatMap((entity) => {
    if (entity.kind !== 'function') return [];
    const { file, id } = entity.ref;
    const within = file.facts.functions[id];
    if (within === undefined) return [];
    return link.sitesOf('model.column').flatMap((site): DataColumn[] => {
      const start = factOf(site.value).start;
      if (site.value.file !== file || start < within.start || start >= within.end) return [];
      const name = textArgument(link, site, 'column');
      return name === null ? [] : [{ name, columnName: name, references: '', isRelation: false, declared: [site.value], fact: null, location: link.location(site.value) }];
    });
  });
}

/** `uuid('tenant_id').notNull()` names its column; `{ type: UUID, field: 'tenant_id' }` does, too. */
function columnNameOf(link: Linking, value: FileValue, depth = 0): string | null {
  const fact = factOf(value);
  if (depth > 12) return null;
  if (fact.kind === 'object') {
    const field = link.property(value, ['field']);
    return field.kind === 'found' ? onlyText(link, field.values[0]) : null;
  }
  if (fact.kind !== 'call') return null;
  const callee = factOf(sibling(value, fact.callee));
  const inner = callee.kind === 'member' ? factOf(sibling(value, callee.object)) : null;
  if (callee.kind === 'member' && inner?.kind === 'call') return columnNameOf(link, sibling(value, callee.object), depth + 1);
  return fact.args[0] === undefined ? null : onlyText(link, sibling(value, fact.args[0]));
}

export function classOf(link: Linking, value: ValueRef): ClassRef | null {
  const found = link.resolve(value).find((entity) => entity.kind === 'class');
  return found?.kind === 'class' ? found.ref : null;
}

function textArgument(link: Linking, site: RoleSite, name: string): string | null {
  return onlyText(link, link.argument(site, name) ?? undefined);
}

function onlyText(link: Linking, value: ValueRef | undefined): string | null {
  const constants = value === undefined ? null : link.constants(value);
  return constants?.length === 1 && typeof constants[0] === 'string' ? constants[0] : null;
}

/** The variable that holds the made thing. */
function heldAs(value: ValueRef): string | null {
  const { file } = indexed(value);
  const [binding] = file.bindingsWrittenWith(value.id);
  return binding === undefined ? null : (file.facts.bindings[binding]?.name ?? null);
}
