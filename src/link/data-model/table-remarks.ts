/** What comments say of tables that code declares: above the declaration, inside it, or beside a column that another file adds. */
import type { Offset, SchemaRemarkFact } from '../../contracts/facts.js';
import type { LinkedFile } from '../../contracts/program.js';
import { type Linking, indexed } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { DataEntity } from './entity.js';

/** A key that was taken out stands this many lines below its column. */
const BESIDE = 3;

/** Does a comment say so of the table? In a file that declares one table alone, any comment on a view speaks of that. */
export function isRemarked(entity: DataEntity, says: SchemaRemarkFact['says'], link: Linking): boolean {
  const { made, site } = entity;
  const main = made ?? site?.value ?? null;
  if (main === null) return false;
  const { file } = indexed(main);
  const remarks = remarksOf(file, says);
  if (says === 'view' && remarks.length > 0 && link.sitesOf('model.entity').filter(({ value }) => value.file === file).length === 1) return true;
  const { start, end } = extentOf(entity);
  const first = lineOf(file, start);
  if (remarks.some(({ at, below }) => (at >= start && at < end) || lineOf(file, below) === first)) return true;
  return entity.columns.flatMap(({ declared }) => declared).some((value) => isBeside(indexed(value).file, factOf(value).start, says));
}

function isBeside(file: LinkedFile, start: Offset, says: SchemaRemarkFact['says']): boolean {
  const line = lineOf(file, start);
  return remarksOf(file, says).some(({ at }) => lineOf(file, at) >= line && lineOf(file, at) <= line + BESIDE);
}

function remarksOf(file: LinkedFile, says: SchemaRemarkFact['says']): readonly SchemaRemarkFact[] {
  return (file.facts.schemaRemarks ?? []).filter((remark) => remark.says === says);
}

/** Of the call, or of the class with its decorators. */
function extentOf({ made, class: owner, site }: DataEntity): { start: Offset; end: Offset } {
  if (made !== null) return factOf(made);
  const own = factOf(site!.value);
  const fact = owner?.file.facts.classes[owner.id];
  return fact === undefined ? own : { start: Math.min(own.start, fact.start), end: fact.end };
}

function lineOf({ facts }: LinkedFile, offset: Offset): number {
  return facts.lineStarts.findLastIndex((start) => start <= offset);
}
