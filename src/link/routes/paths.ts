/** Paths of routes: joining prefixes, and which middleware a path falls under. */

/** In place of a part that is not known; what follows tells equal ones from others. No path holds this character. */
const UNKNOWN = '\u0000';

export function unknownPart(key: number): string {
  return `${UNKNOWN}${key}`;
}

export function isKnownPath(path: string): boolean {
  return !path.includes(UNKNOWN);
}

/** Parts of one path, joined with single slashes: `/api/` and `users/` give `/api/users`. */
export function joinPaths(...parts: readonly string[]): string {
  return `/${parts.flatMap(segmentsOf).join('/')}`;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** A segment that stands for all that follows: `*`, `*rest`, `(.*)`, `{*rest}`. */
function isWildcard(segment: string): boolean {
  return segment.startsWith('*') || segment.startsWith('{*') || segment === '(.*)' || /^:\w+(?:\(\.\*\)|\*)$/.test(segment);
}

export function hasWildcard(path: string): boolean {
  return segmentsOf(path).some(isWildcard);
}

export type Matching = 'prefix' | 'pattern';

/** Whether every request to the route's path passes something attached at `pattern`. */
export function covers(pattern: string, path: string, matching: Matching): 'yes' | 'no' | 'unknown' {
  const wanted = segmentsOf(pattern);
  const given = segmentsOf(path);
  for (const [index, segment] of wanted.entries()) {
    // What stands behind a wildcard is looked for nowhere: such patterns are written to match any path.
    if (isWildcard(segment)) return index === wanted.length - 1 ? 'yes' : 'unknown';
    const other = given[index];
    if (segment !== other && (segment.startsWith(UNKNOWN) || other?.startsWith(UNKNOWN))) return 'unknown';
    if (other === undefined) return 'no';
    if (segment !== other && !segment.startsWith(':')) return 'no';
  }
  return matching === 'prefix' || wanted.length === given.length ? 'yes' : 'no';
}

/** The first segments of a pattern, as far as they must be equal in every path that it covers. */
export function plainStart(pattern: string): string[] {
  const segments = segmentsOf(pattern);
  const end = segments.findIndex((segment) => /[:*()[\]?+{}\u0000]/.test(segment));
  return end < 0 ? segments : segments.slice(0, end);
}
