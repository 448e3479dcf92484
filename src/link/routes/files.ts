/**
 * Routes that are files (Next.js): the path of the file is the path of the route, and what it exports answers.
 *
 * Conventions read from nextjs.org/docs (16.4): File-system conventions (route.js, middleware.js, renamed proxy.js in 16, src folder,
 * dynamic segments, route groups, private folders, parallel routes) and Pages Router (API Routes).
 */
import type { ChainLink, Route, ValueRef } from '../../contracts/program.js';
import type { PackageInfo } from '../../contracts/inventory.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { factOf } from '../value-graph.js';
import { chainLink, handlerFunction, isUnknown } from './handlers.js';
import { type PathMatch, matcherOf } from './matchers.js';
import { answersOperations } from './operation-mounts.js';

const FRAMEWORK = 'next';
const EXTENSION = '\\.[cm]?[jt]sx?$';
const ROUTE_FILE = new RegExp(`^(?:src/)?app/(?:(.*)/)?route${EXTENSION}`);
const API_FILE = new RegExp(`^(?:src/)?pages/(api(?:/.*)?)${EXTENSION}`);
/** File name → the export that is called, besides the default one. */
const MIDDLEWARE_FILES: readonly { file: RegExp; name: string }[] = [
  { file: new RegExp(`^(?:src/)?middleware${EXTENSION}`), name: 'middleware' },
  { file: new RegExp(`^(?:src/)?proxy${EXTENSION}`), name: 'proxy' },
];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What stands before the routes of one package. */
interface PackageMiddleware {
  link: ChainLink;
  matches: PathMatch;
}

/** @param standsForOthers a handler that gives requests to an application whose routes are listed by themselves */
export function fileRoutes(link: Linking, isSource: (value: ValueRef) => boolean, standsForOthers: (value: FileValue) => boolean): Route[] {
  const result: Route[] = [];
  const middleware = new Map<string, PackageMiddleware[]>();
  const files = [...link.files.values()].filter((file) => isSource({ file, id: 0 }));
  const packages = new Set(files.filter((file) => usesFramework(file)).map((file) => file.package.directory));
  for (const file of files) {
    const { directory } = file.package;
    if (!packages.has(directory)) continue;
    const path = directory === '' ? file.facts.path : file.facts.path.slice(directory.length + 1);
    const route = ROUTE_FILE.exec(path);
    const api = API_FILE.exec(path);
    const inFront = () => {
      const known = middleware.get(directory) ?? middlewareOf(link, files, directory);
      middleware.set(directory, known);
      return known;
    };
    if (route !== null) {
      const at = routePath(route[1] ?? '');
      for (const method of at === null ? [] : METHODS) result.push(...exported(link, file, method, method, at!, inFront, standsForOthers));
    } else if (api !== null) {
      result.push(...exported(link, file, 'default', 'ALL', routePath(api[1]!.replace(/(?:^|\/)index$/, '')) ?? '/', inFront, standsForOthers));
    }
  }
  return result;
}

/** The package depends on the framework, or the file imports it. */
function usesFramework(file: IndexedFile): boolean {
  return dependsOnFramework(file.package) || file.facts.imports.some((fact) => fact.specifier === FRAMEWORK || fact.specifier.startsWith(`${FRAMEWORK}/`));
}

function dependsOnFramework(info: PackageInfo): boolean {
  let known = DEPENDS.get(info);
  if (known === undefined) DEPENDS.set(info, (known = info.dependencies.some((dependency) => dependency.name === FRAMEWORK)));
  return known;
}

/** Asked for every file of a package. */
const DEPENDS = new WeakMap<PackageInfo, boolean>();

/** `users/[id]/(admin)/@modal` → `/users/:id`; null for a private folder. */
function routePath(folders: string): string | null {
  const segments = folders.split('/').filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment) && !segment.startsWith('@'));
  if (segments.some((segment) => segment.startsWith('_'))) return null;
  return `/${segments.map(dynamicSegment).join('/')}`;
}

function dynamicSegment(segment: string): string {
  const match = /^\[{1,2}(\.{3})?([^[\]]+)\]{1,2}$/.exec(segment);
  return match === null ? segment.replace(/^%5F/i, '_') : `:${match[2]!}${match[1] === undefined ? '' : '*'}`;
}

function exported(
  link: Linking,
  file: IndexedFile,
  name: string,
  method: string,
  path: string,
  inFront: () => PackageMiddleware[],
  standsForOthers: (value: FileValue) => boolean,
): Route[] {
  const value = exportedValue(link, file, name);
  if (value === null || standsForOthers(value)) return [];
  const { handler, wrappers } = handlerFunction(link, value);
  const own = wrappers.map((wrapper) => chainLink(link, 'middleware', 'route', wrapper));
  const middleware = inFront().map((each) => ({ link: each.link, match: each.matches(path) }));
  const before = middleware.filter((each) => each.match === 'yes').map((each) => each.link);
  const chain = [...before, ...own];
  const complete = middleware.every((each) => each.match !== 'unknown') && (handler !== null || answersOperations(link, value)) && !chain.some(isUnknown);
  return [{ framework: FRAMEWORK, method, path, value, handler, chain, late: [], chainComplete: complete, confidence: 'high' }];
}

/** What a file exports under a name, in the file itself or in one that it re-exports from. */
function exportedValue(link: Linking, file: IndexedFile, name: string): FileValue | null {
  const [value] = link.exportedValues(file, name);
  if (value !== undefined) return indexed(value);
  const whole = name === 'default' ? link.exportedValues(file, '=')[0] : undefined;
  return whole === undefined ? null : indexed(whole);
}

/** What a package puts before its pages, as far as the framework finds it by its file; the same for each function that asks. */
export function middlewareInFront(link: Linking, directory: string): readonly ChainLink[] {
  let known = IN_FRONT.get(link);
  if (known === undefined) IN_FRONT.set(link, (known = new Map()));
  let links = known.get(directory);
  if (links === undefined) known.set(directory, (links = middlewareOf(link, [...link.files.values()], directory).map((each) => each.link)));
  return links;
}

const IN_FRONT = new WeakMap<Linking, Map<string, readonly ChainLink[]>>();

function middlewareOf(link: Linking, files: readonly IndexedFile[], directory: string): PackageMiddleware[] {
  return files
    .filter((file) => file.package.directory === directory)
    .flatMap((file) => {
      const path = directory === '' ? file.facts.path : file.facts.path.slice(directory.length + 1);
      const convention = MIDDLEWARE_FILES.find((each) => each.file.test(path));
      const value = convention === undefined ? null : (exportedValue(link, file, convention.name) ?? exportedValue(link, file, 'default'));
      if (value === null) return [];
      const config = exportedValue(link, file, 'config');
      const matcher = config === null ? null : link.property(config, ['matcher']);
      const matches: PathMatch = matcher === null || matcher.kind === 'absent' ? () => 'yes' : matcher.kind === 'unknown' ? () => 'unknown' : matcherOf(link, matcher.values);
      return [{ link: middlewareLink(link, value), matches }];
    });
}

/** `export default withAuth(handler)` is known by the function inside as well. */
function middlewareLink(link: Linking, value: FileValue): ChainLink {
  const direct = chainLink(link, 'middleware', 'application', value);
  const { handler } = factOf(value).kind === 'call' ? handlerFunction(link, value) : { handler: null };
  if (handler === null || direct.entities.some((entity) => entity.kind === 'function')) return direct;
  return { ...direct, entities: [...direct.entities, { kind: 'function', ref: handler, receiver: null }] };
}
