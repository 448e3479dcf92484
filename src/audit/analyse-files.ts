/** Reads the code of an inventory, one file at a time: its text and syntax tree are gone before the next is opened. */
import type { FileFacts } from '../contracts/facts.js';
import type { FileClass, FileEntry, Inventory, SkippedEntry } from '../contracts/inventory.js';
import { readFile } from '../discover/index.js';
import type { SchemaFacts } from '../contracts/schema-facts.js';
import { decodeSource, extractSchema, extractSource, SCHEMA_FILE } from '../extract/index.js';

export interface AnalysedFiles {
  /** In path order. */
  facts: FileFacts[];
  /** Of files that describe data and are no code. In path order. */
  schemas: SchemaFacts[];
  failed: { path: string; reason: string }[];
  skipped: SkippedEntry[];
}

/** Only `source` is judged; the others take part because source code may import them, or because they describe the data. */
const ANALYSED_CLASSES: ReadonlySet<FileClass> = new Set(['source', 'config', 'schema', 'migration']);
const CODE_FILE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/**
 * @param maxFileSize bytes; a file that has grown beyond it since discovery is skipped
 * @param onFile called before each file
 */
export function analyseFiles(inventory: Inventory, maxFileSize: number, onFile: (done: number, total: number) => void): AnalysedFiles {
  const analysed: AnalysedFiles = { facts: [], schemas: [], failed: [], skipped: [] };
  const files = inventory.files.filter((file) => ANALYSED_CLASSES.has(file.class) && (CODE_FILE.test(file.path) || SCHEMA_FILE.test(file.path)));
  for (const [index, file] of files.entries()) {
    onFile(index, files.length);
    analyseFile(inventory.root, file, maxFileSize, analysed);
  }
  return analysed;
}

function analyseFile(root: string, { path }: FileEntry, maxFileSize: number, analysed: AnalysedFiles): void {
  const read = readFile(root, path, maxFileSize);
  if ('skipped' in read) {
    analysed.skipped.push(read.skipped);
    return;
  }
  const decoded = decodeSource(read.bytes);
  if ('problem' in decoded) {
    analysed.skipped.push({ path, reason: 'binary', detail: decoded.problem });
    return;
  }
  try {
    if (SCHEMA_FILE.test(path)) {
      analysed.schemas.push(extractSchema(path, decoded.text));
      return;
    }
    const facts = extractSource(path, decoded.text);
    analysed.facts.push(facts);
    const first = facts.syntaxErrors[0];
    if (first !== undefined) analysed.failed.push({ path, reason: `line ${lineOf(facts, first.start)}: ${first.message}` });
  } catch (error) {
    // One file that we cannot digest must not cost the audit of all others.
    analysed.failed.push({ path, reason: `not analysed: ${error instanceof Error ? error.message : String(error)}` });
  }
}

/** 1-based. */
function lineOf(facts: FileFacts, offset: number): number {
  return Math.max(1, facts.lineStarts.filter((start) => start <= offset).length);
}
