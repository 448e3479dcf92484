/**
 * Controllers and middleware that are classes loaded when they are needed: `() => import('#controllers/users')`, or the name of a file
 * below a directory that the framework knows (`'UsersController.index'`).
 */
import type { ClassRef, Entity, FunctionRef, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../linking.js';

/** The classes that a value stands for: one itself, a module's default export, what a function loads. */
export function classesAt(link: Linking, value: ValueRef): ClassRef[] {
  return link.resolve(value).flatMap((entity) => (entity.kind === 'function' ? returnedBy(link, entity.ref) : [entity])).flatMap((entity) => classesOf(link, entity));
}

function returnedBy(link: Linking, { file, id }: FunctionRef): Entity[] {
  return (file.facts.functions[id]?.returns ?? []).flatMap((returned) => [...link.resolve({ file, id: returned })]);
}

function classesOf(link: Linking, entity: Entity): ClassRef[] {
  const found = entity.kind === 'module' ? link.resolveMember(entity, 'default') : [entity];
  return found.flatMap((each) => (each.kind === 'class' ? [each.ref] : []));
}

/** A class by the path of its file, as a specifier of the file that names it or below one of the directories. */
export function classNamed(link: Linking, from: FileValue, name: string, directories: readonly string[]): ClassRef[] {
  for (const directory of ['', ...directories]) {
    const target = link.modules.resolve(from.file, `${directory}${name}`);
    if (target.kind === 'file') return link.resolveExport(indexed({ file: target.file, id: 0 }).file, 'default').flatMap((entity) => classesOf(link, entity));
  }
  // Without mappings of paths: below the directory of the package, whose first segment is written in lower case.
  const base = from.file.package.directory;
  for (const directory of directories) {
    const path = `${base === '' ? '' : `${base}/`}${directory.charAt(0).toLowerCase()}${directory.slice(1)}${name}`;
    const file = ['.ts', '.js'].map((extension) => link.files.get(`${path}${extension}`)).find((each) => each !== undefined);
    if (file !== undefined) return ['default', '='].flatMap((exported) => link.resolveExport(file, exported)).flatMap((entity) => classesOf(link, entity));
  }
  return [];
}

/** The method, or the field that holds a function, of the first of the classes that has one of the name. */
export function methodNamed(link: Linking, classes: readonly ClassRef[], name: string): FunctionRef | null {
  const found = classes.flatMap((ref) => link.resolveMember({ kind: 'instance', ref, created: null }, name));
  return found.flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []))[0] ?? null;
}
