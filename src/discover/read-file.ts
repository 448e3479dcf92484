/** Reading files of the audited directory: bounded, without following links, and without throwing for what a directory may do to us. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { SkippedEntry } from '../contracts/inventory.js';

export type ReadResult = { bytes: Buffer } | { skipped: SkippedEntry };

/**
 * Not through a symbolic link that replaced the file since it was listed, and not waiting on a FIFO that did.
 * Windows has neither flag.
 */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of one file, at most `limit` of them when `head` is set; otherwise a file longer than `limit` is skipped.
 * `path` is relative to `root`, POSIX. A file that vanished or may not be read becomes a skipped entry.
 */
export function readFile(root: string, path: string, limit: number, head = false): ReadResult {
  let descriptor: number;
  try {
    descriptor = openSync(join(root, path), OPEN_FLAGS);
  } catch (error) {
    return { skipped: skippedBy(error, path) };
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { skipped: { path, reason: 'unreadable', detail: 'not a regular file' } };
    if (!head && status.size > limit) return { skipped: tooLarge(path, status.size, limit) };
    return { bytes: readBytes(descriptor, Math.min(status.size, limit)) };
  } catch (error) {
    return { skipped: skippedBy(error, path) };
  } finally {
    closeSync(descriptor);
  }
}

function readBytes(descriptor: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, buffer, filled, length - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

/** What an error of the file system means for an audit. */
export function skippedBy(error: unknown, path: string): SkippedEntry {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { path, reason: 'vanished', detail: 'it was there when the directory was listed' };
  if (code === 'ELOOP') return { path, reason: 'symlink-cycle', detail: 'a symbolic link stands in its place' };
  return { path, reason: 'unreadable', detail: code === 'EACCES' || code === 'EPERM' ? 'permission denied' : code };
}

export function tooLarge(path: string, size: number, limit: number): SkippedEntry {
  return { path, reason: 'too-large', detail: `${size} bytes; the limit is ${limit} (maxFileSize)` };
}
