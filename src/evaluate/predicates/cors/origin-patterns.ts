/** Regular expressions for origins: `https://` host `:port`, where the host's end decides whose it is (RFC 6454, 4). */

/** Does the pattern leave no room for another domain before or after the host it names? */
export function pinsTheHost(pattern: string): boolean {
  return alternativesOf(pattern).every(pinsOne);
}

function pinsOne(pattern: string): boolean {
  const isAnchoredAtEnd = /[^\\]\$\)*$/.test(pattern) || endsInPort(pattern);
  if (!isAnchoredAtEnd) return false;
  const body = pattern.replace(/^\^/, '').replace(/\$\)*$/, '');
  if (/^\(?\.[*+]\)?$/.test(body)) return false;
  // Anchored at the end only: the host must begin with a dot, so that no longer name ends in it.
  return pattern.startsWith('^') || pattern.startsWith('(^') || body.startsWith('\\.') || body.includes(':\\/\\/') || body.includes('://');
}

/** `^http://localhost:` and `^http://localhost:\d+`: after the colon only a port can follow. */
function endsInPort(pattern: string): boolean {
  return pattern.startsWith('^') && /[\w\])]:(?:\\d[+*]?|\[0-9\][+*]?)?$/.test(pattern);
}

/** The alternatives at the top level, or inside one group that spans the pattern. */
function alternativesOf(pattern: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let inClass = false;
  let current = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index]!;
    if (character === '\\') {
      current += character + (pattern[index + 1] ?? '');
      index += 1;
      continue;
    }
    if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (character === '|' && depth === 0 && !inClass) {
      parts.push(current);
      current = '';
    } else current += character;
  }
  return [...parts, current];
}
