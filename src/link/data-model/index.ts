/** The queries of the program on its data model, and whether the model keeps tenants apart. */
import type { DataQuery, ModelEntity, Tenancy } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import { compareValues } from '../roles.js';
import { codeEntities } from './code-entities.js';
import { type DataEntity, EntityIndex } from './entity.js';
import type { FoundQuery } from './found-query.js';
import { modelEntities } from './model-entities.js';
import { tenantValueName } from './names.js';
import { ormQueries } from './orm-queries.js';
import { schemaEntities } from './schema-entities.js';
import { ScopeJudge } from './scope.js';
import { searchQueries } from './search-queries.js';
import { type ReadStatement, observedEntities, readStatements, sqlQueries } from './sql-queries.js';
import { type TenantKeys, findTenantKeys } from './tenancy.js';

interface DataModel {
  entities: EntityIndex;
  statements: readonly ReadStatement[];
  keys: TenantKeys;
}

const MODELS = new WeakMap<Linking, DataModel>();

function dataModelOf(link: Linking): DataModel {
  const known = MODELS.get(link);
  if (known !== undefined) return known;
  const declared: DataEntity[] = [...schemaEntities(link), ...codeEntities(link)];
  const statements = readStatements(link);
  const observed = observedEntities(link, new EntityIndex(declared), statements);
  const entities = new EntityIndex([...declared, ...observed]);
  const model = { entities, statements, keys: findTenantKeys(link, entities.all) };
  MODELS.set(link, model);
  return model;
}

export function tenancyOf(link: Linking): Tenancy {
  return dataModelOf(link).keys.tenancy;
}

/** In the order of their places. */
export function modelEntitiesOf(link: Linking): readonly ModelEntity[] {
  const { entities } = dataModelOf(link);
  return modelEntities(link, entities.all.filter(({ origin }) => origin !== 'observed'));
}

/** In file and source order. */
export function queriesOf(link: Linking): readonly DataQuery[] {
  const { entities, statements, keys } = dataModelOf(link);
  const isKey = (name: string) => {
    const found = tenantValueName(name);
    return found !== null && keys.words.has(found.word);
  };
  const found = [...ormQueries(link, entities, isKey), ...sqlQueries(link, entities, statements, isKey), ...searchQueries(link, isKey)];
  found.sort((a, b) => compareValues(a.value, b.value));
  const judge = new ScopeJudge(link, keys, isKey, statements, found);
  return found.map((query) => asQuery(query, judge));
}

function asQuery(query: FoundQuery, judge: ScopeJudge): DataQuery {
  const { value, kind, operation, filter, statementText, site, confidence } = query;
  return { value, kind, entities: [...new Set(query.names)].sort(), operation, filter, filterColumns: query.comparisons.flatMap(({ column }) => (column === '' ? [] : [column])), statementText, tenant: judge.scopeOf(query), site, confidence };
}

