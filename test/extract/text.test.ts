import { describe, expect, test } from 'vitest';
import { decodeSource } from '../../src/extract/index.js';
import { factsOf } from './show.js';

describe('decoding', () => {
  const text = 'const grüße = "✓"';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('%s', (_name, bytes) => expect(decodeSource(bytes)).toEqual({ text }));

  test('half a pair at the end is dropped', () => {
    expect(decodeSource(Buffer.from([0xfe, 0xff, 0x00, 0x61, 0x00]))).toEqual({ text: 'a' });
  });

  test('a binary file has no text', () => {
    expect(decodeSource(Buffer.from('a\0b'))).toEqual({ problem: 'binary file' });
  });

  test('an empty file is empty text', () => expect(decodeSource(Buffer.alloc(0))).toEqual({ text: '' }));
});

describe('positions', () => {
  test('lines end with LF, CR LF or CR, and nothing else', () => {
    expect(factsOf('a\nb\r\nc\rd\u2028e').lineStarts).toEqual([0, 2, 5, 7]);
    expect(factsOf('a\nb\n').lineStarts).toEqual([0, 2, 4]);
  });

  test('a value starts behind comments and white space of every kind', () => {
    const text = '#!/usr/bin/env node\n// one\n/* two */\u00a0f( /* three */ a\u3000, // four\n b )';
    const { values } = factsOf(text);
    expect(values.map(({ start, end }) => text.slice(start, end))).toEqual(['f', 'a', 'b', text.slice(text.indexOf('f('))]);
  });
});

describe('suppressions', () => {
  test.each([
    ['// shipworthy-ignore-next-line a, b -- c -- d', { line: 1, ids: ['a', 'b'], reason: 'c -- d' }],
    ['\n  /* shipworthy-ignore-next-line a -- b */ f()', { line: 2, ids: ['a'], reason: 'b' }],
    ['// shipworthy-ignore-next-line a', { line: 1, ids: ['a'], reason: '' }],
    ['// shipworthy-ignore-next-line', { line: 1, ids: [], reason: '' }],
    ['f(`${/* shipworthy-ignore-next-line a -- b */ c}`)', { line: 1, ids: ['a'], reason: 'b' }],
  ])('%s', (text, expected) => expect(factsOf(text).suppressions).toEqual([expected]));

  test.each([
    '"// shipworthy-ignore-next-line a -- b"',
    '`\n// shipworthy-ignore-next-line a -- b\n${c}`',
    '`${c}\n// shipworthy-ignore-next-line a -- b\n`',
    '// shipworthy-ignore-next-lines a -- b',
  ])('not %s', (text) => expect(factsOf(text).suppressions).toEqual([]));

  test('in JSX, a comment counts and text does not', () => {
    const text = '<a>\n// shipworthy-ignore-next-line a -- b\n{/* shipworthy-ignore-next-line c -- d */}</a>';
    expect(factsOf(text, 'page.tsx').suppressions).toEqual([{ line: 3, ids: ['c'], reason: 'd' }]);
  });
});

describe('operations that comments describe', () => {
  test.each([
    ['/**\n * @openapi\n * /users/{id}:\n *   get:\n *     summary: x\n *   post:\n */', ['GET /users/{id}', 'POST /users/{id}']],
    ['/** @swagger\n * "/a.b":\n *   put:\n * tags:\n * delete:\n */', ['PUT /a.b']],
    ['/**\n * @api {get} /users/:id One user\n */', ['GET /users/:id']],
    ['/**\n@openapi\n/users:\n  get:\n*/', ['GET /users']],
    ['/** @swagger */ f(`/users:\n get:`)', []],
    ['/**\n * /users:\n *   get:\n */ f("@swagger")', []],
  ])('%s', (text, expected) => expect((factsOf(text).operations ?? []).map(({ method, path }) => `${method} ${path}`)).toEqual(expected));
});

test('a comment of blanks that no line ends is read at once', () => {
  expect(factsOf(`/** @openapi\n${' '.repeat(5000)}\u2028 */`).operations ?? []).toEqual([]);
});

test('syntax errors are told, at most ten, and the facts around them stay', () => {
  const facts = factsOf('const a = f(; const b = g()');
  expect(facts.syntaxErrors[0]).toMatchObject({ start: 12 });
  expect(facts.bindings.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(factsOf('@ # '.repeat(100)).syntaxErrors.length).toBeLessThanOrEqual(10);
});
