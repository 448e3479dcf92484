/** `shipworthy rules list` and `shipworthy rules test`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import type { CaseResult, InDirectory } from '../audit/test-rules.js';
import { UserError } from '../contracts/errors.js';
import { configuredRules } from './rulebook-access.js';
import { writeReport } from './streams.js';

/** One line a check: id, priority, relevance, title; for people and for `cut`. */
export async function runRulesList(flags: { config?: string }): Promise<void> {
  const { rulebook } = await configuredRules(flags.config, []);
  const width = Math.max(0, ...rulebook.rules.map((rule) => rule.id.length));
  const lines = rulebook.rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.priority}  ${rule.relevance.padEnd(10)}  ${rule.title}`);
  await writeReport(lines.map((line) => `${line}\n`).join(''));
}

/** Exit code 1 when a case is not met. Without a directory: the rules of the configuration, or ours when it names none. */
export async function runRulesTest(directory: string | undefined): Promise<void> {
  const { rulebook, own, directories } = await configuredRules(undefined, directory === undefined ? [] : [resolve(directory)]);
  const tested = directory !== undefined ? [resolve(directory)] : directories.length > 0 ? directories : [own];
  const rules = rulebook.rules.filter((rule) => tested.some((parent) => resolve(rule.source).startsWith(parent.endsWith(sep) ? parent : parent + sep)));
  const { testRules } = await import('../audit/test-rules.js');
  const results = await testRules(rules, rulebook, inTemporaryDirectory);
  if (results.length === 0) throw new UserError('no-cases', `there are no cases beside the rules in ${tested.join(', ')}`, { hint: 'put bad.*.ts and good.*.ts beside rule.yaml; see docs/rule-language.md' });
  const failed = results.filter((result) => result.problems.length > 0);
  await writeReport(`${results.map(describe).join('')}${results.length - failed.length} of ${results.length} cases are met\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function describe({ ruleId, name, problems }: CaseResult): string {
  return `${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${ruleId}  ${name}\n${problems.map((problem) => `        ${problem}\n`).join('')}`;
}

const inTemporaryDirectory: InDirectory = async (files, run) => {
  const directory = mkdtempSync(join(tmpdir(), 'shipworthy-case-'));
  try {
    for (const file of files) {
      const path = join(directory, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    return await run(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};
