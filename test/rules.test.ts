/** Every rule is proved by the cases in its folder: what `bad` must report, what `good` must not. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareCase, ownRulesDirectory, ruleCases } from '../src/rulebook/index.js';
import { loadRulebook } from '../src/rulebook/load.js';
import { auditCase } from './support/audit-case.js';

const { rulebook, issues } = loadRulebook([fileURLToPath(ownRulesDirectory())]);

it('the rulebook loads without errors', () => {
  const errors = issues.filter((issue) => issue.severity === 'error');
  expect(errors.map((issue) => `${issue.path}:${issue.line}:${issue.column} ${issue.message} ${issue.hint ?? ''}`)).toEqual([]);
});

describe.each(rulebook.rules)('$id', (rule) => {
  const cases = ruleCases(dirname(rule.source), rule.id);

  it('has a bad and a good case', () => {
    expect(new Set(cases.map((each) => each.kind))).toEqual(new Set(['bad', 'good']));
  });

  it.each(cases)('$name', (ruleCase) => {
    const files = Object.fromEntries(ruleCase.files.map((file) => [file.path, file.text]));
    const outcomes = auditCase(files, { rules: [rule], models: rulebook.models });
    const difference = compareCase(ruleCase, outcomes.flatMap((outcome) => outcome.sites));
    expect({ problems: ruleCase.problems, ...difference }).toEqual({ problems: [], missing: [], unexpected: [] });
  });
});
