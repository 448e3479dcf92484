/** What a JSON schema proves of the parts of what it has checked. */
import type { ValueRef } from '../../../contracts/program.js';
import type { Linking } from '../../linking.js';
import { provenByFormatNames } from './formats.js';
import { patternProof } from './patterns.js';
import { ALLOW_LISTED, type Protection, intersection, union } from './protection.js';

/** Formats whose texts hold no more than letters, digits and a few marks. */
const PLAIN_FORMAT = /^(?:uuid|date|date-time|time|ipv4|ipv6)$/;

/**
 * @param prefix where in the written value the schema stands: `['querystring']`
 * @param path the properties read from the checked value, outermost first; a number stands for any element of a list
 */
export function provenByJsonSchema(link: Linking, schema: ValueRef, prefix: readonly string[], path: readonly string[]): Protection | null {
  const place = [...prefix, ...path.flatMap((name) => (/^\d+$/.test(name) ? ['items'] : ['properties', name]))];
  const at = (keyword: string) => {
    const found = link.property(schema, [...place, keyword]);
    return found.kind === 'found' && !found.partial ? found.values : [];
  };
  const types = at('type').map((value) => provenByFormatNames(link.constants(value)));
  const listed = at('enum').length > 0 || at('const').length > 0 ? ALLOW_LISTED : null;
  const patterns = at('pattern').map((value) => patternProof(link.constants(value)));
  const formats = at('format').map((value) => (link.constants(value)?.every((format) => PLAIN_FORMAT.test(String(format))) ? patternProof(['^[\\w:.+-]*$']) : null));
  return [types, patterns, formats].map((each) => (each.length === 0 ? null : each.reduce(intersection))).reduce(union, listed);
}

/** `{ type: 'object', properties: { … } }`: such an object is a schema by itself, and no list of fields. */
export function isJsonSchema(link: Linking, schema: ValueRef): boolean {
  const type = link.property(schema, ['type']);
  return type.kind === 'found' && type.values.length > 0 && type.values.every((value) => typeof link.constants(value)?.[0] === 'string');
}
