/** Comments in a case that say what is to be reported. The forms are described in `docs/rule-language.md`. */
import type { Priority } from '../contracts/rules.js';

export interface Expectation {
  /** Path of the file in the case. */
  path: string;
  /** 1-based line that the comment speaks of. */
  line: number;
  ruleId: string;
  /** `expect:` (true) or `ok:` (false). */
  reported: boolean;
  /** The priority that the finding must have, or null for any. */
  priority: Priority | null;
  /** `expect-project:` speaks of the project as a whole, not of a line. */
  wholeProject: boolean;
}

/** A line that holds a comment and nothing else, in any of the languages of the cases. */
const COMMENT = /^\s*\{?\s*(?:\/\/|\/\*+|#|--|<!--)\s*(.*?)\s*(?:\*\/|-->)?\s*\}?\s*$/;
const EXPECTATION = /^(expect|expect-project|ok):\s*([a-z0-9-]+)(?:\s+(P[0-3]))?$/;
/** What was probably meant as one. */
const ATTEMPT = /^(expect|expects|expect-project|ok)\s*:/i;

/**
 * A comment speaks of the next line that is no such comment itself, so that several can stand above one line.
 *
 * @returns the expectations, and a problem for each comment that looks like one but cannot be read.
 */
export function expectationsIn(path: string, text: string): { expectations: Expectation[]; problems: string[] } {
  const lines = text.split(/\r\n|\r|\n/);
  const comments = lines.map((line) => COMMENT.exec(line)?.[1] ?? '');
  const expectations: Expectation[] = [];
  const problems: string[] = [];
  for (const [index, comment] of comments.entries()) {
    const match = EXPECTATION.exec(comment);
    if (match === null) {
      if (ATTEMPT.test(comment)) problems.push(`${path}:${index + 1} "${comment}" cannot be read: write "expect: <id>", "expect: <id> P0" or "ok: <id>"`);
      continue;
    }
    let target = index + 1;
    while (target < lines.length && EXPECTATION.test(comments[target]!)) target += 1;
    const [, word, ruleId = '', priority] = match;
    expectations.push({ path, line: target + 1, ruleId, reported: word !== 'ok', priority: (priority as Priority | undefined) ?? null, wholeProject: word === 'expect-project' });
  }
  return { expectations, problems };
}
