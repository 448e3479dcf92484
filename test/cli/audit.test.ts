/** The job as a user does it: what goes where, and with which exit code. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryTree } from '../support/temporary-tree.js';
import { BIN, run } from './run.js';

const OPEN = { 'package.json': { name: 'open', dependencies: { cors: '^2.8.5', express: '^4.0.0' } }, 'server.ts': "import express from 'express';\nimport cors from 'cors';\nconst app = express();\napp.use(cors({ origin: true, credentials: true }));\napp.listen(3000);\n" };
const ALLOWED = { ...OPEN, 'server.ts': "import express from 'express';\nimport cors from 'cors';\nconst app = express();\napp.use(cors({ origin: ['https://example.org'] }));\napp.listen(3000);\n" };
const CORS_ONLY = ['--only', 'cors-permissive'];

describe.concurrent('exit codes', () => {
  it('0 when the gate holds', async () => {
    const { code, stdout, stderr } = await run(['audit', temporaryTree(ALLOWED), ...CORS_ONLY]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('100');
  });

  it('1 when it fails, 0 with --fail-on never, 1 again below --min-score', async () => {
    const root = temporaryTree(OPEN);
    expect((await run([root, ...CORS_ONLY])).code).toBe(1);
    expect((await run([root, ...CORS_ONLY, '--fail-on', 'never'])).code).toBe(0);
    expect((await run([root, ...CORS_ONLY, '--fail-on', 'never', '--min-score', '50'])).code).toBe(1);
  });

  it('as the configuration says, unless the command line says otherwise', async () => {
    const root = temporaryTree({ ...OPEN, 'shipworthy.config.yaml': 'failOn: never\nonly: [cors-permissive]\n' });
    expect((await run(['audit'], { cwd: root })).code).toBe(0);
    expect((await run(['audit', '--fail-on', 'P0'], { cwd: root })).code).toBe(1);
  });

  it('as the key in package.json says', async () => {
    const root = temporaryTree({ ...OPEN, 'package.json': { ...OPEN['package.json'], shipworthy: { exclude: ['server.ts'], only: ['cors-permissive'] }, }, 'other.ts': 'export const a = 1;\n' });
    expect((await run(['audit', root])).code).toBe(0);
  });
});

describe.concurrent('decisions of the team', () => {
  const entry = "  cors-permissive: { reason: a demo, owner: web team, until: 2999-12-31 }\n";

  it('close the gap while they stand', async () => {
    const { code, stdout } = await run(['audit', temporaryTree({ ...OPEN, 'shipworthy.config.yaml': `only: [cors-permissive]\naccept:\n${entry}` }), '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ gaps: [{ status: 'accepted', reason: 'a demo (web team, until 2999-12-31)' }], suppressions: [{ path: expect.stringMatching(/shipworthy\.config\.yaml$/), line: 3, used: true, problem: '' }] });
  });

  it('that have expired are told, and the gate fails again', async () => {
    const { code, stdout } = await run(['audit', temporaryTree({ ...OPEN, 'shipworthy.config.yaml': `only: [cors-permissive]\naccept:\n${entry.replace('2999', '2020')}` })]);
    expect(code).toBe(1);
    expect(stdout).toContain('it expired on 2020-12-31');
  });

  it('must be about a check that is there, with a day that is one', async () => {
    const misspelt = await run(['audit', temporaryTree({ ...OPEN, 'shipworthy.config.yaml': `accept:\n${entry.replace('cors-', 'corse-')}` })]);
    expect([misspelt.code, misspelt.stderr]).toEqual([2, expect.stringMatching(/shipworthy\.config\.yaml:2: there is no check "corse-permissive"\n {2}hint: did you mean "cors-permissive"\?/)]);
    const endless = await run(['audit', temporaryTree({ ...OPEN, 'shipworthy.config.yaml': `accept:\n${entry.replace('2999-12-31', 'never')}` })]);
    expect([endless.code, endless.stderr]).toEqual([2, expect.stringMatching(/shipworthy\.config\.yaml:2:\d+: "accept\.cors-permissive\.until": write a day as 2027-03-31/)]);
  });
});

describe.concurrent('reports', () => {
  it('several in one run, whole files in directories that are made for them', async () => {
    const root = temporaryTree(OPEN);
    const { code, stdout, stderr } = await run(['audit', '.', '--format', 'json=out/a/report.json', '--format', 'sarif=out/report.sarif', '--format', 'markdown'], { cwd: root });
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(join(root, 'out/a/report.json'), 'utf8'))).toMatchObject({ schemaVersion: '1', tool: { name: 'shipworthy' } });
    expect(JSON.parse(readFileSync(join(root, 'out/report.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(stdout).toMatch(/^# /);
    expect(stderr).toBe('wrote out/a/report.json\nwrote out/report.sarif\n');
    expect(readdirSync(join(root, 'out')).sort()).toEqual(['a', 'report.sarif']);
  });

  it('to --output, in the format that its name says', async () => {
    const root = temporaryTree(ALLOWED);
    const { stdout } = await run(['audit', '.', '--output', 'GAPS.md', '--quiet'], { cwd: root });
    expect(stdout).toBe('');
    expect(readFileSync(join(root, 'GAPS.md'), 'utf8')).toMatch(/^# /);
  });

  it('the same bytes every time with --no-timestamp', async () => {
    const root = temporaryTree(OPEN);
    const [first, second] = await Promise.all([1, 2].map(() => run(['audit', root, '--format', 'json', '--no-timestamp'])));
    expect(first?.stdout).toBe(second?.stdout);
    expect(JSON.parse(first?.stdout ?? '').run).toMatchObject({ startedAt: null, durationMs: null, timings: {} });
  });

  it('with times on request, on standard error and in the JSON', async () => {
    const root = temporaryTree(ALLOWED);
    const { stdout, stderr } = await run(['audit', root, ...CORS_ONLY, '--format', 'json', '--timings']);
    expect(JSON.parse(stdout).run.timings).toMatchObject({ extract: expect.any(Number), evaluate: expect.any(Number) });
    expect(stderr).toMatch(/^extract +\d+ ms$/m);
    expect(JSON.parse((await run(['audit', root, ...CORS_ONLY, '--format', 'json'])).stdout).run.timings).toEqual({});
    expect(await run(['audit', root, '--no-timestamp', '--timings'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/--timings.+cannot be used with.+--no-timestamp/) });
  });

  it('of each package of a workspace', async () => {
    const root = temporaryTree({ 'package.json': { name: 'root', workspaces: ['apps/*'] }, 'apps/a/package.json': { name: 'a' }, 'apps/a/server.ts': OPEN['server.ts'], 'apps/b/package.json': { name: 'b' }, 'apps/b/server.ts': ALLOWED['server.ts'] });
    const { stdout } = await run(['audit', root, ...CORS_ONLY, '--format', 'json']);
    const { project } = JSON.parse(stdout) as { project: { packages: { directory: string; open: { P0: number } }[] } };
    expect(project.packages.filter((info) => info.directory !== '').map((info) => [info.directory, info.open.P0])).toEqual([['apps/a', 1], ['apps/b', 0]]);
  });

  it('of the rules of a team, beside ours', async () => {
    const rule = ['id: no-open-cors', 'title: Any origin', 'requirement: Origins are listed', 'area: security', 'priority: P1', 'relevance: essential', 'effort: { per-site: 5m }', 'sites: { role: cors.configure }', 'no-sites: no CORS here', 'fails:', '  - { when: { name: { matches: "." } } }', 'message: any', 'why: because', 'action: list them', ''].join('\n');
    const root = temporaryTree({ ...OPEN, 'team/security/no-open-cors/rule.yaml': rule, 'shipworthy.config.yaml': 'rules: [team]\n' });
    const result = await run(['rules', 'list'], { cwd: root });
    expect(result.stderr + result.stdout).toContain('no-open-cors');
  });
});

describe.concurrent('streams', () => {
  it('may be closed by a reader that has seen enough', async () => {
    const root = temporaryTree(OPEN);
    const { stdout } = await promisify(execFile)('bash', ['-c', `{ "${process.execPath}" "${BIN}" audit "${root}" --verbose --format json; echo "code $?" >&2; } 2>"${root}/errors" | head -1`]);
    expect(stdout).toBe('{\n');
    expect(readFileSync(join(root, 'errors'), 'utf8')).toBe('code 1\n');
  });

  it('are coloured only when asked for', async () => {
    const root = temporaryTree(ALLOWED);
    const escape = /\u001B\[/;
    expect((await run(['audit', root, ...CORS_ONLY])).stdout).not.toMatch(escape);
    expect((await run(['audit', root, ...CORS_ONLY, '--color'])).stdout).toMatch(escape);
  });
});

describe.concurrent('commands that need no audit', () => {
  it('answer --version and --help', async () => {
    const { version } = JSON.parse(readFileSync(join(BIN, '../../package.json'), 'utf8')) as { version: string };
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = await run(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('Exit codes:');
  });

  it('list and explain the checks', async () => {
    expect((await run(['rules', 'list'])).stdout).toMatch(/^cors-permissive +P0 +essential +\S/m);
    const { code, stdout } = await run(['explain', 'cors-permissive']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Why\n {2}\S[\s\S]*What to do\n {2}\S[\s\S]*Fix/);
  });

  it('test the cases of rules, and fail when one is not met', async () => {
    const root = temporaryTree({
      'team/security/no-exec/rule.yaml': "id: no-exec\ntitle: x\nrequirement: y\n",
    });
    const broken = await run(['rules', 'test', join(root, 'team')]);
    expect(broken).toMatchObject({ code: 2, stdout: '' });
    expect(broken.stderr).toContain('team/security/no-exec/rule.yaml');
  });
});
