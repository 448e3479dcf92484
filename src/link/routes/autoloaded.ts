/**
 * Plugins that are found by their files: `app.register(autoload, { dir: join(__dirname, 'routes') })`. Each file is read as if it were
 * registered by itself, under the path that its directory gives it.
 *
 * Read from: @fastify/autoload 6.5.0, index.js and lib/find-plugins.js (index files, prefixes, autoPrefix, prefixOverride, hooks).
 */
import { fileNameOf } from '../../contracts/file-path.js';
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { writtenName } from '../../contracts/written-name.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

const ROLE = 'http.plugin.directory';
const SCRIPT = /^(?!.*\.d\.)(?!.*\.(?:test|spec)\.).+\.(?:[cm]?[jt]s)$/i;
const INDEX = /^index\.(?:[cm]?[jt]s)$/i;
const HOOKS = /^[_.]?auto_?hooks\.(?:[cm]?[jt]s)$/i;
const MAXIMUM_DEPTH = 8;

interface Loading {
  link: Linking;
  site: RoleSite;
  /** Directory → the files directly in it, by name. */
  directories: ReadonlyMap<string, readonly IndexedFile[]>;
  /** Names of directories are parts of the path. */
  named: boolean;
  /** `_id` in them is a parameter. */
  parameters: boolean;
  hooked: boolean;
  cascading: boolean;
}

/** One site for each file that the call loads; null when it loads no directory, or which one cannot be told. */
export function autoloaded(link: Linking, call: RoleSite): RoleSite[] | null {
  const site = link.rolesAt(call.value).find(({ role }) => role === ROLE);
  const directory = site === undefined ? null : link.argument(site, 'directory');
  const root = directory === null ? null : directoryAt(link, indexed(directory), 0);
  if (site === undefined || root === null) return null;
  const isSet = (name: string) => {
    const value = link.argument(site, name);
    return value === null ? null : (link.constants(value)?.includes(true) ?? false);
  };
  const loading: Loading = { link, site: call, directories: directoriesOf(link), named: isSet('named') ?? true, parameters: isSet('parameters') ?? false, hooked: isSet('hooked') ?? false, cascading: isSet('cascading') ?? false };
  return filesIn(loading, { path: root, prefix: '', hooks: [] }, optionsAt(link.argument(site, 'options')));
}

/** `Object.assign({ prefix: '/api' }, options)` speaks by what is written in it. */
function optionsAt(value: ValueRef | null): ValueRef | null {
  const fact = value === null ? null : factOf(value);
  const callee = value === null || fact?.kind !== 'call' ? null : factOf(sibling(value, fact.callee));
  const written = fact?.kind === 'call' && callee?.kind === 'member' && callee.name === 'assign' ? fact.args.find((id) => factOf(sibling(value!, id)).kind === 'object') : undefined;
  return written === undefined ? value : sibling(value!, written);
}

interface Directory {
  path: string;
  prefix: string;
  hooks: readonly FileValue[];
}

function filesIn(loading: Loading, { path, prefix, hooks }: Directory, options: ValueRef | null): RoleSite[] {
  const { link, site, directories } = loading;
  const files = (directories.get(path) ?? []).filter((file) => SCRIPT.test(nameOf(file)));
  const own = files.filter((file) => loading.hooked && HOOKS.test(nameOf(file))).flatMap((file) => pluginIn(link, file) ?? []);
  const inForce = [...hooks, ...own];
  const index = files.find((file) => INDEX.test(nameOf(file)));
  const plugins = index === undefined ? files.filter((file) => !HOOKS.test(nameOf(file))) : [index];
  const rows = plugins.flatMap((file): RoleSite[] => {
    const plugin = pluginIn(link, file);
    if (plugin === null) return [];
    return [{ ...site, given: options === null ? [plugin] : [plugin, options], placed: { prefix: prefixOf(loading, file, prefix), before: inForce } }];
  });
  const below = [...directories.keys()].filter((each) => each.startsWith(path === '' ? '' : `${path}/`) && each.slice(path === '' ? 0 : path.length + 1).split('/').length === 1 && each !== path).sort();
  return [...rows, ...below.flatMap((each) => filesIn(loading, { path: each, prefix: `${prefix}/${fileNameOf(each)}`, hooks: loading.cascading ? inForce : [] }, options))];
}

/** By the directories, or as the file says itself. */
function prefixOf({ link, named, parameters }: Loading, file: IndexedFile, byDirectory: string): string {
  const said = (name: string) => link.exportedValues(file, name).flatMap((value) => link.constants(value) ?? []).find((each) => typeof each === 'string');
  const own = said('prefixOverride') ?? said('autoPrefix');
  if (typeof own === 'string') return own;
  if (!named) return '';
  return parameters ? byDirectory.replace(/__/g, ':').replace(/\/_/g, '/:') : byDirectory;
}

function pluginIn(link: Linking, file: IndexedFile): FileValue | null {
  const [value] = [...link.exportedValues(file, 'default'), ...link.exportedValues(file, '=')];
  return value === undefined ? null : indexed(value);
}

function nameOf(file: IndexedFile): string {
  return fileNameOf(file.facts.path);
}

const DIRECTORIES = new WeakMap<Linking, ReadonlyMap<string, readonly IndexedFile[]>>();

/** Directories of the program that hold files or other directories, in path order. */
function directoriesOf(link: Linking): ReadonlyMap<string, readonly IndexedFile[]> {
  const known = DIRECTORIES.get(link);
  if (known !== undefined) return known;
  const found = new Map<string, IndexedFile[]>();
  for (const file of link.files.values()) {
    const parts = file.facts.path.split('/').slice(0, -1);
    for (let length = 0; length <= parts.length; length += 1) {
      const directory = parts.slice(0, length).join('/');
      const list = found.get(directory) ?? [];
      if (length === parts.length) list.push(file);
      found.set(directory, list);
    }
  }
  DIRECTORIES.set(link, found);
  return found;
}

/** `join(__dirname, 'routes')`, `` `${__dirname}/../routes` ``, `new URL('./routes', import.meta.url)`: from the root of the program; null when it cannot be told. */
function directoryAt(link: Linking, value: FileValue, depth: number): string | null {
  const pieces = depth > MAXIMUM_DEPTH ? null : piecesOf(link, value, depth);
  if (pieces === null) return null;
  const own = value.file.facts.path.split('/').slice(0, -1);
  const path: string[] = [];
  for (const part of [...own, ...pieces.split('/')]) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return path.join('/');
}

/** The path relative to the directory of the file. */
function piecesOf(link: Linking, value: FileValue, depth: number): string | null {
  const fact = factOf(value);
  const at = (id: number) => (depth > MAXIMUM_DEPTH ? null : piecesOf(link, sibling(value, id), depth + 1));
  const joined = (parts: readonly (string | null)[], by: string) => (parts.some((part) => part === null) ? null : parts.join(by));
  switch (fact.kind) {
    case 'reference':
      if (/^_*dir_?name$/i.test(fact.name)) return '';
      return link.definitionsAt(value.file, value.id).length === 1 ? piecesOf(link, indexed(link.definitionsAt(value.file, value.id)[0]!), depth + 1) : null;
    case 'literal':
      return typeof fact.value === 'string' ? fact.value : null;
    case 'member':
      return factOf(sibling(value, fact.object)).kind === 'module' ? (/^(?:dirname|filename|url)$/.test(fact.name ?? '') ? '' : null) : fact.name === 'pathname' ? at(fact.object) : null;
    case 'template':
      return joined([fact.texts[0] ?? '', ...fact.parts.flatMap((part, index) => [at(part), fact.texts[index + 1] ?? ''])], '');
    case 'concat':
      return joined(fact.parts.map(at), '');
    case 'call': {
      const name = writtenName(factOf(sibling(value, fact.callee)));
      if (name === 'URL') return joined(fact.args.map(at).reverse(), '/');
      if (name === 'dirname' || name === 'fileURLToPath') return fact.args[0] === undefined ? null : at(fact.args[0]);
      return name === 'join' || name === 'resolve' ? joined(fact.args.map(at), '/') : null;
    }
    default:
      return null;
  }
}
