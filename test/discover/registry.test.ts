/** `--online` with an npm that only looks like one: what it is given, and what becomes of what it says or does not say. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_MAX_FILE_SIZE, discover, withRegistryAnswers } from '../../src/discover/index.js';
import { audit } from '../../src/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

const PATH = process.env['PATH'] ?? '';
let programs = '';

beforeEach(() => {
  programs = temporaryTree();
  process.env['PATH'] = `${programs}${delimiter}${PATH}`;
});
afterEach(() => {
  process.env['PATH'] = PATH;
});

/** Puts a program called npm into the directory; its standard output is the answer. */
function npmIn(directory: string, script: string): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'npm'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(directory, 'npm'), 0o755);
}

function npmThatPrints(answer: unknown, more = ''): void {
  writeFileSync(join(programs, 'answer.json'), typeof answer === 'string' ? answer : JSON.stringify(answer));
  npmIn(programs, `${more}\ncat ${join(programs, 'answer.json')}\nexit 1`);
}

const LOCKED = { axios: '1.6.0', got: '14.4.0', minor: '2.0.0' };
const MANIFEST = { name: 'shop', packageManager: 'yarn@4.0.0', scripts: { preinstall: 'touch ran' }, dependencies: LOCKED, devDependencies: { unit: '1.0.0' } };
const LOCK = { lockfileVersion: 3, packages: { '': { dependencies: LOCKED }, ...Object.fromEntries(Object.entries({ ...LOCKED, unit: '1.0.0' }).map(([name, version]) => [`node_modules/${name}`, { version }])) } };
const SHOP = { 'package.json': MANIFEST, 'package-lock.json': LOCK, 'server.js': 'export const a = 1;\n', '.npmrc': 'registry=http://elsewhere.example/' };

const via = (name: string, range: string, severity: string, title: string) => ({ name, dependency: name, range, severity, title, url: `https://github.com/advisories/GHSA-${title.replaceAll(' ', '-')}` });
const REPORT = {
  auditReportVersion: 2,
  vulnerabilities: {
    axios: { name: 'axios', severity: 'high', via: [via('axios', '<1.6.3', 'moderate', 'second'), via('axios', '>=1.0.0 <1.12.0', 'high', 'first'), 'deep'] },
    // The hole is in a nested copy of another version, or comes through another package: not of this dependency.
    got: { name: 'got', severity: 'high', via: [via('got', '<11.8.5', 'high', 'nested'), 'deep'] },
    deep: { name: 'deep', severity: 'critical', via: [via('deep', '*', 'critical', 'far away')] },
    minor: { name: 'minor', severity: 'low', via: [via('minor', '<=2.1.0', 'low', 'small')] },
    unit: { name: 'unit', severity: 'high', via: [via('unit', '*', 'high', 'of tests')] },
  },
};

function answersOf(files: Record<string, object | string>, timeoutMs?: number) {
  const root = temporaryTree(files);
  return withRegistryAnswers(discover(root, { maxFileSize: DEFAULT_MAX_FILE_SIZE, include: [], exclude: [] }), timeoutMs);
}

const failureOf = (files: Record<string, object | string>, timeoutMs?: number) => answersOf(files, timeoutMs).packages[0]!.registry;

describe('npm', () => {
  it('is asked in a directory of its own that holds the lock file and the dependency lists, and is gone afterwards', () => {
    npmThatPrints(REPORT, `{ pwd; ls -A; cat package.json; echo; echo "$@"; } > ${programs}/seen`);
    answersOf(SHOP);
    const [directory = '', ...seen] = readFileSync(join(programs, 'seen'), 'utf8').trim().split('\n');
    expect(seen.slice(0, 2)).toEqual(['package-lock.json', 'package.json']);
    expect(JSON.parse(seen[2]!)).toEqual({ dependencies: LOCKED, devDependencies: { unit: '1.0.0' } });
    expect(seen[3]).toMatch(/^audit --json --package-lock-only /);
    expect(existsSync(directory)).toBe(false);
  });

  it('is asked once for a workspace', () => {
    npmThatPrints(REPORT, `echo x >> ${programs}/count`);
    const { packages } = answersOf({ ...SHOP, 'package.json': { ...MANIFEST, workspaces: ['packages/*'] }, 'packages/a/package.json': { name: 'a' } });
    expect(packages.map(({ registry }) => registry !== null && 'advisories' in registry)).toEqual([true, true]);
    expect(readFileSync(join(programs, 'count'), 'utf8')).toBe('x\n');
  });

  it('of the project itself is never run', () => {
    const root = temporaryTree(SHOP);
    npmIn(join(root, 'node_modules/.bin'), `touch ${programs}/ran`);
    npmThatPrints(REPORT);
    process.env['PATH'] = [join(root, 'node_modules/.bin'), programs, PATH].join(delimiter);
    withRegistryAnswers(discover(root, { maxFileSize: DEFAULT_MAX_FILE_SIZE, include: [], exclude: [] }));
    expect(existsSync(join(programs, 'ran'))).toBe(false);
  });
});

describe('no answer', () => {
  it('is told with its reason', () => {
    npmThatPrints({ message: '405 Method Not Allowed - POST https://registry.example/bulk', error: { summary: '', detail: '' } });
    expect(failureOf(SHOP)).toEqual({ failure: 'npm audit failed: 405 Method Not Allowed - POST https://registry.example/bulk' });
    npmThatPrints({ error: { code: 'ENOAUDIT', summary: 'the registry has no audit\nat all' } });
    expect(failureOf(SHOP)).toEqual({ failure: 'npm audit failed: the registry has no audit' });
    npmThatPrints({ advisories: {} });
    expect(failureOf(SHOP)).toEqual({ failure: 'this npm is too old to ask (7 or newer is needed)' });
    npmThatPrints('<html>');
    expect(failureOf(SHOP)).toEqual({ failure: 'npm audit printed no report' });
  });

  it('comes of an npm that is late or missing', () => {
    npmIn(programs, 'sleep 20');
    expect(failureOf(SHOP, 300)).toEqual({ failure: 'npm audit gave no answer within 1 s' });
    process.env['PATH'] = dirname(programs);
    expect(failureOf(SHOP)).toEqual({ failure: 'npm is not installed' });
  });

  it('comes for lock files of others, which npm does not read; without a lock file nobody is asked', () => {
    npmThatPrints(REPORT);
    expect(failureOf({ 'package.json': MANIFEST, 'pnpm-lock.yaml': 'lockfileVersion: "9.0"\n' })).toEqual({ failure: 'npm audit reads package-lock.json and not pnpm-lock.yaml' });
    expect(failureOf({ 'package.json': MANIFEST })).toBeNull();
  });
});

describe('the audit', () => {
  const options = { online: true, only: ['dependencies-outdated'], timestamp: false };

  it('has one finding for a dependency, with all its advisories, and none for what is not its own', async () => {
    npmThatPrints(REPORT);
    const { gaps } = await audit(temporaryTree(SHOP), options);
    const failing = gaps[0]!.findings.filter(({ verdict }) => verdict === 'fail').map(({ message, priority }) => [priority, message]);
    expect(failing).toEqual([
      ['P1', 'axios 1.6.0: first (high, https://github.com/advisories/GHSA-first); second (moderate, https://github.com/advisories/GHSA-second) (mended in 1.12.0)'],
      ['P3', 'minor 2.0.0: small (low, https://github.com/advisories/GHSA-small) (all releases up to 2.1.0 have it)'],
    ]);
  });

  it('has one unverified site when there was no answer', async () => {
    npmIn(programs, `touch ${programs}/ran; exit 1`);
    const root = temporaryTree({ ...SHOP, 'package-lock.json': JSON.parse(JSON.stringify(LOCK).replaceAll('1.6.0', '1.13.0')) as object });
    const online = await audit(root, options);
    expect(online.gaps[0]).toMatchObject({ status: 'unverified', coverage: { passing: 3, failing: 0, unknown: 1 } });
    expect(online.gaps[0]!.findings.find(({ verdict }) => verdict === 'unknown')?.message).toContain('which advisories there are on what package-lock.json names: npm audit printed no report');
    expect(online.diagnostics).toMatchObject([{ code: 'registry-unanswered', path: 'package-lock.json' }]);
    expect(existsSync(join(programs, 'ran'))).toBe(true);
  });

  it('asks nobody without --online', async () => {
    npmIn(programs, `touch ${programs}/ran; exit 1`);
    const { gaps } = await audit(temporaryTree(SHOP), { ...options, online: false });
    expect(gaps[0]!.coverage.unknown).toBe(0);
    expect(existsSync(join(programs, 'ran'))).toBe(false);
  });
});
