import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { AuditReport } from '../../src/contracts/audit.js';
import { renderSarif } from '../../src/report/sarif/index.js';
import type { RenderOptions } from '../../src/report/index.js';
import { openFindings, openGaps, place, readyReport, sampleReport } from '../support/sample-report.js';

const parse = (report: AuditReport, options?: RenderOptions): Log => JSON.parse(renderSarif(report, options)) as Log;
const runOf = (report: AuditReport, options?: RenderOptions) => parse(report, options).runs[0]!;
const resultsOf = (report: AuditReport, options?: RenderOptions): Result[] => runOf(report, options).results ?? [];

/** The OASIS schema is of draft 4, of which it uses nothing that later drafts read otherwise but `id`. */
const validate = (() => {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(new URL('../support/sarif-schema-2.1.0.json', import.meta.url), 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ allErrors: true, strict: false });
  (addFormats as unknown as (instance: Ajv) => void)(ajv);
  return ajv.compile(schema);
})();

function errorsOf(log: Log): unknown[] {
  validate(log);
  return validate.errors ?? [];
}

describe('the log', () => {
  test.each<[string, AuditReport, RenderOptions?]>([
    ['the sample', sampleReport()],
    ['with suppressed results', sampleReport(), { includeSuppressed: true, category: 'packages/api' }],
    ['a ready project', readyReport()],
    ['an audit without times', sampleReport({ run: { ...sampleReport().run, startedAt: null } })],
    ['an empty audit', sampleReport({ gaps: [], completeness: { ...sampleReport().completeness, status: 'incomplete' } })],
  ])('is valid SARIF 2.1.0: %s', (_name, report, options) => {
    expect(errorsOf(parse(report, options))).toEqual([]);
  });

  test('the validator can fail', () => {
    expect(errorsOf({ version: '2.1.0', runs: [{ results: [] }] } as unknown as Log)).not.toEqual([]);
  });

  test('is one run, with a category and the version of the tool', () => {
    const log = parse(sampleReport());
    expect(log.runs).toHaveLength(1);
    expect(runOf(sampleReport()).automationDetails?.id).toBe('shipworthy/');
    expect(runOf(sampleReport(), { category: 'packages/api' }).automationDetails?.id).toBe('shipworthy/packages/api/');
    expect(runOf(sampleReport()).tool.driver.semanticVersion).toBe('0.1.0');
  });

  test('says what the audit could not read', () => {
    const [invocation] = runOf(sampleReport()).invocations ?? [];
    const texts = invocation?.toolExecutionNotifications?.map(({ message }) => message.text) ?? [];
    expect(invocation?.executionSuccessful).toBe(true);
    expect(texts).toContain('packages/api/src/br|oken`.ts could not be parsed: Unexpected <token> | at line 3');
    expect(texts).toContain('1 finding left out that do not count, see the JSON report');
  });
});

describe('rules', () => {
  const rules = runOf(sampleReport()).tool.driver.rules ?? [];
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id);

  test('a security check has the severity and the CWE by which GitHub sorts', () => {
    expect(ruleOf('sql-injection')?.properties).toEqual({
      tags: ['security', 'external/cwe/cwe-089', 'external/owasp/a05:2025', 'external/asvs/1.2.4'],
      precision: 'high',
      'security-severity': '9.3',
    });
  });

  test('any other is a problem, never a security alert', () => {
    expect(ruleOf('timeout-outbound')?.properties).toEqual({
      tags: ['reliability', 'external/cwe/cwe-1088', 'external/asvs/13.2.6'],
      precision: 'high',
      'problem.severity': 'error',
    });
    expect(ruleOf('readme-run')?.properties).toMatchObject({ 'problem.severity': 'recommendation' });
  });

  test('help says why, what to do, and how with the library in use', () => {
    const help = ruleOf('sql-injection')?.help;
    expect(help?.markdown).toContain('### Fix with `pg`');
    expect(help?.markdown).toContain("pool.query('SELECT * FROM t WHERE id = $1', [id])");
    expect(help?.text).toContain('Do what sql-injection asks for');
    for (const rule of rules) expect([rule.shortDescription?.text, rule.fullDescription?.text, rule.help?.text]).not.toContain('');
  });

  test('a description is cut at the limit of GitHub', () => {
    const [gap] = sampleReport().gaps;
    const { tool } = runOf(sampleReport({ gaps: [{ ...gap!, title: 'x'.repeat(5000), text: { ...gap!.text, why: 'y'.repeat(5000) } }] }));
    expect(tool.driver.rules?.[0]?.shortDescription?.text).toHaveLength(1024);
    expect(tool.driver.rules?.[0]?.fullDescription?.text).toHaveLength(1024);
  });
});

describe('results', () => {
  const results = resultsOf(sampleReport());

  test('are the open sites, no more and no less, the most severe first', () => {
    const fingerprints = results.map((result) => result.partialFingerprints?.['shipworthyFingerprint/v1']);
    expect(fingerprints.toSorted()).toEqual(openFindings(sampleReport()).map((finding) => finding.fingerprint).sort());
    expect(results.map((result) => result.level)).toEqual([...results.map((result) => result.level)].sort((a, b) => ['error', 'warning', 'note'].indexOf(a!) - ['error', 'warning', 'note'].indexOf(b!)));
    expect(results.every((result) => result.suppressions === undefined)).toBe(true);
  });

  test('point at their rule', () => {
    const rules = runOf(sampleReport()).tool.driver.rules ?? [];
    for (const result of results) expect(rules[result.ruleIndex!]?.id).toBe(result.ruleId);
  });

  test('have a place, a message, and the hash by which GitHub knows them again', () => {
    for (const result of results) {
      expect(result.locations).toHaveLength(1);
      expect(result.message.text).not.toBe('');
      expect(result.partialFingerprints?.['primaryLocationLineHash']).toMatch(/^[0-9a-f]+:\d+$/);
      const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
      expect(artifactLocation?.uri).toMatch(/^[A-Za-z0-9\-._~%!'()*/]+$/);
      expect(region?.startLine).toBeGreaterThan(0);
    }
  });

  test('a gap without a place is anchored at the manifest', () => {
    const [gap] = openGaps(sampleReport());
    const nowhere = { ...gap!.findings[0]!, location: { path: '', line: 0, column: 0, endLine: 0, endColumn: 0 }, lineHash: '' };
    const report = sampleReport({ gaps: [{ ...gap!, findings: [nowhere] }] });
    expect(errorsOf(parse(report))).toEqual([]);
    expect(resultsOf(report)[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'package.json' },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    });
  });

  test('a flow is a code flow, source first, and a related place is linked from the message', () => {
    const flow = results.find((result) => result.codeFlows !== undefined);
    const steps = flow?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location?.message?.text);
    expect(steps).toEqual(['request query parameter "sort" is read', 'passed to OrdersRepository.find() as "sort"', 'becomes part of the statement of this.pool.query()']);
    expect(flow?.message.text).toBe('request query parameter "sort" becomes part of the SQL text (see [the pool is made here \\[sic\\](1)](1))');
    expect(flow?.relatedLocations?.[0]).toMatchObject({ id: 1, physicalLocation: { artifactLocation: { uri: 'packages/api/src/db.ts' } } });
  });

  test('audited text makes no link and no escape, and odd paths are encoded', () => {
    const hostile = results.find((result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri?.includes('pwn'));
    expect(hostile?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('packages/api/src/pwn%7C%60%3Cb%3E.ts');
    expect(hostile?.message.text).not.toMatch(/\u001b|\u202E/);
    expect(hostile?.message.text).not.toMatch(/(?<!\\)\]\(/);
  });

  test('a colon or a lone surrogate in a path makes no scheme and no crash', () => {
    const [gap] = openGaps(sampleReport());
    const report = sampleReport({ gaps: [{ ...gap!, findings: [{ ...gap!.findings[0]!, location: place('http://evil\uD800.ts', 1) }] }] });
    expect(resultsOf(report)[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('http%3A/evil%EF%BF%BD.ts');
  });

  test('suppressed ones are told only when asked for', () => {
    const suppressed = resultsOf(sampleReport(), { includeSuppressed: true }).filter((result) => result.suppressions !== undefined);
    expect(suppressed.map((result) => [result.ruleId, result.suppressions])).toEqual([
      ['weak-crypto', [{ kind: 'inSource', status: 'accepted', justification: 'cache key, not a secret | see <ADR 7>' }]],
    ]);
  });

  test('stay within the limits of GitHub, and what is left out is said', () => {
    const [gap] = openGaps(sampleReport());
    const steps = Array.from({ length: 2000 }, (_, index) => ({ location: place('src/a.ts', index + 1), text: `step ${index + 1}` }));
    const finding = { ...gap!.findings[0]!, steps, related: steps };
    const minor = { ...finding, priority: 'P3' as const, steps: [], related: [] };
    const report = sampleReport({ gaps: [{ ...gap!, findings: [...Array.from({ length: 5000 }, () => minor), finding] }] });
    const [first] = resultsOf(report);
    expect(resultsOf(report)).toHaveLength(5000);
    const texts = first?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location?.message?.text) ?? [];
    expect([texts.length, texts[0], texts.at(-1)]).toEqual([100, 'step 1', 'step 2000']);
    expect(first?.relatedLocations).toHaveLength(10);
    expect(renderSarif(report)).toContain("1 less severe result left out, for GitHub's limit of 5000");
  });
});
