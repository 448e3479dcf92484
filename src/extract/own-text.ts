/**
 * Text that stands by itself. What the parser gives is a window on the text of the whole file, which would stay in memory for
 * as long as one name of it does; and the same name in a thousand files is a thousand strings.
 */

/** The engine copies text shorter than this, and keeps a window on longer text. */
const SHORTEST_WINDOW = 13;
const LONGEST_NAME = 64;
/** Beyond these many names the table starts anew. */
const MAXIMUM_NAMES = 200_000;

const names = new Map<string, string>();

/** A name: short, and met again and again. Longer text is taken as `ownText` takes it. */
export function ownName(name: string): string {
  if (name.length < SHORTEST_WINDOW) return name;
  if (name.length > LONGEST_NAME) return ownText(name);
  const known = names.get(name);
  if (known !== undefined) return known;
  const own = ownText(name);
  if (names.size >= MAXIMUM_NAMES) names.clear();
  names.set(own, own);
  return own;
}

/** Any text. */
export function ownText(text: string): string {
  // Joined first, then cut: the window is on the copy.
  return text.length < SHORTEST_WINDOW ? text : ` ${text}`.slice(1);
}
