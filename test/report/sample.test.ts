/** The sample is written by hand; it must say what the score room would say of such gaps. */
import { expect, test } from 'vitest';
import { pointsOf, scoreOf } from '../../src/score/points.js';
import { phasesOf, quickWinsOf } from '../../src/score/plan.js';
import { summaryOf } from '../../src/score/summary.js';
import { readyReport, sampleReport } from '../support/sample-report.js';

test.each([
  ['the sample', sampleReport()],
  ['the ready one', readyReport()],
])('the numbers of %s agree with the score room', (_name, report) => {
  expect(report.score).toEqual(scoreOf(report.gaps, report.score.previous));
  expect(report.gaps.map((gap) => gap.points)).toEqual(report.gaps.map((gap) => pointsOf(gap, report.score.weight)));
  expect(report.summary).toEqual(summaryOf(report.gaps));
  expect(report.phases).toEqual(phasesOf(report.gaps));
  expect(report.quickWins).toEqual(quickWinsOf(report.gaps));
});

test.each(['json', 'markdown', 'sarif', 'terminal'])('%s is found by its name, pure, and ends with one line feed', async (format) => {
  const { render } = await import('../../src/report/index.js');
  const report = sampleReport();
  const before = structuredClone(report);
  const text = await render(format, report);
  expect(await render(format, report)).toBe(text);
  expect(report).toEqual(before);
  expect(text).toMatch(/\S\n{1,2}$/);
});

test('a format that is not there is an error that names those that are', async () => {
  const { render } = await import('../../src/report/index.js');
  await expect(render('pdf', sampleReport())).rejects.toThrow('there is no format "pdf"; there are terminal, json, markdown, sarif');
});
