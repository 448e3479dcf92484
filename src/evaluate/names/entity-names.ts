/** What a query's rows are called: by the data model, or, where that does not say it, by what the query is made on (`prisma.auditLog`). */
import type { DataQuery, Program } from '../../contracts/program.js';

/** Names that say nothing of the rows. */
const GENERAL = /^(?:this|self|prisma|db|database|client|pool|conn|connection|tx|trx|t|manager|em|repo|repository|model|knex|orm|entityManager|dataSource|collection|session|query|sql|ctx)$/i;

/** @returns an empty list where neither says it. */
export function entityNames(query: DataQuery, program: Program): readonly string[] {
  if (query.entities.length > 0 || query.kind !== 'orm') return query.entities;
  const { file, id } = query.value;
  const fact = file.facts.values[id]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  if (callee?.kind !== 'member') return [];
  const on = /(\w+)$/.exec(program.describe({ file, id: callee.object }))?.[1] ?? '';
  const name = on.replace(/(?:Repository|Repo|Model|Collection|Table|Entity)$/, '');
  return name === '' || GENERAL.test(name) ? [] : [name];
}
