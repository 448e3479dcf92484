/** The order in which places are told: by path, then as they stand in the file. */
import type { ValueRef } from '../contracts/program.js';

/** For `sort`. */
export function compareByPlace(a: ValueRef, b: ValueRef): number {
  if (a.file === b.file) return a.id - b.id;
  return a.file.facts.path < b.file.facts.path ? -1 : 1;
}
