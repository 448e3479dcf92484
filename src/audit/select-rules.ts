/** Chooses the rules to judge by, and refuses a rulebook with mistakes in it. */
import type { Diagnostic } from '../contracts/inventory.js';
import { UserError } from '../contracts/errors.js';
import type { ErrorPlace } from '../contracts/errors.js';
import type { Rule } from '../contracts/rules.js';
import { nearestWord, readRulebook } from '../rulebook/index.js';
import type { LoadedRulebook } from '../rulebook/index.js';

/**
 * Our rules and a team's own.
 * @param own absolute directory of the rules that come with the package. A mistake in them is ours: the rule is left out and stands among the issues.
 * @throws UserError for the first mistake in a team's rules, with the others after it: an audit that lacks a rule they rely on would look better than it is
 */
export async function loadCheckedRulebook(own: string, directories: readonly string[]): Promise<LoadedRulebook> {
  const ours = await readRulebook([own]);
  // Our warnings are for those who write our rules; a rule of ours that is left out concerns whoever reads a report.
  const lost = ours.issues.filter((issue) => issue.severity === 'error');
  if (directories.length === 0) return { rulebook: ours.rulebook, issues: lost };
  const known = new Set(ours.issues.map((issue) => JSON.stringify(issue)));
  const all = await readRulebook([own, ...directories]);
  const theirs = all.issues.filter((issue) => !known.has(JSON.stringify(issue)));
  const [first, ...others] = theirs.filter((issue) => issue.severity === 'error').map(toUserError);
  if (first !== undefined) throw first.with(others);
  return { rulebook: all.rulebook, issues: [...lost, ...theirs] };
}

/**
 * @param only ids; empty means all
 * @throws UserError for an id that no rule has
 */
export function selectRules(rules: readonly Rule[], only: readonly string[], skip: readonly string[]): Rule[] {
  const known = new Set(rules.map((rule) => rule.id));
  const unknown = [...only, ...skip].find((id) => !known.has(id));
  if (unknown !== undefined) throw unknownCheck(unknown, known, { subject: unknown });
  const selected = rules.filter((rule) => (only.length === 0 || only.includes(rule.id)) && !skip.includes(rule.id));
  if (selected.length === 0) throw new UserError('no-checks', 'no check is left to run', { hint: 'look at only and skip' });
  return selected;
}

/** @param place where the id is written, as far as that is known */
export function unknownCheck(id: string, known: ReadonlySet<string>, place: ErrorPlace): UserError {
  const nearest = nearestWord(id, known);
  return new UserError('unknown-check', `there is no check "${id}"`, { ...place, hint: nearest === null ? 'shipworthy rules list shows all' : `did you mean "${nearest}"? shipworthy rules list shows all` });
}

function toUserError({ code, message, path, line, column, hint }: Diagnostic): UserError {
  return new UserError(code, message, { path, line, column, hint });
}
