/** Loads the rulebook: our rules and a team's own, each checked alike. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Diagnostic } from '../contracts/inventory.js';
import type { Model, Rule, Rulebook } from '../contracts/rules.js';
import { crossChecks } from './cross-checks.js';
import type { Named } from './cross-checks.js';
import { modelConflicts, ruleDuplicates } from './duplicates.js';
import { findRulebookFiles } from './find-files.js';
import type { FoundFile } from './find-files.js';
import { diagnosticsOf } from './issues.js';
import { modelFrom } from './model.js';
import { modelSchema } from './model-schema.js';
import { reading } from './readers.js';
import { alwaysHasSites, ruleFrom } from './rule.js';
import { ruleSchema } from './rule-schema.js';
import { readYaml } from './yaml-file.js';
import type { YamlFile } from './yaml-file.js';

export interface LoadedRulebook {
  rulebook: Rulebook;
  /** An `error` means that its file is left out. By directory, then path, line and column. */
  issues: Diagnostic[];
}

const schemas = { rule: ruleSchema(reading), model: modelSchema() };

/**
 * Reads all rules and models under the directories, ours first. A rule whose id is taken already is an error and is left
 * out; a model adds to the others for its package.
 *
 * @param directories absolute paths of rule directories, such as the package's own `rules/`.
 */
export function loadRulebook(directories: readonly string[]): LoadedRulebook {
  const issues: Diagnostic[] = [];
  const rules: Named<Rule>[] = [];
  const models: Named<Model>[] = [];
  for (const directory of directories) {
    for (const found of filesIn(directory, issues)) {
      if (found.kind === 'rule') loadRule(found, rules, issues);
      else loadModel(found, models, issues);
    }
  }
  const kept = ruleDuplicates(rules, issues);
  modelConflicts(models, issues);
  issues.push(...crossChecks(kept, models.map((model) => model.item)));
  kept.sort((a, b) => (a.item.id < b.item.id ? -1 : 1));
  return { rulebook: { rules: kept.map((rule) => rule.item), models: models.map((model) => model.item) }, issues };
}

/** Where the rules that come with this package are. */
export function ownRulesDirectory(): URL {
  return new URL('../../rules/', import.meta.url);
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

function loadRule(found: FoundFile, rules: Named<Rule>[], issues: Diagnostic[]): void {
  const checked = readChecked(found, schemas.rule, issues);
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

function loadModel(found: FoundFile, models: Named<Model>[], issues: Diagnostic[]): void {
  const checked = readChecked(found, schemas.model, issues);
  if (!checked) return;
  const { model, problems } = modelFrom(checked.value, found.file);
  for (const problem of problems) {
    const { line, column } = checked.yaml.positionAt(problem.path, problem.ofKey);
    issues.push({ code: 'model-invalid', severity: 'error', message: problem.message, path: found.shown, line, column, hint: 'see API paths in docs/rule-language.md' });
  }
  models.push({ item: model, path: found.shown, positionOf: (key) => checked.yaml.positionAt([key]) });
}
