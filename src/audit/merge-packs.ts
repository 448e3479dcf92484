/** Facts out of packs instead of out of files. A pack that does not fit the tree is refused: an audit of other code would mislead. */
import { UserError } from '../contracts/errors.js';
import type { FactsPack, PackedFile } from '../contracts/extraction.js';
import type { Inventory } from '../contracts/inventory.js';
import { filesToAnalyse } from './analyse-files.js';
import type { KnownFacts } from './analyse-files.js';
import { hashOf } from './facts-pack.js';

/**
 * Shards are all of the tree, so they must have each file and no other. Packs of directories need not: what none of them has is
 * extracted here, and what has left the audit since (because git ignores it now, say) is passed over.
 *
 * @param packs all shards of one number, or packs of directories
 * @returns what `analyseFiles` takes as `packed`; it throws the UserError `facts-pack-stale` for a file that is not the one that was extracted
 * @throws UserError `facts-pack-missing` when a shard is missing, `facts-pack-stale` when the shards have other files than the tree
 */
export function extractFromPacks(packs: readonly FactsPack[], inventory: Inventory): NonNullable<KnownFacts['packed']> {
  const shards = packs.filter((pack) => pack.share.kind === 'shard');
  checkShards(shards);
  const packed = new Map<string, { file: PackedFile; source: string }>();
  for (const { files, source } of packs) for (const [path, file] of files) packed.set(path, { file, source });
  checkPaths(shards, new Set(filesToAnalyse(inventory).map((file) => file.path)));
  return (path, bytes) => {
    const known = packed.get(path);
    if (known === undefined) {
      if (shards.length > 0) throw stale(`no facts pack has ${path}, which the tree has`);
      return null;
    }
    if (known.file.hash !== hashOf(bytes)) throw stale(`${known.source} was made of another ${path} than the tree has`);
    return known.file.extraction;
  };
}

function checkShards(packs: readonly FactsPack[]): void {
  const shards = packs.flatMap(({ share, source }) => (share.kind === 'shard' ? [{ ...share, source }] : []));
  const [first] = shards;
  if (first === undefined) return;
  const other = shards.find((shard) => shard.of !== first.of);
  if (other !== undefined) throw missing(`${first.source} is a shard of ${first.of} and ${other.source} one of ${other.of}`);
  const given = new Set(shards.map((shard) => shard.index));
  const absent = Array.from({ length: first.of }, (_, index) => index + 1).filter((index) => !given.has(index));
  if (absent.length > 0) throw missing(`shard ${absent.map((index) => `${index}/${first.of}`).join(', ')} is missing`);
}

function checkPaths(shards: readonly FactsPack[], paths: ReadonlySet<string>): void {
  for (const { files, source } of shards) for (const path of files.keys()) if (!paths.has(path)) throw stale(`${source} has ${path}, which is not among the files to audit`);
}

function missing(message: string): UserError {
  return new UserError('facts-pack-missing', message, { hint: 'give all packs of one run of shipworthy extract' });
}

function stale(message: string): UserError {
  return new UserError('facts-pack-stale', message, { hint: 'extract and merge the same commit, with the same configuration' });
}
