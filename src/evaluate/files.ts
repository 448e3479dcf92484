/** Choosing files and their keys by patterns. */
import ignore from 'ignore';
import type { DocumentEntry, DocumentFacts } from '../contracts/document-facts.js';
import type { FileEntry } from '../contracts/inventory.js';
import type { Program } from '../contracts/program.js';
import type { Evaluation, Reach } from './evaluation.js';

type IsFile = (path: string) => boolean;

/** @param patterns as in `.gitignore`, where letters may be large or small */
export function pathMatcher(patterns: readonly string[]): IsFile {
  const matcher = ignore().add([...patterns]);
  const literals = patterns.filter((pattern) => !pattern.startsWith('!')).map(longestLiteral);
  // Nearly all paths lack even the words of the patterns, which costs far less to see.
  const mayMatch = new RegExp(literals.map(escapeExpression).join('|'), 'iu');
  return (path) => mayMatch.test(path) && matcher.ignores(path);
}

/** What stands in every path that the pattern fits; '' where that cannot be told. */
function longestLiteral(pattern: string): string {
  const parts = pattern.includes('\\') ? [] : pattern.split(/\[[^\]]*\]|[*?/[\]!]/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** What a list of the program holds of files that fit, found once: a hundred packages do not each ask about all of them. */
class Chosen<Item> {
  private readonly known = new WeakMap<Program, Map<IsFile, readonly Item[]>>();

  constructor(
    private readonly listOf: (program: Program) => readonly Item[],
    private readonly pathOf: (item: Item) => string,
  ) {}

  of(program: Program, isFile: IsFile): readonly Item[] {
    let lists = this.known.get(program);
    if (lists === undefined) this.known.set(program, (lists = new Map<IsFile, readonly Item[]>()));
    let list = lists.get(isFile);
    if (list === undefined) lists.set(isFile, (list = this.listOf(program).filter((item) => isFile(this.pathOf(item)))));
    return list;
  }
}

const CHOSEN_DOCUMENTS = new Chosen<DocumentFacts>(({ documents }) => documents, ({ path }) => path);
const CHOSEN_FILES = new Chosen<FileEntry>(({ inventory }) => inventory.files, ({ path }) => path);

/** Files of the inventory that fit, of whatever package, in path order. */
export function filesLike(program: Program, isFile: IsFile): readonly FileEntry[] {
  return CHOSEN_FILES.of(program, isFile);
}

/** `services.*.image`, where `*` stands for any part of one segment and `**` for any number of segments. */
export function keyMatcher(pattern: string): (key: string) => boolean {
  const source = pattern
    .split('.')
    .map((segment) => (segment === '**' ? '.*' : escapeExpression(segment).replaceAll('\\*', '[^.]*')))
    .join('\\.');
  const expression = new RegExp(`^${source}$`, 'u');
  return (key) => expression.test(key);
}

export interface FoundEntry {
  document: DocumentFacts;
  entry: DocumentEntry;
}

/** Entries under the keys in the files, of the package and those without source that are judged with it (`own`) or of it, the packages that it depends on and the root (`wide`). In file order. */
export function entriesIn(evaluation: Evaluation, isFile: IsFile, isKey: (key: string) => boolean, reach: Reach): FoundEntry[] {
  const packages = new Set(evaluation.packages(reach).map((each) => each.directory));
  if (reach === 'own') for (const directory of evaluation.documentPackages()) packages.add(directory);
  return CHOSEN_DOCUMENTS.of(evaluation.program, isFile)
    .filter((document) => packages.has(document.package))
    .flatMap((document) => document.entries.filter(({ key }) => isKey(key)).map((entry) => ({ document, entry })));
}
