/** Settings that a module hands out without anybody being seen to import it: `config/default.js`, which a library loads. */
import { type FileValue, type Linking, sibling } from '../linking.js';
import type { IndexedFile } from '../indexed-file.js';
import { factOf } from '../value-graph.js';
import { isConversion } from './fallback.js';
import { isConfigurationPath } from './names.js';

const MAXIMUM_CLIMB = 24;

export function isHandedOut(link: Linking, read: FileValue): boolean {
  return isLoadedUnseen(link, read.file) && isHeldAsItIs(read);
}

const known = new WeakMap<IndexedFile, boolean>();

function isLoadedUnseen(link: Linking, file: IndexedFile): boolean {
  let answer = known.get(file);
  if (answer === undefined) known.set(file, (answer = computeIsLoadedUnseen(link, file)));
  return answer;
}

/** One of several files of its package, called after settings, that exports and that no file imports. */
function computeIsLoadedUnseen(link: Linking, file: IndexedFile): boolean {
  const { path, exports } = file.facts;
  if (exports.length === 0 || !isConfigurationPath(path) || link.importersOf(file).length > 0) return false;
  return [...link.files.values()].some((other) => other !== file && other.package === file.package);
}

/** In objects and lists, perhaps converted or replaced; not used by a call or put into a text. */
function isHeldAsItIs(read: FileValue): boolean {
  let value = read;
  for (let step = 0; step < MAXIMUM_CLIMB; step += 1) {
    const parentId = value.file.parentOf(value.id);
    if (parentId < 0) return true;
    const parent = sibling(value, parentId);
    const { kind } = factOf(parent);
    if (!['object', 'array', 'logical', 'conditional'].includes(kind) && !isConversion(parent, value)) return false;
    value = parent;
  }
  return false;
}
