/**
 * Writes of what a row had a moment before and something more or less (CWE-362): `data: { balance: account.balance - amount }` after a query
 * that found the account. Of two requests at once the second overwrites what the first wrote.
 */
import type { Program, ValueRef } from '../../contracts/program.js';
import { changesBefore, changesByHand } from '../dependent-writes/signs.js';
import type { ChangedColumn } from '../dependent-writes/signs.js';
import { placeOf, writesIn } from '../dependent-writes/writes.js';
import type { Place } from '../dependent-writes/writes.js';
import { functionAround, keyOf } from '../reach/reach.js';
import { readsBehind, readsOf } from './reads-behind.js';

export interface LostUpdate {
  /** The value that is written. */
  readonly value: ValueRef;
  readonly column: string;
  readonly write: Place;
  /** The query that found the row. */
  readonly read: ValueRef;
}

/** A write that asks for these finds nothing when somebody else was faster: optimistic locking. */
const VERSIONS = /^(?:_*v|version|rowVersion|row_version|revision|etag|lockVersion|lock_version|updatedAt|updated_at)$/;
const MEMO = new WeakMap<Program, readonly LostUpdate[]>();

/** In file and source order, records that save themselves last. */
export function lostUpdates(program: Program): readonly LostUpdate[] {
  let known = MEMO.get(program);
  if (known === undefined) MEMO.set(program, (known = collect(program)));
  return known;
}

function collect(program: Program): LostUpdate[] {
  const inStatements = [...program.files.values()].flatMap((file) => writesIn(file, program)).filter(({ columns }) => !columns.some((column) => VERSIONS.test(column))).flatMap((write) => {
    // What is written as a new row replaces nothing, unless it is the record that was read.
    const changes = write.operation === 'update' ? changesByHand(write) : changesBefore(write);
    return updates(write, changes.filter(({ column }) => !write.columns.includes(column)), program);
  });
  const ofRecords = program.sitesOf('record.save-again').map(({ value }) => placeOf(value)).flatMap((place) => updates(place, changesBefore(place), program));
  return [...inStatements, ...ofRecords];
}

function updates(write: Place, changes: readonly ChangedColumn[], program: Program): LostUpdate[] {
  const { file } = write.value;
  return changes.flatMap(({ column, value, record }): LostUpdate[] => {
    const found = readsBehind({ file, id: record }, readsOf(program), program).find(({ query }) => keyOf(functionAround(query.value)) === keyOf(functionAround(write.value)));
    return found === undefined ? [] : [{ value: { file, id: value }, column, write, read: found.query.value }];
  });
}
