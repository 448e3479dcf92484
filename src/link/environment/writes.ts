/** Variables that the program sets for itself: `process.env.MIGRATING = 'true'`. */
import type { Linking } from '../linking.js';
import { sibling } from '../linking.js';

/** Names that some file of the program assigns a constant. */
export function namesWritten(link: Linking): Set<string> {
  const names = new Set<string>();
  const objects = new Map(link.sitesOf('env.all').map((site) => [site.value.file, new Set<number>()]));
  for (const site of link.sitesOf('env.all')) objects.get(site.value.file)?.add(site.value.id);
  for (const [file, ids] of objects) {
    for (const write of file.facts.memberWrites) {
      if (write.name === null || !ids.has(write.object)) continue;
      if (link.constants(sibling({ file, id: write.value }, write.value)) !== null) names.add(write.name);
    }
  }
  return names;
}
