/** Entities of schema files: Prisma models, and tables of SQL with what later migrations add to them. */
import { locationIn } from '../describe.js';
import type { EntityFact, SchemaFacts } from '../../contracts/schema-facts.js';
import type { Linking } from '../linking.js';
import type { DataColumn, DataEntity } from './entity.js';
import { nameKey } from './entity.js';

export function schemaEntities(link: Linking): DataEntity[] {
  const packageOf = new Map(link.inventory.files.map((file) => [file.path, file.package]));
  const result: DataEntity[] = [];
  const tables = new Map<string, DataEntity>();
  for (const schema of link.schemas) {
    const directory = packageOf.get(schema.path) ?? '';
    for (const fact of schema.entities) {
      const key = `${directory}\u0000${schema.language}\u0000${nameKey(fact.table)}`;
      const known = schema.language === 'sql' ? tables.get(key) : undefined;
      if (known !== undefined) {
        known.columns.push(...columnsOf(schema, fact));
        known.facts.push(fact);
      }
      else {
        const entity = entityOf(schema, fact, directory);
        tables.set(key, entity);
        result.push(entity);
      }
    }
  }
  return withoutCopies(result);
}

function entityOf(schema: SchemaFacts, fact: EntityFact, directory: string): DataEntity {
  return {
    name: fact.name,
    table: fact.table,
    columns: columnsOf(schema, fact),
    package: directory,
    origin: schema.language,
    class: null,
    made: null,
    site: null,
    facts: [fact],
    location: locationIn(schema, fact.start, fact.start),
  };
}

function columnsOf(schema: SchemaFacts, fact: EntityFact): DataColumn[] {
  const columns = fact.columns.map((column) => ({
    name: column.name,
    columnName: column.columnName,
    references: column.references?.entity ?? '',
    isRelation: false,
    declared: [],
    fact: column,
    location: locationIn(schema, column.start, column.end),
  }));
  const relations = fact.relations
    .filter((relation) => relation.name !== '' && !relation.isList && relation.columns.length > 0)
    .map(({ name, entity }) => ({ name, columnName: name, references: entity, isRelation: true, declared: [], fact: null, location: locationIn(schema, fact.start, fact.start) }));
  return [...columns, ...relations];
}

/** Migrations beside a Prisma schema say again what the schema says, by the names of the tables: the schema is enough. */
function withoutCopies(entities: readonly DataEntity[]): DataEntity[] {
  const modelled = new Set(entities.filter((entity) => entity.origin === 'prisma').map((entity) => `${entity.package}\u0000${nameKey(entity.table)}`));
  return entities.filter((entity) => entity.origin === 'prisma' || !modelled.has(`${entity.package}\u0000${nameKey(entity.table)}`));
}
