/** Reads the files that are no code and that some rule asks about, or that describe a deployment. */
import type { DocumentFacts, DocumentFormat } from '../contracts/document-facts.js';
import type { Inventory } from '../contracts/inventory.js';
import type { Rule } from '../contracts/rules.js';
import { readFile } from '../discover/index.js';
import { pathMatcher } from '../evaluate/index.js';
import { DEPLOYMENT_FILES } from '../link/index.js';
import { decodeSource, documentFormat, extractDocument } from '../extract/index.js';

/** Routes are put together from these, whatever rules ask. */
const IS_DEPLOYMENT = pathMatcher(DEPLOYMENT_FILES);

/** What a rule asks of files. */
interface Question {
  isFile: (path: string) => boolean;
  /** A word that stands in the text of every file with something to answer; '' where none is known. */
  word: string;
}

/** @returns in path order; what cannot be read is left out here, because discovery has listed it among the skipped files */
export function readDocuments(inventory: Inventory, rules: readonly Rule[], maxFileSize: number): DocumentFacts[] {
  const questions = [...questionsOf(rules), { isFile: IS_DEPLOYMENT, word: 'andler' }];
  return inventory.files.flatMap((file) => {
    const format = documentFormat(file);
    const asked = format === null ? [] : questions.filter(({ isFile }) => isFile(file.path));
    const read = asked.length === 0 ? null : readFile(inventory.root, file.path, maxFileSize);
    const decoded = read !== null && 'bytes' in read ? decodeSource(read.bytes) : null;
    if (format === null || decoded === null || !('text' in decoded) || !asked.some(({ word }) => mayHold(decoded.text, format, word))) return [];
    return [extractDocument(file, format, decoded.text)];
  });
}

/** Those that look at the same files for the same word are one. Each list is by itself: a `!pattern` in one takes nothing from the others. */
function questionsOf(rules: readonly Rule[]): Question[] {
  const distinct = new Map(rules.flatMap((rule) => asksOf(rule)).map((ask) => [[ask.word, ...ask.patterns].join('\n'), ask]));
  return [...distinct.values()].map(({ patterns, word }) => ({ isFile: pathMatcher(patterns), word }));
}

/** Selectors and conditions are plain data; what they ask of files stands under `files`, and under which key beside it. */
function asksOf(part: unknown): { patterns: string[]; word: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part)) return part.flatMap(asksOf);
  const { files, key } = part as { files?: unknown; key?: unknown };
  const own = Array.isArray(files) ? [{ patterns: files.map(String), word: typeof key === 'string' ? wordOf(key) : '' }] : [];
  return [...own, ...Object.entries(part).flatMap(([name, value]) => (name === 'files' && Array.isArray(value) ? [] : asksOf(value)))];
}

/** Names that a file may mean without writing them: the values of YAML. */
const SPELT_OTHERWISE = /^(?:null|true|false|nan|infinity)$/i;

/** The longest part of a key pattern that stands in a file as it is: of `**.NODE_OPTIONS` its name; of `*.3` none, for places in a list are not written. */
function wordOf(key: string): string {
  const words = key.split('.').filter((segment) => /^[A-Za-z_][\w-]{3,}$/.test(segment) && !SPELT_OTHERWISE.test(segment));
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Formats whose keys are written out. */
const WRITES_KEYS: ReadonlySet<DocumentFormat> = new Set<DocumentFormat>(['yaml', 'json', 'environment']);
/** Anything may be written so. */
const ESCAPE = /\\(?:[uUx]|\r?\n)/;

function mayHold(text: string, format: DocumentFormat, word: string): boolean {
  return word === '' || !WRITES_KEYS.has(format) || text.includes(word) || ESCAPE.test(text);
}
