/** Reads the code of an inventory, one file at a time: its text and syntax tree are gone before the next is opened. */
import type { Extraction } from '../contracts/extraction.js';
import type { FileFacts } from '../contracts/facts.js';
import type { FactsCache } from '../cache/index.js';
import type { FileClass, FileEntry, Inventory, SkippedEntry } from '../contracts/inventory.js';
import { readFile } from '../discover/index.js';
import type { SchemaFacts } from '../contracts/schema-facts.js';
import { decodeSource, extractSchema, loadExtractSource, SCHEMA_FILE } from '../extract/index.js';

export interface AnalysedFiles {
  /** In path order. */
  facts: FileFacts[];
  /** Of files that describe data and are no code. In path order. */
  schemas: SchemaFacts[];
  failed: { path: string; reason: string }[];
  skipped: SkippedEntry[];
}

/** Root-relative path and bytes of a file → what it says. Never throws for what stands in the file. */
export type Extract = (path: string, bytes: Buffer) => Extraction;

/** Where facts may come from that need no extracting. */
export interface KnownFacts {
  /** What others have extracted, or null where they have not. */
  packed: ((path: string, bytes: Buffer) => Extraction | null) | null;
  /** What earlier audits have extracted; what they have not is added. */
  cache: FactsCache | null;
}

/** Only `source` is judged; the others take part because source code may import them, or because they describe the data. */
const ANALYSED_CLASSES: ReadonlySet<FileClass> = new Set(['source', 'config', 'schema', 'migration']);
const CODE_FILE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** The files that facts are extracted of, in path order. */
export function filesToAnalyse(inventory: Inventory): FileEntry[] {
  return inventory.files.filter((file) => ANALYSED_CLASSES.has(file.class) && (file.class === 'source' || CODE_FILE.test(file.path) || SCHEMA_FILE.test(file.path)));
}

/**
 * The parser is loaded for the first file that needs it.
 * @param maxFileSize bytes; a file that has grown beyond it since discovery is skipped
 * @param onFile called before each file
 */
export async function analyseFiles(inventory: Inventory, maxFileSize: number, onFile: (done: number, total: number) => void, { packed, cache }: KnownFacts = { packed: null, cache: null }): Promise<AnalysedFiles> {
  const analysed: AnalysedFiles = { facts: [], schemas: [], failed: [], skipped: [] };
  const files = filesToAnalyse(inventory);
  let extract: Extract | null = null;
  for (const [index, { path }] of files.entries()) {
    onFile(index, files.length);
    const read = readFile(inventory.root, path, maxFileSize);
    if ('skipped' in read) {
      analysed.skipped.push(read.skipped);
      continue;
    }
    let extraction = packed?.(path, read.bytes) ?? cache?.find(path, read.bytes) ?? null;
    if (extraction === null) {
      extract ??= await loadExtract();
      extraction = extract(path, read.bytes);
      cache?.add(path, read.bytes, extraction);
    }
    add(path, extraction, analysed);
  }
  return analysed;
}

/** What extracts one file. */
export async function loadExtract(): Promise<Extract> {
  const extractSource = await loadExtractSource();
  return (path, bytes) => {
    const decoded = decodeSource(bytes);
    if ('problem' in decoded) return { binary: decoded.problem };
    try {
      return SCHEMA_FILE.test(path) ? { schema: extractSchema(path, decoded.text) } : { facts: extractSource(path, decoded.text) };
    } catch (error) {
      // One file that we cannot digest must not cost the audit of all others.
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  };
}

function add(path: string, extraction: Extraction, analysed: AnalysedFiles): void {
  if ('binary' in extraction) analysed.skipped.push({ path, reason: 'binary', detail: extraction.binary });
  else if ('failed' in extraction) analysed.failed.push({ path, reason: `not analysed: ${extraction.failed}` });
  else if ('schema' in extraction) analysed.schemas.push(extraction.schema);
  else {
    const { facts } = extraction;
    analysed.facts.push(facts);
    const first = facts.syntaxErrors[0];
    if (first !== undefined) analysed.failed.push({ path, reason: `line ${lineOf(facts, first.start)}: ${first.message}` });
  }
}

/** 1-based. */
function lineOf(facts: FileFacts, offset: number): number {
  return Math.max(1, facts.lineStarts.filter((start) => start <= offset).length);
}
