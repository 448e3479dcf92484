/**
 * What git knows about the directory. A repository is hostile input: its configuration can name programs that git would
 * run (`core.fsmonitor`, `core.hooksPath`, filters, fetching missing objects of a partial clone), so all of them are
 * switched off. No shell is involved.
 */
import { spawnSync } from 'node:child_process';
import type { GitInfo } from '../contracts/inventory.js';

export interface GitListing {
  /** Paths relative to the directory, POSIX; a nested repository is its directory's path with or without a final slash. */
  paths: string[];
  info: GitInfo;
  /** Of the directory below the top of its repository, POSIX; '' at the top. */
  directory: string;
}

const SAFE_CONFIGURATION = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.quotePath=false',
  'protocol.allow=never',
  'status.submoduleSummary=false',
];
/** They would point git at another repository than the one asked about, e.g. when started from a git hook. */
const MISLEADING_VARIABLES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR', 'GIT_NAMESPACE', 'GIT_OBJECT_DIRECTORY', 'GIT_EXTERNAL_DIFF'];
const SAFE_ENVIRONMENT = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' };
const TIMEOUT_MS = 60_000;
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** Tracked files and untracked ones that are not ignored, or null when git is missing or says that this is no repository. */
export function listWithGit(root: string): GitListing | null {
  const listed = git(root, ['ls-files', '-z', '-t', '--cached', '--others', '--exclude-standard']);
  if (listed === null) return null;
  const paths = new Set<string>();
  let untracked = false;
  for (const entry of listed.split('\0')) {
    if (entry === '') continue;
    // `-t` puts a tag before each path: `H path`; `?` marks an untracked one.
    if (entry.startsWith('?')) untracked = true;
    paths.add(entry.slice(2));
  }
  return { paths: [...paths], info: readInfo(root, untracked), directory: (git(root, ['rev-parse', '--show-prefix']) ?? '').trim().replace(/\/$/, '') };
}

/**
 * Whether git ignores a directory and has no file in it, so that what lies there has not come with the repository.
 * @param directory relative to the root, POSIX
 */
export function bringsNothing(root: string, directory: string): boolean {
  return git(root, ['check-ignore', '-q', '--', `${directory}/any`]) !== null && git(root, ['ls-files', '-z', '--', `:(literal)${directory}`]) === '';
}

function readInfo(root: string, untracked: boolean): GitInfo {
  const status = git(root, ['status', '--porcelain=v2', '--branch', '--untracked-files=no', '--ignore-submodules=all', '-z'], neutralFilters(root));
  const lines = (status ?? '').split('\0').filter((line) => line !== '');
  const header = (name: string) => lines.find((line) => line.startsWith(`# branch.${name} `))?.slice(`# branch.${name} `.length) ?? null;
  const commit = header('oid');
  const branch = header('head');
  return {
    commit: commit === '(initial)' ? null : commit,
    branch: branch === '(detached)' ? null : branch,
    dirty: untracked || lines.some((line) => !line.startsWith('#')),
  };
}

/**
 * Settings that empty every configured content filter: comparing a changed file would run it. They travel as variables,
 * because the name of a filter may hold characters that `-c` would misread.
 */
function neutralFilters(root: string): NodeJS.ProcessEnv {
  const names = git(root, ['config', '--name-only', '-z', '--get-regexp', '^filter\\.']) ?? '';
  const drivers = new Set(names.split('\0').flatMap((name) => /^filter\.(.+)\.[^.]+$/s.exec(name)?.[1] ?? []));
  const settings = [...drivers].sort().flatMap((driver) => [`${driver}.clean`, `${driver}.smudge`, `${driver}.process`].map((name) => [`filter.${name}`, '']));
  for (const driver of drivers) settings.push([`filter.${driver}.required`, 'false']);
  const first = Number(process.env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  const variables: NodeJS.ProcessEnv = { GIT_CONFIG_COUNT: String(first + settings.length) };
  for (const [index, [name, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${first + index}`] = name;
    variables[`GIT_CONFIG_VALUE_${first + index}`] = value;
  }
  return variables;
}

function git(root: string, args: string[], variables: NodeJS.ProcessEnv = {}): string | null {
  const environment: NodeJS.ProcessEnv = { ...process.env, ...SAFE_ENVIRONMENT, ...variables };
  for (const name of MISLEADING_VARIABLES) delete environment[name];
  const result = spawnSync('git', ['--no-pager', ...SAFE_CONFIGURATION.flatMap((setting) => ['-c', setting]), ...args], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  });
  return result.error === undefined && result.status === 0 ? result.stdout : null;
}
