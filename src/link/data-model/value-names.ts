/** Values of which the name is all there is: a namespace, an index, a client's argument. */
import type { ValueFact } from '../../contracts/facts.js';
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf, operandsOf } from '../value-graph.js';
import { type IsKey, namesKey, pathNamesKey } from './key-names.js';
import { type Mention, mentions, strongest } from './mentions.js';

function memberNamesKey(ref: FileValue, fact: Extract<ValueFact, { kind: 'member' }>, isKey: IsKey): boolean {
  const object = factOf(sibling(ref, fact.object));
  const owner = object.kind === 'member' ? object.name : object.kind === 'reference' ? object.name : null;
  return fact.name !== null && pathNamesKey(owner === null ? fact.name : `${owner}.${fact.name}`, isKey);
}

/** Does the name of any variable or property that makes up the value say that it is a tenant's? For values of which the name is all there is: a namespace, an index. */
export function valueMentions(link: Linking, value: ValueRef, isKey: IsKey, depth = 0, seen = new Set<number>()): Mention {
  const ref = indexed(value);
  const key = keyOf(ref);
  if (depth > 8 || seen.has(key) || seen.size > 120) return 'unknown';
  seen.add(key);
  const fact = factOf(ref);
  if (fact.kind === 'literal') return 'no';
  if ((fact.kind === 'reference' && namesKey(fact.name, isKey)) || (fact.kind === 'member' && memberNamesKey(ref, fact, isKey))) return 'yes';
  if (fact.kind === 'object') return mentions(link, ref, isKey);
  const inside = operandsOf(fact).filter((id) => !(fact.kind === 'member' && id === fact.object && fact.name !== null));
  const sources = link.sourcesOf(ref).filter((source) => keyOf(source) !== key);
  if (inside.length + sources.length === 0) return 'unknown';
  const next = [...inside.map((id) => sibling(ref, id)), ...sources];
  const answers = next.map((part) => valueMentions(link, part, isKey, depth + 1, seen));
  return strongest(answers);
}
