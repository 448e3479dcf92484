/** What a name is: a global, an import, a declaration, a variable. */
import { NONE, type BindingFact, type ReferenceValue } from '../../contracts/facts.js';
import type { Entity } from '../../contracts/program.js';
import { packagePath } from '../api-path.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { isKnown, prefer, union, UNKNOWN_ENTITIES } from './entities.js';

export function resolveReference(link: Linking, ref: FileValue, fact: ReferenceValue): readonly Entity[] {
  if (fact.binding === NONE) return resolveGlobal(link, ref, fact.name);
  const binding = ref.file.facts.bindings[fact.binding];
  if (binding === undefined) return UNKNOWN_ENTITIES;
  if (binding.kind === 'import') return resolveImport(link, ref.file, fact.binding);
  const definitions = link.definitionsAt(ref.file, ref.id);
  const written = union(...definitions.map((definition) => link.resolve(definition)));
  return prefer(written.length === 0 ? UNKNOWN_ENTITIES : written, () => resolveAnnotation(link, ref.file, binding));
}

function resolveGlobal(link: Linking, ref: FileValue, name: string): readonly Entity[] {
  if (name === 'undefined') return [{ kind: 'constant', value: null, type: 'undefined', at: ref }];
  if (name === 'module' || name === 'exports') return [{ kind: 'module', file: ref.file }];
  if (name === 'globalThis' || name === 'global') return [{ kind: 'api', path: 'global', created: null }];
  return [{ kind: 'api', path: link.models.normalise(`global:${name}`), created: null }];
}

function resolveAnnotation(link: Linking, file: IndexedFile, binding: BindingFact): readonly Entity[] {
  return binding.type === undefined ? UNKNOWN_ENTITIES : link.resolveType(file, binding.type);
}

/** What an imported name is. */
export function resolveImport(link: Linking, file: IndexedFile, bindingId: number): readonly Entity[] {
  const fact = file.importOf(bindingId);
  if (fact === undefined) return UNKNOWN_ENTITIES;
  const target = link.modules.resolve(file, fact.specifier);
  if (target.kind === 'package') {
    const root = link.models.normalise(target.path);
    const path = fact.kind === 'named' && fact.name !== 'default' ? `${root}:${fact.name}` : root;
    return [{ kind: 'api', path: link.models.normalise(path), created: null }];
  }
  if (fact.kind === 'namespace') return namespaceOf(link, target.file as IndexedFile);
  const name = fact.kind === 'named' ? fact.name : fact.kind === 'equals' ? '=' : 'default';
  return link.resolveExport(target.file as IndexedFile, name);
}

/** What `require('x')` or `await import('x')` gives. */
export function resolveModule(link: Linking, ref: FileValue, specifier: string | null): readonly Entity[] {
  if (specifier === null) return UNKNOWN_ENTITIES;
  const target = link.modules.resolve(ref.file, specifier);
  if (target.kind === 'package') {
    return [{ kind: 'api', path: link.models.normalise(packagePath(target.path)), created: null }];
  }
  return namespaceOf(link, target.file as IndexedFile);
}

/** All that a module offers; where it is one value (`module.exports = …`, `export = …`), that as well. */
function namespaceOf(link: Linking, file: IndexedFile): readonly Entity[] {
  const namespace: Entity = { kind: 'module', file };
  return file.names.exportsNamed('=').length === 0 ? [namespace] : union(link.resolveExport(file, '='), [namespace]);
}

/** Where a search for an export has been: few places, so a list is enough. */
type Visited = { file: IndexedFile; name: string }[];

/** What a file exports under a name; follows re-exports, `export *` and CommonJS `module.exports`. */
export function resolveExport(
  link: Linking,
  file: IndexedFile,
  name: string,
  visited: Visited = [],
): readonly Entity[] {
  if (visited.length > 64 || visited.some((each) => each.file === file && each.name === name)) return UNKNOWN_ENTITIES;
  visited.push({ file, name });
  if (name === '*') return [{ kind: 'module', file }];
  const found: (readonly Entity[])[] = [];
  for (const fact of file.names.exportsNamed(name)) {
    if (fact.kind === 're-export') found.push(resolveReExport(link, file, fact.specifier, fact.imported, visited));
    else if (fact.value !== NONE) found.push(link.resolve({ file, id: fact.value }));
    else if (fact.binding !== NONE) found.push(resolveBinding(link, file, fact.binding));
  }
  if (found.length > 0) return union(...found);
  return prefer(resolveThroughAssigned(link, file, name), () => resolveStars(link, file, name, visited));
}

function resolveReExport(
  link: Linking,
  file: IndexedFile,
  specifier: string,
  imported: string,
  visited: Visited,
): readonly Entity[] {
  const target = link.modules.resolve(file, specifier);
  if (target.kind === 'file') return resolveExport(link, target.file as IndexedFile, imported, visited);
  const path = imported === '*' || imported === 'default' ? target.path : `${target.path}:${imported}`;
  return [{ kind: 'api', path: link.models.normalise(path), created: null }];
}

/** `module.exports = { name }` or `module.exports = thing`, seen from an `import`. */
function resolveThroughAssigned(link: Linking, file: IndexedFile, name: string): readonly Entity[] {
  if (file.names.exportsNamed('=').length === 0) return name === 'default' || name === '=' ? [{ kind: 'module', file }] : UNKNOWN_ENTITIES;
  const entities = resolveExport(link, file, '=');
  if (name === 'default') return entities;
  return union(...entities.map((entity) => link.resolveMember(entity, name)));
}

function resolveStars(link: Linking, file: IndexedFile, name: string, visited: Visited): readonly Entity[] {
  if (name === 'default') return UNKNOWN_ENTITIES;
  const external: Entity[] = [];
  for (const fact of file.names.stars) {
    const target = link.modules.resolve(file, fact.specifier);
    if (target.kind === 'package') {
      external.push({ kind: 'api', path: link.models.normalise(`${target.path}:${name}`), created: null });
      continue;
    }
    if (!link.stars.mayExport(target.file as IndexedFile, name)) continue;
    const found = resolveExport(link, target.file as IndexedFile, name, visited);
    if (isKnown(found) && !found.every((entity) => entity.kind === 'module')) return found;
  }
  return external.length > 0 ? external : UNKNOWN_ENTITIES;
}

/** What a binding is, whatever the place: all that is ever assigned to it. */
export function resolveBinding(link: Linking, file: IndexedFile, bindingId: number): readonly Entity[] {
  const binding = file.facts.bindings[bindingId];
  if (binding === undefined) return UNKNOWN_ENTITIES;
  if (binding.kind === 'import') return resolveImport(link, file, bindingId);
  const written = union(...binding.writes.map((write) => link.resolve({ file, id: write.value })));
  return prefer(written.length === 0 ? UNKNOWN_ENTITIES : written, () => resolveAnnotation(link, file, binding));
}

/** Values that an export holds, for data flow. */
export function exportedValues(link: Linking, file: IndexedFile, name: string, depth = 0): readonly FileValue[] {
  if (depth > 12 || !link.stars.mayExport(file, name)) return [];
  const result: FileValue[] = [];
  for (const fact of file.facts.exports) {
    if (fact.kind === 'star') {
      if (name === 'default' || name === '=') continue;
      const target = link.modules.resolve(file, fact.specifier);
      if (target.kind === 'file') result.push(...exportedValues(link, target.file as IndexedFile, name, depth + 1));
    } else if (fact.name !== name) continue;
    else if (fact.kind === 're-export') {
      const target = link.modules.resolve(file, fact.specifier);
      if (target.kind === 'file') {
        result.push(...exportedValues(link, target.file as IndexedFile, fact.imported, depth + 1));
      }
    } else if (fact.value !== NONE) result.push({ file, id: fact.value });
    else if (fact.binding !== NONE) result.push(...bindingValues(link, file, fact.binding, depth));
  }
  return result;
}

function bindingValues(link: Linking, file: IndexedFile, bindingId: number, depth: number): readonly FileValue[] {
  const binding = file.facts.bindings[bindingId];
  if (binding === undefined) return [];
  if (binding.kind !== 'import') return binding.writes.map((write) => ({ file, id: write.value }));
  return importedValues(link, file, bindingId, depth + 1);
}

/** Values that an imported name holds; none when it comes from outside the program. */
export function importedValues(link: Linking, file: IndexedFile, bindingId: number, depth = 0): readonly FileValue[] {
  const fact = file.importOf(bindingId);
  if (fact === undefined) return [];
  const target = link.modules.resolve(file, fact.specifier);
  if (target.kind === 'package') return [];
  // `import * as settings` of a module that is one value (`export = …`).
  const name = fact.kind === 'named' ? fact.name : fact.kind === 'equals' || fact.kind === 'namespace' ? '=' : 'default';
  const other = target.file as IndexedFile;
  const direct = exportedValues(link, other, name, depth);
  if (direct.length > 0 || name === '=') return direct;
  const whole = exportedValues(link, other, '=', depth);
  if (name === 'default') return whole;
  return whole.flatMap((value) => propertyOfLiteral(value, name));
}

function propertyOfLiteral(value: FileValue, name: string): FileValue[] {
  const fact = value.file.facts.values[value.id];
  if (fact?.kind !== 'object') return [];
  return fact.properties
    .filter((property) => property.name === name)
    .map((property) => sibling(value, property.value));
}
