/** Is the version of a dependency, as far as it is known, in a range? */
import { intersects, satisfies, subset, validRange } from 'semver';
import type { Dependency } from '../contracts/inventory.js';
import type { Truth } from './answer.js';

/** `npm:other@^4`: the dependency is another package under this name. */
const ALIAS = /^npm:(@?[^@]+)(?:@(.*))?$/;

/** What is really installed under the name, and the range as far as it is one. */
export function aliasedTo({ name, range }: Dependency): { name: string; range: string } {
  const alias = ALIAS.exec(range);
  return alias === null ? { name, range } : { name: alias[1]!, range: alias[2] ?? '*' };
}

/** By the locked version; without one by the declared range, unknown when it reaches both in and out. */
export function isInRange(dependency: Dependency, range: string): Truth {
  if (dependency.locked !== null) return satisfies(dependency.locked, range, { includePrerelease: true }) ? 'yes' : 'no';
  const declared = aliasedTo(dependency).range;
  if (validRange(declared) === null) return 'unknown';
  if (subset(declared, range)) return 'yes';
  return intersects(declared, range) ? 'unknown' : 'no';
}
