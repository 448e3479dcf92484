/** Everything that a user or a repository may get wrong: one clear line, the right exit code, never a stack trace, never a silent pass. */
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryTree } from '../support/temporary-tree.js';
import { run } from './run.js';
import type { RunOptions, RunResult } from './run.js';

const SAFE = "import express from 'express';\nconst app = express();\napp.get('/', (req, res) => { res.send('ok'); });\n";
const NOBODY = process.getuid?.() === 0 ? 65534 : undefined;

/** An audit whose result is JSON. */
async function auditJson(root: string, options: RunOptions = {}): Promise<RunResult & { report: { completeness: Record<string, unknown>; diagnostics: Record<string, unknown>[] } }> {
  const result = await run(['audit', root, '--format', 'json', '--no-timestamp'], options);
  expectNoTrace(result);
  return { ...result, report: JSON.parse(result.stdout) };
}

function expectNoTrace({ stdout, stderr }: RunResult): void {
  expect(stdout + stderr).not.toMatch(/^\s+at .+\(?.+:\d+:\d+\)?$/m);
}

/** Usage and configuration errors: nothing on stdout, one line and a hint on stderr. */
async function expectUsageError(args: string[], message: RegExp, options: RunOptions = {}): Promise<void> {
  const result = await run(args, options);
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toMatch(message);
  expect(result.stderr.split('\n').filter((line) => line.startsWith('error: '))).toHaveLength(1);
  expectNoTrace(result);
}

describe.concurrent('a directory', () => {
  it('that is not there', () => expectUsageError(['audit', '/nowhere/at/all'], /^error: there is no directory \/nowhere\/at\/all\n {2}hint: give the directory/));

  it('that is a file', () => expectUsageError(['audit', join(temporaryTree({ 'a.ts': SAFE }), 'a.ts')], /a\.ts is not a directory/));

  it('that may not be read', async () => {
    const root = temporaryTree({ 'inner/a.ts': SAFE });
    chmodSync(root, 0o000);
    await expectUsageError(['audit', join(root, 'inner')], /^error: cannot read the directory .+ \(EACCES\)\n {2}hint: check its permissions/, { uid: NOBODY });
  });

  it('that is empty', async () => {
    const { code, stderr, report } = await auditJson(temporaryTree());
    expect(code).toBe(3);
    expect(stderr).toContain('incomplete: nothing to audit: the directory holds no files');
    expect(report.completeness).toMatchObject({ status: 'incomplete', filesAnalysed: 0 });
  });

  it('without source files', async () => {
    const { code, stderr } = await auditJson(temporaryTree({ 'README.md': '# x', 'main.py': 'print(1)', 'test/a.test.ts': SAFE }));
    expect(code).toBe(3);
    expect(stderr).toContain('no TypeScript or JavaScript source was recognised among 3 files (1 doc, 1 other, 1 test)');
  });
});

describe.concurrent('a file', () => {
  it('that may not be read is named, and the audit is partial', async () => {
    const root = temporaryTree({ 'src/a.ts': SAFE, 'src/closed.ts': SAFE });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'src/closed.ts'), 0o000);
    const { code, report } = await auditJson(root, { uid: NOBODY });
    expect(code).toBe(0);
    expect(report.completeness).toMatchObject({ status: 'partial', skipped: [{ path: 'src/closed.ts', reason: 'unreadable: permission denied' }] });
  });

  it('that is the only one and may not be read is no audit', async () => {
    const root = temporaryTree({ 'closed.ts': SAFE });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'closed.ts'), 0o000);
    const { code, stderr } = await auditJson(root, { uid: NOBODY });
    expect(code).toBe(3);
    expect(stderr).toContain('none of the source files could be read (closed.ts: unreadable)');
  });

  it('with broken syntax is no audit when there are more than the limit', async () => {
    const root = temporaryTree({ 'a.ts': SAFE, 'b.ts': 'function ( {', 'c.ts': 'class {{', 'shipworthy.config.json': { maxFailedFiles: 1 } });
    const { code, stderr } = await auditJson(root);
    expect(code).toBe(3);
    expect(stderr).toContain('2 files could not be parsed, which is more than the limit of 1 (maxFailedFiles)');
  });
});

describe('in one directory', () => {
  const minified = `!function(e){${'function n(r){if(t[r])return t[r].exports;var o=t[r]={i:r,l:!1};}'.repeat(80_000)}}([]);`;
  let result: Awaited<ReturnType<typeof auditJson>>;

  beforeAll(async () => {
    const root = temporaryTree({
      'plain.ts': SAFE,
      'bom.ts': `\uFEFF${SAFE}`,
      'utf16.ts': Buffer.from(`\uFEFF${SAFE}`, 'utf16le'),
      'binary.js': Buffer.from([1, 0, 2, 0]),
      'bundle.js': minified,
      'long.ts': `${SAFE}// a comment that somebody wrote\n`.repeat(40_000),
      'broken.ts': 'const a = 1;\nfunction ( {\n',
      'deep.ts': `export const x = ${'['.repeat(20_000)}${']'.repeat(20_000)};\n`,
      'circle/a.ts': "import { b } from './b.js';\nexport const a = () => b();\nexport * from './b.js';\n",
      'circle/b.ts': "import { a } from './a.js';\nexport const b = () => a();\nexport * from './a.js';\n",
      'circle/self.ts': "export * from './self.js';\n",
    });
    symlinkSync('..', join(root, 'circle/up'));
    symlinkSync(temporaryTree({ 'secret.ts': SAFE }), join(root, 'outside'));
    result = await auditJson(root);
  });

  it('the audit is done, in part', () => {
    expect(result.code).toBe(0);
    expect(result.report.completeness).toMatchObject({ status: 'partial', filesByClass: { source: 8, generated: 1 } });
  });

  it('byte-order marks and UTF-16 are read, circular imports end', () => {
    expect(result.report.completeness['filesAnalysed']).toBe(8);
  });

  it('broken syntax is named with its line, and code nested deeper than the stack too', () => {
    expect(result.report.completeness['failed']).toMatchObject([{ path: 'broken.ts', reason: expect.stringMatching(/^line 2: /) }, { path: 'deep.ts' }]);
  });

  it.each([
    ['binary.js', 'binary'],
    ['circle/up', 'symlink-cycle'],
    ['long.ts', 'too-large'],
    ['outside', 'symlink-outside-root'],
  ])('%s is passed over, which is said', (path, reason) => {
    expect(result.report.completeness['skipped']).toContainEqual({ path, reason: expect.stringContaining(reason) });
  });
});

it('broken manifests are reported with their places, and the audit goes on', async () => {
  const { code, report } = await auditJson(temporaryTree({ 'package.json': '{ "name": }', 'tsconfig.json': '{ compilerOptions: }', 'a.ts': SAFE }));
  expect(code).toBe(0);
  expect(report.diagnostics).toContainEqual(expect.objectContaining({ code: 'invalid-manifest', severity: 'error', path: 'package.json', line: 1, column: 11 }));
  expect(report.diagnostics).toContainEqual(expect.objectContaining({ code: 'invalid-tsconfig', path: 'tsconfig.json', line: 1, column: 3 }));
});

describe.concurrent('a configuration', () => {
  const withConfiguration = (name: string, content: string | object) => temporaryTree({ 'a.ts': SAFE, [name]: content });

  it('with an unknown key', () => expectUsageError(['audit', '.'], /^error: shipworthy\.config\.yaml:2:1: unknown key "profle"\n {2}hint: did you mean "profile"\?/, { cwd: withConfiguration('shipworthy.config.yaml', 'minScore: 80\nprofle: growth\n') }));

  it('with a wrong value', () => expectUsageError(['audit', '.'], /^error: shipworthy\.config\.json:3:3: "failOn" must be one of P0, P1, P2, P3, never/, { cwd: withConfiguration('shipworthy.config.json', '{\n  "minScore": 80,\n  "failOn": "P7"\n}') }));

  it('with a value of the wrong type', () => expectUsageError(['audit', '.'], /^error: shipworthy\.config\.yaml:1:1: "exclude" must be a list/, { cwd: withConfiguration('shipworthy.config.yaml', 'exclude: legacy\n') }));

  it('that is no YAML', () => expectUsageError(['audit', '.'], /^error: shipworthy\.config\.yaml:\d+:\d+: .*sequence/, { cwd: withConfiguration('shipworthy.config.yaml', 'only: [a, b\n') }));

  it('in package.json', () => expectUsageError(['audit', '.'], /^error: package\.json:4:5: unknown key "skipp"\n {2}hint: did you mean "skip"\?/, { cwd: withConfiguration('package.json', '{\n  "name": "x",\n  "shipworthy": {\n    "skipp": []\n  }\n}') }));

  it('twice', () => expectUsageError(['audit', '.'], /there are 2 configurations: shipworthy\.config\.yaml, shipworthy\.config\.json/, { cwd: temporaryTree({ 'shipworthy.config.yaml': 'minScore: 1', 'shipworthy.config.json': {} }) }));

  it('that is named and not there', () => expectUsageError(['audit', '.', '--config', 'none.yaml'], /cannot read the configuration none\.yaml \(ENOENT\)/, { cwd: temporaryTree({ 'a.ts': SAFE }) }));

  it('with an unknown control', () => expectUsageError(['audit', '.'], /^error: shipworthy\.config\.yaml:2:3: unknown control "rate-limits"\n {2}hint: did you mean "rate-limit"\?/, { cwd: withConfiguration('shipworthy.config.yaml', 'controls:\n  rate-limits: [a.ts#x]\n') }));

  it('with a control in no file of the project', () => expectUsageError(['audit', '.'], /^error: shipworthy\.config\.yaml:2:16: the control rate-limit names b\.ts, which is no code file of the project\n {2}hint: did you mean "a\.ts"\?/, { cwd: withConfiguration('shipworthy.config.yaml', 'controls:\n  rate-limit: [b.ts#x]\n') }));

  it('with a control that its file does not have', () => expectUsageError(['audit', '.'], /^error: shipworthy\.config\.yaml:2:16: the control rate-limit names a\.ts#appp, and a\.ts has no appp\n {2}hint: did you mean "app"\?/, { cwd: withConfiguration('shipworthy.config.yaml', 'controls:\n  rate-limit: [a.ts#appp]\n') }));

  it('with an unknown check', () => expectUsageError(['audit', '.'], /^error: shipworthy\.config\.yaml:2:5: there is no check "sql-injectoin"\n {2}hint: did you mean "sql-injection"\?/, { cwd: withConfiguration('shipworthy.config.yaml', 'skip:\n  - sql-injectoin\n') }));

  it('with a rule that holds an unknown word', async () => {
    const root = temporaryTree({
      'a.ts': SAFE,
      'shipworthy.config.yaml': 'rules: [audit-rules]\n',
      'audit-rules/security/no-eval/rule.yaml': 'id: no-eval\ntitel: Eval\n',
    });
    const result = await run(['audit', root]);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(/error: audit-rules\/security\/no-eval\/rule\.yaml:2:1: .*titel.*\n {2}hint: did you mean "title"\?/);
    expectNoTrace(result);
  });

  it('with a directory of rules that is not there', () => expectUsageError(['audit', '.'], /rules directory cannot be read/, { cwd: withConfiguration('shipworthy.config.yaml', 'rules: [none]\n') }));
});

describe.concurrent('a command line', () => {
  it.each<[string[], RegExp]>([
    [['audit', '--nope'], /unknown option '--nope'/],
    [['audit', '--formt', 'json'], /unknown option '--formt'\n {2}hint: Did you mean --format\?/],
    [['audit', '.', 'more'], /too many arguments/],
    [['audit', '--format', 'jsn'], /unknown format "jsn"\n {2}hint: did you mean "json"\?/],
    [['audit', '--format', 'json', '--format', 'sarif'], /only one report can go to standard output, not json and sarif/],
    [['audit', '--format', 'json=x', '--format', 'sarif=x'], /two reports would be written to x/],
    [['audit', '--format', 'json=x', '--output', 'y'], /--output has no report to write/],
    [['audit', '--format', 'json='], /names no file/],
    [['audit', '--min-score', '101'], /must be a number from 0 to 100/],
    [['audit', '--fail-on', 'P9'], /Allowed choices are P0, P1, P2, P3, never/],
    [['audit', '--profile', 'small'], /Allowed choices are essential, growth, enterprise/],
    [['audit', '.', '--only', 'cors-permisive'], /there is no check "cors-permisive"\n {2}hint: did you mean "cors-permissive"\?/],
    [['explain', 'cors-permisive'], /there is no check "cors-permisive"\n {2}hint: did you mean "cors-permissive"\?/],
    [['rules', 'lst'], /unknown command 'lst'\n {2}hint: Did you mean list\?/],
    [['adit'], /there is no directory adit\n {2}hint: did you mean the command "audit"\?/],
  ])('%j', (args, message) => expectUsageError(args, message, { cwd: temporaryTree({ 'a.ts': SAFE }) }));

  it('that writes where it may not', async () => {
    const root = temporaryTree({ 'a.ts': SAFE, 'blocked': 'a file' });
    await expectUsageError(['audit', '.', '--format', 'json=blocked/report.json'], /cannot write blocked\/report\.json \(ENOTDIR|EEXIST\)/, { cwd: root });
  });
});
