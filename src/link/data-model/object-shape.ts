/** The properties that an object is written with: followed through variables, spreads, and functions that return it. */
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

const MAXIMUM_DEPTH = 6;

export interface WrittenProperty {
  name: string;
  value: FileValue;
}

export function propertiesOf(link: Linking, value: ValueRef, depth = 0): WrittenProperty[] {
  if (depth > MAXIMUM_DEPTH) return [];
  return link.sourcesOf(value).flatMap((each) => {
    const source = indexed(each);
    const fact = factOf(source);
    if (fact.kind === 'function') {
      return (source.file.facts.functions[fact.function]?.returns ?? []).flatMap((returned) => propertiesOf(link, sibling(source, returned), depth + 1));
    }
    if (fact.kind !== 'object') return [];
    return fact.properties.flatMap((property): WrittenProperty[] => {
      if (property.kind === 'spread') return propertiesOf(link, sibling(source, property.value), depth + 1);
      return property.name === null ? [] : [{ name: property.name, value: sibling(source, property.value) }];
    });
  });
}
