/** Words about files that are no code. */
import { describe, expect, it } from 'vitest';
import { outcomeOf, verdicts } from '../support/judge.js';

const FILES = {
  'a.js': '',
  Dockerfile: 'FROM node:22\nUSER node\n',
  '.github/workflows/ci.yml': 'jobs:\n  test:\n    steps:\n      - run: npm ci\n      - run: npm test\n',
  'docs/backup.md': '# Backup and restore\n',
  '.env': 'API_KEY=abc\nPORT=80\n',
};

describe('files-have', () => {
  const judged = (key: string, patterns: string, test: string) =>
    verdicts(`sites: { project: true }\npasses: [{ files-have: "${key}", in: ${patterns}, is: ${test} }]`, [], FILES);

  it.each([
    ['last.USER', '[Dockerfile]', '{ not: { equals: [root] } }', 'pass'],
    ['last.USER', '[Dockerfile]', '{ equals: [root] }', 'fail'],
    ['last.HEALTHCHECK', '[Dockerfile]', 'set', 'fail'],
    ['jobs.*.steps.*.run', '["/.github/workflows/*.yml"]', '{ matches: "\\\\bnpm test\\\\b" }', 'pass'],
    ['**.run', '["*.yml"]', '{ matches: "npm test" }', 'pass'],
    ['jobs.*.run', '["*.yml"]', '{ matches: "npm test" }', 'fail'],
    ['h*', '["*.md"]', '{ matches: "(?i)backup" }', 'pass'],
    ['h*', '["*.md", "!backup.md"]', '{ matches: "(?i)backup" }', 'fail'],
    ['last.USER', '[dockerfile]', '{ equals: [node] }', 'pass'],
    ['last.USER', '["[CD]ocker*le"]', '{ equals: [node] }', 'pass'],
    ['jobs.*.steps.*.run', '["**/workflows/**"]', '{ matches: "npm ci" }', 'pass'],
  ])('%s in %s is %s: %s', (key, patterns, test, verdict) => {
    expect(judged(key, patterns, test).map((each) => each.split(' ').at(-1))).toEqual([verdict]);
  });

  it('names the place', () => {
    const { sites } = outcomeOf('sites: { project: true }\npasses: [{ files-have: last.USER, in: [Dockerfile] }]', [], FILES);
    expect(sites[0]!.related).toEqual([{ location: { path: 'Dockerfile', line: 2, column: 1, endLine: 2, endColumn: 1 }, text: 'node' }]);
  });
});

describe('files-exist', () => {
  it.each([
    ['docs/*.md', 'pass'],
    ['/backup.md', 'fail'],
  ])('%s: %s', (pattern, verdict) => {
    expect(outcomeOf(`sites: { project: true }\npasses: [{ files-exist: ["${pattern}"] }]`, [], FILES).sites[0]!.verdict).toBe(verdict);
  });
});

describe('entry sites', () => {
  it('are judged by their value, at their line', () => {
    const rule = 'sites: { entry: "*", in: [".env*"] }\nfails: [{ all: [{ name: { matches: "KEY" } }, { value: { matches: "^a" } }] }]';
    expect(verdicts(rule, [], FILES)).toEqual(['.env:1 fail', '.env:2 pass']);
  });
});
