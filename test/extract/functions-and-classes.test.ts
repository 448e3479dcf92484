import { describe, expect, test } from 'vitest';
import { factsOf, show } from './show.js';

describe('a function is named', () => {
  test.each([
    ['function f() {}', 'f', 'declaration'],
    ['const f = function () {}', 'f', 'expression'],
    ['const f = (function g() {})', 'g', 'expression'],
    ['const f = () => 1', 'f', 'arrow'],
    ['f = () => 1', 'f', 'arrow'],
    ['exports.f = () => 1', 'f', 'arrow'],
    ['A.prototype.f = function () {}', 'f', 'expression'],
    ['x = { f: () => 1 }', 'f', 'arrow'],
    ['x = { f() {} }', 'f', 'method'],
    ['x = { get f() { return 1 } }', 'f', 'getter'],
    ['class A { f() {} }', 'f', 'method'],
    ['class A { set f(v) {} }', 'f', 'setter'],
    ['class A { f = () => 1 }', 'f', 'arrow'],
    ['class A { constructor() {} }', 'constructor', 'constructor'],
    ['const { f = () => 1 } = x', 'f', 'arrow'],
    ['export default () => 1', 'default', 'arrow'],
    ['g(() => 1)', '', 'arrow'],
  ])('%s', (text, name, kind) => expect(factsOf(text).functions[1]).toMatchObject({ name, kind }));
});

test('a function tells its parts', () => {
  const facts = factsOf('export async function* f(a: A, { b } = c): Promise<B> { if (a) return 1; throw d; return yield 2 }');
  const found = facts.functions[1]!;
  expect(found).toMatchObject({ isAsync: true, isGenerator: true, parent: 0, class: -1, start: 0, end: facts.functions[0]?.end });
  expect(found.returnType).toEqual({ name: 'Promise', args: [{ name: 'B' }] });
  expect(found.returns.map((id) => show(facts, id))).toEqual(['1', 'yield(2)']);
  expect(found.throws.map((id) => show(facts, id))).toEqual(['global d']);
  expect(found.parameters).toMatchObject([
    { name: 'a', type: { name: 'A' }, default: -1, isProperty: false },
    { name: '', binding: -1 },
  ]);
  expect(facts.bindings[found.parameters[0]!.binding]?.name).toBe('a');
  expect(show(facts, found.parameters[1]!.default)).toBe('global c');
});

test('functions nest', () => {
  const facts = factsOf('function f() { return () => { function g() { return 1 } return 2 } }');
  expect(facts.functions.map(({ name, parent }) => [name, parent])).toEqual([['', -1], ['f', 0], ['', 1], ['g', 2]]);
  expect(facts.functions.map(({ returns }) => returns.length)).toEqual([0, 1, 1, 1]);
});

const SERVICE = `
@Injectable({ scope: 1 })
export abstract class UserService<T> extends Base<User> implements OnInit, a.B<T> {
  static #count = 0
  @Inject(TOKEN) private readonly pool?: Pool
  constructor(@Inject(DB) private readonly db: Db, plain: string, public level = 1) { super() }
  @Get(':id') async find(@Param('id') id: string): Promise<User> { return this.db.get(id) }
  abstract save(user: User): void
  overload(a: string): void
  overload(a: any) {}
  get name() { return 'x' }
  static { register(this) }
  handle = async (request) => request.body;
  ['computed' + 1]() {}
}`;

describe('a class', () => {
  const facts = factsOf(SERVICE);
  const found = facts.classes[0]!;

  test('tells its head', () => {
    expect(found).toMatchObject({ name: 'UserService', isAbstract: true, superTypeArguments: [{ name: 'User' }] });
    expect(SERVICE.slice(found.start, found.start + 21)).toBe('export abstract class');
    expect(show(facts, found.superClass)).toBe('global Base');
    expect(found.implements).toEqual([{ name: 'OnInit' }, { name: 'a.B', args: [{ name: 'T' }] }]);
    expect(found.decorators.map((id) => show(facts, id))).toEqual(['call(global Injectable, {scope: 1})']);
    expect(facts.bindings[found.binding]).toMatchObject({ name: 'UserService', kind: 'class' });
  });

  test('tells its members', () => {
    const members = found.members.map(({ name, kind, value, function: held }) => `${kind} ${name} ${held > 0 ? 'function' : show(facts, value)}`);
    expect(members).toEqual([
      'property #count 0',
      'property pool none',
      'constructor constructor function',
      'property db parameter 0',
      'property level default(parameter 2, 1)',
      'method find function',
      'method save none',
      'method overload none',
      'method overload function',
      'getter name function',
      'property handle function handle',
      'method  function',
    ]);
  });

  test('tells types, decorators and modifiers of members', () => {
    expect(found.members[0]).toMatchObject({ isStatic: true });
    expect(found.members[1]).toMatchObject({ type: { name: 'Pool' }, optional: true });
    expect(found.members[1]?.decorators.map((id) => show(facts, id))).toEqual(['call(global Inject, global TOKEN)']);
    expect(found.members[3]).toMatchObject({ type: { name: 'Db' } });
    expect(found.members[3]?.decorators).toHaveLength(1);
    const find = facts.functions[found.members[5]!.function]!;
    expect(find).toMatchObject({ class: 0, isAsync: true, decorators: found.members[5]?.decorators });
    expect(find.parameters[0]?.decorators.map((id) => show(facts, id))).toEqual(['call(global Param, "id")']);
    expect(SERVICE.slice(find.start, find.start + 10)).toBe('async find');
  });
});

test('enums are objects of their members', () => {
  const facts = factsOf("const enum A { B, C = 5, D, E = 'e', F = f() }");
  expect(show(facts, facts.bindings[0]!.writes[0]!.value)).toBe('{B: 0, C: 5, D: 6, E: "e", F: call(global f)}');
  expect(facts.types[0]).toMatchObject({ name: 'A', kind: 'enum' });
  expect(facts.types[0]?.members.map(({ type }) => type.literal)).toEqual([0, 5, 6, 'e', undefined]);
});

test('namespaces are objects of their exports', () => {
  const facts = factsOf('namespace A.B { export const c = 1; const d = 2; export function e() {} export { d as f } }');
  const values = facts.bindings.filter(({ kind }) => kind === 'namespace').map(({ writes }) => show(facts, writes[0]!.value));
  expect(values).toEqual(['{B: B}', '{c: c, e: e, f: d}']);
});

test('what is declared elsewhere has no body here', () => {
  const facts = factsOf("declare function f(): X; declare class A { b: C; d(): void } declare module 'x' { const y: 1 } declare global { var z: 1 }");
  expect(facts.bindings.map(({ name }) => name)).toEqual(['f', 'A']);
  expect(facts.functions).toHaveLength(1);
  expect(facts.classes[0]?.members.map(({ name }) => name)).toEqual(['b', 'd']);
});
