/** Entities of the data model, as this folder knows them: tables and models with their columns, from schemas, code and statements. */
import { append } from '../../contracts/multimap.js';
import type { Location } from '../../contracts/audit.js';
import type { ClassRef, RoleSite, ValueRef } from '../../contracts/program.js';
import type { ColumnFact, EntityFact } from '../../contracts/schema-facts.js';
import { keyOf } from '../value-graph.js';
import { normal, singular } from './names.js';

export interface DataColumn {
  /** As the code calls it. */
  name: string;
  /** As the database calls it. */
  columnName: string;
  /** Name of the entity that it refers to, or ''. */
  references: string;
  /** It stands for the entity itself (an object), not for its key. */
  isRelation: boolean;
  /** What code declares it with: its value in a list of columns, its decorators, the call that makes it. Empty for schemas. */
  declared: readonly ValueRef[];
  /** What a schema says of it, or null. */
  fact: ColumnFact | null;
  location: Location;
}

export interface DataEntity {
  /** As the code calls it: the model, the class, the table variable. */
  name: string;
  table: string;
  columns: DataColumn[];
  /** Directory of the package that declares it. */
  package: string;
  origin: 'prisma' | 'sql' | 'code' | 'observed';
  /** The class that declares it, or null. */
  class: ClassRef | null;
  /** The call that makes it (`pgTable(…)`, `model(…)`), or null. */
  made: ValueRef | null;
  /** The use of a library by which code declares it, or null. */
  site: RoleSite | null;
  /** What schemas say of it: the table, and what is added to it later. */
  facts: EntityFact[];
  location: Location;
}

/** A column, under the name by which one is looked for. */
export function columnNamed(entity: DataEntity, name: string): DataColumn | undefined {
  const wanted = normal(name);
  return entity.columns.find((column) => normal(column.name) === wanted || normal(column.columnName) === wanted);
}

/** Looks entities up by name, table, class or the call that made them. */
export class EntityIndex {
  private readonly byName = new Map<string, DataEntity[]>();
  private readonly byClass = new Map<string, DataEntity>();
  private readonly byCall = new Map<number, DataEntity>();

  constructor(readonly all: readonly DataEntity[]) {
    for (const entity of all) {
      for (const key of new Set([nameKey(entity.name), nameKey(entity.table)])) {
        append(this.byName, key, entity);
      }
      if (entity.class !== null) this.byClass.set(classKey(entity.class), entity);
      if (entity.made !== null) this.byCall.set(keyOf(entity.made), entity);
    }
  }

  /** Entities of the name, or with a table of it; those of the package first, others only when it has none. */
  named(name: string, packageDirectory: string): readonly DataEntity[] {
    const found = this.byName.get(nameKey(name)) ?? [];
    const own = found.filter((entity) => entity.package === packageDirectory);
    const declared = own.filter((entity) => entity.origin !== 'observed');
    if (declared.length > 0) return declared;
    const elsewhere = found.filter((entity) => entity.origin !== 'observed');
    return elsewhere.length > 0 ? elsewhere : own.length > 0 ? own : found;
  }

  ofClass(ref: ClassRef): DataEntity | null {
    return this.byClass.get(classKey(ref)) ?? null;
  }

  madeBy(call: ValueRef): DataEntity | null {
    return this.byCall.get(keyOf(call)) ?? null;
  }
}

/** `public.Tickets`, `ticket` and `tickets` are one name. */
export function nameKey(name: string): string {
  return singular(normal(name.slice(name.lastIndexOf('.') + 1)));
}

function classKey(ref: ClassRef): string {
  return `${ref.file.facts.path}\u0000${ref.id}`;
}
