import { describe, expect, test } from 'vitest';
import type { AuditReport } from '../../src/contracts/audit.js';
import { renderMarkdown } from '../../src/report/markdown/index.js';
import { code, codeBlock, escaped, link, prose } from '../../src/report/markdown/escape.js';
import { HOSTILE, openFindings, openGaps, place, readyReport, sampleReport } from '../support/sample-report.js';

const headings = (text: string): string[] => withoutFences(text).filter((line) => line.startsWith('#'));

/** Lines outside fenced code. */
function withoutFences(text: string): string[] {
  let fence = '';
  return text.split('\n').filter((line) => {
    const mark = /^`{3,}/.exec(line)?.[0] ?? '';
    if (fence === '' && mark !== '') fence = mark;
    else if (fence !== '' && line === fence) fence = '';
    else return fence === '';
    return false;
  });
}

describe('the document', () => {
  const text = renderMarkdown(sampleReport());

  test('has its sections from top to bottom', () => {
    expect(headings(text)).toEqual([
      '# Production hardening gaps: desk',
      '## Quick summary',
      '## Status summary',
      '## Packages',
      '## 🔴 P0 Critical',
      '### ❌ GAP 1: Route without authentication',
      '### ⚠️ GAP 2: SQL built by string formatting',
      '### ✅ GAP 3: TLS certificates not verified',
      '## 🟠 P1 High',
      '### ⚠️ GAP 4: Outbound HTTP call without a timeout',
      '## 🟡 P2 Medium',
      '### ⚠️ GAP 5: Environment read outside the configuration module',
      '## 🟢 P3 Low',
      '### ❌ GAP 6: README does not say how to run the service',
      '## Implementation phases',
      '### Phase 1: close the critical gaps (3 h)',
      '### Phase 2: close the high-priority gaps (0.5 h)',
      '### Phase 3: close the medium-priority gaps (1 h)',
      '### Phase 4: close the low-priority gaps (0.5 h)',
      '## Quick wins',
      '## Priority matrix',
      '## Success criteria',
      '## Deployment checklist',
      '## Accepted risks and attestations',
      '## Unverified',
      '## Not applicable',
      '## Coverage of the audit',
    ]);
  });

  test('begins with score, verdict and what was audited', () => {
    expect(text).toContain('**Score 54/100** (was 52) · **Not ready** · 2 critical gaps are open: auth-missing, sql-injection.');
    expect(text).toContain('| Commit | `c055206f00` on `main`, with uncommitted changes |');
    expect(text).toContain('20.8 of 38 weight earned = 54.6 (2 open P0 gaps hold the score at 59 or below); 6 of 10 gaps that apply are decided');
  });

  test('tells a gap as an engineer would: status, evidence for and against, risk, actions, fix, files, effort, points', () => {
    const start = text.indexOf('### ⚠️ GAP 4');
    expect(text.slice(start, text.indexOf('## 🟡', start))).toMatchInlineSnapshot(`
      "### ⚠️ GAP 4: Outbound HTTP call without a timeout

      **Status:** Partial (2 of 15 sites fail), high confidence · \`timeout-outbound\` · CWE-1088, ASVS 13.2.6

      **Requirement:** The project meets timeout-outbound

      **Current state:**

      | | Where | Site | What was seen |
      |---|---|---|---|
      | ❌ | \`packages/api/src/stripe.ts:7:18\` | \`axios.get\` | axios.get has no timeout; a peer that hangs holds this request for ever |
      | ❌ | \`packages/worker/src/geo.ts:7:18\` | \`axios.get\` | axios.get has no timeout; a peer that hangs holds this request for ever |
      | ✅ | \`packages/api/src/clients.ts:5:3\` | \`call\` | timeout set where the client is made |
      | ✅ | \`packages/api/src/clients.ts:6:3\` | \`call\` | timeout set where the client is made |
      | ✅ | \`packages/api/src/clients.ts:7:3\` | \`call\` | timeout set where the client is made |
      | ✅ | \`packages/api/src/clients.ts:8:3\` | \`call\` | timeout set where the client is made |
      | ✅ | \`packages/api/src/clients.ts:9:3\` | \`call\` | timeout set where the client is made |

      …and 8 more passing sites; the JSON report holds all.

      **Risk:** Without it, timeout-outbound hurts. An attacker or an outage will find it first.

      **Action items:**

      Do what timeout-outbound asks for, at each site listed.

      - [ ] \`packages/api/src/stripe.ts:7:18\`: axios.get has no timeout; a peer that hangs holds this request for ever
      - [ ] \`packages/worker/src/geo.ts:7:18\`: axios.get has no timeout; a peer that hangs holds this request for ever

      **Fix with \`axios\`**

      Before (\`packages/api/src/stripe.ts:7:18\`):

      \`\`\`ts
      return (await axios.get(url)).data;
      \`\`\`

      After, in this shape:

      \`\`\`ts
      axios.get(url, { timeout: 10_000 })
      \`\`\`

      **Files to modify:**

      - \`packages/api/src/stripe.ts\`
      - \`packages/worker/src/geo.ts\`

      **Effort:** 30 min for 2 sites · **Points:** +1.8 points

      References: <https://example.com/timeout-outbound>

      "
    `);
  });

  test('has a checkbox for every failing site, and every gap somewhere', () => {
    expect(text.match(/^- \[ \] `+packages.*:\d+:\d+`+: |^- \[ \] `package\.json/gm)).toHaveLength(openFindings(sampleReport()).length);
    for (const gap of sampleReport().gaps) expect(text).toContain(`GAP ${gap.number}: ${gap.title}`);
  });

  test('shows the way of the data', () => {
    expect(text).toContain('1. request query parameter "sort" is read (`packages/api/src/orders/routes.ts:12:20`)');
  });

  test('leaves nothing out in silence', () => {
    expect(text).toContain('the project has one tenant');
    expect(text).toContain('a backup policy is not kept in the repository');
    expect(text).toContain('2 flow questions were cut short');
    expect(text).toContain('there is no check "weak-crypt"');
    expect(text).toContain('too-large: 9.1 MB');
  });

  test('shows ten failing sites and counts the rest, or all when asked for', () => {
    const [gap] = openGaps(sampleReport());
    const findings = Array.from({ length: 25 }, (_, index) => ({ ...gap!.findings[0]!, location: place('src/many.ts', index + 1) }));
    const report = sampleReport({ gaps: [{ ...gap!, findings }] });
    const sitesIn = (rendered: string) => rendered.match(/^\| ❌ \|/gm)?.length;
    expect(sitesIn(renderMarkdown(report))).toBe(10);
    expect(renderMarkdown(report)).toContain('…and 15 more sites that do not pass');
    expect(sitesIn(renderMarkdown(report, { verbose: true }))).toBe(25);
  });

  test('says where the project\'s own lines were cut', () => {
    const [gap] = openGaps(sampleReport());
    const frame = { startLine: 4, lines: ['', '  call({', '    a: 1,', '    b: 2,', '    c: 3,'] };
    const finding = { ...gap!.findings[0]!, recipe: 'express', location: { ...place('src/long.ts', 5), endLine: 12 }, frame };
    const text = renderMarkdown(sampleReport({ gaps: [{ ...gap!, findings: [finding] }] }));
    expect(text).toContain('```ts\ncall({\n  a: 1,\n  b: 2,\n  c: 3,\n…\n```');
  });

  test('has no time in it when the report has none', () => {
    const text = renderMarkdown(sampleReport({ run: { ...sampleReport().run, startedAt: null, durationMs: null } }));
    expect(text).not.toMatch(/\| (Date|Time taken) \|/);
  });

  test('of a hardened project has ticked criteria and no plan', () => {
    const text = renderMarkdown(readyReport());
    expect(text).toContain('- [x] The project meets tls-verify');
    expect(text).toContain('- [x] The verdict is *ready*');
    expect(text).not.toContain('## Implementation phases');
  });
});

describe('text from audited code', () => {
  /** Hostile text wherever a repository can put text. */
  function hostileReport(text: string): AuditReport {
    const [gap] = openGaps(sampleReport());
    const location = place(`src/${text}.ts`, 1);
    const finding = {
      ...gap!.findings[0]!,
      location,
      label: text,
      message: text,
      symbol: text,
      steps: [{ location, text }],
      related: [{ location, text }],
      frame: { startLine: 1, lines: [text] },
      recipe: 'express',
    };
    const suppressed = { ...finding, open: false, suppression: { reason: text, line: 1 } };
    return sampleReport({
      gaps: [
        { ...gap!, findings: [finding, suppressed], files: [location.path] },
        { ...gap!, number: 2, status: 'accepted', reason: text, findings: [suppressed] },
        { ...gap!, number: 3, status: 'unverified', reason: text, findings: [{ ...finding, open: false, verdict: 'unknown' }] },
      ],
      suppressions: [{ path: text, line: 1, ids: [text], reason: text, used: false, problem: text }],
      completeness: { ...sampleReport().completeness, reason: text, failed: [{ path: text, reason: text }], skipped: [{ path: text, reason: text }], limits: [text] },
      diagnostics: [{ code: 'x', severity: 'warning', message: text, path: text, line: 1, hint: text }],
      project: { ...sampleReport().project, name: text, frameworks: [text] },
    });
  }

  const hostile = [
    ...Object.values(HOSTILE),
    '\n# heading\n\n- [x] done\n\n---',
    '``` \n````\n# out of the fence',
    '@team #1 https://evil.example www.evil.example $a$',
  ];

  test.each(hostile)('stays text: %j', (text) => {
    const rendered = renderMarkdown(hostileReport(text));
    const plain = withoutFences(rendered).map(withoutCode);
    expect(headings(rendered).filter((line) => !/^(# Production|## |### (.* GAP \d+: Route|Phase))/.test(line))).toEqual([]);
    for (const line of plain) {
      expect(line).not.toMatch(/<(?!!-- -->|\/?span>|br>|https:\/\/example\.com\/)/);
      expect(line).not.toMatch(/(?<!\\)\]\(/);
      expect(line).not.toMatch(/@\w|:\/\/evil|www\.evil/);
      expect(line).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/);
    }
    expect(plain.filter((line) => line.startsWith('- [x] done'))).toEqual([]);
  });

  test('never adds a cell to a table', () => {
    const rendered = renderMarkdown(hostileReport(HOSTILE.markdown));
    const rows = withoutFences(rendered).filter((line) => /^\| (❌|📝|🔎) \|/.test(line));
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  /** As a reader of Markdown does: a span ends at a run of as many backticks as it began with; escaped ones begin none. */
  function withoutCode(line: string): string {
    return line.replace(/\\`/g, '').replace(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, '');
  }
});

describe('escaping', () => {
  test('shows every character as itself', () => {
    expect(escaped('a_b*c [x](y) <b> & | `z` ~ # \\')).toBe('a\\_b\\*c \\[x\\](y) &lt;b&gt; &amp; \\| \\`z\\` \\~ \\# \\\\');
    expect(escaped('1. one')).toBe('1\\. one');
    expect(escaped('- one')).toBe('\\- one');
    expect(escaped('${x}')).toBe('<span>$</span>\\{x\\}');
  });

  test('a code span outlasts the backticks in it', () => {
    expect(code('a`b')).toBe('``a`b``');
    expect(code('`')).toBe('`` ` ``');
    expect(code('a|b', 'cell')).toBe('`a\\|b`');
  });

  test('a fence outlasts the fences in it', () => {
    expect(codeBlock('```\nx\n````', 'ts')).toEqual(['`````ts', '```', 'x', '````', '`````']);
  });

  test('only the web is linked', () => {
    expect(link('https://example.com/a b>')).toBe('https:<!-- -->//example.com/a b&gt;');
    expect(link('https://example.com/\uD800>')).toBe('<https://example.com/%EF%BF%BD%3E>');
    expect(link('javascript:alert(1)')).toBe('javascript:alert(1)');
  });

  test('prose of a rule keeps its code spans', () => {
    expect(prose('Use `pool.query(text, values)`, not <b>.')).toBe('Use `pool.query(text, values)`, not &lt;b&gt;.');
  });
});
