/** Turns what zod says about a YAML file into diagnostics with line, column and a hint. */
import type { z } from 'zod';
import type { Diagnostic } from '../contracts/inventory.js';
import { nearestWord } from './nearest-word.js';
import type { YamlFile } from './yaml-file.js';

type Issue = z.core.$ZodIssue;

/**
 * @param code `rule-invalid` or `model-invalid`.
 * @returns one diagnostic a problem, in source order.
 */
export function diagnosticsOf(issues: readonly Issue[], file: YamlFile, code: string): Diagnostic[] {
  return withoutConsequences(issues)
    .flatMap((issue) => explain(issue))
    .map(({ message, hint, path, ofKey }): Diagnostic => {
      const { line, column, path: name } = file.positionAt(path, ofKey);
      return { code, severity: 'error', message, path: name, line, column, ...(hint ? { hint } : {}) };
    })
    .sort((a, b) => a.line! - b.line! || a.column! - b.column!);
}

/** A misspelt key explains why the right one is missing; one complaint is enough. */
function withoutConsequences(issues: readonly Issue[]): Issue[] {
  const misspelt = new Set(issues.filter((issue) => issue.code === 'unrecognized_keys').map((issue) => issue.path.join('.')));
  const follows = (issue: Issue) => issue.code === 'custom' && issue.params?.['onlyIfKeysAreKnown'] === true && misspelt.has(issue.path.join('.'));
  return issues.filter((issue) => !follows(issue));
}

interface Explanation {
  message: string;
  hint: string;
  path: readonly PropertyKey[];
  ofKey: boolean;
}

function explain(issue: Issue): Explanation[] {
  const isOfKey = issue.code === 'custom' && issue.params?.['ofKey'] === true;
  const place = (isOfKey ? issue.path.slice(0, -1) : issue.path).map(String).join('.');
  const about = place === '' ? '' : `${place}: `;
  const one = (message: string, hint = '', path: readonly PropertyKey[] = issue.path, ofKey = false): Explanation[] => [{ message: about + message, hint, path, ofKey }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => one(`unknown key "${key}"`, didYouMean(key, issue.message.split(' ')), [...issue.path, key], true));
    case 'invalid_value':
      return one(`${shown(issue.input)}is not one of the words allowed here`, didYouMean(String(issue.input), issue.values.map(String)));
    case 'invalid_type':
      return one(issue.input === undefined && missing(issue) ? 'is missing' : `must be ${article(issue.expected)}`);
    case 'invalid_union':
      return explainUnion(issue, one);
    case 'custom': {
      const params = issue.params ?? {};
      return one(issue.message, typeof params['hint'] === 'string' ? params['hint'] : '', issue.path, isOfKey);
    }
    default:
      return one(issue.message);
  }
}

/** The alternative whose complaint lies deepest is the one that was meant. */
function explainUnion(issue: Extract<Issue, { code: 'invalid_union' }>, one: (message: string) => Explanation[]): Explanation[] {
  const depth = (branch: readonly Issue[]) => Math.max(...branch.map((each) => each.path.length + (each.code === 'invalid_type' ? 0 : 0.5)));
  const branches = issue.errors.filter((branch) => branch.length > 0).sort((a, b) => depth(b) - depth(a));
  const best = branches[0];
  if (!best) return one(issue.message);
  if (depth(best) > 0) return withoutConsequences(best).flatMap((each) => explain({ ...each, path: [...issue.path, ...each.path] }));
  const expected = issue.errors.flat().flatMap((each) => (each.code === 'invalid_type' ? [article(each.expected)] : []));
  return one(`must be ${[...new Set(expected)].join(' or ')}`);
}

function missing(issue: Issue): boolean {
  return issue.message.includes('received undefined');
}

function shown(input: unknown): string {
  return input === undefined ? '' : `${JSON.stringify(input)} `;
}

function article(expected: string): string {
  const name = { object: 'map', record: 'map', array: 'list', int: 'whole number', string: 'text' }[expected] ?? expected;
  return name === 'text' ? name : `a ${name}`;
}

function didYouMean(word: string, valid: readonly string[]): string {
  const nearest = nearestWord(word, valid);
  return nearest ? `did you mean "${nearest}"?` : `allowed: ${valid.join(', ')}`;
}
