/** The cases beside a rule that prove it: which there are, what they expect, and whether a run of them met that. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location, SiteResult } from '../contracts/audit.js';
import { expectationsIn } from './expectations.js';
import type { Expectation } from './expectations.js';

const MAX_DEPTH = 10;
/** More than this is no example any more. */
const MAX_CASE_FILES = 200;

export interface RuleCase {
  /** As it is found: `bad.pg.ts`, `good/shared-client`. */
  name: string;
  kind: 'bad' | 'good';
  /** Its files, sorted by path. A case of one file has that file's name as path; in a folder paths are relative to it. */
  files: { path: string; text: string }[];
  expectations: Expectation[];
  /** What is wrong with the case itself: a comment that cannot be read, a bad case that expects nothing. */
  problems: string[];
}

/**
 * The cases in a rule's folder, by name.
 *
 * @param ruleId comments about other rules in the same case are left to those.
 * @throws NodeJS.ErrnoException when the folder cannot be read.
 */
export function ruleCases(directory: string, ruleId: string): RuleCase[] {
  const cases: RuleCase[] = [];
  for (const entry of sortedEntries(directory)) {
    const kind = /^(bad|good)(\.|$)/.exec(entry.name)?.[1] as RuleCase['kind'] | undefined;
    if (kind === undefined) continue;
    if (entry.isFile()) cases.push(makeCase(entry.name, kind, [{ path: entry.name, text: readFileSync(join(directory, entry.name), 'utf8') }], ruleId));
    else if (entry.isDirectory()) cases.push(...folderCases(join(directory, entry.name), kind, ruleId));
  }
  return cases;
}

function folderCases(directory: string, kind: RuleCase['kind'], ruleId: string): RuleCase[] {
  return sortedEntries(directory).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return [makeCase(`${kind}/${entry.name}`, kind, filesUnder(path, '', 0), ruleId)];
    const text = readFileSync(path, 'utf8');
    return [makeCase(`${kind}/${entry.name}`, kind, [{ path: entry.name, text }], ruleId)];
  });
}

function makeCase(name: string, kind: RuleCase['kind'], files: RuleCase['files'], ruleId: string): RuleCase {
  const read = files.map((file) => expectationsIn(file.path, file.text));
  const expectations = read.flatMap((each) => each.expectations).filter((each) => each.ruleId === ruleId);
  const problems = read.flatMap((each) => each.problems);
  const expected = expectations.filter((each) => each.reported).length;
  if (kind === 'bad' && expected === 0) problems.push(`a bad case needs a comment "// expect: ${ruleId}" above each line that is to be reported`);
  if (kind === 'good' && expected > 0) problems.push('a good case expects nothing to be reported');
  return { name, kind, files, expectations, problems };
}

function filesUnder(directory: string, prefix: string, depth: number): RuleCase['files'] {
  if (depth > MAX_DEPTH) return [];
  const found = sortedEntries(directory).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return filesUnder(path, `${prefix}${entry.name}/`, depth + 1);
    return entry.isFile() ? [{ path: prefix + entry.name, text: readFileSync(path, 'utf8') }] : [];
  });
  return found.slice(0, MAX_CASE_FILES);
}

function sortedEntries(directory: string) {
  return readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** How a run of a case differs from what it expects; both empty when it is met. One line of text each, with file and line. */
export interface CaseDifference {
  missing: string[];
  unexpected: string[];
}

/**
 * Compares the failing sites of the rule with the comments.
 *
 * @param sites every site that the rule judged in the case, of any verdict.
 */
export function compareCase(ruleCase: RuleCase, sites: readonly SiteResult[]): CaseDifference {
  const failing = sites.filter((site) => site.verdict === 'fail');
  const paths = new Set(ruleCase.files.map((file) => file.path));
  const missing: string[] = [];
  for (const expected of ruleCase.expectations.filter((each) => each.reported)) {
    const here = failing.filter((site) => isAt(site, expected, paths));
    const place = expected.wholeProject ? 'the project' : `${expected.path}:${expected.line}`;
    if (here.length === 0) missing.push(`${place} ${expected.ruleId} is not reported; ${seenAt(sites, expected, paths)}`);
    else if (expected.priority !== null && here.every((site) => site.priority !== expected.priority)) {
      missing.push(`${place} ${expected.ruleId} is reported as ${here.map((site) => site.priority).join(', ')}, expected ${expected.priority}`);
    }
  }
  const unexpected = failing.flatMap((site) => unexpectedPlaces(site, ruleCase, paths).map((place) => `${place.path}:${place.line} ${site.priority} ${site.message}`));
  return { missing, unexpected };
}

/** Places of a failing site that no comment expects; a finding that stands for several must be expected at each. */
function unexpectedPlaces(site: SiteResult, { expectations }: RuleCase, paths: ReadonlySet<string>): Location[] {
  const expected = expectations.filter((each) => each.reported);
  return [site.location, ...(site.places ?? [])].filter((place) => !expected.some((each) => isPlace(place, each, paths)));
}

function isAt(site: SiteResult, expected: Expectation, paths: ReadonlySet<string>): boolean {
  return [site.location, ...(site.places ?? [])].some((place) => isPlace(place, expected, paths));
}

function isPlace({ path, line }: Location, expected: Expectation, paths: ReadonlySet<string>): boolean {
  if (expected.wholeProject) return !paths.has(path) || (line === 1 && path.endsWith('package.json'));
  return path === expected.path && line === expected.line;
}

function seenAt(sites: readonly SiteResult[], expected: Expectation, paths: ReadonlySet<string>): string {
  const here = sites.filter((site) => isAt(site, expected, paths));
  if (here.length === 0) return 'no site was found there';
  return here.map((site) => `${site.verdict}: ${site.message}`).join('; ');
}
