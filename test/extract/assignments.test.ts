import { describe, expect, test } from 'vitest';
import { factsOf, show, valueOf, writesOf } from './show.js';

describe('destructuring', () => {
  test.each([
    ['const { a } = f()', 'a', 'member(call(global f), "a")'],
    ['const { a: { b = 1 } } = f()', 'b', 'default(member(member(call(global f), "a"), "b"), 1)'],
    ["const { 'x-y': b } = f", 'b', 'member(global f, "x-y")'],
    ['const { [k]: b } = f', 'b', 'member(global f, [global k])'],
    ['const { a, b: c, ...rest } = f', 'rest', 'rest(global f, a, b)'],
    ['const [, b, ...rest] = f', 'b', 'member(global f, "1")'],
    ['const [, b, ...rest] = f', 'rest', 'rest(global f, 0, 1)'],
    ['let a; ({ a, b: c.d } = f)', 'a', 'member(global f, "a")'],
    ['let a; ({ a = 1 } = f)', 'a', 'default(member(global f, "a"), 1)'],
    ['let a, b; [a, [b = 2]] = f', 'b', 'default(member(member(global f, "1"), "0"), 2)'],
    ['let a; [...a] = f', 'a', 'rest(global f)'],
  ])('%s', (text, name, expected) => expect(writesOf(text, name)).toEqual([expected]));

  test('parameters are members of what is passed, with their default around', () => {
    const text = 'function f(this: X, a = 1, { b, c: [d] } = {}, ...e) {}';
    expect(writesOf(text, 'a')).toEqual(['default(parameter 0, 1)']);
    expect(writesOf(text, 'b')).toEqual(['member(default(parameter 1, {}), "b")']);
    expect(writesOf(text, 'd')).toEqual(['member(member(default(parameter 1, {}), "c"), "0")']);
    expect(writesOf(text, 'e')).toEqual(['parameter ...2']);
  });
});

describe('loops and catch', () => {
  test.each([
    ['for (const x of xs) {}', 'element(global xs)'],
    ['for await (const x of xs) {}', 'element(global xs)'],
    ['for (const x in xs) {}', 'key(global xs)'],
    ['let x; for (x of xs) {}', 'element(global xs)'],
    ['for (const [, { x }] of xs) {}', 'member(member(element(global xs), "1"), "x")'],
    ['try {} catch (x) {}', 'caught'],
    ['try {} catch ({ x }) {}', 'member(caught, "x")'],
    ['using x = f()', 'call(global f)'],
  ])('%s', (text, expected) => expect(writesOf(text, 'x')).toEqual([expected]));
});

describe('assignments', () => {
  test.each([
    ['let s = 1; s = 2', ['1', '2']],
    ["let s = ''; s += x", ['""', 'concat(s, global x)']],
    ['let s; s ??= y', ['??(s, global y)']],
    ['let s; s ||= y', ['||(s, global y)']],
    ['let s; s *= 2', ['*(s, 2)']],
    ['let s = 0; s++', ['0', '++(s)']],
    ['let s; (s as any) = 1', ['1']],
    ['let s; if (s = f()) {}', ['call(global f)']],
  ])('%s', (text, expected) => expect(writesOf(text, 's')).toEqual(expected));

  test('the value of an assignment is what is assigned', () => {
    expect(valueOf('(a = b)')).toBe('global b');
    expect(valueOf('a.b = c.d = f()')).toBe('call(global f)');
    expect(writesOf('let a, b; a = b = 1', 'a')).toEqual(['1']);
  });

  test('a write target is not a use, an update is both', () => {
    const facts = factsOf('let a, b; a = 1; b += 1; f(a)');
    expect(facts.bindings.map((binding) => binding.uses.length)).toEqual([1, 1]);
  });

  test('writes to properties', () => {
    const facts = factsOf("this.pool = p; a['b'] = 1; a[k] = 2; a.n += 3; [a.x, a.y] = l; delete a.z");
    const written = facts.memberWrites.map(({ object, name, index, value }) => [
      show(facts, object),
      name ?? show(facts, index),
      show(facts, value),
    ]);
    expect(written).toEqual([
      ['this', 'pool', 'global p'],
      ['global a', 'b', '1'],
      ['global a', 'global k', '2'],
      ['global a', 'n', 'concat(member(global a, "n"), 3)'],
      ['global a', 'x', 'member(global l, "0")'],
      ['global a', 'y', 'member(global l, "1")'],
    ]);
  });
});
