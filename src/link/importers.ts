/** Which files of the program bring a file in: static and dynamic imports, re-exports, `require`. Type-only imports do not count. */
import type { IndexedFile } from './indexed-file.js';
import type { Linking } from './linking.js';

/** Importers of every file, each once, in file order. Made once for each program. */
export function importersByFile(link: Linking): ReadonlyMap<IndexedFile, readonly IndexedFile[]> {
  const result = new Map<IndexedFile, IndexedFile[]>();
  for (const file of link.files.values()) {
    for (const specifier of specifiersOf(file)) {
      const target = link.modules.resolve(file, specifier);
      if (target.kind !== 'file' || target.file === file) continue;
      const imported = target.file as IndexedFile;
      const importers = result.get(imported);
      if (importers === undefined) result.set(imported, [file]);
      else if (!importers.includes(file)) importers.push(file);
    }
  }
  return result;
}

function specifiersOf({ facts }: IndexedFile): Set<string> {
  const specifiers = [
    ...facts.imports.filter((fact) => !fact.typeOnly).map((fact) => fact.specifier),
    ...facts.exports.filter((fact) => fact.kind !== 'value').map((fact) => fact.specifier),
    ...facts.values.flatMap((fact) => (fact.kind === 'module' && fact.specifier !== null ? [fact.specifier] : [])),
  ];
  return new Set(specifiers);
}
