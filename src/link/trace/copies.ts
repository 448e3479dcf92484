/** `Object.assign(target, …)` by the file that it stands in: a walk asks at every field. Made once, on first use. */
import type { LinkedFile } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../linking.js';

export interface Copy {
  call: FileValue;
  target: FileValue;
}

const tables = new WeakMap<Linking, Map<LinkedFile, Copy[]>>();

/** Those in a file, in source order. */
export function copiesInFile(link: Linking, file: LinkedFile): readonly Copy[] {
  let known = tables.get(link);
  if (known === undefined) tables.set(link, (known = copiesByFile(link)));
  return known.get(file) ?? [];
}

function copiesByFile(link: Linking): Map<LinkedFile, Copy[]> {
  const result = new Map<LinkedFile, Copy[]>();
  for (const site of link.sitesOf('object.assign')) {
    const target = link.argument(site, 'target');
    if (target === null) continue;
    const known = result.get(site.value.file) ?? [];
    result.set(site.value.file, known);
    known.push({ call: indexed(site.value), target: indexed(target) });
  }
  return result;
}
