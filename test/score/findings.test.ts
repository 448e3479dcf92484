import { describe, expect, test } from 'vitest';
import type { SiteResult } from '../../src/contracts/audit.js';
import { scoreWith, type Audit, type AuditedProject } from '../../src/score/index.js';
import { decided, project, reading, rule, site } from '../support/outcomes.js';

const ID = 'sql-injection';

function judge(found: SiteResult[], given: Partial<AuditedProject> = {}, directory = ''): Audit {
  const options = { rules: [rule(ID), rule('other-check'), rule('far', { relevance: 'enterprise' })], profile: 'growth' as const };
  return scoreWith(options)([decided(ID, found, directory)], project(given));
}

function gapOf(audit: Audit) {
  const gap = audit.gaps.find(({ ruleId }) => ruleId === ID);
  if (gap === undefined) throw new Error('no gap');
  return gap;
}

describe('fingerprints', () => {
  const code = 'a();\n  pool.query(`x`);\nb();\n  pool.query(`x`);\n';
  const of = (found: SiteResult[], files: Record<string, string>) =>
    gapOf(judge(found, { readLines: reading(files) })).findings.map((finding) => finding.fingerprint);

  test('survive a shift of lines, a change of indentation and a renamed file', () => {
    const [before] = of([site('fail', { line: 2 })], { 'src/a.ts': code });
    const [after] = of([site('fail', { path: 'src/moved.ts', line: 5 })], { 'src/moved.ts': `\n\n\na();\n\t\tpool.query(\`x\`);` });
    expect(after).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{32}$/);
  });

  test('tell equal lines apart, and change with the line and the symbol', () => {
    const files = { 'src/a.ts': code };
    const [first, second] = of([site('fail', { line: 2 }), site('fail', { line: 4 })], files);
    const [otherSymbol] = of([site('fail', { line: 2, symbol: 'save' })], files);
    const [otherLine] = of([site('fail', { line: 1 })], files);
    expect(new Set([first, second, otherSymbol, otherLine]).size).toBe(4);
  });
});

describe('what is shown of the source', () => {
  test('two lines around the site, control characters and bidirectional overrides made visible, columns kept', () => {
    const hostile = '\tquery("\u001b[31m\u202Eevil\u0007")';
    const readLines = reading({ 'src/a.ts': ['1', '2', hostile, '4', '5', '6'].join('\n') });
    const [finding] = gapOf(judge([site('fail', { line: 3 })], { readLines })).findings;
    expect(finding?.frame).toEqual({ startLine: 1, lines: ['1', '2', '\tquery("␛[31m\uFFFDevil␇")', '4', '5'] });
    expect(finding?.frame?.lines[2]).toHaveLength(hostile.length);
  });

  test('nothing where the file is gone or shorter than it was', () => {
    const readLines = reading({ 'src/a.ts': 'one line' });
    const { findings } = gapOf(judge([site('fail', { line: 3 }), site('fail', { path: 'gone.ts' })], { readLines }));
    expect(findings.map(({ frame, lineHash }) => [frame, lineHash])).toEqual([
      [null, ''],
      [null, ''],
    ]);
  });

  test('a minified line is cut', () => {
    const readLines = reading({ 'src/a.ts': 'x'.repeat(100_000) });
    const [finding] = gapOf(judge([site('fail')], { readLines })).findings;
    expect(finding?.frame?.lines[0]?.length).toBe(500);
  });

  test('words about the code are inert and on one line', () => {
    const text = 'bad\u001b]8;;http://evil\u0007\n name';
    const step = { location: site('fail').location, text };
    const [finding] = gapOf(judge([site('fail', { message: text, label: text, symbol: text, steps: [step], related: [step] })])).findings;
    const safe = 'bad␛]8;;http://evil␇ name';
    expect(finding).toMatchObject({ message: safe, label: safe, symbol: safe, steps: [{ text: safe }], related: [{ text: safe }] });
  });

  test('a site without a place is anchored at the nearest manifest', () => {
    const nowhere = site('fail', { path: '', line: 0 });
    const anchorOf = (files: Record<string, string>) => gapOf(judge([nowhere], { readLines: reading(files) }, 'packages/api')).findings[0]?.location;
    expect(anchorOf({ 'packages/api/package.json': '{}', 'package.json': '{}' })).toMatchObject({ path: 'packages/api/package.json', line: 1 });
    expect(anchorOf({ 'package.json': '{}' })).toMatchObject({ path: 'package.json', line: 1 });
  });

  test('the recipes are those of the libraries that fail, most used first', () => {
    const fix = { pg: { before: 'b1', after: 'a1' }, knex: { before: 'b2', after: 'a2' }, default: { before: 'b3', after: 'a3' } };
    const found = ['knex', 'pg', 'pg', 'constructor'].map((recipe, line) => site('fail', { recipe, line: line + 1 }));
    const audit = scoreWith({ rules: [rule(ID, { fix })], profile: 'growth' })([decided(ID, found)], project());
    expect(gapOf(audit).recipes.map(({ library }) => library)).toEqual(['pg', 'default', 'knex']);
  });
});

describe('suppressions', () => {
  const suppress = (...facts: { line: number; ids: string[]; reason: string }[]) => ({ suppressions: [{ path: 'src/a.ts', suppressions: facts }] });

  test('accept the site on the next line, and take it out of coverage, score and gate', () => {
    const audit = judge([site('fail', { line: 5 }), site('pass', { line: 9 })], suppress({ line: 4, ids: [ID], reason: 'allow-listed above' }));
    const gap = gapOf(audit);
    expect(gap).toMatchObject({ status: 'accepted', reason: 'allow-listed above', coverage: { passing: 1, failing: 0, unknown: 0, total: 1 } });
    expect(gap.findings[0]).toMatchObject({ open: false, suppression: { reason: 'allow-listed above', line: 4 } });
    expect(audit.score.value).toBe(100);
    expect(audit.suppressions).toEqual([{ path: 'src/a.ts', line: 4, ids: [ID], reason: 'allow-listed above', used: true, problem: '' }]);
  });

  test('can be stacked, and speak for no other line and no other file', () => {
    const facts = suppress({ line: 4, ids: ['other-check'], reason: 'x' }, { line: 5, ids: [ID], reason: 'y' }, { line: 3, ids: [ID], reason: 'z' });
    expect(gapOf(judge([site('fail', { line: 6 })], facts)).status).toBe('accepted');
    expect(gapOf(judge([site('fail', { line: 7 })], facts)).status).toBe('missing');
    expect(gapOf(judge([site('fail', { path: 'src/b.ts', line: 6 })], facts)).status).toBe('missing');
  });

  test('without a reason do not count, and every fault is told', () => {
    const audit = judge(
      [site('fail', { line: 2 })],
      suppress(
        { line: 1, ids: [ID], reason: ' ' },
        { line: 10, ids: ['sql-injektion'], reason: 'x' },
        { line: 20, ids: [], reason: 'x' },
        { line: 30, ids: [ID], reason: 'x' },
        { line: 40, ids: ['far'], reason: 'not of this profile' },
      ),
    );
    expect(gapOf(audit).status).toBe('missing');
    expect(audit.suppressions.map(({ line, used, problem }) => [line, used, problem])).toEqual([
      [1, false, 'it gives no reason, so it does not count: add `-- why` after the check'],
      [10, false, 'there is no check "sql-injektion"'],
      [20, false, 'it names no check'],
      [30, false, 'it is not needed: no such site on the next line'],
      [40, false, ''],
    ]);
  });
});

test('a hundred thousand stacked comments are no work', () => {
  const facts = Array.from({ length: 100_000 }, (_, index) => ({ line: index + 1, ids: [ID], reason: 'x' }));
  const started = performance.now();
  const audit = judge([site('fail', { line: 100_001 })], { suppressions: [{ path: 'src/a.ts', suppressions: facts }] });
  expect(performance.now() - started).toBeLessThan(2000);
  expect(gapOf(audit).status).toBe('accepted');
});

test('a label quoted from a minified file is cut', () => {
  const [finding] = gapOf(judge([site('fail', { label: 'x'.repeat(1_000_000) })])).findings;
  expect(finding?.label).toHaveLength(500);
});
