/** Variables that the program sets for itself: `process.env.MIGRATING = 'true'`. */
import type { ValueRef } from '../../contracts/program.js';
import { type Linking, sibling } from '../linking.js';

export interface WrittenNames {
  /** Set to a constant: a switch between parts of the program. */
  constants: ReadonlySet<string>;
  /** Set to anything that is not itself read from the environment, with the value: taken from a vault, a file, an option. */
  all: ReadonlyMap<string, ValueRef>;
}

export function namesWritten(link: Linking): WrittenNames {
  const constants = new Set<string>();
  const all = new Map<string, ValueRef>();
  const objects = new Map(link.sitesOf('env.all').map((site) => [site.value.file, new Set<number>()]));
  for (const site of link.sitesOf('env.all')) objects.get(site.value.file)?.add(site.value.id);
  for (const [file, ids] of objects) {
    for (const write of file.facts.memberWrites) {
      if (write.name === null || !ids.has(write.object)) continue;
      const value = sibling({ file, id: write.value }, write.value);
      if (!all.has(write.name)) all.set(write.name, value);
      if (link.constants(value) !== null) constants.add(write.name);
    }
  }
  return { constants, all };
}
