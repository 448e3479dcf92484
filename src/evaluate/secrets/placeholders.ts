/** Texts that stand where a secret belongs and are none. */

const STAND_IN =
  /^(?:change[-_ ]?(?:me|this|it)|replace[-_ ]?(?:me|this|with)|to[-_ ]?do|fix[-_ ]?me|tbd|none|null|undefined|n\/?a|true|false|empty|redacted|hidden|masked|removed|secret[-_]?here|placeholder|dummy|fake|mock|sample|example|test|testing|foo|bar|baz|foobar|xyz|abc)(?:[-_ .]?\d*)$/i;
const STAND_IN_PART =
  /\byour[-_ ]|^your|<[^>]*>|\$\{|\{\{|%\(|\[(?:your|redacted)|\bx{3,}|x{4,}|\*{2,}|•|\.{3}|…|change[-_]?(?:me|this|it)|replace[-_]?(?:me|this|with)|placeholder|(?:^|[-_ ])(?:dummy|fake|mock|sample|example|insert|enter)(?:[-_ ]|$)|^pending[-_]|not[-_]?(?:a[-_]?)?(?:real|secret|used|set|needed)|put[-_]|\bto[-_]?be[-_]|_here$|-here$/i;

/** The longer words of the passage with which printers fill a page, and tools that make up data fill a column. */
const FILLER = new Set(
  'lorem ipsum dolor consectetur adipiscing adipisicing eiusmod tempor incididunt labore dolore magna aliqua minim veniam nostrud exercitation ullamco laboris aliquip commodo consequat irure reprehenderit voluptate velit cillum fugiat nulla pariatur excepteur occaecat cupidatat proident culpa officia deserunt mollit laborum'.split(' '),
);

export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || !/[A-Za-z0-9]/.test(trimmed) || STAND_IN.test(trimmed) || STAND_IN_PART.test(trimmed) || FILLER.has(trimmed.toLowerCase());
}

/** Few different characters: `aaaaaaaa`, `0000-0000`. */
export function isRepetitive(text: string): boolean {
  const letters = text.replace(/[^A-Za-z0-9]/g, '');
  return letters.length >= 8 && new Set(letters).size <= Math.max(3, letters.length / 10);
}

/** Bits per character (Shannon). */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
