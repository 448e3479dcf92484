import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';

it('the README names each check that ships, once', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('| family | checks |')).split('\n\n')[0]!;
  const named = [...table.matchAll(/`([a-z0-9-]+)`/g)].map((match) => match[1]!);
  const { rulebook } = loadRulebook([fileURLToPath(ownRulesDirectory())]);
  expect(named.sort()).toEqual(rulebook.rules.map((rule) => rule.id).sort());
});
