/** What may stand in a configuration. Unknown keys are errors, so that a misspelt one is never silently without effect. */
import { z } from 'zod';
import { CONTROL_NAMES, type ControlName } from '../../contracts/controls.js';
import { PRIORITIES, PROFILES } from '../../contracts/rules.js';

const globs = z.array(z.string().min(1));
const checkIds = z.array(z.string().min(1));
const references = z.array(z.string().regex(/^[^#]+(?:#[\w$]+(?:\.[\w$]+)*)?$/, 'write file#export, e.g. src/middleware/limit.ts#apiLimiter'));
const controlShape = Object.fromEntries(CONTROL_NAMES.map((name) => [name, references.optional()])) as Record<ControlName, z.ZodOptional<typeof references>>;

const day = z.iso.date('write a day as 2027-03-31');
const link = z.url({ protocol: /^https?$/, error: 'write the address of a page' });
const text = z.string().trim().min(1, 'say it in a few words');
const acceptance = z.strictObject({ reason: text, owner: text, until: day, link: link.optional() });
const attestation = z.strictObject({ reason: text, owner: text, until: day, link });

export const configurationSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where the JSON Schema of this file is, for editors.'),
    profile: z.enum(PROFILES).optional().describe('How far to look: essential, growth (default) or enterprise.'),
    failOn: z
      .enum([...PRIORITIES, 'never'])
      .optional()
      .describe('The gate fails when a gap of this priority or a higher one is open. Default P0.'),
    minScore: z.number().min(0).max(100).optional().describe('The gate fails when the score is below this.'),
    only: checkIds.optional().describe('Ids of the checks to run; all others are left out.'),
    skip: checkIds.optional().describe('Ids of checks to leave out.'),
    include: globs.optional().describe('Files to audit, as patterns of .gitignore relative to the audited directory. Default: all.'),
    exclude: globs.optional().describe('Files to leave out, as patterns of .gitignore relative to the audited directory.'),
    rules: z.array(z.string().min(1)).optional().describe("Directories with rules and models of your own, relative to this file."),
    controls: z
      .strictObject(controlShape)
      .optional()
      .describe('Control → the functions, classes or values of this project that are it, as file#name (src/limit.ts#apiLimiter), relative to the audited directory; without #name the default export.'),
    accept: z
      .record(z.string(), acceptance)
      .optional()
      .describe('Check → a risk that the team takes: why, who answers for it, and the last day on which it stands. Then its sites count again.'),
    attest: z
      .record(z.string(), attestation)
      .optional()
      .describe('Check → a control that stands where the repository cannot show it: what, who answers for it, where it can be read, and the last day on which it stands. What is seen to fail stays open.'),
    maxFileSize: z.int().min(1).optional().describe('Bytes; longer code files are skipped and reported. Default 2097152.'),
    maxFailedFiles: z.int().min(0).optional().describe('How many files may fail to parse before the audit counts as incomplete (exit code 3). Default: ten, or one in twenty if that is more.'),
  })
  .describe('Configuration of shipworthy');

export type Configuration = z.infer<typeof configurationSchema>;

/** The JSON Schema published as `schema/config.json`. */
export function configJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(configurationSchema, { io: 'input', target: 'draft-7' });
  return { $schema, $id: 'https://unpkg.com/shipworthy/schema/config.json', title: 'shipworthy configuration', ...schema };
}
