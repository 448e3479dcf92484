/** Where names are mentioned: members, implemented interfaces, what other files take from an export. */
import { append } from '../contracts/multimap.js';
import { type ImportFact, NONE } from '../contracts/facts.js';
import type { ClassRef } from '../contracts/program.js';
import type { IndexedFile } from './indexed-file.js';
import { type FileValue, type Linking, sibling } from './linking.js';
import { factOf } from './value-graph.js';

/** Re-exports of re-exports are followed this far. */
const MAXIMUM_CLIMB = 12;

/** Where things are mentioned by name, so that uses are found without looking at every value. Built once, on first use. */
export class MentionIndex {
  /** By name, pairs of a file's place among the files and a value's id: a large program has millions, of which few are asked for. */
  private members: Map<string, number[]> | null = null;
  private files: readonly IndexedFile[] | null = null;
  private readonly askedMembers = new Map<string, readonly FileValue[]>();
  private readonly ownMembers = new Map<string, readonly FileValue[]>();
  private implementers: Map<string, ClassRef[]> | null = null;
  private importers: Map<string, FileValue[]> | null = null;

  constructor(private readonly link: Linking) {}

  /** All `member` values with this name, in file and source order. */
  membersNamed(name: string): readonly FileValue[] {
    const known = this.askedMembers.get(name);
    if (known !== undefined) return known;
    this.files ??= [...this.link.files.values()];
    this.members ??= this.collectMembers(this.files);
    const places = this.members.get(name) ?? [];
    const result: FileValue[] = [];
    for (let at = 0; at < places.length; at += 2) result.push({ file: this.files[places[at]!]!, id: places[at + 1]! });
    this.askedMembers.set(name, result);
    return result;
  }

  /** Those of them that may be read from something of the program: not plainly from a global or from what a library gives. */
  ownMembersNamed(name: string): readonly FileValue[] {
    const known = this.ownMembers.get(name);
    if (known !== undefined) return known;
    const result = this.membersNamed(name).filter((mention) => mayBeOwn(this.link, mention));
    this.ownMembers.set(name, result);
    return result;
  }

  private collectMembers(files: readonly IndexedFile[]): Map<string, number[]> {
    const map = new Map<string, number[]>();
    for (const [index, file] of files.entries()) {
      const { facts } = file;
      file.valuesOfKind('member').forEach((id) => {
        const fact = facts.values[id]!;
        if (fact.kind !== 'member' || fact.name === null) return;
        const places = map.get(fact.name);
        if (places === undefined) map.set(fact.name, [index, id]);
        else places.push(index, id);
      });
    }
    return map;
  }

  /** Classes that say they implement an interface of this name. */
  implementersOf(name: string): readonly ClassRef[] {
    if (this.implementers === null) {
      this.implementers = new Map();
      for (const file of this.link.files.values()) {
        for (const [id, fact] of file.facts.classes.entries()) {
          for (const type of fact.implements) append(this.implementers, type.name, { file, id });
        }
      }
    }
    return this.implementers.get(name) ?? [];
  }

  /** Uses, in other files, of what a file exports under a name; imports through barrels count for the file that defines it. */
  importedUses(file: IndexedFile, name: string): readonly FileValue[] {
    this.importers ??= this.collectImports();
    return this.importers.get(`${file.facts.path}\u0000${name}`) ?? [];
  }

  private collectImports(): Map<string, FileValue[]> {
    const map = new Map<string, FileValue[]>();
    for (const file of this.link.files.values()) {
      for (const fact of file.facts.imports) {
        if (fact.binding === NONE || fact.typeOnly || fact.kind === 'namespace') continue;
        const target = this.link.modules.resolve(file, fact.specifier);
        if (target.kind !== 'file') continue;
        const name = importedName(fact);
        const origin = exportOrigin(this.link, target.file as IndexedFile, name, 0);
        if (origin === null) continue;
        for (const use of file.facts.bindings[fact.binding]?.uses ?? []) append(map, origin, { file, id: use });
      }
      for (const { id, specifier } of file.moduleValues) this.addRequired(map, { file, id }, specifier);
    }
    return map;
  }

  /** `require('./x')` is all that `module.exports = …` gives; `import('./x')` has it as its default. */
  private addRequired(map: Map<string, FileValue[]>, value: FileValue, specifier: string): void {
    const target = this.link.modules.resolve(value.file, specifier);
    if (target.kind !== 'file') return;
    const isWhole = (target.file as IndexedFile).names.exportsNamed('=').length > 0;
    append(map, `${target.file.facts.path}\u0000${isWhole ? '=' : 'default'}`, value);
  }
}

function mayBeOwn(link: Linking, mention: FileValue): boolean {
  let fact = factOf(mention);
  for (let step = 0; step < 8 && fact.kind === 'member'; step += 1) fact = factOf(sibling(mention, fact.object));
  if (fact.kind !== 'reference') return true;
  if (fact.binding < 0) return fact.name === 'module' || fact.name === 'exports';
  const imported = mention.file.importOf(fact.binding);
  return imported === undefined || link.modules.resolve(mention.file, imported.specifier).kind === 'file';
}

/** The name in the other module; '=' for all of it. */
function importedName(fact: ImportFact): string {
  return fact.kind === 'named' ? fact.name : fact.kind === 'equals' ? '=' : 'default';
}

/** Path and name of the export that an import reaches in the end. */
function exportOrigin(link: Linking, file: IndexedFile, name: string, depth: number): string | null {
  if (depth > MAXIMUM_CLIMB || !link.stars.mayExport(file, name)) return null;
  for (const fact of file.names.exportsNamed(name)) {
    if (fact.kind === 'star') continue;
    const imported = fact.kind === 'value' && fact.binding !== NONE ? file.importOf(fact.binding) : undefined;
    const isOwn = fact.kind === 'value' && (imported === undefined || imported.kind === 'namespace');
    if (isOwn) return `${file.facts.path}\u0000${name}`;
    const target = link.modules.resolve(file, imported?.specifier ?? fact.specifier);
    return target.kind === 'file' ? exportOrigin(link, target.file as IndexedFile, imported === undefined ? fact.imported : importedName(imported), depth + 1) : null;
  }
  if (file.names.exportsNamed('=').length > 0) return `${file.facts.path}\u0000${name === 'default' ? '=' : name}`;
  for (const fact of name === 'default' ? [] : file.names.stars) {
    const target = link.modules.resolve(file, fact.specifier);
    const found = target.kind === 'file' ? exportOrigin(link, target.file as IndexedFile, name, depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}
