/** Reads one directory of rules and models from its YAML, each file checked by itself. What takes all of them at once is in `load.ts`. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Diagnostic } from '../contracts/inventory.js';
import { findRulebookFiles } from './find-files.js';
import type { FoundFile } from './find-files.js';
import { diagnosticsOf } from './issues.js';
import { modelFrom } from './model.js';
import { modelSchema } from './model-schema.js';
import type { DirectoryContent } from './named.js';
import { reading } from './readers.js';
import { alwaysHasSites, ruleFrom } from './rule.js';
import { ruleSchema } from './rule-schema.js';
import { readYaml } from './yaml-file.js';
import type { YamlFile } from './yaml-file.js';

/** Made on first use: a start from the compiled rulebook needs none. */
let schemas: { rule: ReturnType<typeof ruleSchema>; model: ReturnType<typeof modelSchema> } | null = null;

/** @param directory absolute. One that cannot be read is an issue. */
export function readDirectory(directory: string): DirectoryContent {
  const content: DirectoryContent = { rules: [], models: [], issues: [] };
  for (const found of filesIn(directory, content.issues)) {
    if (found.kind === 'rule') readRule(found, content);
    else readModel(found, content);
  }
  return content;
}

function filesIn(directory: string, issues: Diagnostic[]): FoundFile[] {
  try {
    return findRulebookFiles(directory);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    issues.push({ code: 'rules-unreadable', severity: 'error', message: `the rules directory cannot be read: ${message}`, path: directory, hint: 'check the path under rules: in the configuration' });
    return [];
  }
}

/** The checked content of a file, or null with issues noted. */
function readChecked<Schema extends z.ZodType>(found: FoundFile, schema: Schema, issues: Diagnostic[]): { value: z.output<Schema>; yaml: YamlFile } | null {
  const code = `${found.kind}-invalid`;
  try {
    const yaml = readYaml(readFileSync(found.file, 'utf8'), found.shown);
    issues.push(...yaml.issues);
    if (yaml.issues.length > 0) return null;
    const result = schema.safeParse(yaml.data, { reportInput: true });
    if (result.success) return { value: result.data, yaml };
    issues.push(...diagnosticsOf(result.error.issues, yaml, code));
  } catch (error) {
    // Unreadable, or nested so deeply that reading it exhausts the stack.
    const message = error instanceof Error ? error.message : String(error);
    issues.push({ code, severity: 'error', message: `cannot be read: ${message}`, path: found.shown, line: 1, column: 1 });
  }
  return null;
}

function schemasInUse() {
  return (schemas ??= { rule: ruleSchema(reading), model: modelSchema() });
}

function readRule(found: FoundFile, { rules, issues }: DirectoryContent): void {
  const checked = readChecked(found, schemasInUse().rule, issues);
  if (!checked) return;
  const rule = ruleFrom(checked.value, found.file);
  const complain = (key: string, message: string, hint: string) => {
    const { line, column } = checked.yaml.positionAt([key]);
    issues.push({ code: 'rule-invalid', severity: 'error', message, path: found.shown, line, column, hint });
  };
  if (rule.id !== found.folder) complain('id', `the id is "${rule.id}" but the folder is "${found.folder}"`, 'a rule is found by its id: name the folder like it');
  if (checked.value['no-sites'] === undefined && !alwaysHasSites(rule.sites)) complain('sites', 'no-sites is missing', 'say why the rule is not applicable when there are no sites');
  rules.push({ item: rule, path: found.shown, positionOf: (key) => checked.yaml.positionAt([key]) });
}

function readModel(found: FoundFile, { models, issues }: DirectoryContent): void {
  const checked = readChecked(found, schemasInUse().model, issues);
  if (!checked) return;
  const { model, problems } = modelFrom(checked.value, found.file);
  for (const problem of problems) {
    const { line, column } = checked.yaml.positionAt(problem.path, problem.ofKey);
    issues.push({ code: 'model-invalid', severity: 'error', message: problem.message, path: found.shown, line, column, hint: 'see API paths in docs/rule-language.md' });
  }
  models.push({ item: model, path: found.shown, positionOf: (key) => checked.yaml.positionAt([key]) });
}
