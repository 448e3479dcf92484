/** Runs the cases beside rules through the pipeline, each as a project of its own. */
import { dirname } from 'node:path';
import type { Rule, Rulebook } from '../contracts/rules.js';
import { DEFAULT_MAX_FILE_SIZE, discover } from '../discover/index.js';
import { evaluateWith } from '../evaluate/index.js';
import { linkWith } from '../link/index.js';
import type { Link } from '../link/index.js';
import { compareCase, ruleCases } from '../rulebook/index.js';
import type { RuleCase } from '../rulebook/index.js';
import { analyseFiles } from './analyse-files.js';
import { readDocuments } from './read-documents.js';

export interface CaseResult {
  ruleId: string;
  /** Name of the case: `bad.pg.ts`. */
  name: string;
  /** What differs from what the case expects, one line each; empty when it is met. */
  problems: string[];
}

/** Makes the files of a case stand in a directory for as long as `run` takes. */
export type InDirectory = <Result>(files: RuleCase['files'], run: (directory: string) => Promise<Result>) => Promise<Result>;

/** @param rules those to test; all models of the rulebook take part */
export async function testRules(rules: readonly Rule[], { models }: Rulebook, inDirectory: InDirectory): Promise<CaseResult[]> {
  const link = linkWith(models);
  const results: CaseResult[] = [];
  for (const rule of rules) {
    for (const ruleCase of ruleCases(dirname(rule.source), rule.id)) {
      const found = await inDirectory(ruleCase.files, (directory) => differences(directory, rule, ruleCase, models, link));
      results.push({ ruleId: rule.id, name: ruleCase.name, problems: [...ruleCase.problems, ...found] });
    }
  }
  return results;
}

async function differences(directory: string, rule: Rule, ruleCase: RuleCase, models: Rulebook['models'], link: Link): Promise<string[]> {
  const inventory = discover(directory, { maxFileSize: DEFAULT_MAX_FILE_SIZE, include: [], exclude: [] });
  const { facts, schemas } = await analyseFiles(inventory, DEFAULT_MAX_FILE_SIZE, () => undefined);
  const outcomes = evaluateWith({ rules: [rule], models })(link(facts, inventory, schemas, readDocuments(inventory, [rule], DEFAULT_MAX_FILE_SIZE)));
  const failed = outcomes.filter((outcome) => outcome.kind === 'error').map((outcome) => `the rule failed: ${outcome.reason}`);
  const { missing, unexpected } = compareCase(ruleCase, outcomes.flatMap((outcome) => outcome.sites));
  return [...failed, ...missing, ...unexpected.map((site) => `${site} is reported and not expected`)];
}
