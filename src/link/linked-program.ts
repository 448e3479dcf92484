/** `Program`, put together from the parts of this room. Each method hands over to the part that knows. */
import type { BlockFact, BlockId, ClassFact, FunctionFact, TypeFact, ValueFact } from '../contracts/facts.js';
import type { NamedControl } from '../contracts/controls.js';
import type { DocumentFacts } from '../contracts/document-facts.js';
import type { Inventory, PackageInfo } from '../contracts/inventory.js';
import type * as Contract from '../contracts/program.js';
import type { SchemaFacts } from '../contracts/schema-facts.js';
import { callees } from './resolve/call.js';
import { constantsOf } from './constants.js';
import { ControlIndex } from './controls.js';
import { modelEntitiesOf, queriesOf, tenancyOf } from './data-model/index.js';
import { definitionsAt } from './definitions.js';
import { describe, locationOf, symbolAt } from './describe.js';
import { environmentOf } from './environment/index.js';
import { FrameworkHandlers } from './handlers/framework-handlers.js';
import { guardsOf } from './guards.js';
import { importersByFile } from './importers.js';
import type { IndexedFile } from './indexed-file.js';
import { type FunctionUse, type InBrowsers, type Linking, indexed } from './linking.js';
import type { ModelIndex } from './model-index.js';
import { ModuleResolver } from './modules.js';
import { operationsOf } from './operations/index.js';
import { propertyOf } from './properties.js';
import { memberValues, resolveMember } from './resolve/member.js';
import { exportedValues, resolveExport, resolveImport } from './resolve/reference.js';
import { resolveType } from './resolve/types.js';
import { Resolver } from './resolver.js';
import { valuesAt } from './role-arguments.js';
import { RoleIndex } from './roles.js';
import { routesOf } from './routes/index.js';
import { sourcesOf } from './sources.js';
import { StarExports } from './star-exports.js';
import { trace } from './trace/trace.js';
import { MentionIndex } from './mentions.js';
import { ValueTable, factOf, keyOf, required } from './value-graph.js';

export class LinkedProgram implements Linking {
  readonly limits = new Set<string>();
  readonly frontEnd: Linking['frontEnd'];
  readonly shared: Linking['shared'];
  readonly modules: ModuleResolver;
  readonly stars: StarExports;
  readonly mentions: MentionIndex;
  readonly handlers: FrameworkHandlers;
  readonly controls: ControlIndex;
  private readonly resolver: Resolver;
  private readonly roles: RoleIndex;
  private readonly definitions = new ValueTable<readonly Contract.ValueRef[]>();
  private readonly called = new ValueTable<readonly Contract.FunctionRef[]>();
  private readonly sources = new Map<number, readonly Contract.ValueRef[]>();
  private readonly traces = new Map<string, Contract.Trace>();
  private importers: ReadonlyMap<Contract.LinkedFile, readonly Contract.LinkedFile[]> | null = null;
  private readonly domains: { -readonly [Name in 'environment' | 'queries' | 'entities' | 'tenancy' | 'routes' | 'operations']?: Contract.Program[Name] } = {};

  constructor(
    readonly models: ModelIndex,
    readonly inventory: Inventory,
    readonly files: ReadonlyMap<string, IndexedFile>,
    readonly schemas: readonly SchemaFacts[],
    readonly documents: readonly DocumentFacts[],
    named: readonly NamedControl[],
    browsers: InBrowsers | null = null,
  ) {
    this.frontEnd = browsers?.frontEnd ?? new Map<string, IndexedFile>();
    this.shared = browsers?.shared ?? new Set<IndexedFile>();
    this.modules = browsers?.known.modules ?? new ModuleResolver(files, inventory);
    this.stars = new StarExports(this.modules);
    this.mentions = new MentionIndex(this);
    this.handlers = browsers?.known.handlers ?? new FrameworkHandlers(models.handlers);
    this.controls = new ControlIndex(this, named);
    this.resolver = new Resolver(this);
    this.roles = new RoleIndex(this);
  }

  get packages(): readonly PackageInfo[] {
    return this.inventory.packages;
  }

  get unresolvedControls(): readonly NamedControl[] {
    return this.controls.unresolved();
  }

  get environment(): Contract.EnvironmentIndex {
    return (this.domains.environment ??= environmentOf(this));
  }

  get queries(): readonly Contract.DataQuery[] {
    return (this.domains.queries ??= queriesOf(this));
  }

  get entities(): readonly Contract.ModelEntity[] {
    return (this.domains.entities ??= modelEntitiesOf(this));
  }

  get tenancy(): Contract.Tenancy {
    return (this.domains.tenancy ??= tenancyOf(this));
  }

  get routes(): readonly Contract.Route[] {
    return (this.domains.routes ??= routesOf(this));
  }

  get operations(): Contract.Operations {
    return (this.domains.operations ??= operationsOf(this));
  }

  fact(ref: Contract.ValueRef): ValueFact {
    return factOf(ref);
  }

  functionFact(ref: Contract.FunctionRef): FunctionFact {
    return required(ref.file.facts.functions[ref.id]);
  }

  classFact(ref: Contract.ClassRef): ClassFact {
    return required(ref.file.facts.classes[ref.id]);
  }

  blockFact(file: Contract.LinkedFile, id: BlockId): BlockFact {
    return required(file.facts.blocks[id]);
  }

  resolve(ref: Contract.ValueRef): readonly Contract.Entity[] {
    return this.resolver.resolve(ref);
  }

  apiPaths(ref: Contract.ValueRef): string[] {
    return this.resolve(ref).flatMap((entity) => (entity.kind === 'api' ? [entity.path] : []));
  }

  resolveExport(file: IndexedFile, name: string): readonly Contract.Entity[] {
    return resolveExport(this, file, name);
  }

  resolveImport(file: IndexedFile, binding: number): readonly Contract.Entity[] {
    return resolveImport(this, file, binding);
  }

  resolveType(file: IndexedFile, type: TypeFact): readonly Contract.Entity[] {
    return resolveType(this, file, type);
  }

  resolveMember(entity: Contract.Entity, name: string): readonly Contract.Entity[] {
    return resolveMember(this, entity, name);
  }

  memberValues(entity: Contract.Entity, name: string): readonly Contract.ValueRef[] {
    return memberValues(this, entity, name);
  }

  definitionsAt(file: IndexedFile, use: number): readonly Contract.ValueRef[] {
    const ref = { file, id: use };
    const known = this.definitions.get(ref);
    if (known !== undefined) return known;
    const result = definitionsAt(file, use);
    this.definitions.set(ref, result);
    return result;
  }

  exportedValues(file: IndexedFile, name: string): readonly Contract.ValueRef[] {
    return exportedValues(this, file, name);
  }

  usesOf(ref: Contract.FunctionRef): readonly FunctionUse[] {
    return this.resolver.usesOf(ref);
  }

  importersOf(file: Contract.LinkedFile): readonly Contract.LinkedFile[] {
    return (this.importers ??= importersByFile(this)).get(file) ?? [];
  }

  sitesOf(role: string): readonly Contract.RoleSite[] {
    return this.roles.sitesOf(role);
  }

  rolesAt(ref: Contract.ValueRef): readonly Contract.RoleSite[] {
    return this.roles.rolesAt(ref);
  }

  argument(site: Contract.RoleSite, name: string): Contract.ValueRef | null {
    return this.argumentList(site, name)[0] ?? null;
  }

  argumentList(site: Contract.RoleSite, name: string): Contract.ValueRef[] {
    for (const path of site.entry.arguments[name] ?? []) {
      const values = valuesAt(this, site, path);
      if (values.length > 0) return values;
    }
    return [];
  }

  property(ref: Contract.ValueRef, path: readonly string[]): Contract.PropertyLookup {
    return propertyOf(this, ref, path);
  }

  constants(ref: Contract.ValueRef): (string | number | boolean | null)[] | null {
    return constantsOf(this, ref);
  }

  trace(ref: Contract.ValueRef, options: Contract.TraceOptions): Contract.Trace {
    const key = `${keyOf(ref)} ${options.sink} ${options.objects ?? ''}`;
    const known = this.traces.get(key);
    if (known !== undefined) return known;
    const result = trace(this, ref, options);
    this.traces.set(key, result);
    return result;
  }

  sourcesOf(ref: Contract.ValueRef): readonly Contract.ValueRef[] {
    const key = keyOf(ref);
    const known = this.sources.get(key);
    if (known !== undefined) return known;
    const result = sourcesOf(this, ref);
    // Inside an open question an answer may be incomplete, and is not kept.
    if (this.resolver.isIdle) this.sources.set(key, result);
    return result;
  }

  callees(call: Contract.ValueRef): readonly Contract.FunctionRef[] {
    const known = this.called.get(call);
    if (known !== undefined) return known;
    const result = callees(this, indexed(call));
    if (this.resolver.isIdle) this.called.set(call, result);
    return result;
  }

  callersOf(ref: Contract.FunctionRef): readonly Contract.ValueRef[] {
    return this.usesOf(ref).flatMap((use) => (use.kind === 'call' && use.through.length === 0 ? [use.call] : []));
  }

  guardsOf(ref: Contract.ValueRef): readonly Contract.Guard[] {
    return guardsOf(ref);
  }

  location(ref: Contract.ValueRef) {
    return locationOf(ref.file, factOf(ref).start, factOf(ref).end);
  }

  locationOf(file: Contract.LinkedFile, start: number, end: number) {
    return locationOf(file, start, end);
  }

  describe(ref: Contract.ValueRef): string {
    return describe(ref);
  }

  symbolAt(ref: Contract.ValueRef): string {
    return symbolAt(ref);
  }
}
