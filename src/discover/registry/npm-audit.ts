/**
 * One question to the package registry: `npm audit` on a lock file. It runs in a new directory that holds the lock file and
 * the dependency lists of the manifest and nothing else, so that no script, setting or file of the audited project is
 * near it, and it installs nothing. What leaves the machine is what npm sends: names and versions of the lock file.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join, resolve, sep } from 'node:path';
import type { RegistryAnswer } from '../../contracts/inventory.js';
import { isRecord } from '../manifest.js';
import { answerIn } from './npm-answer.js';

export interface Question {
  /** Absolute: programs below it are the project's own and are not run. */
  root: string;
  /** Fields of the package.json beside the lock file. */
  manifest: Record<string, unknown>;
  lock: { name: string; bytes: Buffer };
  timeoutMs: number;
}

/** Logs of a run belong to nobody here, and a look for a newer npm is a question nobody asked. */
const ARGUMENTS = ['audit', '--json', '--package-lock-only', '--ignore-scripts', '--no-update-notifier', '--no-fund', '--logs-max=0'];
/** What npm compares with the lock file. A wish for another package manager or another npm is no hindrance to a question. */
const MANIFEST_FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'workspaces', 'overrides'];
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** The advisories on what is locked, or why there is no answer. Never throws for what npm does. */
export function askNpm({ root, manifest, lock, timeoutMs }: Question): RegistryAnswer {
  let directory: string | null = null;
  try {
    directory = mkdtempSync(join(realpathSync(tmpdir()), 'shipworthy-registry-'));
    const kept = Object.fromEntries(MANIFEST_FIELDS.filter((field) => isRecord(manifest[field]) || Array.isArray(manifest[field])).map((field) => [field, manifest[field]]));
    writeFileSync(join(directory, 'package.json'), JSON.stringify(kept));
    writeFileSync(join(directory, lock.name), lock.bytes);
    return runIn(directory, root, timeoutMs);
  } catch (error) {
    return { failure: `no directory could be made to ask npm in (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})` };
  } finally {
    if (directory !== null) rmSync(directory, { recursive: true, force: true });
  }
}

function runIn(directory: string, root: string, timeoutMs: number): RegistryAnswer {
  const result = spawnSync('npm', ARGUMENTS, {
    cwd: directory,
    env: environmentOutside(root),
    encoding: 'utf8',
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: MAX_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
    // npm is a command file there, which only a shell can start; the arguments are fixed words.
    shell: process.platform === 'win32',
  });
  const code = (result.error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT') return { failure: 'npm is not installed' };
  if (code === 'ETIMEDOUT') return { failure: `npm audit gave no answer within ${Math.ceil(timeoutMs / 1000)} s` };
  if (code !== undefined) return { failure: `npm audit could not be run (${code})` };
  return answerIn(result.stdout);
}

/** The search path without the project's own programs, which `npx` and `npm run` put first: one of them may be called npm. */
function environmentOutside(root: string): NodeJS.ProcessEnv {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const isOutside = (place: string) => isAbsolute(place) && !`${resolve(place)}${sep}`.startsWith(`${root}${sep}`) && !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(place);
  return { ...process.env, [name]: (process.env[name] ?? '').split(delimiter).filter(isOutside).join(delimiter) };
}
