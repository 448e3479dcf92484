import { describe, expect, test } from 'vitest';
import { factsOf } from './show.js';

describe('type annotations by name', () => {
  test.each([
    ['string', { name: 'string' }],
    ['pg.Pool', { name: 'pg.Pool' }],
    ['Promise<User[]>', { name: 'Promise', args: [{ name: '[]', args: [{ name: 'User' }] }] }],
    ['readonly (A)[]', { name: '[]', args: [{ name: 'A' }] }],
    ["'asc' | 'desc'", { name: '|', args: [{ name: '', literal: 'asc' }, { name: '', literal: 'desc' }] }],
    ['A & B', { name: '&', args: [{ name: 'A' }, { name: 'B' }] }],
    ['1 | -1', { name: '|', args: [{ name: '', literal: 1 }, { name: '', literal: -1 }] }],
    ['true | null', { name: '|', args: [{ name: '', literal: true }, { name: 'null' }] }],
    ['{ a: B; c?: D }', {
      name: '{}',
      members: [{ name: 'a', type: { name: 'B' }, optional: false }, { name: 'c', type: { name: 'D' }, optional: true }],
    }],
    ['() => void', { name: '' }],
    ['keyof A', { name: '' }],
    ['[a: A]', { name: '' }],
    ['any', { name: 'any' }],
  ])('%s', (type, expected) => expect(factsOf(`let x: ${type}`).bindings[0]?.type).toEqual(expected));
});

test('interfaces and aliases', () => {
  const { types } = factsOf('interface A extends B, C<D> { a: string; b(): void; [key: string]: any } type E = { f?: G }; type H = A | E');
  expect(types).toMatchObject([
    { name: 'A', kind: 'interface', members: [{ name: 'a' }, { name: 'b' }], extends: [{ name: 'B' }, { name: 'C', args: [{ name: 'D' }] }] },
    { name: 'E', kind: 'alias', members: [{ name: 'f', optional: true, type: { name: 'G' } }], extends: [{ name: '{}' }] },
    { name: 'H', kind: 'alias', members: [], extends: [{ name: '|' }] },
  ]);
});
