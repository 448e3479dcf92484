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

  it('says of each function of files what it does with them, as messages tell it', () => {
    const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);
    const entries = rulebook.models.flatMap((model) => model.roles).filter((entry) => entry.role.startsWith('file.'));
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.filter((entry) => entry.attributes['does'] === undefined).map((entry) => `${entry.role} ${entry.paths[0]}`)).toEqual([]);
  });
});
