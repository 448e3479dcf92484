import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CONDITIONS } from '../../src/evaluate/conditions/index.js';
import { VALUE_TESTS } from '../../src/evaluate/value-tests/index.js';
import { modelJsonSchema, ruleJsonSchema } from '../../src/rulebook/json-schemas.js';
import { KNOWN_ROLES } from '../../src/rulebook/known-roles.js';
import { readYaml } from '../../src/rulebook/yaml-file.js';
import { conditionWords } from '../../src/rulebook/vocabulary/conditions.js';
import { BARE_TESTS, MAP_TESTS } from '../../src/rulebook/vocabulary/value-tests.js';

const DOCUMENTATION = readFileSync(new URL('../../docs/rule-language.md', import.meta.url), 'utf8');

describe('the vocabulary', () => {
  const words = Object.keys(conditionWords(z.any(), z.any())).sort();
  const tests = [...BARE_TESTS, ...Object.keys(MAP_TESTS)].sort();

  it('is what evaluate implements', () => {
    expect(Object.keys(CONDITIONS).sort()).toEqual(words);
    expect(Object.keys(VALUE_TESTS).sort()).toEqual(tests);
  });

  it.each(words)('documents the condition %s', (word) => {
    expect(DOCUMENTATION).toContain(`{ ${word}:`);
  });

  it.each(tests)('documents the value test %s', (word) => {
    expect(DOCUMENTATION).toMatch(new RegExp(`\`${word}\`|\\{ ${word}:`));
  });

  it('knows only roles that are documented', () => {
    const undocumented = KNOWN_ROLES.filter((role) => !DOCUMENTATION.includes(role) && !DOCUMENTATION.includes(role.split('.')[0]! + '.'));
    expect(undocumented).toEqual([]);
  });
});

/** The examples of the documentation are what it says they are. */
describe('the examples in docs/rule-language.md', () => {
  const examples = [...DOCUMENTATION.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
  const ajv = new Ajv({ strict: false, formats: { uri: true } });
  const rule = ajv.compile(ruleJsonSchema());
  const model = ajv.compile(modelJsonSchema());

  it('hold for the published schemas', () => {
    const read = (text: string) => readYaml(text.replaceAll('…', 'x').replaceAll('https://x', 'https://example.org'), 'example.yaml').data as Record<string, unknown>;
    const data = examples.map(read);
    const models = data.filter((each) => 'package' in each);
    const rules = data.filter((each) => 'id' in each);
    expect(models.length).toBeGreaterThan(0);
    expect(rules.length).toBeGreaterThan(0);
    expect(models.map((each) => (model(each) ? null : model.errors))).toEqual(models.map(() => null));
    expect(rules.map((each) => (rule(each) ? null : rule.errors))).toEqual(rules.map(() => null));
  });

  it('an unknown word does not', () => {
    expect(model({ package: 'pg', rols: {} })).toBe(false);
    expect(rule({ id: 'x' })).toBe(false);
  });
});
