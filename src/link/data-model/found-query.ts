/** A query as it was found, before its tenancy is judged. */
import type { Confidence } from '../../contracts/audit.js';
import type { DataQuery, RoleSite, ValueRef } from '../../contracts/program.js';
import type { FileValue } from '../linking.js';
import type { DataEntity } from './entity.js';
import type { Mention } from './mentions.js';

/** A column and what it is compared with, as far as both can be seen. */
export interface Comparison {
  column: string;
  value: FileValue | null;
}

export interface FoundQuery {
  value: ValueRef;
  kind: DataQuery['kind'];
  /** Entities as the code names them. */
  names: string[];
  known: readonly DataEntity[];
  operation: DataQuery['operation'];
  filter: ValueRef | null;
  statementText: string | null;
  site: RoleSite | null;
  confidence: Confidence;
  /** Does a tenant key reach the filter? */
  mention: Mention;
  /** Whether all of the filter's columns are in `comparisons`. */
  comparisons: Comparison[];
  /** Values that reach the filter, whatever their column. */
  values: FileValue[];
}
