/**
 * Front-end code: what only browsers run. It is no part of the program that is audited, which keeps what a server does apart from
 * what its pages do, and costs nothing further. A file is front-end code when it says so (`use client`), uses what only a browser
 * has, belongs to a single-page application, or stands in a directory of what is sent to browsers; and so is what only such files
 * import. What a server may run never is: a file that nobody imports and that says nothing of the kind, one that a framework finds
 * by its place, and by its use of the page alone no file that works with a server's libraries.
 *
 * Looked at is what files say themselves, before anything is resolved across them.
 */
import { importersByFile, importsByFile } from './importers.js';
import type { IndexedFile } from './indexed-file.js';
import { type FileValue, type Linking, sibling } from './linking.js';
import type { ModelIndex } from './model-index.js';
import { packageOf } from './api-path.js';
import { RoleNames } from './role-names.js';
import { matchesRole } from './roles.js';
import { factOf } from './value-graph.js';

/** Roles of APIs that only work in a browser; the second puts an application into the page. */
const BROWSER_ROLES = 'browser.*';
const PAGE_ROLE = 'browser.render';
/** Roles that are played on servers only. */
const SERVER_ROLES = ['http.app.*', 'http.router.*', 'http.route', 'http.server.*', 'http.middleware.*', 'http.controller', 'http.plugin.*', 'http.browse', 'db.*', 'sql.*', 'orm.*', 'nosql.*', 'datastore.*', 'job.*', 'file.*', 'shell.*', 'process.*', 'io.*', 'upload.*', 'document.*', 'network.*', 'session.*'];
/** Make an application or a router. */
const APPLICATION_ROLES = ['http.app.*', 'http.router.*', 'http.controller'];
/** Modules of Node.js that no bundler brings into a page. */
const NODE_MODULE = /^(?:node:)?(?:child_process|cluster|dgram|dns|fs|http|http2|https|inspector|module|net|os|perf_hooks|readline|repl|sqlite|tls|tty|v8|vm|worker_threads|zlib)(?:\/|$)/;
/** Members of members, constants that hold constants. */
const MAXIMUM_DEPTH = 12;
/** Functions given to these run in a page that the server drives (Puppeteer, Playwright). */
const RUNS_IN_PAGE = /^(?:evaluate\w*|\$\$?eval|addInitScript|waitForFunction|exposeFunction)$/;

/** Files by who runs them, as far as browsers do. */
export interface BrowserFiles {
  /** Only browsers run them. */
  frontEnd: ReadonlySet<IndexedFile>;
  /** What browsers run and a server may run as well. */
  shared: ReadonlySet<IndexedFile>;
}

/** The files that only browsers run, and those that they share with servers. */
export function browserFilesOf(link: Linking, isSource: (file: IndexedFile) => boolean): BrowserFiles {
  const files = [...link.files.values()];
  const search = new Search(link, files.filter(isSource));
  const marked = new Set(files.filter((file) => search.isMarked(file)));
  if (marked.size === 0 && !files.some(isFrontEndPlace)) return { frontEnd: marked, shared: new Set() };
  const imported = importsByFile(link);
  const importers = importersByFile(link, imported);
  for (const file of files) if (isServedToBrowsers(file, importers) && !search.isServer(file)) marked.add(file);
  const roots = files.filter((file) => !marked.has(file) && (search.isServer(file) || (importers.get(file) ?? []).length === 0));
  const elsewhere = spread(roots, (file) => [...imported.get(file)!].filter((each) => !marked.has(each)));
  const reached = spread([...marked], (file) => imported.get(file)!);
  const frontEnd = new Set([...reached].filter((file) => marked.has(file) || !elsewhere.has(file)));
  // An import that turns out to be of a type leads to a server's code, which no page can run, nor what needs it.
  const onServers = spread(files.filter((file) => !frontEnd.has(file) && !search.mayRunInPage(file)), (file) => (importers.get(file) ?? []).filter((each) => !frontEnd.has(each)));
  const run = spread([...frontEnd], (file) => [...imported.get(file)!].filter((each) => !onServers.has(each)));
  return { frontEnd, shared: new Set([...run].filter((file) => !frontEnd.has(file))) };
}

class Search {
  private readonly signs: Signs;
  /** Last names of what only browsers have. */
  private readonly names: ReadonlySet<string>;
  private readonly pages: ReadonlySet<string>;
  private readonly roles = new Map<IndexedFile, string | null>();

  constructor(
    private readonly link: Linking,
    sources: readonly IndexedFile[],
  ) {
    this.signs = signsIn(link.models);
    this.names = new RoleNames(link).of(BROWSER_ROLES);
    const answering = new Set(sources.filter((file) => this.isServer(file) || imports(file, this.signs.applications)).map((file) => file.package.directory));
    const rendering = sources.filter((file) => this.roleIn(file) === PAGE_ROLE).map((file) => file.package.directory);
    this.pages = new Set(rendering.filter((directory) => directory !== '' && !answering.has(directory)));
  }

  private roleIn(file: IndexedFile): string | null {
    let role = this.roles.get(file);
    if (role === undefined) this.roles.set(file, (role = browserRole(this.link, file, this.names)));
    return role;
  }

  /** It says `use server`, or a framework runs a function of it. */
  isServer(file: IndexedFile): boolean {
    const { directives, functions } = file.facts;
    return directives.includes('use server') || functions.some((each) => each.directives.includes('use server')) || this.link.handlers.runsAny(file);
  }

  isMarked(file: IndexedFile): boolean {
    if (file.facts.directives.includes('use client')) return true;
    if (this.isServer(file)) return false;
    return this.pages.has(file.package.directory) || (this.roleIn(file) !== null && this.mayRunInPage(file));
  }

  /** Nothing in it works on a server only. */
  mayRunInPage(file: IndexedFile): boolean {
    return !this.isServer(file) && !imports(file, this.signs.servers) && !importsNode(file);
  }
}

/** What models say of browsers and servers. */
interface Signs {
  /** What only servers work with, and what makes applications. */
  servers: Exports;
  applications: Exports;
}

/** Names of exports by package. */
type Exports = ReadonlyMap<string, ReadonlySet<string>>;

/** Models serve many programs. */
const known = new WeakMap<ModelIndex, Signs>();

function signsIn(models: ModelIndex): Signs {
  let signs = known.get(models);
  if (signs === undefined) {
    signs = { servers: exportsWith(models, SERVER_ROLES), applications: exportsWith(models, APPLICATION_ROLES) };
    known.set(models, signs);
  }
  return signs;
}

/** What packages export that such roles are played with. */
function exportsWith(models: ModelIndex, roles: readonly string[]): Exports {
  const exported = new Map<string, Set<string>>();
  for (const path of roles.flatMap((role) => models.entriesOf(role)).flatMap(({ paths }) => paths)) {
    const owner = packageOf(path);
    const [, name = 'default'] = /^:(\w+)/.exec(path.slice(owner.length)) ?? [];
    exported.set(owner, (exported.get(owner) ?? new Set<string>()).add(name));
  }
  return exported;
}

/** The first role that only a browser plays in the file; the one that puts an application into the page before all others. */
function browserRole(link: Linking, file: IndexedFile, names: ReadonlySet<string>): string | null {
  let found: string | null = null;
  for (const { use, paths, at } of usedThings(link, file, names)) {
    const role = paths.flatMap((path) => link.models.roleEntries(use, path)).find((entry) => matchesRole(entry.role, BROWSER_ROLES))?.role;
    if (role === PAGE_ROLE) return role;
    if (role !== undefined && found === null && !runsInDrivenPage(at)) found = role;
  }
  return found;
}

interface UsedThing {
  use: 'call' | 'new' | 'write';
  paths: readonly string[];
  at: FileValue;
}

/** What of a browser may be called, extended and assigned to in a file, as far as the file says it by itself. */
function* usedThings(link: Linking, file: IndexedFile, names: ReadonlySet<string>): Generator<UsedThing> {
  const { values, calls, classes, memberWrites } = file.facts;
  const isNamed = (id: number) => {
    const fact = values[id];
    return (fact?.kind === 'member' || fact?.kind === 'reference') && fact.name !== null && names.has(fact.name);
  };
  for (const id of calls) {
    const fact = values[id]!;
    if (fact.kind === 'call' && isNamed(fact.callee)) yield { use: fact.isNew ? 'new' : 'call', paths: plainPaths(link, { file, id: fact.callee }), at: { file, id } };
  }
  for (const { superClass } of classes) {
    if (isNamed(superClass)) yield { use: 'new', paths: plainPaths(link, { file, id: superClass }), at: { file, id: superClass } };
  }
  for (const { object, name } of memberWrites) {
    const at = { file, id: object };
    if (name !== null && names.has(name)) yield { use: 'write', paths: plainPaths(link, at).map((path) => link.models.memberOf(path, name)), at };
  }
}

/** API paths of something that begins with a global or an import of a library, also where a constant of the file holds it. */
function plainPaths(link: Linking, ref: FileValue): readonly string[] {
  return isPlain(link, ref, 0) ? link.apiPaths(ref) : [];
}

function isPlain(link: Linking, ref: FileValue, depth: number): boolean {
  const fact = factOf(ref);
  if (depth > MAXIMUM_DEPTH) return false;
  if (fact.kind === 'member') return isPlain(link, sibling(ref, fact.object), depth + 1);
  if (fact.kind === 'call') return isPlain(link, sibling(ref, fact.callee), depth + 1);
  if (fact.kind !== 'reference') return false;
  if (fact.binding < 0) return true;
  const imported = ref.file.importOf(fact.binding);
  if (imported !== undefined) return link.modules.resolve(ref.file, imported.specifier).kind === 'package';
  const { kind, writes } = ref.file.facts.bindings[fact.binding]!;
  return kind === 'const' && writes.length === 1 && isPlain(link, sibling(ref, writes[0]!.value), depth + 1);
}

/** It stands in a function that is given to a page which the server drives. */
function runsInDrivenPage({ file, id }: FileValue): boolean {
  const { functions, values } = file.facts;
  for (let around = file.functionAt(values[id]!.start); around > 0; around = functions[around]!.parent) {
    const value = file.valueOfFunction(around);
    const call = value < 0 ? undefined : values[file.parentOf(value)];
    const callee = call?.kind === 'call' ? values[call.callee] : undefined;
    if (callee?.kind === 'member' && callee.name !== null && RUNS_IN_PAGE.test(callee.name)) return true;
  }
  return false;
}

/** It loads one of the exports, or all of such a package; the types and the constants beside them are for pages as well. */
function imports(file: IndexedFile, exported: Exports): boolean {
  const { imports: facts } = file.facts;
  const named = facts.some((fact) => !fact.typeOnly && fact.kind === 'named' && exported.get(packageOf(fact.specifier))?.has(fact.name) === true);
  const whole = [...facts.filter((fact) => !fact.typeOnly && fact.kind !== 'named'), ...file.moduleValues];
  return named || whole.some(({ specifier }) => exported.has(packageOf(specifier)));
}

function importsNode(file: IndexedFile): boolean {
  return [...file.facts.imports.filter((fact) => !fact.typeOnly), ...file.moduleValues].some(({ specifier }) => NODE_MODULE.test(specifier));
}

/** A directory of a package that holds what its server sends to browsers, of which nothing else is imported; a package of its own may render on a server. */
function isServedToBrowsers(file: IndexedFile, importers: ReadonlyMap<IndexedFile, readonly IndexedFile[]>): boolean {
  return isFrontEndPlace(file) && (importers.get(file) ?? []).every(isFrontEndPlace);
}

function isFrontEndPlace(file: IndexedFile): boolean {
  const { directory } = file.package;
  const inside = directory === '' ? file.facts.path : file.facts.path.slice(directory.length + 1);
  return /^(?:.+\/)?frontend\/|^(?:public|static|wwwroot)\//.test(inside);
}

/** The files and all that can be reached from them. */
function spread(start: readonly IndexedFile[], next: (file: IndexedFile) => Iterable<IndexedFile>): ReadonlySet<IndexedFile> {
  const reached = new Set(start);
  // A set goes on to what is added while it is walked.
  for (const file of reached) for (const each of next(file)) reached.add(each);
  return reached;
}
