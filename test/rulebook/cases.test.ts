import { describe, expect, it } from 'vitest';
import type { SiteResult } from '../../src/contracts/audit.js';
import { expectationsIn } from '../../src/rulebook/expectations.js';
import { compareCase, ruleCases } from '../../src/rulebook/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

function site(path: string, line: number, parts: Partial<SiteResult> = {}): SiteResult {
  const location = { path, line, column: 1, endLine: line, endColumn: 2 };
  return { verdict: 'fail', location, label: 'l', message: 'the message', priority: 'P1', confidence: 'high', steps: [], related: [], symbol: '', recipe: '', ...parts };
}

describe('expectations', () => {
  it.each(['// expect: x P0', '/* expect: x P0 */', '# expect: x P0', '-- expect: x P0', '  {/* expect: x P0 */}', '<!-- expect: x P0 -->'])('%s speaks of the next line', (comment) => {
    expect(expectationsIn('a.ts', `first\n${comment}\nthird`)).toEqual({
      expectations: [{ path: 'a.ts', line: 3, ruleId: 'x', reported: true, priority: 'P0', wholeProject: false }],
      problems: [],
    });
  });

  it('can stand several above one line', () => {
    const { expectations } = expectationsIn('a.ts', '// expect: x\n// ok: y\ncode');
    expect(expectations.map(({ line, ruleId, reported }) => [line, ruleId, reported])).toEqual([[3, 'x', true], [3, 'y', false]]);
  });

  it('reports comments that look like one but cannot be read', () => {
    expect(expectationsIn('a.ts', '// expect: x P7\n// Expect: X\n// we expect: nothing').problems).toHaveLength(2);
  });
});

describe('the cases of a rule', () => {
  it('are files and folders named bad and good', () => {
    const root = temporaryTree({
      'rule.yaml': 'id: x',
      'bad.one.ts': '// expect: x\ncode',
      'good.one.js': 'code',
      'bad/two/a.ts': '// expect: x\ncode',
      'bad/two/src/b.ts': 'code',
      'good/single.ts': 'code',
      'badly.ts': 'code',
    });
    expect(ruleCases(root, 'x').map((each) => [each.name, each.kind, each.files.map((file) => file.path), each.problems])).toEqual([
      ['bad/two', 'bad', ['a.ts', 'src/b.ts'], []],
      ['bad.one.ts', 'bad', ['bad.one.ts'], []],
      ['good/single.ts', 'good', ['single.ts'], []],
      ['good.one.js', 'good', ['good.one.js'], []],
    ]);
  });

  it('prove something', () => {
    const root = temporaryTree({ 'bad.a.ts': 'code', 'good.a.ts': '// expect: x\ncode' });
    expect(ruleCases(root, 'x').flatMap((each) => each.problems)).toHaveLength(2);
  });
});

describe('comparing a run with a case', () => {
  const root = () => temporaryTree({ 'bad.ts': '// expect: x\nline 2\n// expect: x P0\nline 4\n// ok: x\nline 6\n// expect: other\nline 8' });
  const ruleCase = () => ruleCases(root(), 'x')[0]!;

  it('is met by exactly these findings', () => {
    expect(compareCase(ruleCase(), [site('bad.ts', 2), site('bad.ts', 4, { priority: 'P0' }), site('bad.ts', 6, { verdict: 'pass' })])).toEqual({ missing: [], unexpected: [] });
  });

  it('tells what is missing, of another priority, and too much', () => {
    expect(compareCase(ruleCase(), [site('bad.ts', 2, { verdict: 'unknown', message: 'who knows' }), site('bad.ts', 4), site('bad.ts', 6)])).toEqual({
      missing: ['bad.ts:2 x is not reported; unknown: who knows', 'bad.ts:4 x is reported as P1, expected P0'],
      unexpected: ['bad.ts:6 P1 the message'],
    });
  });

  it('knows findings about the project as a whole', () => {
    const whole = ruleCases(temporaryTree({ 'bad.ts': '// expect-project: x\ncode' }), 'x')[0]!;
    expect(compareCase(whole, [site('.', 1)])).toEqual({ missing: [], unexpected: [] });
    expect(compareCase(whole, [])).toEqual({ missing: ['the project x is not reported; no site was found there'], unexpected: [] });
  });
});
