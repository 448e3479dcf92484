import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';

describe('the rulebook that comes with the package', () => {
  it('loads without an error', () => {
    const { issues } = loadRulebook([fileURLToPath(ownRulesDirectory())]);
    const errors = issues.filter((issue) => issue.severity === 'error');
    expect(errors.map((issue) => `${issue.path}:${issue.line}:${issue.column} ${issue.message} (${issue.hint ?? ''})`)).toEqual([]);
  });
});
