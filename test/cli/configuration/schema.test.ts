import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../../src/cli/configuration/schema.js';
import { reportJsonSchema } from '../../../src/report/schema.js';
import { modelJsonSchema, ruleJsonSchema } from '../../../src/rulebook/json-schemas.js';

describe('the published JSON Schema of the configuration', () => {
  const validate = new Ajv({ allErrors: true, validateFormats: false }).compile(configJsonSchema());

  it('takes every key', () => {
    const everything = { $schema: 'x', profile: 'growth', failOn: 'never', minScore: 80, only: ['a'], skip: ['b'], include: ['src/'], exclude: ['legacy/'], rules: ['./rules'], controls: { 'rate-limit': ['src/limit.ts#limiter'] }, accept: { a: { reason: 'x', owner: 'y', until: '2027-03-31' } }, attest: { b: { reason: 'x', owner: 'y', until: '2027-03-31', link: 'https://example.org' } }, maxFileSize: 1000, maxFailedFiles: 0 };
    expect(validate(everything)).toBe(true);
    expect(Object.keys(everything).sort()).toEqual(Object.keys((configJsonSchema() as { properties: object }).properties).sort());
  });

  it.each([{ profle: 'growth' }, { failOn: 'P4' }, { minScore: 101 }, { only: 'a' }, { controls: { 'rate-limit': 'x' } }, { controls: { Rate: ['x'] } }, { maxFileSize: 0 }, { accept: { a: { reason: 'x', owner: 'y' } } }, { attest: { b: { reason: 'x', owner: 'y', until: '2027-03-31' } } }, { accept: { a: { reason: 'x', owner: 'y', until: 'soon' } } }])('refuses %j', (configuration) => {
    expect(validate(configuration)).toBe(false);
  });
});

it('each schema that is published is one, and names itself', () => {
  for (const [name, schema] of Object.entries({ config: configJsonSchema(), rule: ruleJsonSchema(), model: modelJsonSchema(), report: reportJsonSchema() })) {
    const ajv = schema['$schema'] === 'https://json-schema.org/draft/2020-12/schema' ? new Ajv2020({ strict: false, validateFormats: false }) : new Ajv({ strict: false, validateFormats: false });
    expect(() => ajv.compile(schema)).not.toThrow();
    expect(schema['$id']).toBe(`https://unpkg.com/shipworthy/schema/${name}.json`);
  }
});
