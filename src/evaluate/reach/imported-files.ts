/** Which files of the program each file brings in at run time: the importers of each, turned round. */
import { append } from '../../contracts/multimap.js';
import type { LinkedFile, Program } from '../../contracts/program.js';

const MEMO = new WeakMap<Program, ReadonlyMap<LinkedFile, readonly LinkedFile[]>>();

export function importedFiles(program: Program): ReadonlyMap<LinkedFile, readonly LinkedFile[]> {
  const known = MEMO.get(program);
  if (known !== undefined) return known;
  const imported = new Map<LinkedFile, LinkedFile[]>();
  for (const file of program.files.values()) {
    for (const importer of program.importersOf(file)) {
      append(imported, importer, file);
    }
  }
  MEMO.set(program, imported);
  return imported;
}
