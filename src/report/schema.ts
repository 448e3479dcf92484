/** `schema/report.json`, as it is published with the package. */
import { z } from 'zod';
import { REPORT_SCHEMA_URL } from '../contracts/audit.js';
import { reportSchema } from './json-schema.js';

/**
 * JSON Schema 2020-12 of `--format json`. Objects stay open to further members, so that a report of a later version,
 * which only adds fields, is valid for readers of this one.
 */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { target: 'draft-2020-12', io: 'input', reused: 'inline' });
  return {
    $schema,
    $id: REPORT_SCHEMA_URL,
    title: 'shipworthy report',
    description: 'What `shipworthy audit --format json` writes.',
    ...schema,
  };
}
