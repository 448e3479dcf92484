/**
 * Whole-app goldens: what the audit says of the two fixture services. `UPDATE_GOLDENS=1 npx vitest run test/golden.test.ts` writes
 * them anew; read the difference before committing it, against the intent in `fixtures/README.md`.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { audit } from '../src/index.js';
import type { AuditReport, Gap } from '../src/index.js';

const FIXTURES = new URL('../fixtures/', import.meta.url);

function auditFixture(name: string): Promise<AuditReport> {
  return audit(fileURLToPath(new URL(name, FIXTURES)), { timestamp: false });
}

/** What must not change unnoticed: judgement and places, without wording. */
function outline(report: AuditReport) {
  return {
    score: report.score.value,
    verdict: report.verdict.word,
    files: report.completeness.filesAnalysed,
    gaps: Object.fromEntries([...report.gaps].sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1)).map((gap) => [gap.ruleId, outlineOf(gap)])),
  };
}

function outlineOf(gap: Gap) {
  const { passing, failing, unknown } = gap.coverage;
  const places = (verdict: string) =>
    gap.findings
      .filter((finding) => finding.verdict === verdict)
      .map(({ location, priority, label }) => `${location.path}:${location.line} ${verdict === 'fail' ? `${priority} ` : ''}${label}`);
  return { status: gap.status, coverage: `${passing} pass, ${failing} fail, ${unknown} unknown`, fail: places('fail'), unknown: places('unknown') };
}

/** What the audit says apart from the state of the repository that the fixture lies in, which may change while the suite runs. */
function digest(report: AuditReport): string {
  const { project, ...rest } = report;
  return createHash('sha256').update(JSON.stringify({ ...rest, project: { ...project, git: null } })).digest('hex');
}

describe.each(['leaky-desk', 'hardened-desk'])('%s', async (name) => {
  const report = await auditFixture(name);
  const golden = fileURLToPath(new URL(`${name}.expected.json`, FIXTURES));

  it('is judged as its golden says', () => {
    const actual = outline(report);
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(golden, `${JSON.stringify(actual, null, 2)}\n`);
    expect(actual).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  it('gives the same bytes again', async () => {
    expect(digest(await auditFixture(name))).toBe(digest(report));
  });

  it('is audited completely', () => {
    expect(report.completeness.status).toBe('complete');
    expect(report.gaps.filter((gap) => gap.status === 'error').map((gap) => `${gap.ruleId}: ${gap.reason}`)).toEqual([]);
  });

  if (name === 'hardened-desk') {
    it('has no open finding', () => {
      const open = report.gaps.flatMap((gap) => gap.findings.filter((finding) => finding.verdict === 'fail'));
      expect(open.map(({ location, message }) => `${location.path}:${location.line} ${message}`)).toEqual([]);
    });
  } else {
    it('has failing sites in every check that a repository can fail', () => {
      const clean = report.gaps.filter((gap) => gap.coverage.failing === 0 && gap.status !== 'unverified');
      expect(clean.map((gap) => gap.ruleId)).toEqual([]);
    });
  }
});
