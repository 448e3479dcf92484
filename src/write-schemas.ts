/** Build step: writes the JSON Schemas that the package publishes, from the schemas that the program itself checks with, and its own rules as read and checked. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configJsonSchema } from './cli/configuration/schema.js';
import { reportJsonSchema } from './report/schema.js';
import { compileDirectory } from './rulebook/compile.js';
import { modelJsonSchema, ruleJsonSchema } from './rulebook/json-schemas.js';
import { compiledRulebookFile, ownRulesDirectory } from './rulebook/own.js';

const SCHEMAS: Record<string, () => Record<string, unknown>> = {
  config: configJsonSchema,
  model: modelJsonSchema,
  report: reportJsonSchema,
  rule: ruleJsonSchema,
};

const directory = fileURLToPath(new URL('../schema/', import.meta.url));
mkdirSync(directory, { recursive: true });
for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(`${directory}${name}.json`, `${JSON.stringify(schema(), null, 2)}\n`);
}

writeFileSync(compiledRulebookFile(), compileDirectory(fileURLToPath(ownRulesDirectory())));
