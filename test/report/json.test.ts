import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/report/json.js';
import { reportJsonSchema } from '../../src/report/schema.js';
import { reportSchema } from '../../src/report/json-schema.js';
import { buildReport, scoreWith } from '../../src/score/index.js';
import { decided, project, reading, rule, sites, undecided } from '../support/outcomes.js';
import { readyReport, sampleReport } from '../support/sample-report.js';

const validate = (() => {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  (addFormats as unknown as (instance: Ajv2020) => void)(ajv);
  return ajv.compile(reportJsonSchema());
})();

function builtReport() {
  const rules = [rule('a', { priority: 'P0' }), rule('b')];
  const readLines = reading({ 'src/a.ts': 'one\ntwo\nthree' });
  const outcomes = [decided('a', sites({ pass: 1, fail: 2 })), undecided('b', 'unverified', 'x')];
  const audit = scoreWith({ rules, profile: 'growth' })(outcomes, project({ readLines }));
  return buildReport(audit, {
    toolVersion: '0.1.0',
    projectName: 'app\u001b[31m',
    git: null,
    startedAt: new Date(0),
    durationMs: 12.5,
    timings: { score: 1, discover: 2 },
    diagnostics: [{ code: 'x', severity: 'hint', message: 'm' }],
  });
}

describe('the JSON report', () => {
  test.each([
    ['the sample', sampleReport],
    ['a ready one', readyReport],
    ['one made by the score room', builtReport],
  ])('is valid against its published schema: %s', (_name, make) => {
    validate(JSON.parse(renderJson(make())));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('is the report, and nothing is lost', () => {
    expect(JSON.parse(renderJson(sampleReport()))).toEqual(sampleReport());
    expect(renderJson(sampleReport())).toMatch(/^\{\n  "\$schema".*\n  "schemaVersion": "1",/);
  });

  test('has its keys in the order of the schema, whoever built it', () => {
    expect(Object.keys(builtReport())).toEqual(Object.keys(reportSchema.shape));
    expect(Object.keys(builtReport().gaps[0]!)).toEqual(Object.keys(reportSchema.shape.gaps.element.shape));
    expect(Object.keys(builtReport().gaps[0]!.findings[0]!)).toEqual(Object.keys(reportSchema.shape.gaps.element.shape.findings.element.shape));
    expect(Object.keys(builtReport().run.timings)).toEqual(['discover', 'score']);
  });

  test('without a time of start says no time at all', () => {
    const { run } = buildReport(scoreWith({ rules: [], profile: 'growth' })([], project()), {
      toolVersion: '0.1.0',
      projectName: 'app',
      git: null,
      startedAt: null,
      durationMs: 5,
      timings: { score: 5 },
      diagnostics: [],
    });
    expect(run).toMatchObject({ startedAt: null, durationMs: null, timings: {} });
  });
});

describe('the schema', () => {
  test('refuses what is no report', () => {
    expect(validate({ ...sampleReport(), schemaVersion: '2' })).toBe(false);
    expect(validate({ ...sampleReport(), gaps: [{}] })).toBe(false);
    expect(validate({ ...sampleReport(), score: { ...sampleReport().score, value: 101 } })).toBe(false);
  });

  test('takes fields that a later version adds', () => {
    expect(validate({ ...sampleReport(), baseline: { status: 'ok' } })).toBe(true);
  });

  test('names its dialect and itself', () => {
    expect(reportJsonSchema()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: sampleReport().$schema });
  });
});
