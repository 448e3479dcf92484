/** `shipworthy extract` and `shipworthy merge`: one audit by several machines, or out of a build system's cache. */
import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { FactsPack } from '../contracts/extraction.js';
import { UserError } from '../contracts/errors.js';
import { runAudit } from './audit-command.js';
import { loadConfiguration } from './configuration/load.js';
import { extractorVersion } from './extractor-version.js';
import type { AuditFlags, ExtractFlags } from './program.js';
import { writeFileAtomically, writeMessage } from './streams.js';

/** Without `--shard` or `--within` the pack is of all files. */
export async function runExtract(directory: string, flags: ExtractFlags): Promise<void> {
  const { values } = await loadConfiguration(directory, flags.config ?? null, process.cwd());
  const { extractShare } = await import('../audit/extract-share.js');
  const share = flags.shard ?? { kind: 'within', directory: directoryInside(directory, flags.within ?? directory) };
  const { pack, files } = await extractShare(directory, share, extractorVersion(), { include: values.include ?? [], exclude: values.exclude ?? [], maxFileSize: values.maxFileSize ?? null });
  writeFileAtomically(flags.output, pack);
  writeMessage(`wrote ${flags.output} (${files === 1 ? '1 file' : `${files} files`})`);
}

export async function runMerge(paths: readonly string[], flags: AuditFlags & { root: string }): Promise<void> {
  const extractor = extractorVersion();
  const { readPack } = await import('../audit/facts-pack.js');
  const packs = paths.map((path): FactsPack => readPack(bytesOf(path), path, extractor));
  await runAudit(flags.root, flags, packs);
}

/** Root-relative POSIX path of a directory named from the working directory; '' for the root itself. */
function directoryInside(root: string, directory: string): string {
  const inside = relative(resolve(root), resolve(directory)).split(sep).join('/');
  if (inside === '..' || inside.startsWith('../')) throw new UserError('usage', `${directory} is not in ${root}`, { hint: 'name a directory of the project' });
  return inside;
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError('facts-pack-unreadable', `cannot read the facts pack ${path} (${code ?? 'unknown error'})`, { hint: 'check the path and its permissions' });
  }
}
