import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/contracts/audit.js';
import type { DecisionKind, TeamDecision } from '../../src/contracts/decisions.js';
import { scoreWith, type Audit, type ScoreOptions } from '../../src/score/index.js';
import { completeness, decided, project, rule, site, sites, undecided } from '../support/outcomes.js';

function judge(options: Partial<ScoreOptions>, outcomes: Outcome[], given = project()): Audit {
  return scoreWith({ rules: [], profile: 'growth', ...options })(outcomes, given);
}

function decision(kind: DecisionKind, link = ''): TeamDecision {
  return { kind, check: 'a', reason: 'rare', owner: 'ops', link, until: '2027-03-31', place: { path: 'shipworthy.config.yaml', line: 3 } };
}

describe('the status of a gap', () => {
  const statusOf = (outcomes: Outcome[], options: Partial<ScoreOptions> = {}) => {
    const [gap] = judge({ rules: [rule('a')], ...options }, outcomes).gaps;
    return [gap?.status, gap?.reason];
  };

  test.each<[outcomes: Outcome[], status: string, reason: string]>([
    [[decided('a', sites({ pass: 3 }))], 'fixed', ''],
    [[decided('a', sites({ pass: 3, fail: 1 }))], 'partial', ''],
    [[decided('a', sites({ fail: 2, unknown: 1 }))], 'missing', ''],
    [[decided('a', sites({ pass: 12, unknown: 3 }))], 'unverified', '3 of 15 sites could not be judged; the other 12 pass'],
    [[decided('a', sites({ fail: 1 }, { confidence: 'low' }))], 'unverified', 'the one site is suspected, with low confidence'],
    [[undecided('a', 'not-applicable', 'no database')], 'not-applicable', 'no database'],
    [[undecided('a', 'unverified', 'backups live in the cloud console')], 'unverified', 'backups live in the cloud console'],
    [[undecided('a', 'error', 'bad regex')], 'error', 'bad regex'],
    [[], 'unverified', 'this check was not run'],
  ])('%# is %s', (outcomes, status, reason) => {
    expect(statusOf(outcomes)).toEqual([status, reason]);
  });

  test('joins the packages: one that has the site decides over one that has none', () => {
    expect(statusOf([undecided('a', 'not-applicable', 'no database', 'web'), decided('a', sites({ pass: 1 }), 'api')])).toEqual(['fixed', '']);
  });

  test('a rule that failed in one package does not pass for fixed', () => {
    expect(statusOf([undecided('a', 'error', 'bad regex', 'web'), decided('a', sites({ pass: 1 }), 'api')])).toEqual(['error', 'bad regex']);
  });

  test('a decision stands only where something is open or unknown, and takes the gap out of the sum', () => {
    const decisions = [decision('accepted')];
    const open = judge({ rules: [rule('a', { priority: 'P0' })], decisions, today: '2027-03-31' }, [decided('a', sites({ pass: 1, fail: 1 }, { priority: 'P0' }))]);
    expect(open.gaps[0]).toMatchObject({ status: 'accepted', reason: 'rare (ops, until 2027-03-31)', weight: 0, effortMinutes: 0 });
    expect(open.gate.holds).toBe(true);
    expect(statusOf([decided('a', sites({ pass: 1 }))], { decisions, today: '2027-03-31' })).toEqual(['fixed', '']);
  });

  test('a decision that has expired opens the gap again, and says so', () => {
    const { gaps, suppressions } = judge({ rules: [rule('a')], decisions: [decision('accepted')], today: '2027-04-01' }, [decided('a', sites({ fail: 1 }))]);
    expect(gaps[0]!.status).toBe('missing');
    expect(suppressions).toEqual([{ path: 'shipworthy.config.yaml', line: 3, ids: ['a'], reason: 'rare (ops, until 2027-03-31)', used: false, problem: 'it expired on 2027-03-31, so it does not count any more' }]);
  });

  test('an attestation speaks for what cannot be seen, and not against what can', () => {
    const options = { decisions: [decision('attested', 'https://wiki.example.org/backups')], today: '2026-11-21' };
    expect(statusOf([undecided('a', 'unverified', 'no schedule in the repository')], options)).toEqual(['attested', 'rare (ops, until 2027-03-31, https://wiki.example.org/backups)']);
    const contradicted = judge({ rules: [rule('a')], ...options }, [decided('a', sites({ pass: 1, fail: 2 }))]);
    expect(contradicted.gaps[0]).toMatchObject({ status: 'partial', weight: expect.any(Number) });
    expect(contradicted.suppressions[0]).toMatchObject({ used: false, problem: 'the code says otherwise: 2 of 3 sites fail' });
  });

  test('a decision about nothing open is not needed; one about a check outside the run is not mentioned', () => {
    const { suppressions } = judge({ rules: [rule('a')], decisions: [decision('accepted'), { ...decision('accepted'), check: 'b' }], today: '2026-11-21' }, [decided('a', sites({ pass: 1 }))]);
    expect(suppressions.map(({ ids, problem }) => [ids, problem])).toEqual([[['a'], 'it is not needed: nothing is open']]);
  });
});

describe('the order of the gaps', () => {
  test('is by priority, what is open, who needs it, and what it brings', () => {
    const rules = [rule('later', { relevance: 'growth' }), rule('now'), rule('critical', { priority: 'P0' }), rule('done')];
    const { gaps } = judge({ rules }, [decided('later', sites({ fail: 1 })), decided('now', sites({ fail: 1 })), decided('critical', sites({ pass: 1, fail: 1 }, { priority: 'P0' })), decided('done', sites({ pass: 1 }))]);
    expect(gaps.map((gap) => gap.ruleId)).toEqual(['critical', 'now', 'later', 'done']);
  });
});

describe('the score', () => {
  const rules = [rule('p0', { priority: 'P0' }), rule('p1', { priority: 'P1' }), rule('p2', { priority: 'P2' }), rule('p3', { priority: 'P3' })];
  const fine = (id: string): Outcome => decided(id, sites({ pass: 1 }));

  test('is the weighted share of passing sites', () => {
    const { score, gaps } = judge({ rules }, [fine('p0'), fine('p1'), decided('p2', sites({ pass: 3, fail: 1 }, { priority: 'P2' })), decided('p3', sites({ fail: 1 }, { priority: 'P3' }))]);
    // 10 + 5 + 2 × 3/4 + 1 × 0 of 18
    expect(score).toMatchObject({ weight: 18, earned: 16.5, uncapped: 91.6, value: 91, cap: 100, capReason: '', decided: 4, applicable: 4 });
    expect(Object.fromEntries(gaps.map((gap) => [gap.ruleId, gap.points]))).toEqual({ p0: 0, p1: 0, p2: 2.8, p3: 5.6 });
  });

  test('leaves out what does not apply and what nobody can tell, and counts the latter beside', () => {
    const { score } = judge({ rules }, [fine('p0'), undecided('p1', 'unverified', 'x'), undecided('p2', 'not-applicable', 'y'), undecided('p3', 'error', 'z')]);
    expect(score).toMatchObject({ value: 100, weight: 10, decided: 1, applicable: 3 });
  });

  test('is capped by an open P0 and an open P1, whatever the sum says', () => {
    const many = Array.from({ length: 50 }, (_, index) => rule(`fine-${index}`, { priority: 'P0' }));
    const passing = many.map(({ id }) => fine(id));
    const withHole = (priority: 'P0' | 'P1' | 'P2') => judge({ rules: [...many, rule('hole', { priority })] }, [...passing, decided('hole', sites({ fail: 1 }, { priority }))]).score;
    expect(withHole('P0')).toMatchObject({ value: 59, cap: 59, uncapped: 98, capReason: '1 open P0 gap holds the score at 59 or below' });
    expect(withHole('P1')).toMatchObject({ value: 84, cap: 84 });
    expect(withHole('P2')).toMatchObject({ value: 99, cap: 100 });
  });

  test('takes the weight from the rule and the cap from the open sites', () => {
    const lowered = judge({ rules: [rule('a', { priority: 'P0' })] }, [decided('a', sites({ pass: 9, fail: 1 }, { priority: 'P1' }))]);
    expect(lowered.score).toMatchObject({ weight: 10, value: 84, uncapped: 90 });
    expect(lowered.gaps[0]?.priority).toBe('P1');
    const raised = judge({ rules: [rule('a', { priority: 'P2' })] }, [decided('a', [site('pass'), site('fail', { priority: 'P0' })])]);
    expect(raised.score).toMatchObject({ weight: 2, value: 50, cap: 59 });
  });

  test('never goes down when a failing site is closed beside one that cannot be told', () => {
    const before = judge({ rules }, [decided('p0', sites({ pass: 9, fail: 1, unknown: 1 }, { priority: 'P2' })), decided('p3', sites({ fail: 1 }, { priority: 'P3' }))]);
    const after = judge({ rules }, [decided('p0', sites({ pass: 10, unknown: 1 })), decided('p3', sites({ fail: 1 }, { priority: 'P3' }))]);
    expect(after.score.uncapped).toBeGreaterThan(before.score.uncapped ?? Infinity);
  });

  test('is null when nothing could be decided', () => {
    const { score, verdict, gate } = judge({ rules }, [undecided('p0', 'not-applicable', 'x')]);
    expect(score).toMatchObject({ value: null, uncapped: null, weight: 0 });
    expect(verdict.word).toBe('not audited');
    expect(gate.holds).toBe(true);
  });

  test('does not lose a point to binary fractions', () => {
    // 0.57 × 100 is 56.99999999999999 in binary.
    const { score } = judge({ rules: [rule('a', { priority: 'P2' })] }, [decided('a', sites({ pass: 57, fail: 43 }, { priority: 'P2' }))]);
    expect(score).toMatchObject({ value: 57, uncapped: 57 });
  });
});

describe('groups of sites', () => {
  test('are counted by themselves, in the order of the rule; one without sites is left out', () => {
    const when = { kind: 'all' as const, of: [] };
    const rules = [rule('a', { siteName: 'route', groups: [{ name: 'none', when }, { name: 'sign-in routes', when }] })];
    const { gaps } = judge({ rules }, [decided('a', [...sites({ pass: 3, fail: 1 }, { groups: ['sign-in routes'] }), ...sites({ pass: 2, unknown: 1 })])]);
    expect(gaps[0]).toMatchObject({ siteName: 'route', coverage: { passing: 5, failing: 1, unknown: 1, total: 7 }, groups: [{ name: 'sign-in routes', passing: 3, failing: 1, unknown: 0, total: 4 }] });
  });
});

describe('confidence', () => {
  const rules = [rule('a', { priority: 'P0' })];
  const doubtful = [decided('a', sites({ pass: 1, fail: 1 }, { priority: 'P0', confidence: 'low' }))];

  test('a fail of low confidence is listed and counts for nothing', () => {
    const { gaps, score, gate, summary } = judge({ rules }, doubtful);
    expect(gaps[0]?.findings[0]).toMatchObject({ verdict: 'fail', confidence: 'low', open: false });
    expect(gaps[0]).toMatchObject({ coverage: { passing: 1, failing: 0, unknown: 1, total: 2 }, effortMinutes: 0, files: [] });
    expect([score.value, gate.holds, summary.findings]).toEqual([100, true, 0]);
  });

  test('it counts when asked for', () => {
    const { gaps, gate } = judge({ rules, countLowConfidence: true }, doubtful);
    expect(gaps[0]).toMatchObject({ status: 'partial', confidence: 'low' });
    expect(gate).toMatchObject({ holds: false, blocking: ['a'] });
  });
});

describe('verdict, gate and exit code', () => {
  const rules = [rule('a', { priority: 'P0' }), rule('b', { priority: 'P1' })];
  const holes = (priority: 'P0' | 'P1'): Outcome[] => [decided('a', sites({ pass: 1 })), decided('b', sites({ pass: 1, fail: 1 }, { priority }))];
  const clean = [decided('a', sites({ pass: 1 })), decided('b', sites({ pass: 1 }))];

  test('an open critical gap is not ready and fails the default gate', () => {
    const audit = judge({ rules }, holes('P0'));
    expect(audit.verdict).toEqual({ word: 'not ready', text: '1 critical gap is open: b.', openCritical: 1 });
    expect(audit.gate).toEqual({ holds: false, conditions: ['--fail-on P0'], blocking: ['b'] });
    expect(audit.exitCode).toBe(1);
  });

  test('without one it is nearly, and ready from 90 on', () => {
    expect(judge({ rules }, holes('P1'))).toMatchObject({ verdict: { word: 'nearly' }, gate: { holds: true }, exitCode: 0 });
    expect(judge({ rules }, clean)).toMatchObject({ verdict: { word: 'ready' }, exitCode: 0 });
  });

  test('the gate is as strict as asked for', () => {
    expect(judge({ rules, failOn: 'P1' }, holes('P1')).gate).toMatchObject({ holds: false, blocking: ['b'] });
    expect(judge({ rules, failOn: 'never' }, holes('P0'))).toMatchObject({ gate: { holds: true, blocking: [] }, exitCode: 0 });
    expect(judge({ rules, failOn: 'never', minScore: 99 }, holes('P1')).gate).toMatchObject({
      holds: false,
      conditions: ['--fail-on never', '--min-score 99'],
    });
    expect(judge({ rules, minScore: 50 }, [undecided('a', 'not-applicable', 'x')]).gate.holds).toBe(false);
  });

  test('an incomplete audit exits with 3 and is never ready', () => {
    const given = project({ completeness: completeness({ status: 'incomplete', reason: 'no source file was recognised' }) });
    expect(judge({ rules }, clean, given)).toMatchObject({
      verdict: { word: 'not audited', text: 'No source file was recognised.' },
      exitCode: 3,
    });
  });

  test('a check that failed to run makes a complete audit partial', () => {
    const audit = judge({ rules }, [clean[0]!, undecided('b', 'error', 'bad regex')]);
    expect(audit.completeness).toMatchObject({ status: 'partial', reason: '1 check failed to run: b' });
  });
});

describe('the report as a whole', () => {
  const rules = [
    rule('essential'),
    rule('growth', { relevance: 'growth', priority: 'P0', effort: { perSiteMinutes: 20, onceMinutes: 30 } }),
    rule('enterprise', { relevance: 'enterprise' }),
    rule('absent'),
  ];
  const outcomes = [
    decided('essential', sites({ fail: 2 }), 'api'),
    decided('growth', sites({ pass: 1, fail: 3 }, { priority: 'P0' }), 'api'),
    decided('growth', sites({ pass: 2 }), 'web'),
    decided('enterprise', sites({ fail: 1 }), 'api'),
    undecided('absent', 'not-applicable', 'no such thing', 'api'),
  ];
  const packages = ['web', 'api'].map((directory) => ({ directory, name: directory, frameworks: ['koa'], sourceFiles: 1 }));
  const audit = judge({ rules }, outcomes, project({ packages }));

  test('holds every gap of the profile, also what is fixed or does not apply, most important first', () => {
    expect(audit.gaps.map((gap) => [gap.number, gap.ruleId, gap.status])).toEqual([
      [1, 'growth', 'partial'],
      [2, 'essential', 'missing'],
      [3, 'absent', 'not-applicable'],
    ]);
    expect(judge({ rules, profile: 'enterprise' }, outcomes).gaps).toHaveLength(4);
  });

  test('counts them by priority and status', () => {
    expect(audit.summary.byPriority.P0).toEqual({ total: 1, fixed: 0, partial: 1, missing: 0, accepted: 0, unverified: 0, notApplicable: 0 });
    expect(audit.summary.total).toMatchObject({ total: 3, partial: 1, missing: 1, notApplicable: 1 });
    expect(audit.summary.findings).toBe(5);
  });

  test('plans the work from sites and effort', () => {
    expect(audit.gaps.map((gap) => gap.effortMinutes)).toEqual([90, 30, 0]);
    expect(audit.phases).toEqual([
      { name: 'Phase 1: close the critical gaps', priority: 'P0', ruleIds: ['growth'], hours: 1.5 },
      { name: 'Phase 2: close the high-priority gaps', priority: 'P1', ruleIds: ['essential'], hours: 0.5 },
    ]);
    expect(audit.quickWins).toEqual(['essential']);
  });

  test('scores each package by its own sites', () => {
    expect(audit.packages).toEqual([
      { directory: 'api', name: 'api', frameworks: ['koa'], sourceFiles: 1, score: 16, open: { P0: 1, P1: 1, P2: 0, P3: 0 } },
      { directory: 'web', name: 'web', frameworks: ['koa'], sourceFiles: 1, score: 100, open: { P0: 0, P1: 0, P2: 0, P3: 0 } },
    ]);
  });

  test('is the same whatever the order of the outcomes and sites', () => {
    const reversed = [...outcomes].reverse().map((outcome) => ({ ...outcome, sites: [...outcome.sites].reverse() }));
    const again = judge({ rules: [...rules].reverse() }, reversed, project({ packages: [...packages].reverse() }));
    expect(JSON.stringify(again)).toBe(JSON.stringify(audit));
  });
});
