/** The functions, classes and values that the configuration names as controls, and where they are used. */
import { append } from '../contracts/multimap.js';
import { CONTROLS, type NamedControl, partsOfReference } from '../contracts/controls.js';
import type { Entity, RoleSite, ValueRef } from '../contracts/program.js';
import type { RoleEntry } from '../contracts/models.js';
import type { IndexedFile } from './indexed-file.js';
import { type FileValue, type Linking, sibling } from './linking.js';
import { resolveBinding } from './resolve/reference.js';
import { lineage } from './resolve/member.js';
import { factOf, functionKeyOf, keyOf } from './value-graph.js';

type Use = RoleEntry['use'];

const PACKAGE = 'configuration';

/** The role was given by the configuration, not by a model. */
export function isNamedControl(site: RoleSite): boolean {
  return site.entry.package === PACKAGE;
}

/** What one reference stands for. */
interface Found {
  control: NamedControl;
  entities: readonly Entity[];
  values: readonly ValueRef[];
}

export class ControlIndex {
  private found: readonly Found[] | null = null;
  private keys: Map<string, NamedControl[]> | null = null;

  constructor(
    private readonly link: Linking,
    private readonly named: readonly NamedControl[],
  ) {}

  get isEmpty(): boolean {
    return this.named.length === 0;
  }

  /** Those whose reference leads to nothing in the program. */
  unresolved(): NamedControl[] {
    return this.all().flatMap(({ control, entities, values }) => (entities.length === 0 && values.length === 0 ? [control] : []));
  }

  /** Roles of something that a chain holds: what it is, and the values that it was set to. */
  rolesOf(entities: readonly Entity[], values: Iterable<ValueRef>): string[] {
    if (this.isEmpty) return [];
    const keys = [...entities.flatMap((entity) => this.keysOfEntity(entity)), ...[...values].map(keyOfValue)];
    return keys.flatMap((key) => this.byKey().get(key) ?? []).map(({ control }) => CONTROLS[control]);
  }

  /** What a value plays by calling, constructing or decorating with a named thing. */
  sitesAt(value: FileValue, use: Use, subject: FileValue): RoleSite[] {
    if (this.isEmpty || (use !== 'call' && use !== 'new' && use !== 'decorator')) return [];
    const keys = this.link.resolve(subject).flatMap((entity) => this.keysOfEntity(entity));
    return [...new Set(keys.flatMap((key) => this.byKey().get(key) ?? []))].map((control) => siteOf(control, use, value));
  }

  /** Calls of the functions that are named for a role. */
  callsFor(role: string): FileValue[] {
    if (this.isEmpty) return [];
    return this.all()
      .filter(({ control }) => CONTROLS[control.control] === role)
      .flatMap(({ entities }) => entities)
      .flatMap((entity) => (entity.kind === 'function' ? this.link.usesOf(entity.ref) : []))
      .flatMap((use) => (use.kind === 'call' && use.through.length === 0 ? [sibling(use.call as FileValue, use.call.id)] : []));
  }

  private byKey(): ReadonlyMap<string, readonly NamedControl[]> {
    if (this.keys !== null) return this.keys;
    this.keys = new Map();
    for (const { control, entities, values } of this.all()) {
      for (const key of [...entities.flatMap(ownKeys), ...values.map(keyOfValue)]) append(this.keys, key, control);
    }
    return this.keys;
  }

  /** A class is what it extends as well. */
  private keysOfEntity(entity: Entity): string[] {
    if (entity.kind !== 'class' && entity.kind !== 'instance') return ownKeys(entity);
    return lineage(this.link, entity.ref).flatMap((ref) => ownKeys({ kind: 'class', ref }));
  }

  private all(): readonly Found[] {
    return (this.found ??= this.named.map((control) => this.find(control)));
  }

  private find(control: NamedControl): Found {
    const { file: path, names } = partsOfReference(control.reference);
    const file = this.link.files.get(path);
    if (file === undefined) return { control, entities: [], values: [] };
    const [name = 'default', ...members] = names;
    const exported = known(this.link.resolveExport(file, name));
    const start = exported.length > 0 ? exported : this.declared(file, name);
    const entities = members.reduce<readonly Entity[]>((found, member) => known(found.flatMap((entity) => this.membersOf(entity, member))), start);
    return { control, entities: entities.filter((entity) => ownKeys(entity).length > 0), values: members.length > 0 ? [] : this.valuesOf(file, name) };
  }

  private membersOf(entity: Entity, name: string): readonly Entity[] {
    const direct = known(this.link.resolveMember(entity, name));
    return direct.length > 0 || entity.kind !== 'class' ? direct : this.link.resolveMember({ kind: 'instance', ref: entity.ref, created: null }, name);
  }

  private valuesOf(file: IndexedFile, name: string): ValueRef[] {
    const exported = this.link.exportedValues(file, name).filter((value) => factOf(value).kind === 'call');
    const written = moduleBinding(file, name)?.writes.map((write) => ({ file, id: write.value })) ?? [];
    return [...exported, ...written.filter((value) => factOf(value).kind === 'call')];
  }

  /** A top-level name that is not exported. */
  private declared(file: IndexedFile, name: string): readonly Entity[] {
    const binding = file.facts.bindings.findIndex((fact) => fact.name === name && fact.function === 0);
    return binding < 0 ? [] : known(resolveBinding(this.link, file, binding));
  }
}

function moduleBinding(file: IndexedFile, name: string) {
  return file.facts.bindings.find((fact) => fact.name === name && fact.function === 0);
}

function known(entities: readonly Entity[]): readonly Entity[] {
  return entities.filter((entity) => entity.kind !== 'unknown' && entity.kind !== 'module');
}

function ownKeys(entity: Entity): string[] {
  switch (entity.kind) {
    case 'function':
      return [`function ${functionKeyOf(entity.ref)}`];
    case 'class':
    case 'instance':
      return [`class ${entity.ref.file.facts.path} ${entity.ref.id}`];
    case 'object':
      return [keyOfValue(entity.value)];
    case 'api':
      return entity.created === null ? [] : [keyOfValue(entity.created)];
    default:
      return [];
  }
}

function keyOfValue(value: ValueRef): string {
  return `value ${keyOf(value)}`;
}

function siteOf({ control, reference }: NamedControl, use: Use, value: FileValue): RoleSite {
  const path = `${PACKAGE}:${reference}`;
  const entry: RoleEntry = { role: CONTROLS[control], use, paths: [path], arguments: {}, where: [], attributes: {}, package: PACKAGE, source: PACKAGE };
  return { role: entry.role, entry, value, path, created: null, confidence: 'high' };
}
