/** Writing: reports to stdout or files, everything else to stderr. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { inert } from '../contracts/inert.js';
import { UserError } from '../contracts/errors.js';

/** A reader that closes the pipe early (`| head`) has seen enough; that is no error. To be called once, before any output. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') process.exitCode = 2;
    });
  }
}

/** Writes a report to stdout and waits until it is handed over. A full disk behind a redirection is an error; a closed pipe is not. */
export async function writeReport(text: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    process.stdout.write(text, (error) => {
      const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
      if (code === undefined || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') done();
      else fail(new UserError('output-failed', `cannot write the report to standard output (${code})`));
    });
  });
}

/** One line (or several) to stderr; control characters of audited code are made harmless. */
export function writeMessage(text: string): void {
  process.stderr.write(`${inert(text)}\n`);
}

/** Writes a file as a whole or not at all; directories above it are made. */
export function writeFileAtomically(path: string, content: string | Buffer): void {
  const target = resolve(path);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, target);
  } catch (error) {
    discard(temporary);
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError('output-failed', `cannot write ${path} (${code ?? 'unknown error'})`, { hint: 'check the path and its permissions' });
  }
}

/** The file may not be there, and its directory neither. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The reason why it could not be written is the one to report.
  }
}
