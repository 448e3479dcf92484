import { describe, expect, test } from 'vitest';
import { factsOf, show, valueOf } from './show.js';

describe('literals', () => {
  test.each([
    ["'a\\n'", '"a\\n"'],
    ['`plain`', '"plain"'],
    ['0x10', '16'],
    ['1_000', '1000'],
    ['12n', '12n'],
    ['true', 'true'],
    ['null', 'null'],
    ['undefined', 'undefined'],
    ['/a\\/b/gi', '/a\\/b/gi'],
    ['1e999', '"Infinity"'],
  ])('%s', (expression, expected) => expect(valueOf(expression)).toBe(expected));
});

describe('strings that are put together', () => {
  test.each([
    ["'a' + b + 'c'", 'concat("a", global b, "c")'],
    ["'a' + b * 2 + c", 'concat("a", *(global b, 2), global c)'],
    ["a + b - c + d", 'concat(-(concat(global a, global b), global c), global d)'],
    ['`a${b}c${d}`', 'template(["a","c",""], global b, global d)'],
    ['sql`a${b}`', 'template(["a",""], global b, tag global sql)'],
    ['sql`plain`', 'template(["plain"], tag global sql)'],
    ['a.b`x`.c()', 'call(member(template(["x"], tag member(global a, "b")), "c"))'],
  ])('%s', (expression, expected) => expect(valueOf(expression)).toBe(expected));
});

describe('members and calls', () => {
  test.each([
    ['a.b.c', 'member(member(global a, "b"), "c")'],
    ["a['b']", 'member(global a, "b")'],
    ['a[0]', 'member(global a, "0")'],
    ['a[b]', 'member(global a, [global b])'],
    ['a?.b', 'member?(global a, "b")'],
    ['a?.[b]?.(c)', 'call(member?(global a, [global b]), global c)'],
    ['f(1, ...b)', 'call(global f, 1, spread(global b))'],
    ['new Pool', 'new(global Pool)'],
    ['new pg.Pool({ max: 1 }).on(a)', 'call(member(new(member(global pg, "Pool"), {max: 1}), "on"), global a)'],
    ["require('pg').Pool", 'member(module("pg"), "Pool")'],
    ['require(name)', 'module(global name)'],
    ["await import('pg')", 'await(module("pg"))'],
    ['import.meta.url', 'member(import.meta, "url")'],
    ["require.resolve('x')", 'call(member(global require, "resolve"), "x")'],
    ['this.#db', 'member(this, "#db")'],
  ])('%s', (expression, expected) => expect(valueOf(expression)).toBe(expected));

  test('a call keeps its type arguments and a member the place of its name', () => {
    const facts = factsOf('new Repository<User>(a . name)');
    const call = facts.values.find((value) => value.kind === 'call');
    const member = facts.values.find((value) => value.kind === 'member');
    expect(call).toMatchObject({ isNew: true, typeArguments: [{ name: 'User' }], start: 0, end: 30 });
    expect(member).toMatchObject({ start: 21, nameStart: 25, end: 29 });
  });

  test('calls are listed in source order, the inner of a chain first', () => {
    const facts = factsOf('a(b()).c(d()); const { e = f() } = g(); new H(i()).j(); (() => k())()');
    const ends = facts.calls.map((id) => facts.values[id]).map((value) => value && [value.start, value.end]);
    expect(ends).toEqual([...ends].sort((left, right) => left![0]! - right![0]! || left![1]! - right![1]!));
    expect(facts.calls.slice(0, 3).map((id) => show(facts, id))).toEqual([
      'call(global a, call(global b))',
      'call(member(call(global a, call(global b)), "c"), call(global d))',
      'call(global b)',
    ]);
  });
});

describe('operators', () => {
  test.each([
    ['a === b', '===(global a, global b)'],
    ["'x' in a", 'in("x", global a)'],
    ['a instanceof B', 'instanceof(global a, global B)'],
    ['a && b || c', '||(&&(global a, global b), global c)'],
    ['a ?? b', '??(global a, global b)'],
    ['a ? b : c ? d : e', 'conditional(global a, global b, conditional(global c, global d, global e))'],
    ['(a, b)', 'global b'],
    ['!a', '!(global a)'],
    ['-1', '-(1)'],
    ['typeof a', 'typeof(global a)'],
    ['void 0', 'void(0)'],
    ['a as string', 'cast(global a, string)'],
    ['<T>a', 'cast(global a, T)'],
    ['a as const', 'global a'],
    ['a!.b', 'member(global a, "b")'],
    ['({ a }) satisfies T', '{a: global a}'],
    ['((a))', 'global a'],
    ['new.target', 'unknown'],
    ['f<string>', 'global f'],
  ])('%s', (expression, expected) => expect(valueOf(expression)).toBe(expected));
});

describe('objects and arrays', () => {
  test.each([
    ['[1, , ...a]', '[1, spread(global a)]'],
    ["{ a: 1, 'b-c': 2, [`d`]: 3, 4: 5 }", '{a: 1, b-c: 2, d: 3, 4: 5}'],
    ['{ a, ...b, [c]: 1 }', '{a: global a, spread: global b, computed: 1}'],
    ['{ f() {}, async *g() {}, get h() { return 1 }, set h(v) {} }', '{f: function f, g: function g, h: function h, h: function h}'],
    ['{ f: () => 1, g: function () {}, h: class {} }', '{f: function f, g: function g, h: class h}'],
  ])('%s', (expression, expected) => expect(valueOf(expression)).toBe(expected));

  test('properties tell methods and accessors apart', () => {
    const facts = factsOf('x = { a: 1, b() {}, get c() { return 1 }, set c(v) {}, ...d, [e]: 1 }');
    const object = facts.values.find((value) => value.kind === 'object');
    expect(object?.kind === 'object' && object.properties.map((property) => property.kind)).toEqual([
      'value',
      'method',
      'getter',
      'setter',
      'spread',
      'computed',
    ]);
  });
});

test('JSX', () => {
  const text = '<Foo.Bar a="1" b={c} d {...e}>text {f} <br/><>{/* nothing */}</></Foo.Bar>';
  expect(valueOf(text, 'page.tsx')).toBe(
    'jsx(Foo.Bar, a="1", b=global c, d=true, ...=global e, "text", global f, jsx(br), jsx())',
  );
});

test('this belongs to the class around it, through arrow functions only', () => {
  const facts = factsOf('class A extends B { a = () => this.x; m() { super.m(); return () => function () { this.y } } } this.z');
  const found = facts.values.flatMap((value) => (value.kind === 'this' ? [[value.class, value.isSuper, facts.functions[value.function]?.kind]] : []));
  expect(found).toEqual([
    [0, false, 'module'],
    [0, true, 'method'],
    [-1, false, 'expression'],
    [-1, false, 'module'],
  ]);
});
