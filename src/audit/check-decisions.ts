/** Refuses decisions about checks that do not exist: a misspelt one would be without effect, and nobody would notice. */
import type { TeamDecision } from '../contracts/decisions.js';
import type { Rule } from '../contracts/rules.js';
import { unknownCheck } from './select-rules.js';

/** @throws UserError `unknown-check` for the first decision about a check that no rule is, with the others after it */
export function checkDecisions(decisions: readonly TeamDecision[], rules: readonly Rule[]): void {
  const known = new Set(rules.map((rule) => rule.id));
  const [first, ...others] = decisions.filter(({ check }) => !known.has(check)).map(({ check, place }) => unknownCheck(check, known, place));
  if (first !== undefined) throw first.with(others);
}
