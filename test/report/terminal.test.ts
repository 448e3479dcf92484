import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { AuditReport } from '../../src/contracts/audit.js';
import { renderTerminal } from '../../src/report/terminal/index.js';
import { HOSTILE, openFindings, openGaps, place, readyReport, sampleReport } from '../support/sample-report.js';

/** Colour sequences, and nothing else that a terminal acts on. */
const COLOUR = /\u001b\[[0-9;]*m/g;
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

describe('what a reader sees', () => {
  const text = renderTerminal(sampleReport());

  test('a gap is a heading, its worst site with code and flow, and what to do', () => {
    const start = text.indexOf('  ◐ P0');
    expect(text.slice(start, text.indexOf('    ·', start))).toMatchInlineSnapshot(`
      "  ◐ P0  SQL built by string formatting              3 of 7 sites fail, 1 unknown
              sql-injection · gap 2 · 1 h · +13.2 points

          packages/api/src/orders/repository.ts:88:17  OrdersRepository.find
          request query parameter "sort" becomes part of the SQL text

          87 │   const order = sort;
          88 │   return await this.pool.query(\`SELECT * FROM orders ORDER BY \${order}…
             │                 ^^^^^^^^^^^^^^^
          89 │ }

          1  request query parameter "sort" is read
             packages/api/src/orders/routes.ts:12:20
          2  passed to OrdersRepository.find() as "sort"
             packages/api/src/orders/service.ts:31:9
          3  becomes part of the statement of this.pool.query()
             packages/api/src/orders/repository.ts:88:24

          ↳  the pool is made here [sic](1)
             packages/api/src/db.ts:4:3

      "
    `);
  });

  test('the end is the status table, what the audit rests on, score, verdict, gate and three commands', () => {
    expect(text.slice(text.indexOf('  Priority'))).toMatchInlineSnapshot(`
      "  Priority     Total  Fixed  Partial  Missing  Accepted  Unverified  N/A
        P0 Critical      4      1        1        1         ·           ·    1
        P1 High          4      ·        1        ·         1           2    ·
        P2 Medium        2      ·        1        ·         1           ·    ·
        P3 Low           2      ·        ·        1         ·           ·    1
        Total           12      1        3        2         2           2    2
        --verbose: every site, and why a gap is unverified or N/A

        Package            Score  P0 open  P1 open  P2 open  P3 open
        (root)                 –        ·        ·        ·        ·
        packages/api      48/100        2        1        1        1
        packages/worker   84/100        ·        1        ·        ·

        Audited    213 files, 18,400 lines in 3.1 s
                   15 outbound calls · 61 queries · 41 routes
                   partial: 1 file could not be parsed; 1 check failed to run: csrf
                   1 file not parsed: packages/api/src/br|oken\`.ts
                   1 path skipped: packages/api/vendor/huge.js
                   2 flow questions were cut short after 10000 steps
        Ignores    packages/api/src/old.ts:4
                   there is no check "weak-crypt"

        Score      54/100  ━━━━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌  was 52
                   2 open P0 gaps hold the score at 59 or below
                   20.8 of 38 weight earned, 6 of 10 gaps decided
        Verdict    Not ready
                   2 critical gaps are open: auth-missing, sql-injection.
        Gate       fails (--fail-on P0, --min-score 60): auth-missing, sql-injection

        Next       1  shipworthy explain auth-missing  2 h, +26.3 points
                   2  shipworthy explain readme-run    20 min, +2.6 points
                   3  shipworthy audit --format markdown --output GAPS.md

      "
    `);
  });

  test('every open gap is there, the most important first', () => {
    const positions = openGaps(sampleReport()).map((gap) => text.indexOf(gap.title));
    expect(positions).not.toContain(-1);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  test('at most ten gaps are shown, and the rest is counted; --verbose shows all, with every site', () => {
    const [gap] = openGaps(sampleReport());
    const gaps = Array.from({ length: 13 }, (_, index) => ({ ...gap!, title: `Gap of number ${index + 1}!`, number: index + 1 }));
    const many = sampleReport({ gaps });
    expect(renderTerminal(many)).toContain('Gap of number 10!');
    expect(renderTerminal(many)).not.toContain('Gap of number 11!');
    expect(renderTerminal(many)).toContain('… and 3 more open gaps (3 P0); --verbose shows all');
    expect(renderTerminal(many, { verbose: true })).toContain('Gap of number 13!');
    const verbose = renderTerminal(sampleReport(), { verbose: true, width: 100 });
    for (const finding of openFindings(sampleReport())) expect(verbose).toContain(`${finding.location.path.slice(-20)}:${finding.location.line}:`);
    expect(verbose).toContain('not applicable: the project has one tenant');
    expect(verbose).toContain('(low confidence, not counted)');
  });

  test('the cap is told where it holds the score down', () => {
    const report = sampleReport();
    const score = { ...report.score, value: 59, uncapped: 91.2 };
    expect(renderTerminal({ ...report, score })).toContain('91.2 before the cap: 2 open P0 gaps hold the score at 59 or below');
  });

  test('without a score there is no bar', () => {
    const report = sampleReport();
    const text = renderTerminal({ ...report, score: { ...report.score, value: null, uncapped: null } });
    expect(text).toContain('Score      none: nothing could be decided');
    expect(text).not.toContain('━');
  });

  test('a hardened project is told so, and how to keep it', () => {
    const text = renderTerminal(readyReport());
    expect(text).toContain('Verdict    Ready');
    expect(text).toContain('shipworthy audit --fail-on P1');
    expect(text).not.toMatch(/[✗◐]/);
  });

  test('--quiet is the verdict alone', () => {
    expect(renderTerminal(sampleReport(), { quiet: true })).toBe('Not ready · 54/100 · 2 critical gaps are open: auth-missing, sql-injection.\n');
  });
});

describe('the page', () => {
  const renderings = (report: AuditReport) =>
    [60, 61, 72, 80, 100].flatMap((width) =>
      [false, true].flatMap((verbose) => [0, 3].map((level) => ({ width, text: renderTerminal(report, { width, verbose, colorLevel: level as 0 | 3 }) }))),
    );

  test('fits the width, wide letters counted as two, with no blanks at line ends', () => {
    for (const { width, text } of renderings(sampleReport())) {
      expect(widest(text)).toBeLessThanOrEqual(width);
      expect(text.replace(COLOUR, '')).not.toMatch(/[ \t]\n/);
    }
  });

  test('has eighty columns by default, and never more than a hundred', () => {
    expect(widest(renderTerminal(sampleReport()))).toBeLessThanOrEqual(80);
    expect(widest(renderTerminal(sampleReport(), { width: 300, verbose: true }))).toBeLessThanOrEqual(100);
  });

  test('is without escapes when colour is off, and the same words when it is on', () => {
    const plain = renderTerminal(sampleReport());
    const coloured = renderTerminal(sampleReport(), { colorLevel: 3 });
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(COLOUR, '')).toBe(plain);
  });

  test('lets nothing of the audited code act on the terminal', () => {
    const hostile = Object.values(HOSTILE).join(' ');
    const [gap] = openGaps(sampleReport());
    const location = place(`src/${hostile}.ts`, 1);
    const finding = {
      ...gap!.findings[0]!,
      location,
      label: hostile,
      message: hostile,
      symbol: hostile,
      steps: [{ location, text: hostile }],
      frame: { startLine: 1, lines: [hostile] },
    };
    const report = sampleReport({
      gaps: [{ ...gap!, title: hostile, reason: hostile, findings: [finding, finding], text: { ...gap!.text, action: hostile } }],
      suppressions: [{ path: hostile, line: 1, ids: [hostile], reason: hostile, used: false, problem: hostile }],
      completeness: { ...sampleReport().completeness, reason: hostile, failed: [{ path: hostile, reason: hostile }], limits: [hostile] },
      verdict: { ...sampleReport().verdict, text: hostile },
      gate: { ...sampleReport().gate, blocking: [hostile] },
      project: { ...sampleReport().project, name: hostile, frameworks: [hostile] },
    });
    for (const { text } of renderings(report)) expect(text.replace(COLOUR, '')).not.toMatch(CONTROL);
    expect(renderTerminal(report, { quiet: true })).not.toMatch(CONTROL);
  });
});

describe('a code frame', () => {
  const frameOf = (line: string, column: number, endColumn: number, width = 80): string[] => {
    const report = sampleReport();
    const [gap] = openGaps(report);
    const finding = { ...gap!.findings[0]!, location: place('src/a.ts', 5, column, endColumn), frame: { startLine: 5, lines: [line] } };
    const text = renderTerminal({ ...report, gaps: [{ ...gap!, findings: [finding] }] }, { width });
    return text.split('\n').filter((row) => row.includes('│'));
  };

  test.each([
    ['spaces', '    db.query(x)', 5, 13],
    ['tabs', '\t\tdb.query(x)', 3, 11],
    ['wide letters before it', 'f("検索", db.query(x))', 9, 17],
    ['a line far too long', `${'a'.repeat(300)}; db.query(x); ${'b'.repeat(300)}`, 303, 311],
    ['wide letters far before it', `${'検'.repeat(90)}; db.query(x); ${'索'.repeat(300)}`, 93, 101],
  ])('points at the site with %s', (_name, line, column, endColumn) => {
    const [source = '', caret = ''] = frameOf(line, column, endColumn);
    const before = stringWidth(caret.slice(0, caret.indexOf('^')));
    expect(caret.match(/\^+/)?.[0]).toHaveLength('db.query'.length);
    const shownBefore = source.slice(0, source.indexOf('db.query'));
    expect(stringWidth(shownBefore)).toBe(before);
  });

  test('has no caret when the line is not what it was', () => {
    expect(frameOf('short', 40, 50)).toEqual(['    5 │ short']);
  });
});
