/** `shipworthy rules list` and `shipworthy rules test`. */
import { UserError } from '../contracts/errors.js';
import { configuredRulebook } from './rulebook-access.js';
import { writeReport } from './streams.js';

/** One line a check: id, priority, relevance, title; for people and for `cut`. */
export async function runRulesList(flags: { config?: string }): Promise<void> {
  const { rules } = await configuredRulebook(flags.config);
  const width = Math.max(0, ...rules.map((rule) => rule.id.length));
  const lines = rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.priority}  ${rule.relevance.padEnd(10)}  ${rule.title}`);
  await writeReport(lines.map((line) => `${line}\n`).join(''));
}

export async function runRulesTest(directory: string | undefined): Promise<void> {
  throw new UserError('not-available', `rules test ${directory ?? ''} is not available in this version`.replace('  ', ' '));
}
