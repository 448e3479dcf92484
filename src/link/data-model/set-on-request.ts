/** What the program itself puts on a request when it has found out who is calling: `req.userId = payload.sub`. */
import { append } from '../../contracts/multimap.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { namesContext, namesPersonColumn } from './names.js';

const WRITTEN = new WeakMap<Linking, ReadonlyMap<string, readonly FileValue[]>>();

/**
 * @param isClients whether a value that is put there is the client's own word
 * @returns whether `name` on a request says who is calling, since the program writes it there, and nothing of the client's
 */
export function isSetOnRequest(link: Linking, name: string, isClients: (value: FileValue) => boolean): boolean {
  if (!namesPersonColumn(name)) return false;
  const values = writtenOn(link).get(name) ?? [];
  return values.length > 0 && !values.some(isClients);
}

function writtenOn(link: Linking): ReadonlyMap<string, readonly FileValue[]> {
  let known = WRITTEN.get(link);
  if (known === undefined) {
    const found = new Map<string, FileValue[]>();
    for (const file of link.files.values()) {
      for (const { object, name, value } of file.facts.memberWrites) {
        if (name === null || value < 0 || !isRequest({ file, id: object })) continue;
        append(found, name, { file, id: value });
      }
    }
    WRITTEN.set(link, (known = found));
  }
  return known;
}

function isRequest(value: FileValue): boolean {
  const fact = factOf(value);
  return fact.kind === 'reference' ? namesContext(fact.name) : fact.kind === 'cast' && isRequest(sibling(value, fact.operand));
}
