/**
 * `Program`: the facts of all files, joined. It answers questions lazily and memoises the answers; it never touches an
 * AST or the file system. `evaluate` and the domain indexes (`routes`, `environment`, `data model`) read it through
 * these types only.
 */
import type { BlockFact, BlockId, ClassFact, FileFacts, FunctionFact, Offset, ValueFact, ValueId } from './facts.js';
import type { NamedControl } from './controls.js';
import type { Confidence, Location, RelatedLocation, Step } from './audit.js';
import type { DocumentFacts } from './document-facts.js';
import type { Inventory, PackageInfo } from './inventory.js';
import type { RoleEntry } from './models.js';
import type { Sink } from './sinks.js';

/** One linked file: its facts and what is computed from them on demand. Identity is by object: one per path. */
export interface LinkedFile {
  readonly facts: FileFacts;
  readonly package: PackageInfo;
  /** The value whose operand `value` is, or NONE at the top of an expression. */
  parentOf(value: ValueId): ValueId;
  /** Innermost block that holds the offset. */
  blockAt(offset: number): BlockId;
  /** Innermost function whose body or parameters hold the offset; 0 is the module. */
  functionAt(offset: number): number;
  /** `require('x')` and `import('x')` of a module that is named, by id. */
  readonly moduleValues: readonly { id: ValueId; specifier: string }[];
  /** Values of one kind, by id. */
  valuesOfKind(kind: ValueFact['kind']): readonly ValueId[];
  /** Values that start and end within an extent, by id. */
  valuesWithin(start: number, end: number): readonly ValueId[];
}

/** A value in a file. Compare with `sameValue`, never by identity. */
export interface ValueRef {
  readonly file: LinkedFile;
  readonly id: ValueId;
}

export interface FunctionRef {
  readonly file: LinkedFile;
  readonly id: number;
  /** Parts of it that do not run: of a function that answers many requests, those for others. */
  readonly without?: readonly { readonly start: Offset; readonly end: Offset }[];
}

export interface ClassRef {
  readonly file: LinkedFile;
  readonly id: number;
}

/**
 * What a value is, as far as its name and origin tell. A value can be several things (a conditional, two assignments);
 * `resolve` returns all of them, and an `unknown` where one alternative could not be followed.
 */
export type Entity =
  /** A thing of a library: `pg:Pool#query`. `created` is the call that made the object it hangs on, if one was seen. */
  | { kind: 'api'; path: string; created: ValueRef | null; /** Set when it is only recognised by its shape: how likely that makes it. */ shape?: 'medium' | 'low' }
  | { kind: 'function'; ref: FunctionRef; /** The instance or object it is bound to, for `this`. */ receiver: Entity | null }
  | { kind: 'class'; ref: ClassRef }
  | { kind: 'instance'; ref: ClassRef; created: ValueRef | null }
  /** An object or array literal (or a function's property bag): look into `value` for its members. */
  | { kind: 'object'; value: ValueRef }
  /** A module namespace of the program. */
  | { kind: 'module'; file: LinkedFile }
  | { kind: 'constant'; value: string | number | boolean | null; type: string; at: ValueRef }
  | { kind: 'unknown' };

/** A call, read, write, tag or decorator that plays a role. */
export interface RoleSite {
  readonly role: string;
  readonly entry: RoleEntry;
  /** The `call`, `member`, `template` … value; for a write the assigned-to member's object. */
  readonly value: ValueRef;
  /** Read in the place of the call's own arguments: one row of the table that it is given. */
  readonly given?: readonly ValueRef[];
  /** The row was found by its place among the files: the path that this puts before it, and what runs before it there. */
  readonly placed?: { readonly prefix: string; readonly before: readonly ValueRef[] };
  /** The API path that matched. */
  readonly path: string;
  /** The call that created the receiver (`axios.create(…)`, `new Pool(…)`), or null when not seen. */
  readonly created: ValueRef | null;
  /** `high`: resolved by import or type; `medium`: by shape; `low`: by name alone. */
  readonly confidence: 'high' | 'medium' | 'low';
}

/** Where a value may come from, at the end of a backward walk. */
export interface Origin {
  kind:
    /** A client controls it; `role` is `request.query` … */
    | 'request'
    /** Written in the source (literals, joined or chosen between). */
    | 'constant'
    /** A number, boolean, or something cast to one: cannot carry text. */
    | 'numeric'
    /** Checked against constants on this path, or taken from a constant table. */
    | 'allow-listed'
    /** Passed through a sanitizer for the kind asked about. */
    | 'sanitized'
    | 'environment'
    /** A parameter of a function that nobody in the program calls. */
    | 'parameter'
    /** The result of a library call of which nothing is known; its inputs are followed too. */
    | 'library'
    /** Vouched for by the server's own signature: the claims of a token that was verified. */
    | 'principal'
    /** Read back from a datastore. */
    | 'datastore'
    | 'unknown';
  value: ValueRef;
  /** Role of the source, API path of the library, name of the parameter … for messages. */
  detail: string;
  /** Source first. Only complete for origins that a rule reports. */
  steps: Step[];
  /** True when some step was assumed (unknown library call passing its argument through, unresolved receiver, a source recognised by its shape). */
  lossy: boolean;
  /** A step on the way was assumed; what only the shape of a function tells of its parameters is no step. */
  readonly assumed: boolean;
  /** On the way it was kept in an object that one request fills and another reads (settings, a cache): who reads it need not be who sent it. */
  readonly stored: boolean;
  /** `medium` for a lossy way; `low` when the source is a guess by name alone, or the data was stored on the way. */
  confidence: Confidence;
  /** A check that the value passed on its way, known by its name alone: what it lets through cannot be told. */
  readonly namedCheck: string | null;
  /** Functions of the program on the way that give back what they get without looking at it, whatever their names say. */
  readonly idle: readonly string[];
}

export interface TraceOptions {
  /** What the value is used for. Decides which sanitizers and guards count. */
  sink: Sink;
  /** What becomes of an object or a list that arrives as a whole: it is looked into (when left out), or ends the way, because it is written out as JSON. */
  objects?: 'end';
}

export interface Trace {
  origins: Origin[];
  /** True when a bound was hit and some origins may be missing. */
  truncated: boolean;
}

/** Result of reading a property out of an object value. */
export type PropertyLookup =
  | { kind: 'found'; values: ValueRef[]; /** Some alternative lacks it. */ partial: boolean }
  | { kind: 'absent'; /** Objects looked at. */ objects: ValueRef[] }
  | { kind: 'unknown' };

/** A condition known to be true (or, with `holds: false`, false) where a value is evaluated. */
export interface Guard {
  condition: ValueRef;
  holds: boolean;
  /** For a switch case: the values of which one equals the condition. */
  cases: ValueRef[];
}

/** A read of one environment or configuration variable: `process.env.X`, `config.get('X')`, a field of a validated schema. */
export interface EnvironmentRead {
  /** The variable's name (`DATABASE_URL`); '' when it is computed. */
  name: string;
  /** The read itself: the member, call or destructured value. Sites are reported here. */
  value: ValueRef;
  /** How it is read: an API path such as `global:process.env` or `@nestjs/config:ConfigService#get`. */
  via: string;
  /**
   * What replaces it when it is unset. `literal`: a constant that is not empty. `empty`: `''`. `generated`: made at run
   * time (random bytes, a uuid). `other`: another variable or a computed value. `value` is the fallback, null for `none`.
   */
  fallback: { kind: 'none' | 'literal' | 'empty' | 'generated' | 'other'; value: ValueRef | null };
  /** The check at start-up that covers it (a schema entry, a throw when unset), or null. */
  validated: { by: ValueRef } | null;
  /**
   * For a variable that production must set and that nothing checks: the place that deals with its absence (a test of it, `?.`,
   * another value in its stead), or null when there is none.
   */
  absence: { handledBy: ValueRef } | null;
  /** For the same kind of variable, when nothing deals with its absence: a place where an unset value does harm, or null when none is seen. */
  needed: ValueRef | null;
  /** A module of settings hands it out, and nobody is seen to import that: a program that loads its settings by a computed path. */
  handedOut: boolean;
  /** It stands in for a value that a caller or an option may give: `options.url ?? process.env.X`. */
  standsIn: boolean;
  /** Does it stand in a module whose purpose is configuration, or in the entry point of a command? */
  inConfigurationModule: boolean;
  /** The name says that it is a secret: key, token, password, credential. */
  secret: boolean;
  /** Every deployment can do without it: PORT, LOG_LEVEL, NODE_ENV, TZ … */
  harmless: boolean;
  /** Production must set it: a host, a URL, a key of another service. */
  required: boolean;
  /** A bundler writes its value into what browsers load: `NEXT_PUBLIC_…`, `VITE_…`. */
  public: boolean;
  confidence: Confidence;
}

/** A query on the data model: through an ORM or query builder, as SQL text, or on a vector or search index. */
export interface DataQuery {
  /** The call. Sites are reported here. */
  value: ValueRef;
  kind: 'orm' | 'sql' | 'vector' | 'search';
  /** Names of the entities, tables or indexes it touches, sorted; empty when unknown. */
  entities: string[];
  operation: 'read' | 'create' | 'update' | 'delete' | 'unknown';
  /** The filter argument, or null when there is none or it is part of the statement. */
  filter: ValueRef | null;
  /** Columns that the filter compares, as far as they can be seen. */
  filterColumns: readonly string[];
  /** SQL text as far as it is constant, with `?` for each dynamic part; null for other kinds. */
  statementText: string | null;
  tenant: TenantScope;
  /** The role use it was made from, or null when it was found by shape. */
  site: RoleSite | null;
  confidence: Confidence;
}

/** A table or model that a schema or code declares, with what its datastore is told to enforce. Each once: what a migration repeats of a model is part of that. */
export interface ModelEntity {
  /** As the code calls it. */
  name: string;
  table: string;
  /** Directory of the package that declares it. */
  package: string;
  location: Location;
  /** The use of a library that declares it, or null for schemas. */
  site: RoleSite | null;
  store: 'tables' | 'documents';
  /** A statement or migration makes an index for texts inside of its columns (trigrams, full text). */
  searchIndexed: boolean;
  /** A comment says that it has no foreign keys on purpose. */
  leavesReferencesOut: boolean;
  columns: readonly ModelColumn[];
}

/** `unknown`: somebody else may say it, such as a migration. */
export interface ModelColumn {
  /** As the code calls it. */
  name: string;
  /** It is a key, or part of one. */
  unique: Truth;
  /** It has a value in every row: it must, or has one by default. */
  required: Truth;
  /** It refers to another entity, and the datastore knows. */
  reference: Truth;
  /** It stands for the other entity itself. */
  isRelation: boolean;
  /** As written in the schema: `Json`, `uuid`; '' in code. */
  type: string;
  location: Location;
}

type Truth = 'yes' | 'no' | 'unknown';

/** Whether one query keeps to one tenant. */
export interface TenantScope {
  /** Some entity it touches carries a tenant key (or may: an unknown entity is not owned). */
  owned: boolean;
  /** Does a tenant key reach the filter? */
  filtered: 'yes' | 'no' | 'unknown';
  /** One sentence: why it counts as filtered, or what could not be told; '' for a plain `no`. */
  reason: string;
  /** What the judgement rests on: the column, the filter's property, the extension that adds it. */
  evidence: RelatedLocation[];
}

/** Whether the project keeps data of several tenants apart. */
export interface Tenancy {
  multiTenant: boolean;
  /** Names of the tenant keys, sorted: `organizationId`, `tenant_id`. */
  keys: string[];
  /** One sentence that says how that was found, or why it was not. */
  reason: string;
  evidence: RelatedLocation[];
}

/**
 * An entry point: method, path, handler and what runs before it. Of an operation, one of many that clients ask for by name at one
 * address, `method` is QUERY, MUTATION or SUBSCRIPTION, and `path` the name: `user.byId`, `createPost`.
 */
export interface Route {
  /** `express`, `fastify`, `nestjs`, `next`, `koa`, `hono` …; of operations `trpc`, `graphql`. */
  framework: string;
  /** Upper case; `ALL` for any method. */
  method: string;
  /** Full path with the prefixes of its routers, `/users/:id`; '' when it cannot be told. */
  path: string;
  /** The registering call or decorator. Sites are reported here. */
  value: ValueRef;
  /** The function that answers, or null when it is not in the program. */
  handler: FunctionRef | null;
  /** What runs before the handler, outermost first; at its end the error handlers that are in force for it. */
  chain: ChainLink[];
  /** Middleware of its path that is registered after it, so that no request to it passes there. */
  late: readonly ChainLink[];
  /** False when something on the way could not be followed (a dynamic router, a plugin), so that a missing link proves nothing. */
  chainComplete: boolean;
  confidence: Confidence;
  /** What must hold for it to be there, those of the routers that it is mounted with among them; null for what no expression tells. Absent: nothing that the framework's reader saw. */
  conditions?: readonly (Guard | null)[];
}

/** The operations of the program, in file and source order, and where requests for them come in. */
export interface Operations {
  readonly all: readonly Route[];
  /** What an HTTP route answers of them; empty for a route that answers by itself. */
  behind(route: Route): readonly Route[];
  /** The HTTP routes by which requests for an operation come in; empty where a server of its own answers them, or none is in sight. */
  through(operation: Route): readonly Route[];
}

/** One middleware, hook, guard, pipe or interceptor on the way to a handler. */
export interface ChainLink {
  /**
   * `metadata`: a decorator that tells what runs what to do (`@SkipThrottle()`). `context`: makes what operations get as their context; it
   * runs for all of them, and mostly tells who calls without asking for it.
   */
  kind: 'middleware' | 'hook' | 'guard' | 'pipe' | 'interceptor' | 'schema' | 'metadata' | 'context' | 'error-handler';
  /** Where it is attached: the whole application, a router or controller, or the route itself. */
  level: 'application' | 'router' | 'route';
  /** The middleware as written where it is attached. */
  value: ValueRef;
  /** What it is. */
  entities: readonly Entity[];
  /** Roles that it plays (`auth.guard`, `rate.limiter`), sorted. */
  roles: readonly string[];
  /** It is there only when these hold, beside those under which the route itself is there; null for one that no expression tells. Empty when it always is. */
  conditions: readonly (Guard | null)[];
}

/** The environment as the program reads it. */
export interface EnvironmentIndex {
  /** In file and source order. */
  readonly reads: readonly EnvironmentRead[];
  /** Is it a module whose purpose is settings? */
  isConfigurationModule(file: LinkedFile): boolean;
}

export interface Program {
  readonly inventory: Inventory;
  readonly files: ReadonlyMap<string, LinkedFile>;
  /** What only browsers run, by path; none of it is among the files. An import may still lead there. */
  readonly frontEnd: ReadonlyMap<string, LinkedFile>;
  /** Files of the program that browsers run as well: front-end code brings them in, and nothing in them works on a server only. */
  readonly shared: ReadonlySet<LinkedFile>;
  readonly packages: readonly PackageInfo[];
  /** Files that are no code and describe no data, as far as the rules ask for them; in path order. */
  readonly documents: readonly DocumentFacts[];

  fact(ref: ValueRef): ValueFact;
  functionFact(ref: FunctionRef): FunctionFact;
  classFact(ref: ClassRef): ClassFact;
  blockFact(file: LinkedFile, id: BlockId): BlockFact;

  /** What the value is. */
  resolve(ref: ValueRef): readonly Entity[];
  /** API paths among `resolve`, after aliases. */
  apiPaths(ref: ValueRef): string[];
  /** Every use of the program that plays the role, in file and source order. A trailing `.*` asks for a family: `request.*`. */
  sitesOf(role: string): readonly RoleSite[];
  /** Roles that this value plays. */
  rolesAt(ref: ValueRef): readonly RoleSite[];
  /** The value of a named argument of a role site; null when it is absent. */
  argument(site: RoleSite, name: string): ValueRef | null;
  /** All values of a named argument (rest arguments, all alternatives that are present). */
  argumentList(site: RoleSite, name: string): ValueRef[];

  /** A property of an object value, followed through variables, spreads, calls and parameters. `path` may be nested. */
  property(ref: ValueRef, path: readonly string[]): PropertyLookup;
  /** All constants that the value may be; null when it may be something else too. */
  constants(ref: ValueRef): (string | number | boolean | null)[] | null;
  /** Where the value comes from. */
  trace(ref: ValueRef, options: TraceOptions): Trace;
  /** The values that may reach this one without being changed (through variables, calls, parameters, conditionals). */
  sourcesOf(ref: ValueRef): readonly ValueRef[];

  /** Functions that a call may run, inside the program. */
  callees(call: ValueRef): readonly FunctionRef[];
  /** Calls in the program that may run the function. */
  callersOf(ref: FunctionRef): readonly ValueRef[];
  /** Files of the program that import something the file declares at run time, through barrels or not, or take it whole; in file order. */
  importersOf(file: LinkedFile): readonly LinkedFile[];
  /** Conditions known where the value is evaluated: enclosing branches and earlier exits. Innermost first. */
  guardsOf(ref: ValueRef): readonly Guard[];

  /** Domain indexes, each made when first asked for. Lists are in file and source order. */
  readonly environment: EnvironmentIndex;
  readonly queries: readonly DataQuery[];
  readonly entities: readonly ModelEntity[];
  readonly tenancy: Tenancy;
  /** HTTP routes. */
  readonly routes: readonly Route[];
  /** Operations behind HTTP routes, such as procedures of tRPC. */
  readonly operations: Operations;

  location(ref: ValueRef): Location;
  locationOf(file: LinkedFile, start: number, end: number): Location;
  /** Source-like text of a callee or reference, at most 80 characters: `this.pool.query`. */
  describe(ref: ValueRef): string;
  /** Name of the enclosing function or class member: `OrdersRepository.find`; '' at module level. */
  symbolAt(ref: ValueRef): string;
  /** Controls of the configuration whose reference leads to nothing in the program. */
  readonly unresolvedControls: readonly NamedControl[];
  /** Bounds that were hit so far, in words. */
  readonly limits: ReadonlySet<string>;
}
