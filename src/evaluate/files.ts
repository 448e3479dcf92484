/** Choosing files and their keys by patterns. */
import ignore from 'ignore';
import type { DocumentEntry, DocumentFacts } from '../contracts/document-facts.js';
import type { Evaluation, Reach } from './evaluation.js';

/** @param patterns as in `.gitignore`. Answers are kept: every package asks about the files that it shares with others. */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const matcher = ignore().add([...patterns]);
  const known = new Map<string, boolean>();
  return (path) => {
    let answer = known.get(path);
    if (answer === undefined) known.set(path, (answer = matcher.ignores(path)));
    return answer;
  };
}

/** `services.*.image`, where `*` stands for any part of one segment and `**` for any number of segments. */
export function keyMatcher(pattern: string): (key: string) => boolean {
  const source = pattern
    .split('.')
    .map((segment) => (segment === '**' ? '.*' : segment.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll('*', '[^.]*')))
    .join('\\.');
  const expression = new RegExp(`^${source}$`, 'u');
  return (key) => expression.test(key);
}

export interface FoundEntry {
  document: DocumentFacts;
  entry: DocumentEntry;
}

/** Entries under the keys in the files, of the package and those without source that are judged with it (`own`) or of it, the packages that it depends on and the root (`wide`). In file order. */
export function entriesIn(evaluation: Evaluation, isFile: (path: string) => boolean, isKey: (key: string) => boolean, reach: Reach): FoundEntry[] {
  const packages = new Set(evaluation.packages(reach).map((each) => each.directory));
  if (reach === 'own') for (const directory of evaluation.documentPackages()) packages.add(directory);
  return evaluation.program.documents
    .filter((document) => packages.has(document.package) && isFile(document.path))
    .flatMap((document) => document.entries.filter(({ key }) => isKey(key)).map((entry) => ({ document, entry })));
}
