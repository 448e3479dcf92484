/** Which entities a value stands for: a model, a repository, a table's name, a delegate of a generated client. */
import type { TypeFact } from '../../contracts/facts.js';
import type { Entity, RoleSite, ValueRef } from '../../contracts/program.js';
import { lastNameOf } from '../api-path.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { lineage } from '../resolve/member.js';
import { resolveTypeName, typeOf } from '../resolve/types.js';
import { factOf } from '../value-graph.js';
import type { DataEntity, EntityIndex } from './entity.js';

const MAXIMUM_DEPTH = 6;

export interface FoundEntities {
  /** Names as the code says them, even when no schema knows them. */
  names: string[];
  known: readonly DataEntity[];
}

const NOTHING: FoundEntities = { names: [], known: [] };

export function entitiesOf(link: Linking, index: EntityIndex, value: ValueRef): FoundEntities {
  return new Finder(link, index, indexed(value).file.package.directory).ofValue(indexed(value), 0);
}

/** What a name in a statement or argument stands for. */
export function entitiesNamed(index: EntityIndex, name: string, packageDirectory: string): FoundEntities {
  const plain = tableIn(name);
  return plain === '' ? NOTHING : { names: [plain], known: index.named(plain, packageDirectory) };
}

/** `tickets as t`, `public.tickets`, `tickets t` → `tickets`. */
function tableIn(name: string): string {
  const first = name.trim().split(/\s/)[0] ?? '';
  return first.replace(/["`[\]]/g, '').split('.').at(-1) ?? '';
}

class Finder {
  constructor(
    private readonly link: Linking,
    private readonly index: EntityIndex,
    private readonly directory: string,
  ) {}

  ofValue(value: FileValue, depth: number): FoundEntities {
    if (depth > MAXIMUM_DEPTH) return NOTHING;
    const text = this.link.constants(value);
    if (text?.length === 1 && typeof text[0] === 'string') return entitiesNamed(this.index, text[0], this.directory);
    const named = this.ofClassName(value);
    if (named !== null) return named;
    for (const entity of this.link.resolve(value)) {
      const found = this.ofEntity(entity, value, depth);
      if (found.names.length > 0) return found;
    }
    return first([() => this.ofType(value), () => this.ofDecorator(value, depth), () => this.ofSources(value, depth)]);
  }

  /** `Cat.name`. */
  private ofClassName(value: FileValue): FoundEntities | null {
    const fact = factOf(value);
    if (fact.kind !== 'member' || fact.name !== 'name') return null;
    const found = this.link.resolve(sibling(value, fact.object)).find((entity) => entity.kind === 'class');
    return found?.kind === 'class' ? this.ofClassRef(found) : null;
  }

  private ofEntity(entity: Entity, value: FileValue, depth: number): FoundEntities {
    switch (entity.kind) {
      case 'class':
        return this.ofClassRef(entity);
      case 'instance':
        return first([() => this.ofClassRef(entity), () => this.ofSuperclass(entity)]);
      case 'api':
        return this.ofApi(entity, value, depth);
      case 'constant':
        return typeof entity.value === 'string' ? entitiesNamed(this.index, entity.value, this.directory) : NOTHING;
      case 'object':
        return this.ofWrapper(entity.value);
      default:
        return NOTHING;
    }
  }

  private ofClassRef({ ref }: Extract<Entity, { kind: 'class' | 'instance' }>): FoundEntities {
    const known = this.index.ofClass(ref);
    const name = ref.file.facts.classes[ref.id]?.name ?? '';
    if (known !== null) return { names: [known.name], known: [known] };
    const byName = name === '' ? [] : this.index.named(name, this.directory).filter((entity) => entity.origin === 'code' && entity.class !== null);
    return byName.length > 0 ? { names: [name], known: byName } : NOTHING;
  }

  /** `class AgentRepository extends Repository<Agent>`. */
  private ofSuperclass({ ref }: Extract<Entity, { kind: 'instance' }>): FoundEntities {
    for (const owner of lineage(this.link, ref)) {
      const types = owner.file.facts.classes[owner.id]?.superTypeArguments ?? [];
      const found = this.ofTypes(owner.file as IndexedFile, types);
      if (found.names.length > 0) return found;
    }
    return NOTHING;
  }

  private ofApi(entity: Extract<Entity, { kind: 'api' }>, value: FileValue, depth: number): FoundEntities {
    const { created } = entity;
    const made = created === null ? null : this.index.madeBy(created);
    if (made !== null) return { names: [made.name], known: [made] };
    const reference = created === null ? undefined : this.link.rolesAt(created).find((site) => site.role === 'model.reference');
    if (reference !== undefined) return this.ofReference(reference, depth);
    const last = lastNameOf(entity.path);
    // A delegate of a generated client: `prisma.ticket`, `db.query.tickets`. Other paths say nothing of an entity.
    if (!entity.path.endsWith('#') && !entity.path.endsWith(')') && factOf(value).kind === 'member') {
      const known = this.index.named(last, this.directory);
      if (known.length > 0) return { names: [last], known };
    }
    return NOTHING;
  }

  private ofReference(site: RoleSite, depth: number): FoundEntities {
    const argument = this.link.argument(site, 'entity');
    if (argument !== null) return this.ofValue(indexed(argument), depth + 1);
    const fact = factOf(site.value);
    const types = fact.kind === 'call' ? (fact.typeArguments ?? []) : [];
    return this.ofTypes(indexed(site.value).file, types);
  }

  /** `{ agent: agents }` as knex takes it for an alias, `{ id: User }`. */
  private ofWrapper(value: ValueRef): FoundEntities {
    const fact = factOf(value);
    const made = this.index.madeBy(value);
    if (made !== null) return { names: [made.name], known: [made] };
    const only = fact.kind === 'object' && fact.properties.length === 1 ? fact.properties[0] : undefined;
    return only === undefined ? NOTHING : this.ofValue(sibling(value, only.value), MAXIMUM_DEPTH);
  }

  /** `Repository<Agent>`, `Model<Cat>`. */
  private ofType(value: FileValue): FoundEntities {
    const placed = typeOf(this.link, value) ?? this.fieldType(value);
    return placed === null ? NOTHING : this.ofTypes(placed.file, placed.type.args ?? []);
  }

  /** The type of `this.agents`, a constructor parameter that is a field. */
  private fieldType(value: FileValue): { file: IndexedFile; type: TypeFact } | null {
    const found = this.fieldParameter(value);
    return found?.type === undefined ? null : { file: value.file, type: found.type };
  }

  private fieldParameter(value: FileValue) {
    const fact = factOf(value);
    if (fact.kind !== 'member' || fact.name === null) return null;
    const object = factOf(sibling(value, fact.object));
    if (object.kind !== 'this' || object.class < 0) return null;
    const constructor = value.file.facts.classes[object.class]?.members.find((member) => member.kind === 'constructor' && member.function >= 0);
    const declaration = constructor === undefined ? undefined : value.file.facts.functions[constructor.function];
    return declaration?.parameters.find((parameter) => parameter.isProperty && parameter.name === fact.name) ?? null;
  }

  private ofTypes(file: IndexedFile, types: readonly TypeFact[]): FoundEntities {
    for (const type of types) {
      const inner = /Document$/.test(type.name) && type.args?.[0] !== undefined ? type.args[0] : type;
      for (const entity of resolveTypeName(this.link, file, inner.name)) {
        if (entity.kind === 'class') {
          const found = this.ofClassRef(entity);
          if (found.names.length > 0) return found;
        }
      }
      const name = inner.name.replace(/Document$/, '');
      const known = name === '' ? [] : this.index.named(name, this.directory);
      if (known.length > 0) return { names: [name], known };
    }
    return NOTHING;
  }

  /** `@InjectModel('Cat') private cats`. */
  private ofDecorator(value: FileValue, depth: number): FoundEntities {
    const parameter = this.fieldParameter(value);
    for (const id of parameter?.decorators ?? []) {
      const site = this.link.rolesAt(sibling(value, id)).find((each) => each.role === 'model.reference');
      if (site !== undefined) return this.ofReference(site, depth);
    }
    return NOTHING;
  }

  private ofSources(value: FileValue, depth: number): FoundEntities {
    for (const source of this.link.sourcesOf(value)) {
      if (source.id === value.id && source.file === value.file) continue;
      const fact = factOf(source);
      if (fact.kind !== 'call' && fact.kind !== 'member' && fact.kind !== 'class') continue;
      const found = this.ofValue(indexed(source), depth + 3);
      if (found.names.length > 0) return found;
    }
    return NOTHING;
  }
}

function first(attempts: readonly (() => FoundEntities)[]): FoundEntities {
  for (const attempt of attempts) {
    const found = attempt();
    if (found.names.length > 0) return found;
  }
  return NOTHING;
}
