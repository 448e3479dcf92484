/** Maps that keep several items under one key. */

/** Adds the item to those of the key, in the order in which they come. */
export function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}
