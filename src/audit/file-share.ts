/** Which files belong to a share of the work. It depends on the path alone, so that a new file moves no other. */
import { createHash } from 'node:crypto';
import type { FileShare } from '../contracts/extraction.js';

export function isInShare(path: string, share: FileShare): boolean {
  return share.kind === 'shard' ? shardOf(path, share.of) === share.index : share.directory === '' || path.startsWith(`${share.directory}/`);
}

/** 1-based. Shards are of about the same number of files. */
function shardOf(path: string, of: number): number {
  return (createHash('sha256').update(path).digest().readUInt32BE(0) % of) + 1;
}
