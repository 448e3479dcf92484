/** The vectors are those of github/codeql-action, `src/fingerprints.test.ts`. */
import { expect, test } from 'vitest';
import { LineHashes } from '../../src/score/index.js';

function lineHashes(lines: readonly string[]): string[] {
  const hashes = new LineHashes(lines);
  return Array.from({ length: hashes.count }, (_, index) => hashes.of(index + 1));
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

test.each<[name: string, text: string, hashes: string[]]>([
  ['an empty file', '', ['c129715d7a2bc9a3:1']],
  ['white space within lines', ' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
  [
    'empty lines',
    ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End',
    ['8b7cf3e952e7aeb2:1', 'b1ae1287ec4718d9:1', 'bff680108adb0fcc:1', 'c6805c5e1288b612:1', 'b86d3392aea1be30:1', 'e6ceba753e1a442:1'],
  ],
  [
    'line ends of every kind',
    ' hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n',
    [
      'e9496ae3ebfced30:1',
      'fb7c023a8b9ccb3f:1',
      'ce8ba1a563dcdaca:1',
      'e20e36e16fcb0cc8:1',
      'b3edc88f2938467e:1',
      'c8e28b0b4002a3a0:1',
      'c129715d7a2bc9a3:1',
    ],
  ],
  [
    'equal lines, told apart by their occurrence',
    'Lorem ipsum dolor sit amet.\n'.repeat(10),
    [
      ...[1, 2, 3, 4, 5, 6].map((occurrence) => `a7f2ff13bc495cf2:${occurrence}`),
      'a7f2ff1481e87703:1',
      'a9cf91f7bbf1862b:1',
      '55ec222b86bcae53:1',
      'cc97dc7b1d7d8f7b:1',
      'c129715d7a2bc9a3:1',
    ],
  ],
  [
    'a small program',
    'x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n',
    [
      'e54938cc54b302f1:1',
      'bb609acbe9138d60:1',
      '1131fd5871777f34:1',
      '5c482a0f8b35ea28:1',
      '54517377da7028d2:1',
      '2c644846cb18d53e:1',
      'f1b89f20de0d133:1',
      'c129715d7a2bc9a3:1',
    ],
  ],
])('hashes %s as GitHub does', (_name, text, hashes) => {
  expect(lineHashes(linesOf(text))).toEqual(hashes);
});

test('hashes characters outside ASCII as the 64-bit arithmetic does', () => {
  const text = 'const name = "\u{1F600}\uFFFF";\n'.repeat(9);
  expect(lineHashes(linesOf(text))).toEqual(referenceHashes(text));
});

/** The definition, term by term, in BigInt. */
function referenceHashes(text: string): string[] {
  const codes = [...Array(text.length).keys()].map((index) => text.charCodeAt(index));
  const kept = [...codes, 65535].filter((code) => code !== 32 && code !== 9);
  const starts = [0, ...kept.flatMap((code, index) => (code === 10 ? [index + 1] : []))];
  const seen = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let offset = 0; offset < 100; offset++) hash = BigInt.asUintN(64, hash * 37n + BigInt(kept[start + offset] ?? 0));
    const digits = hash.toString(16);
    seen.set(digits, (seen.get(digits) ?? 0) + 1);
    return `${digits}:${seen.get(digits)}`;
  });
}
