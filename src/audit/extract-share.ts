/** `shipworthy extract`: a share of the extraction, for another machine to link. */
import type { FileShare } from '../contracts/extraction.js';
import { DEFAULT_MAX_FILE_SIZE, discover, readFile } from '../discover/index.js';
import { filesToAnalyse, loadExtract } from './analyse-files.js';
import { PackWriter } from './facts-pack.js';
import { isInShare } from './file-share.js';
import type { ReadingOptions } from './reading-options.js';

export interface ExtractedShare {
  /** To be written as it is. */
  pack: Buffer;
  files: number;
}

/**
 * Extracts the facts of a share of the files. Nothing is judged, and no rule is read.
 * @param directory root of the project: the one that is audited later, whatever the share
 * @param extractor what makes the pack, as `readPack` expects it
 * @throws UserError for a directory that is not there
 */
export async function extractShare(directory: string, share: FileShare, extractor: string, options: Pick<ReadingOptions, 'include' | 'exclude' | 'maxFileSize'>): Promise<ExtractedShare> {
  const maxFileSize = options.maxFileSize ?? DEFAULT_MAX_FILE_SIZE;
  const inventory = discover(directory, { maxFileSize, include: options.include, exclude: options.exclude });
  const writer = new PackWriter();
  const extract = await loadExtract();
  for (const { path } of filesToAnalyse(inventory)) {
    const read = isInShare(path, share) ? readFile(inventory.root, path, maxFileSize) : null;
    // A file that cannot be read is the business of whoever links: it must say so in the report.
    if (read !== null && 'bytes' in read) writer.add(path, read.bytes, extract(path, read.bytes));
  }
  return { pack: writer.finish(share, extractor), files: writer.files };
}
