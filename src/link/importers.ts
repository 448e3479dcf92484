/**
 * Which files of the program bring a file in at run time. An import by name through a barrel counts for the file that
 * declares the name; the barrel itself is no importer, unless somebody takes it whole.
 */
import { append } from '../contracts/multimap.js';
import type { ExportFact, ImportFact } from '../contracts/facts.js';
import type { IndexedFile } from './indexed-file.js';
import type { Linking } from './linking.js';

/** Barrels of barrels are followed this far. */
const MAXIMUM_DEPTH = 12;

/** What every file brings in. */
export function importsByFile(link: Linking): ReadonlyMap<IndexedFile, ReadonlySet<IndexedFile>> {
  return new Map([...link.files.values()].map((file) => [file, filesBroughtInBy(link, file)]));
}

/** Importers of every file, each once, in file order. Made once for each program. */
export function importersByFile(link: Linking, imports = importsByFile(link)): ReadonlyMap<IndexedFile, readonly IndexedFile[]> {
  const result = new Map<IndexedFile, IndexedFile[]>();
  for (const [file, broughtIn] of imports) {
    for (const imported of broughtIn) {
      if (imported === file) continue;
      append(result, imported, file);
    }
  }
  return result;
}

function filesBroughtInBy(link: Linking, file: IndexedFile): ReadonlySet<IndexedFile> {
  const result = new Set<IndexedFile>();
  for (const fact of file.facts.imports) {
    const target = fact.typeOnly ? null : fileOf(link, file, fact.specifier);
    if (target !== null) importedBy(link, fact, target, result);
  }
  for (const { specifier } of file.moduleValues) {
    const target = fileOf(link, file, specifier);
    if (target !== null) addWhole(link, target, 0, result);
  }
  return result;
}

function importedBy(link: Linking, fact: ImportFact, target: IndexedFile, result: Set<IndexedFile>): void {
  if (fact.kind !== 'named' && fact.kind !== 'default') {
    addWhole(link, target, 0, result);
    return;
  }
  result.add(target);
  const home = declaringFile(link, target, fact.kind === 'named' ? fact.name : 'default', 0);
  if (home !== null) result.add(home);
}

/** The file and all that it hands on. */
function addWhole(link: Linking, file: IndexedFile, depth: number, result: Set<IndexedFile>): void {
  if (result.has(file) || depth > MAXIMUM_DEPTH) return;
  result.add(file);
  for (const fact of file.facts.exports) {
    const target = fact.kind === 'value' ? null : fileOf(link, file, fact.specifier);
    if (target !== null) addWhole(link, target, depth + 1, result);
  }
}

/** Where a name that a file exports is declared. */
function declaringFile(link: Linking, file: IndexedFile, name: string, depth: number): IndexedFile | null {
  if (depth > MAXIMUM_DEPTH || !link.stars.mayExport(file, name)) return null;
  const named = file.names.exportsNamed(name).find((fact) => fact.kind !== 'star');
  if (named !== undefined) return named.kind === 'value' ? declaredHere(link, file, named, depth) : throughReExport(link, file, named, named.imported, depth);
  for (const fact of file.names.stars) {
    const found = throughReExport(link, file, fact, name, depth);
    if (found !== null) return found;
  }
  return null;
}

function throughReExport(link: Linking, file: IndexedFile, fact: ExportFact, name: string, depth: number): IndexedFile | null {
  const target = fileOf(link, file, fact.specifier);
  return target === null ? null : declaringFile(link, target, name, depth + 1);
}

/** `import { a } from './a'; export { a }` hands on as well. */
function declaredHere(link: Linking, file: IndexedFile, fact: ExportFact, depth: number): IndexedFile | null {
  const imported = fact.binding < 0 ? undefined : file.importOf(fact.binding);
  const target = imported === undefined ? null : fileOf(link, file, imported.specifier);
  if (imported === undefined || target === null) return file;
  return declaringFile(link, target, imported.kind === 'named' ? imported.name : 'default', depth + 1) ?? target;
}

function fileOf(link: Linking, from: IndexedFile, specifier: string): IndexedFile | null {
  const target = link.modules.resolve(from, specifier);
  return target.kind === 'file' ? (target.file as IndexedFile) : null;
}
