/**
 * Routes that are files: the path of the file is the path of the route, and what it exports answers. Which file is what in which
 * framework is said in `conventions/`.
 */
import type { ChainLink, Route, ValueRef } from '../../contracts/program.js';
import type { PackageInfo } from '../../contracts/inventory.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { type Answer, FILE_CONVENTIONS, type FileConvention, next } from './conventions/index.js';
import { definedHandler } from './defined-handlers.js';
import { chainLink, handlerFunction, isUnknown } from './handlers.js';
import { type PathMatch, matcherOf } from './matchers.js';
import { answersOperations } from './operation-mounts.js';
import { covers, isKnownPath } from './paths.js';

/** What stands before the routes of one package. */
interface PackageMiddleware {
  link: ChainLink;
  matches: PathMatch;
}

/** What the files of one package are looked at with. */
interface Surroundings {
  link: Linking;
  convention: FileConvention;
  standsForOthers: StandsForOthers;
  /** Modules of routes export middleware for themselves and those below them, or a server of the program's own stands before all. */
  isOpen: boolean;
  /** A module of the program says which file stands for which path. */
  isPlaced: boolean;
  inFront: () => readonly PackageMiddleware[];
}

/** A handler that gives requests to an application whose routes are listed by themselves; it is told where the file stands. */
export type StandsForOthers = (value: FileValue, path: string) => boolean;

export function fileRoutes(link: Linking, isSource: (value: ValueRef) => boolean, standsForOthers: StandsForOthers): Route[] {
  const files = [...link.files.values()].filter((file) => isSource({ file, id: 0 }));
  return FILE_CONVENTIONS.flatMap((convention) => {
    const directories = new Map<string, Surroundings>();
    for (const file of files) {
      const { directory } = file.package;
      if (!directories.has(directory) && usesFramework(convention, file)) directories.set(directory, surroundingsOf(link, convention, files, directory, standsForOthers));
    }
    return directories.size === 0 ? [] : files.flatMap((file) => routesIn(file, directories.get(file.package.directory)));
  });
}

function surroundingsOf(link: Linking, convention: FileConvention, files: readonly IndexedFile[], directory: string, standsForOthers: StandsForOthers): Surroundings {
  let known: readonly PackageMiddleware[] | null = null;
  const own = files.filter((file) => file.package.directory === directory);
  const { ownMiddleware, placedBy } = convention;
  const placing = placedBy === undefined ? undefined : own.find((file) => pathInPackage(file) === placedBy.file);
  return {
    link,
    convention,
    standsForOthers,
    isOpen: own.some((file) => importsAdapter(convention, file) || file.facts.exports.some(({ name }) => name === ownMiddleware)),
    isPlaced: placing?.facts.imports.every(({ specifier, typeOnly }) => typeOnly || placedBy?.imports.includes(specifier) === true || specifier.startsWith('.')) === true,
    inFront: () => (known ??= middlewareOf(link, convention, own)),
  };
}

/** It hands the framework's routes to a server of its own: `app.all('*', createRequestHandler({ build }))`. */
function importsAdapter({ adapters }: FileConvention, file: IndexedFile): boolean {
  if (adapters === undefined) return false;
  return file.facts.imports.some((fact) => fact.kind === 'named' && adapters.names.includes(fact.name) && adapters.packages.some((name) => fact.specifier === name || (name.endsWith('/') && fact.specifier.startsWith(name)) || fact.specifier.startsWith(`${name}.`)));
}

function routesIn(file: IndexedFile, around: Surroundings | undefined): Route[] {
  if (around === undefined) return [];
  const answers = around.convention.answersOf(pathInPackage(file));
  if (answers.length === 0) return [];
  const isBuilt = answeredWhenBuilt(around, file);
  return answers.filter(({ method }) => !isBuilt || (method !== 'GET' && method !== 'HEAD')).flatMap((answer) => exportedBy(around.link, file, answer.name).flatMap(({ value, name }) => routeAt(around, answer, value, name)));
}

/** The path inside the package, without extension. */
function pathInPackage({ facts, package: { directory } }: IndexedFile): string {
  const path = directory === '' ? facts.path : facts.path.slice(directory.length + 1);
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}

/** The package depends on the framework, or the file imports it. */
function usesFramework(convention: FileConvention, file: IndexedFile): boolean {
  return dependsOn(convention, file.package) || file.facts.imports.some(({ specifier }) => convention.packages.some((name) => specifier === name || specifier.startsWith(name.endsWith('/') ? name : `${name}/`)));
}

function dependsOn(convention: FileConvention, info: PackageInfo): boolean {
  let known = DEPENDS.get(info);
  if (known === undefined) DEPENDS.set(info, (known = new Map()));
  let answer = known.get(convention.framework);
  if (answer === undefined) {
    answer = info.dependencies.some((dependency) => convention.packages.some((name) => (name.endsWith('/') ? dependency.name.startsWith(name) : dependency.name === name)));
    known.set(convention.framework, answer);
  }
  return answer;
}

/** Asked for every file of a package. */
const DEPENDS = new WeakMap<PackageInfo, Map<string, boolean>>();

/** A file that is written out when the program is built: what it exports or, without that, what the framework does. */
function answeredWhenBuilt({ link, convention: { prerendered } }: Surroundings, file: IndexedFile): boolean {
  if (prerendered === undefined) return false;
  const value = exportedValue(link, file, prerendered.name);
  const constants = value === null ? null : link.constants(value);
  return constants === null ? prerendered.byDefault : constants.every((constant) => constant === true);
}

function routeAt({ link, convention, standsForOthers, isOpen, isPlaced, inFront }: Surroundings, answer: Answer, value: FileValue, name: string | null): Route[] {
  if (standsForOthers(value, answer.path)) return [];
  const { framework } = convention;
  const { handler, links } = definedHandler(link, value);
  const path = isKnownPath(answer.path) && !isPlaced ? answer.path : '';
  const middleware = inFront().map((each) => ({ link: each.link, match: path === '' ? 'unknown' : each.matches(path) }));
  const before = middleware.filter((each) => each.match === 'yes').map((each) => each.link);
  const chain = [...byDefault(convention, value), ...before, ...links];
  const complete = !isOpen && middleware.every((each) => each.match !== 'unknown') && (handler !== null || answersOperations(link, value)) && !chain.some(isUnknown);
  const shown = name === null || name === 'default' || path === '' ? path : `${path === '/' ? '' : path}?/${name}`;
  return [{ framework, method: answer.method, path: shown, value, handler, chain, late: [], chainComplete: complete, confidence: 'high' }];
}

/** What the framework does by itself, unless settings that are not read say otherwise. */
function byDefault({ framework, byDefault: roles = [] }: FileConvention, value: FileValue): ChainLink[] {
  if (roles.length === 0) return [];
  return [{ kind: 'metadata', level: 'application', value, entities: [{ kind: 'api', path: `${framework}:settings`, created: null }], roles: [...roles], conditions: [null] }];
}

/** What a file exports under a name; of `actions.*` each property of the object, by its name. */
function exportedBy(link: Linking, file: IndexedFile, name: string): { value: FileValue; name: string | null }[] {
  const value = exportedValue(link, file, name.replace(/\.\*$/, ''));
  if (value === null) return [];
  if (!name.endsWith('.*')) return [{ value, name: null }];
  const written = factOf(value);
  const fact = written.kind === 'cast' ? factOf(sibling(value, written.operand)) : written;
  return fact.kind === 'object' ? fact.properties.flatMap((property) => (property.name === null ? [] : [{ value: sibling(value, property.value), name: property.name }])) : [];
}

/** What a file exports under a name, in the file itself or in one that it re-exports from. */
function exportedValue(link: Linking, file: IndexedFile, name: string): FileValue | null {
  const [value] = link.exportedValues(file, name);
  if (value !== undefined) return indexed(value);
  const whole = name === 'default' ? link.exportedValues(file, '=')[0] : undefined;
  return whole === undefined ? null : indexed(whole);
}

/** What a package of Next.js puts before its pages, as far as the framework finds it by its file; the same for each function that asks. */
export function middlewareInFront(link: Linking, directory: string): readonly ChainLink[] {
  let known = IN_FRONT.get(link);
  if (known === undefined) IN_FRONT.set(link, (known = new Map()));
  let links = known.get(directory);
  if (links === undefined) known.set(directory, (links = middlewareOf(link, next, [...link.files.values()].filter((file) => file.package.directory === directory)).map((each) => each.link)));
  return links;
}

const IN_FRONT = new WeakMap<Linking, Map<string, readonly ChainLink[]>>();

/** In the order of the files' paths, those of outer folders first. */
function middlewareOf(link: Linking, convention: FileConvention, files: readonly IndexedFile[]): PackageMiddleware[] {
  return files.flatMap((file) => {
    const found = convention.middlewareIn(pathInPackage(file));
    const value = found?.names.map((name) => exportedValue(link, file, name)).find((each) => each !== null) ?? null;
    if (found === null || value === null) return [];
    const config = exportedValue(link, file, 'config');
    const matcher = config === null ? null : link.property(config, ['matcher']);
    const below = (path: string) => covers(found.below, path, 'prefix');
    const matches: PathMatch = matcher === null || matcher.kind === 'absent' ? below : matcher.kind === 'unknown' ? () => 'unknown' : matcherOf(link, matcher.values);
    return middlewareLinks(link, value).map((each) => ({ link: each, matches }));
  });
}

/** `export default withAuth(handler)` is known by the function inside as well; of `sequence(a, b)` each. */
function middlewareLinks(link: Linking, value: FileValue): ChainLink[] {
  const composed = link.rolesAt(value).find((site) => site.role === 'http.middleware.compose');
  if (composed !== undefined) return link.argumentList(composed, 'handlers').flatMap((each) => middlewareLinks(link, indexed(each)));
  const direct = chainLink(link, 'middleware', 'application', value);
  const { handler } = factOf(value).kind === 'call' ? handlerFunction(link, value) : { handler: null };
  if (handler === null || direct.entities.some((entity) => entity.kind === 'function')) return [direct];
  return [{ ...direct, entities: [...direct.entities, { kind: 'function', ref: handler, receiver: null }] }];
}
