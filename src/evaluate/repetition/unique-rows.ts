/** Rows that the database takes once: a key of the payment, event or request that they are about, or of what they bring together. */
import type { DataQuery, ModelColumn, Program } from '../../contracts/program.js';
import { entityNames } from '../names/entity-names.js';
import { splitWords } from '../names/name-words.js';

/** Ids that others give: the same thing has the same one again. What the service numbers itself is new each time. */
const GIVEN = /^(?:\w+_)?(?:event|evt|request|external|transaction|txn|payment|charge|intent|session|checkout|reference|message|provider|webhook|client|idempotency|dedupe|stripe|paypal)_(?:uu)?(?:id|key|ref|reference|token)$/;
const REFERS = /_(?:uu)?id$/;

/** @returns the column by which a row that one of the queries adds is there only once, or null */
export function uniqueColumnOf(queries: readonly DataQuery[], program: Program): ModelColumn | null {
  const names = new Set(queries.filter(({ operation }) => operation === 'create').flatMap((query) => entityNames(query, program).map(plain)));
  if (names.size === 0) return null;
  for (const { name, table, columns } of program.entities) {
    if (!names.has(plain(name)) && !names.has(plain(table))) continue;
    const unique = columns.filter((column) => column.unique === 'yes' && !/^_?id$/i.test(column.name));
    const given = unique.find((column) => GIVEN.test(wordsOf(column)));
    if (given !== undefined) return given;
    // `@@unique([userId, courseId])`: one row for both.
    const pair = unique.filter((column) => REFERS.test(wordsOf(column)));
    if (pair.length > 1) return pair[0]!;
  }
  return null;
}

function wordsOf({ name }: ModelColumn): string {
  return splitWords(name).join('_');
}

function plain(name: string): string {
  return splitWords(name).join('').replace(/ies$/, 'y').replace(/s$/, '');
}
