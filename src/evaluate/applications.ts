/**
 * Which files belong to one application: those that imports join. A directory may hold several that have nothing to do with each
 * other, such as examples, or services that share one package.json.
 */
import type { LinkedFile, Program } from '../contracts/program.js';

const joined = new WeakMap<Program, ReadonlyMap<LinkedFile, LinkedFile>>();

/** Do imports join the two, in whatever direction and through whatever files? */
export function isSameApplication(a: LinkedFile, b: LinkedFile, program: Program): boolean {
  const heads = headsIn(program);
  return heads.get(a) === heads.get(b);
}

/** Of each file one that stands for all that imports join it with. Made once for each program. */
function headsIn(program: Program): ReadonlyMap<LinkedFile, LinkedFile> {
  const known = joined.get(program);
  if (known !== undefined) return known;
  const next = new Map<LinkedFile, LinkedFile>([...program.files.values()].map((file) => [file, file]));
  const headOf = (file: LinkedFile): LinkedFile => {
    let head = file;
    while (next.get(head) !== head) {
      const above = next.get(head)!;
      next.set(head, next.get(above)!);
      head = above;
    }
    return head;
  };
  for (const file of program.files.values()) for (const importer of program.importersOf(file)) next.set(headOf(importer), headOf(file));
  const heads = new Map([...next.keys()].map((file) => [file, headOf(file)]));
  joined.set(program, heads);
  return heads;
}
