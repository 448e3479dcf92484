/** What is described of the program's APIs, wherever that is written, and whether a route is among it. */
import type { DocumentFacts } from '../../contracts/document-facts.js';
import type { Location } from '../../contracts/audit.js';
import type { LinkedFile, Program, Route, ValueRef } from '../../contracts/program.js';

/** One description: a file, or all comments of a package. */
export interface Description {
  /** What it is, in words. */
  readonly kind: 'OpenAPI document' | 'comments' | 'document';
  readonly location: Location;
  /** Path of segments (`{}` for a parameter) → methods; `*` for all. */
  readonly operations: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same without the path of the server's address, which may be wrong, or taken away on the way. */
  readonly bare: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same for every end of a path that begins with a word. */
  readonly ends: ReadonlyMap<string, ReadonlySet<string>>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];
/** Keys of an operation (OpenAPI 3.1, Operation Object; 2.0 too) tell where the path ends: paths may have dots. */
const ENTRY =
  /^paths\.(\/.*?)\.(?:(get|put|post|delete|patch|head|options|trace)\.(?:summary|description|operationId|tags|parameters|requestBody|responses|security|deprecated|servers|externalDocs|consumes|produces|schemes|callbacks|x-[\w-]+|\$ref)(?:\.|$)|(\$ref)$)/;
const WRITTEN = /\b(GET|POST|PUT|PATCH|DELETE)\b[\s|:"'`*]{1,6}(?:https?:\/\/[^\s/]+)?(\/[\w/:{}<>[\].-]*)/g;
/** Objects within objects. */
const MAXIMUM_DEPTH = 6;

const memo = new WeakMap<Program, readonly Description[]>();

/** In path order. Made once, from the documents that the rules have asked for and from the code. */
export function descriptionsOf(program: Program): readonly Description[] {
  let found = memo.get(program);
  if (found === undefined) memo.set(program, (found = toldApart([...program.documents.flatMap(ofDocument), ...ofComments(program), ...ofObjects(program), ...ofRegistry(program)])));
  return found;
}

/** The servers of several descriptions tell whose operation `/{id}` is; without them it could be anybody's. */
function toldApart(all: readonly Description[]): readonly Description[] {
  return all.filter(({ bare }) => bare.size > 0).length < 2 ? all : all.map((each) => ({ ...each, bare: new Map() }));
}

/** Is the route described? The prefix of either path may be missing in the other: what an application is mounted at, or a server's address. What `/:action` takes may be described one by one. */
export function describes({ operations, bare, ends }: Description, { method, path }: Pick<Route, 'method' | 'path'>): boolean {
  const segments = segmentsOf(path);
  const whole = segments.join('/');
  if (fits(operations.get(whole), method) || fits(ends.get(whole), method)) return true;
  const tail = /^[:{[<]?(?:action|command|operation|method|verb)\b/.test(path.slice(path.lastIndexOf('/') + 1)) ? `${segments.slice(0, -1).join('/')}/` : null;
  if (tail !== null && [...operations].some(([known, methods]) => known.startsWith(tail) && fits(methods, method))) return true;
  return segments.some((segment, start) => start > 0 && segment !== '{}' && !segments.slice(0, start).includes('{}') && [operations, bare].some((known) => fits(known.get(segments.slice(start).join('/')), method)));
}

/** Is the route described by the end of an operation's path alone: `/alerts` by `/api/v2/alerts`? */
export function describesByEnd({ operations, ends }: Description, { method, path }: Pick<Route, 'method' | 'path'>): boolean {
  const whole = segmentsOf(path).join('/');
  return fits(ends.get(whole), method) && !fits(operations.get(whole), method);
}

/** A path up to the word that says what it is about: `api/v1/orders` of `/api/v1/orders/:id`. */
export function resourceOf(path: string): string {
  const segments = segmentsOf(path);
  const subject = segments.findIndex((segment) => segment !== '{}' && !/^(?:api|rest|v\d+(?:-?\w+)?|public|app|admin)$/.test(segment));
  return segments.slice(0, subject + 1).join('/');
}

/** `users/{}` of `/users/:id`, `/users/{id}`, `/users/[id]` or `/users/<id>`. */
export function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (/^[:{[<]/.test(segment) ? '{}' : segment.toLowerCase()));
}

function fits(methods: ReadonlySet<string> | undefined, method: string): boolean {
  return methods !== undefined && (methods.has('*') || method === 'ALL' || methods.has(method));
}

interface Written {
  method: string;
  path: string;
}

function descriptionOf(kind: Description['kind'], location: Location, all: readonly Written[], base = ''): Description[] {
  if (all.length === 0) return [];
  const operations = new Map<string, Set<string>>();
  const bare = new Map<string, Set<string>>();
  const ends = new Map<string, Set<string>>();
  for (const { method, path } of all) {
    const segments = segmentsOf(`${base}${path}`);
    add(operations, segments.join('/'), method);
    if (base !== '') add(bare, segmentsOf(path).join('/'), method);
    segments.forEach((segment, start) => start > 0 && segment !== '{}' && !segments.slice(0, start).includes('{}') && add(ends, segments.slice(start).join('/'), method));
  }
  return [{ kind, location, operations, bare, ends }];
}

function add(paths: Map<string, Set<string>>, path: string, method: string): void {
  paths.set(path, (paths.get(path) ?? new Set<string>()).add(method));
}

function ofDocument({ path, entries, format, class: fileClass }: DocumentFacts): Description[] {
  if (fileClass === 'test' || fileClass === 'vendored' || /(?:^|\/)(?:tests?|__tests__|fixtures|mocks?|examples?|samples?)\//.test(path)) return [];
  const location = { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  if (format === 'markdown') return descriptionOf('document', location, entries.flatMap(({ value }) => [...value.matchAll(WRITTEN)].map((match) => ({ method: match[1]!, path: match[2]! }))));
  if (format !== 'yaml' && format !== 'json') return [];
  const base = entries.flatMap(({ key, value }) => (key === 'basePath' || key === 'servers.0.url' ? [basePath(value)] : [])).at(0) ?? '';
  const written = entries.flatMap(({ key }): Written[] => {
    const match = key.startsWith('paths./') ? ENTRY.exec(key) : null;
    return match === null ? [] : [{ method: match[2]?.toUpperCase() ?? '*', path: match[1]! }];
  });
  return descriptionOf('OpenAPI document', location, written, base);
}

/** The path of a server's address (OpenAPI 3, Server Object; `basePath` of 2.0), which stands before the paths of all operations; none where it has variables. */
function basePath(address: string): string {
  return address.includes('{') ? '' : address.replace(/^(?:\w+:)?\/\/[^/]*/, '').replace(/\/+$/, '');
}

/** All comments of a package are one description. */
function ofComments(program: Program): Description[] {
  const packages = new Map<string, { location: Location; written: Written[] }>();
  for (const file of program.files.values()) {
    const [first] = file.facts.operations ?? [];
    if (first === undefined) continue;
    const known = packages.get(file.package.directory) ?? { location: program.locationOf(file, first.start, first.start), written: [] };
    known.written.push(...file.facts.operations!);
    packages.set(file.package.directory, known);
  }
  return [...packages.values()].flatMap(({ location, written }) => descriptionOf('comments', location, written));
}

/** `{ openapi: '3.1.0', paths: … }` in code. */
function ofObjects(program: Program): Description[] {
  return [...program.files.values()].flatMap((file) =>
    file.valuesOfKind('object').flatMap((id) => {
      const fact = file.facts.values[id]!;
      if (fact.kind !== 'object' || !fact.properties.some(({ name }) => name === 'openapi' || name === 'swagger')) return [];
      const paths = fact.properties.find(({ name }) => name === 'paths');
      if (paths === undefined) return [];
      const operations = propertiesOf(program, { file, id: paths.value }, 0).filter(({ name }) => name.startsWith('/'));
      const base = baseOf(program, { file, id });
      const written = operations.flatMap(({ name, value }) => propertiesOf(program, value, 0).filter((each) => METHODS.includes(each.name)).map((each) => ({ method: each.name.toUpperCase(), path: name })));
      return descriptionOf('OpenAPI document', program.location({ file, id }), written, base);
    }),
  );
}

/** What `servers: [{ url: '/api/v1' }]` or `basePath` puts before the paths of a description in code. */
function baseOf(program: Program, document: ValueRef): string {
  const properties = propertiesOf(program, document, 0);
  const texts = (value: ValueRef | undefined): string[] => (value === undefined ? [] : (program.constants(value) ?? []).map(String));
  const servers = properties.find(({ name }) => name === 'servers');
  const list = servers === undefined ? undefined : servers.value.file.facts.values[servers.value.id];
  const first = list?.kind === 'array' ? list.elements[0] : undefined;
  const url = first === undefined ? undefined : propertiesOf(program, { file: servers!.value.file, id: first }, 0).find(({ name }) => name === 'url')?.value;
  return basePath(texts(url ?? properties.find(({ name }) => name === 'basePath')?.value).at(0) ?? '');
}

/** Operations that code adds to a registry, one by one. */
function ofRegistry(program: Program): Description[] {
  const sites = program.sitesOf('api.document.operation');
  const [first] = sites;
  if (first === undefined) return [];
  const texts = (value: ValueRef | null): string[] => (value === null ? [] : (program.constants(value) ?? []).map(String));
  const written = sites.flatMap((site) => texts(program.argument(site, 'path')).flatMap((path) => texts(program.argument(site, 'method')).map((method) => ({ method: method.toUpperCase(), path }))));
  return descriptionOf('OpenAPI document', program.location(first.value), written);
}

/** Properties of the objects that a value may be, with those that are spread into them. */
function propertiesOf(program: Program, ref: ValueRef, depth: number): { name: string; value: ValueRef }[] {
  if (depth > MAXIMUM_DEPTH) return [];
  return program.resolve(ref).flatMap((entity) => (entity.kind === 'object' ? ofObject(program, entity.value, depth) : []));
}

function ofObject(program: Program, { file, id }: { file: LinkedFile; id: number }, depth: number): { name: string; value: ValueRef }[] {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'object') return [];
  return fact.properties.flatMap(({ name, kind, value }) => {
    if (kind === 'spread') return propertiesOf(program, { file, id: value }, depth + 1);
    return name === null ? [] : [{ name, value: { file, id: value } }];
  });
}
