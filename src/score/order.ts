/** The orders that make a report the same bytes for the same input. Text is compared by code unit, never by locale. */
import type { Location } from '../contracts/audit.js';
import { PRIORITIES, type Priority } from '../contracts/rules.js';

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By path, line, column. */
export function compareLocations(a: Location, b: Location): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column || a.endLine - b.endLine || a.endColumn - b.endColumn;
}

/** 0 for P0 … 3 for P3. */
export function rankOf(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

/** A copy of the record with its keys in order. */
export function sortedRecord<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}
