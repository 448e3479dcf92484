/** Starts the built program as a user would. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const BIN = join(import.meta.dirname, '../../bin/shipworthy.js');

export interface RunResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** User to run as, when the tests run as root. */
  uid?: number;
}

/** What tests extract is kept apart from what their user keeps. */
const CACHE = mkdtempSync(join(tmpdir(), 'shipworthy-test-cache-'));

afterAll(() => rmSync(CACHE, { recursive: true, force: true }));

/** Colour variables of the surroundings are taken away, so that each test says what it wants. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { FORCE_COLOR: _forced, NO_COLOR: _none, GITHUB_ACTIONS: _actions, SHIPWORTHY_DEBUG: _debug, ...inherited } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], { cwd: options.cwd, env: { ...inherited, XDG_CACHE_HOME: CACHE, ...options.env }, uid: options.uid, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
