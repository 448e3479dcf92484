import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/rulebook/load.js';
import { temporaryTree } from '../support/temporary-tree.js';

const RULE = `id: my-rule
title: T
requirement: R
area: security
priority: P1
relevance: essential
effort: { once: 1h }
sites: { role: sql.execute }
no-sites: none
message: m
why: w
action: a
`;

/** `line:column message (hint)` of each issue of a rule made of RULE and more lines, which begin at line 13. */
function issuesOf(more: string, base = RULE): string[] {
  const root = temporaryTree({ 'rules/security/my-rule/rule.yaml': base + more });
  return loadRulebook([`${root}/rules`]).issues.map((issue) => `${issue.line}:${issue.column} ${issue.message} (${issue.hint ?? ''})`);
}

function modelIssues(yaml: string): string[] {
  const root = temporaryTree({ 'rules/models/pg.yaml': yaml });
  return loadRulebook([`${root}/rules`]).issues.map((issue) => `${issue.line}:${issue.column} ${issue.message} (${issue.hint ?? ''})`);
}

describe('issues of a rule', () => {
  it('there are none for a rule in order', () => {
    expect(issuesOf('')).toEqual([]);
  });

  it.each([
    ['an unknown key', 'pases: []\n', ['13:1 unknown key "pases" (did you mean "passes"?)']],
    ['an unknown condition', 'passes:\n  - { opton: timeout }\n', ['14:7 passes.0: unknown condition "opton" (did you mean "option"?)']],
    ['an unknown key of a condition', 'passes:\n  - { option: timeout, iz: set }\n', ['14:24 passes.0: unknown key "iz" (did you mean "is"?)']],
    ['an unknown value test', 'passes:\n  - { option: timeout, is: sett }\n', ['14:28 passes.0.is: unknown value test "sett" (did you mean "set"?)']],
    ['a test without its operand', 'passes:\n  - { option: timeout, is: equals }\n', ['14:28 passes.0.is: "equals" needs an operand (write { equals: … })']],
    ['an unknown test of a map', 'passes:\n  - { option: a, is: { equls: 1 } }\n', ['14:24 passes.0.is: unknown value test "equls" (did you mean "equals"?)']],
    ['an operand that is none of the words', 'passes:\n  - { variable: secrt }\n', ['14:17 passes.0.variable: "secrt" is not one of the words allowed here (did you mean "secret"?)']],
    ['two words in one condition', 'passes:\n  - { option: a, argument: b }\n', ['14:18 passes.0: a condition has one word, this one has option and argument (combine them with all: [ … ] or any: [ … ])']],
    ['a condition deep inside', 'ignores:\n  any:\n    - not:\n        project-has: { role: sql.execute, were: [] }\n', ['16:43 ignores.any.0.not.project-has: unknown key "were" (did you mean "where"?)']],
    ['a broken regular expression', 'ignores: { name: { matches: "(" } }\n', ['13:29 ignores.name.matches: Invalid regular expression: /(/: Unterminated group (in a YAML string with double quotes a backslash is written twice)']],
    ['a clause with a condition that is none', 'fails:\n  - { when: { roel: x }, message: m }\n', ['14:15 fails.0.when: unknown condition "roel" (did you mean "role"?)']],
    ['a priority in a clause', 'fails:\n  - { when: { role: x }, priority: P9 }\n', ['14:36 fails.0.priority: "P9" is not one of the words allowed here (did you mean "P0"?)']],
  ])('%s', (_name, more, expected) => {
    expect(issuesOf(more).slice(0, expected.length)).toEqual(expected);
  });

  it('names what is missing, at the map that lacks it', () => {
    expect(issuesOf('', RULE.replace('title: T\n', ''))).toEqual(['1:1 title: is missing ()']);
  });

  it('asks for the reason for having no sites', () => {
    expect(issuesOf('', RULE.replace('no-sites: none\n', ''))).toEqual(['8:8 no-sites is missing (say why the rule is not applicable when there are no sites)']);
    expect(issuesOf('', RULE.replace('no-sites: none\n', '').replace('{ role: sql.execute }', '{ project: true }'))).toEqual([]);
  });

  it('wants the folder to be named like the rule', () => {
    expect(issuesOf('', RULE.replace('my-rule', 'your-rule'))[0]).toMatch(/^1:5 the id is "your-rule" but the folder is "my-rule"/);
  });

  it('warns of a role that no model plays and of a placeholder that nothing fills', () => {
    expect(issuesOf('passes: [{ role: sql.exceute }]\n')).toEqual(['13:10 no model has the role "sql.exceute" (did you mean "sql.execute"?)']);
    expect(issuesOf('', RULE.replace('message: m', 'message: "{calle} fails"'))).toEqual(['10:10 nothing fills the placeholder {calle} (did you mean {callee}?)']);
  });
});

describe('issues of YAML', () => {
  it.each([
    ['a syntax error', 'passes: [\n', /^1[34]:\d+ /],
    ['a key twice', 'id: other\n', /^13:1 Map keys must be unique/],
    ['a custom tag', 'fix: !!js/function x\n', /^13:6 Unresolved tag/],
  ])('%s', (_name, more, expected) => {
    expect(issuesOf(more)[0]).toMatch(expected);
  });

  it('stops aliases from multiplying', () => {
    const lines = ['references: &a0 [x]', ...Array.from({ length: 12 }, (_, index) => `x${index}: &a${index + 1} [${Array.from({ length: 9 }, () => `*a${index}`).join(', ')}]`)];
    expect(issuesOf(`${lines.join('\n')}\n`)[0]).toContain('cannot be read: Excessive alias count');
  });
});

describe('issues of a model', () => {
  it.each([
    ['no use', 'package: pg\nroles:\n  sql.execute: { arguments: { statement: 0 } }\n', '3:16 roles.sql.execute: needs one of call, new, read'],
    ['two uses', 'package: pg\nroles:\n  sql.execute: { call: [a], new: [b] }\n', '3:29 roles.sql.execute: has call and new; one entry has one of them'],
    ['a misspelt use', 'package: pg\nroles:\n  sql.execute: { cal: [a] }\n', '3:18 roles.sql.execute: unknown key "cal" (did you mean "call"?)'],
    ['a position', 'package: pg\nroles:\n  sql.execute: { call: [a], arguments: { statement: first } }\n', '3:53 roles.sql.execute.arguments.statement: a position is 0'],
    ['an API path', 'package: pg\nroles:\n  sql.execute:\n    - { call: [b] }\n    - { call: [a, "a b"] }\n', '5:19 "a b" is no API path'],
    ['a path that begins with a separator', 'package: pg\nroles:\n  sql.execute: { call: ["#query"] }\n', '3:25 "#query" begins with a separator'],
    ['no package', 'roles: {}\n', '1:1 needs one of package, packages'],
  ])('%s', (_name, yaml, expected) => {
    const issues = modelIssues(yaml);
    expect(issues[0]).toContain(expected);
    expect(issues).toHaveLength(1);
  });
});

describe('several directories', () => {
  it('keep the first rule of an id and report the second', () => {
    const root = temporaryTree({ 'ours/my-rule/rule.yaml': RULE, 'theirs/my-rule/rule.yaml': RULE.replace('title: T', 'title: Other') });
    const { rulebook, issues } = loadRulebook([`${root}/ours`, `${root}/theirs`]);
    expect(rulebook.rules.map((rule) => rule.title)).toEqual(['T']);
    expect(issues).toMatchObject([{ code: 'rule-duplicate', severity: 'error', path: 'theirs/my-rule/rule.yaml' }]);
  });

  it('add models for the same package, and contradictions are errors', () => {
    const root = temporaryTree({
      'ours/models/pg.yaml': 'package: pg\naliases: { a: b }\nroles: { sql.execute: { call: [query] } }',
      'theirs/models/pg.yaml': 'package: pg\naliases: { a: c }\nroles: { sql.execute: { call: [query] }, audit: { call: [log] } }',
    });
    const { rulebook, issues } = loadRulebook([`${root}/ours`, `${root}/theirs`]);
    expect(rulebook.models).toHaveLength(2);
    expect(issues.map((issue) => [issue.code, issue.severity, issue.path])).toEqual([
      ['model-conflict', 'error', 'theirs/models/pg.yaml'],
      ['model-duplicate', 'warning', 'theirs/models/pg.yaml'],
    ]);
  });

  it('one that is not there is an error', () => {
    expect(loadRulebook(['/does/not/exist']).issues).toMatchObject([{ code: 'rules-unreadable', severity: 'error' }]);
  });

  it('do not take the cases of a rule for rules', () => {
    const root = temporaryTree({ 'rules/my-rule/rule.yaml': RULE, 'rules/my-rule/bad/other/rule.yaml': 'no: rule', 'rules/my-rule/bad/models/x.yaml': 'no: model' });
    expect(loadRulebook([`${root}/rules`]).issues).toEqual([]);
  });
});
