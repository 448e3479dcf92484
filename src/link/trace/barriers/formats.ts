/** What a library's check of a format proves, as its model describes it. */
import type { RoleSite } from '../../../contracts/program.js';
import type { Linking } from '../../linking.js';
import { patternProof, patternsOf, protectionByMatch } from './patterns.js';
import { ALLOW_LISTED, NUMERIC, type Protection, against, intersection, union } from './protection.js';

/**
 * Reads the attributes of a role entry: `type: number` (a number, a boolean, a date), `constant` (one of some values), `text` (a text,
 * whatever it holds), `encoded` (a text, encoded for markup); or `pattern:`, a regular expression that describes all texts the check lets through. An argument `pattern` is
 * one that the program gives, an argument `hosts` a list of the hosts that a URL may have.
 */
export function provenByFormat(link: Linking, site: RoleSite): Protection | null {
  const { attributes } = site.entry;
  const given = link.argument(site, 'pattern');
  const patterns = given === null ? null : patternsOf(link, given);
  // class-validator takes the pattern as a text as well.
  const own = patterns !== null ? protectionByMatch(patterns) : given === null ? null : patternProof(link.constants(given));
  const flags = attributes['flags'] === undefined ? '' : String(attributes['flags']);
  const modelled = attributes['pattern'] === undefined ? null : protectionByMatch([{ source: String(attributes['pattern']), flags }]);
  const hosts = link.argument(site, 'hosts') === null ? null : against(['url', 'redirect'], 'allow-listed');
  return [own, modelled, hosts, provenByTypeName(attributes['type'])].reduce(union);
}

/** The types of a JSON schema: `integer`, `string`. */
export function provenByFormatNames(names: readonly unknown[] | null): Protection | null {
  if (names === null || names.length === 0) return null;
  return names.map((name) => (name === 'integer' || name === 'number' || name === 'boolean' ? NUMERIC : name === 'string' ? against(['nosql']) : null)).reduce(intersection);
}

/** Types written as text in a schema (arktype): `string.uuid`, `number > 0`, `'asc' | 'desc'`. */
export function provenByWrittenType(type: string): Protection | null {
  const arms = type.split('|').map((arm) => arm.trim());
  return arms.map(provenByArm).reduce(intersection);
}

function provenByArm(arm: string): Protection | null {
  if (/^'[^']*'$|^"[^"]*"$|^-?\d+$|^(?:true|false|null|undefined)$/.test(arm)) return ALLOW_LISTED;
  if (/^string\.(?:uuid|integer|numeric|digits|alphanumeric|alpha|hex|date\.iso)\b/.test(arm)) return patternProof(['^[\\w:.+-]*$']);
  if (/^string\b(?!\.json)/.test(arm) && !arm.endsWith('[]')) return against(['nosql']);
  return /^(?:number|boolean|bigint|Date)\b/.test(arm) && !arm.endsWith('[]') ? NUMERIC : null;
}

function provenByTypeName(type: unknown): Protection | null {
  switch (type) {
    case 'number':
      return NUMERIC;
    case 'constant':
      return ALLOW_LISTED;
    case 'text':
      return against(['nosql']);
    case 'encoded':
      return against(['nosql', 'html']);
    default:
      return null;
  }
}
