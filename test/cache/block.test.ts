/** What is read back is what was written, fact by fact. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadExtract } from '../../src/audit/analyse-files.js';
import { packBlock, unpackBlock } from '../../src/cache/block.js';
import type { Kept } from '../../src/cache/block.js';
import type { FileFacts, ValueFact } from '../../src/contracts/facts.js';
import { discover } from '../../src/discover/index.js';

const ROOT = join(import.meta.dirname, '../..');
const extract = await loadExtract();

/** Each kind of fact, and what is seldom seen. */
const ODD = `'use strict';
import def, * as all from 'a'; import type { T } from './t'; import { one as two } from '../one'; import 'side';
import eq = require('eq');
export * from './star'; export * as ns from './ns'; export { two as three }; export default class extends Base<Row> implements Face, Other<1> {
  @Column({ type: 'text' }) private static name?: string = 'x';
  constructor(private readonly db: Pool, @Inject(TOKEN) { a: { b = 1 } = {}, ...others }: Options = {}) { super(); this.db = db; }
  @Get(':id') async find(@Param('id') id: string, ...rest: string[]): Promise<Array<'asc' | 'desc' | 5 | true>> { return await this.db.query(\`select \${id}\`, [...rest]); }
  get size() { return 1; } set size(value) { throw new Error('no' + value + 1); }
  overload(a: number): void; *each() { yield; yield* [1, , 2]; }
}
interface Face extends Other<{ a?: number }> { b: T & { c: string }; }
type Alias = Partial<Face>; enum Level { Low, High = 'high' }
namespace Inner { export const x = 1; }
const odd = { '__proto__': -0, big: 1e999, n: 10n, lone: '\\\\ud800 \\ud800 \ud800', nul: null, u: undefined, r: /a\\/b/giu, [key()]: 1, ...spread, get g() { return 1; }, m() {} };
// no foreign key
// a materialized view
const { p: { q = 2 } = {}, ...remaining } = odd, [first, ...tail] = list;
let s = 'a'; s += \`\${first}\`; s ??= sql<User>\`select \${s}\`; s = tail ? s : (s && first) || (s ?? q);
for (const key in odd) for await (const item of list) { if (!item) continue; else break; }
try { using held = open(); require('x')(await import(key)); } catch { /* explained */ } finally { delete odd[key]; }
try { risky(); } catch (problem) { switch (typeof problem) { case 'a': case 'b': process.exit(1); default: exports.x = problem as Error; } }
/** @access Public */
open.get('/all', list);
// shipworthy-ignore-next-line sql-injection, xss -- a reason
const view = <Page title="x" {...odd}>text {s}<></></Page>;
/** @openapi
 * /users/{id}:
 *   get:
 */
module.exports = function* named(this: Foo) { void import.meta.url; new.target; label: while (s) { s = s instanceof String, s?.at?.(0); } };
`;

function facts(path: string, text: string | Buffer): Kept {
  const extraction = extract(path, Buffer.from(text));
  if (!('facts' in extraction || 'schema' in extraction)) throw new Error(`${path} has no facts`);
  return extraction;
}

/** As it is read back: without a path, and what is absent may be undefined. */
function expectSame(files: readonly Kept[]): void {
  const back = unpackBlock(packBlock(files));
  expect(back.length).toBe(files.length);
  for (const [index, file] of files.entries()) {
    const { path: _path, ...written } = 'facts' in file ? file.facts : file.schema;
    const { path, ...read } = 'facts' in back[index]! ? back[index].facts : back[index]!.schema;
    expect({ path, ...read }).toEqual({ path: '', ...written });
  }
}

it('holds each kind of fact as it was', () => {
  const odd = facts('odd.tsx', ODD) as { facts: FileFacts };
  const kinds: Record<ValueFact['kind'], true> = { literal: true, template: true, concat: true, binary: true, logical: true, unary: true, conditional: true, reference: true, member: true, call: true, object: true, array: true, function: true, class: true, parameter: true, await: true, yield: true, spread: true, element: true, rest: true, this: true, module: true, caught: true, cast: true, jsx: true, unknown: true };
  expect([...new Set(odd.facts.values.map(({ kind }) => kind))].sort()).toEqual(Object.keys(kinds).sort());
  expect({ operations: odd.facts.operations, suppressions: odd.facts.suppressions, saidOpen: odd.facts.saidOpen, schemaRemarks: odd.facts.schemaRemarks, held: odd.facts.bindings.find(({ name }) => name === 'held'), explained: odd.facts.blocks.filter(({ explained }) => explained).length }).toMatchObject({ operations: [{}], suppressions: [{}], saidOpen: [expect.any(Number)], schemaRemarks: [{ says: 'no-references' }, { says: 'view' }], held: { isDisposed: true }, explained: 1 });
  expectSame([odd, facts('empty.ts', ''), facts('broken.ts', 'const a = ;\nfunction ('), facts('schema.prisma', 'model User {\n  id Int @id\n}\n'), facts('odd.ts', ODD), facts('marked.ts', '\uFEFFconst ä = "💥";\r\n')]);
});

it('holds the facts of whole services as they were, in two thirds of the bytes of their code although they are short', () => {
  const root = join(ROOT, 'fixtures/leaky-desk');
  const files = discover(root, { maxFileSize: 1_000_000, include: [], exclude: [] }).files.filter(({ path }) => /\.(?:[jt]sx?|prisma|sql)$/.test(path));
  const sources = files.map(({ path }) => ({ path, bytes: readFileSync(join(root, path)) }));
  const kept = sources.map(({ path, bytes }) => facts(path, bytes));
  expect(kept.length).toBeGreaterThan(50);
  expectSame(kept);
  expect(packBlock(kept).length).toBeLessThan(sources.reduce((sum, { bytes }) => sum + bytes.length, 0) * (2 / 3));
});

it('refuses what could not be read back', () => {
  const { facts: own } = facts('a.ts', 'const a = 1;') as { facts: FileFacts };
  expect(() => packBlock([{ facts: { ...own, lineStarts: [5, 3] } }])).toThrow(RangeError);
});
