import { expect, test } from 'vitest';
import { readDocuments } from '../../src/audit/read-documents.js';
import type { Rule } from '../../src/contracts/rules.js';
import { discover } from '../../src/discover/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

const LIMITS = { maxFileSize: 1_000_000, include: [], exclude: [] };

/** Paths of the documents that are read for rules which ask so. */
function readFor(asks: { files: string[]; key?: string }[], tree: Record<string, string>): string[] {
  const rules = asks.map((ask) => ({ sites: { kind: 'entry', ...ask } })) as unknown as Rule[];
  return readDocuments(discover(temporaryTree(tree), LIMITS), rules, LIMITS.maxFileSize).map((document) => document.path);
}

test('a file that cannot hold the key that is asked for is not taken apart', () => {
  const tree = { 'package.json': '{}', 'a.yaml': 'node_env: 1', 'b.yaml': 'env:\n  NODE_ENV: test', 'c.json': '{ "x": "NODE_ENV" }', 'd.txt': 'NODE_ENV' };
  expect(readFor([{ files: ['*.yaml', 'c.json'], key: '**.NODE_ENV' }], tree)).toEqual(['b.yaml', 'c.json']);
});

test('a key may be written with escapes', () => {
  expect(readFor([{ files: ['*.json'], key: 'password' }], { 'a.json': '{ "p\\u0061ssword": "x" }', 'b.json': '{ "pass": "\\n" }' })).toEqual(['a.json']);
});

test('places in a list, values that are spelt otherwise and any key at all are no words of the text', () => {
  const tree = { 'a.yaml': 'steps:\n  - run: x\n', 'b.yaml': '~: 1\n' };
  expect(readFor([{ files: ['*.yaml'], key: '*.0.*' }], tree)).toEqual(['a.yaml', 'b.yaml']);
  expect(readFor([{ files: ['*.yaml'], key: 'null' }], tree)).toEqual(['a.yaml', 'b.yaml']);
  expect(readFor([{ files: ['*.yaml'] }], tree)).toEqual(['a.yaml', 'b.yaml']);
});

test('one question for a word leaves the files of another question alone', () => {
  const tree = { 'a.yaml': 'x: 1', 'b.yaml': 'y: 1' };
  expect(readFor([{ files: ['*.yaml'], key: 'NOT_THERE' }, { files: ['b.yaml'], key: '**' }], tree)).toEqual(['b.yaml']);
});

test('the instructions of a Dockerfile may be written in small letters', () => {
  expect(readFor([{ files: ['Dockerfile'], key: 'last.USER' }], { Dockerfile: 'from node\nuser node\n' })).toEqual(['Dockerfile']);
});
