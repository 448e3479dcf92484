/** The texts that a schema lets through, and what it demands of each: a walk over the calls that a schema is written with. */
import type { ClassRef, Program, RoleSite, ValueRef } from '../../contracts/program.js';
import { calledName } from '../../contracts/written-name.js';

/**
 * What is demanded of a text: a longest `length`, a form such as `email`, a `pattern`, one of some `constant`s, or something by a function
 * (`checked`) of which nothing more is known.
 */
export interface TextField {
  path: readonly string[];
  demands: ReadonlySet<string>;
  /** Where the text is declared. */
  at: ValueRef;
}

const MAX_DEPTH = 12;
const MAX_FIELDS = 300;
const MAX_CHAIN = 25;

/** The texts in what the schema describes; fields that could not be followed are left out. */
export function textFields(schema: ValueRef, program: Program): TextField[] {
  const walk = new FieldWalk(program);
  walk.value(schema, [], 0);
  return walk.fields;
}

/** The texts among the decorated fields of a class, those of its superclasses included. */
export function textFieldsOfClass(ref: ClassRef, program: Program): TextField[] {
  const walk = new FieldWalk(program);
  walk.class(ref, [], 0);
  return walk.fields;
}

class FieldWalk {
  readonly fields: TextField[] = [];

  constructor(private readonly program: Program) {}

  value(value: ValueRef, path: readonly string[], depth: number): void {
    if (depth > MAX_DEPTH || this.fields.length > MAX_FIELDS || isGiven(value, this.program)) return;
    for (const source of this.program.sourcesOf(value)) this.source(source, path, depth + 1);
  }

  private source(source: ValueRef, path: readonly string[], depth: number): void {
    const fact = this.program.fact(source);
    if (fact.kind === 'object') {
      if (this.isJsonSchema(source)) this.json(source, path, depth);
      else for (const property of fact.properties) this.value({ file: source.file, id: property.value }, property.name === null ? path : [...path, property.name], depth);
    } else if (fact.kind === 'call') this.chain(source, path, depth);
    else if (fact.kind === 'cast') this.value({ file: source.file, id: fact.operand }, path, depth);
  }

  private chain(call: ValueRef, path: readonly string[], depth: number): void {
    const sites = this.sitesIn(call, depth);
    const demands = new Set(sites.flatMap((site) => demandsOf(site, this.program)));
    if (sites.some((site) => site.role === 'schema.type' && site.entry.attributes['type'] === 'text')) this.fields.push({ path: this.named(sites) ?? path, demands, at: call });
    const before = this.fields.length;
    for (const site of sites) this.parts(site, path, depth);
    const kept = selection(call, this.program);
    if (kept !== null) this.fields.push(...this.fields.splice(before).filter((field) => kept(field.path[path.length] ?? '')));
  }

  /** `body('title').isString()`. */
  private named(sites: readonly RoleSite[]): readonly string[] | null {
    const field = sites.find((site) => site.role === 'schema.field');
    const name = field === undefined ? null : this.program.argument(field, 'name');
    const [constant] = name === null ? [] : (this.program.constants(name) ?? []);
    return typeof constant === 'string' ? constant.split('.') : null;
  }

  /** What every call of a chain is, with what wraps it, pipes it, and the variable it begins with. */
  private sitesIn(call: ValueRef, depth: number): RoleSite[] {
    const { program } = this;
    const sites: RoleSite[] = [];
    let at = call;
    for (let step = 0; step < MAX_CHAIN && depth <= MAX_DEPTH; step += 1) {
      const fact = program.fact(at);
      if (fact.kind !== 'call') {
        const isLibrary = program.apiPaths(at).some((path) => !/[()]/.test(path));
        if (!isLibrary && step > 0) sites.push(...program.sourcesOf(at).filter((source) => program.fact(source).kind === 'call' && source.id !== at.id).flatMap((source) => this.sitesIn(source, depth + 1)));
        break;
      }
      const own = program.rolesAt(at);
      sites.push(...own);
      for (const site of own.filter(({ role }) => role === 'schema.wrapper')) {
        sites.push(...program.argumentList(site, 'schema').flatMap((inner) => program.sourcesOf(inner)).flatMap((inner) => this.sitesIn(inner, depth + 1)));
      }
      const callee = program.fact({ file: at.file, id: fact.callee });
      if (callee.kind !== 'member') break;
      at = { file: at.file, id: callee.object };
    }
    return sites;
  }

  private parts(site: RoleSite, path: readonly string[], depth: number): void {
    const { program } = this;
    const given = (name: string) => program.argumentList(site, name);
    if (site.role === 'schema.object' || site.role === 'schema.extend') given('fields').forEach((fields) => this.value(fields, path, depth));
    else if (site.role === 'schema.list') given('schema').forEach((element) => this.value(element, [...path, '*'], depth));
    else if (site.role === 'schema.choice') {
      for (const arms of given('schemas').flatMap((each) => program.sourcesOf(each))) {
        const fact = program.fact(arms);
        const elements = fact.kind === 'array' ? fact.elements.map((id) => ({ file: arms.file, id })) : [arms];
        elements.forEach((element) => this.value(element, path, depth));
      }
    }
  }

  private isJsonSchema(value: ValueRef): boolean {
    const type = this.program.property(value, ['type']);
    return type.kind === 'found' && type.values.some((each) => typeof this.program.constants(each)?.[0] === 'string');
  }

  private json(schema: ValueRef, path: readonly string[], depth: number): void {
    const { program } = this;
    if (depth > MAX_DEPTH) return;
    const has = (keyword: string) => program.property(schema, [keyword]).kind !== 'absent';
    const values = (keyword: string) => { const found = program.property(schema, [keyword]); return found.kind === 'found' ? found.values : []; };
    if (values('type').some((type) => program.constants(type)?.includes('string'))) {
      const demands = [['maxLength', 'length'], ['pattern', 'pattern'], ['enum', 'constant'], ['const', 'constant'], ['$ref', 'checked']].flatMap(([keyword, demand]) => (has(keyword!) ? [demand!] : []));
      const formats = values('format').flatMap((format) => program.constants(format)?.map(String) ?? ['checked']);
      this.fields.push({ path, demands: new Set([...demands, ...formats]), at: schema });
    }
    const written = (keyword: string): ValueRef[] => { const fact = program.fact(schema); return fact.kind === 'object' ? fact.properties.filter(({ name }) => name === keyword).map((property) => ({ file: schema.file, id: property.value })).filter((each) => !isGiven(each, program)) : []; };
    written('items').forEach((items) => this.value(items, [...path, '*'], depth));
    for (const properties of written('properties').flatMap((each) => program.sourcesOf(each))) {
      const fact = program.fact(properties);
      if (fact.kind !== 'object') continue;
      for (const property of fact.properties) if (property.name !== null) this.value({ file: properties.file, id: property.value }, [...path, property.name], depth);
    }
  }

  class(ref: ClassRef, path: readonly string[], depth: number): void {
    const { program } = this;
    const fact = program.classFact(ref);
    if (depth > MAX_DEPTH) return;
    for (const member of fact.members) {
      if (member.kind !== 'property' || member.isStatic) continue;
      const decorators = member.decorators.map((id) => ({ file: ref.file, id }));
      const sites = decorators.flatMap((decorator) => program.rolesAt(decorator));
      if (sites.some((site) => site.role === 'schema.type' && site.entry.attributes['type'] === 'text')) this.fields.push({ path: [...path, member.name], demands: new Set(sites.flatMap((site) => demandsOf(site, program))), at: decorators[0]! });
      const nested = sites.filter((site) => site.role === 'schema.class.type').flatMap((site) => program.argumentList(site, 'type'));
      for (const maker of nested) for (const inner of classesMade(maker, program)) this.class(inner, [...path, member.name], depth + 1);
    }
    if (fact.superClass >= 0) this.superClass({ file: ref.file, id: fact.superClass }, path, depth + 1);
  }

  private superClass(value: ValueRef, path: readonly string[], depth: number): void {
    const { program } = this;
    for (const entity of program.resolve(value)) if (entity.kind === 'class') this.class(entity.ref, path, depth);
    const before = this.fields.length;
    for (const site of program.rolesAt(value)) {
      if (site.role === 'schema.class.of-schema') program.argumentList(site, 'schema').forEach((schema) => this.value(schema, path, depth));
      if (site.role === 'schema.class.derive' && depth <= MAX_DEPTH) program.argumentList(site, 'classes').forEach((each) => this.superClass(each, path, depth + 1));
    }
    const kept = selection(value, program);
    if (kept !== null) this.fields.push(...this.fields.splice(before).filter((field) => kept(field.path[path.length] ?? '')));
  }
}

/** What a function that makes schemas was given: of all its callers, and not of this one. */
function isGiven(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  return fact.kind === 'parameter' || (fact.kind === 'reference' && fact.binding >= 0 && value.file.facts.bindings[fact.binding]!.kind === 'parameter');
}

/** `() => Address`. */
function classesMade(maker: ValueRef, program: Program): ClassRef[] {
  const returned = program.resolve(maker).flatMap((entity) => (entity.kind === 'function' ? program.functionFact(entity.ref).returns.map((id) => ({ file: entity.ref.file, id })) : []));
  return returned.flatMap((value) => program.resolve(value)).flatMap((entity) => (entity.kind === 'class' ? [entity.ref] : []));
}

function demandsOf(site: RoleSite, program: Program): string[] {
  const { attributes, arguments: named } = site.entry;
  switch (site.role) {
    case 'schema.length':
      return named['limit'] === undefined || program.argument(site, 'limit') !== null ? ['length'] : [];
    case 'schema.format':
      return named['format'] === undefined ? [String(attributes['format'])] : program.argumentList(site, 'format').flatMap((format) => program.constants(format)?.map(String) ?? ['checked']);
    case 'schema.type':
      if (attributes['pattern'] !== undefined || program.argument(site, 'pattern') !== null) return ['pattern'];
      return attributes['type'] === 'text' ? [] : [String(attributes['type'])];
    case 'schema.refine':
    case 'schema.transform':
      return ['checked'];
    default:
      return [];
  }
}

/** `schema.pick({ title: true })`, `PickType(CreateTicket, ['title'])`: which fields stay; null where all do. */
function selection(call: ValueRef, program: Program): ((name: string) => boolean) | null {
  const name = calledName(call.file, call.id) ?? '';
  const fact = program.fact(call);
  if (fact.kind !== 'call' || !/^(?:pick|omit|PickType|OmitType)$/.test(name)) return null;
  const given = program.fact({ file: call.file, id: fact.args.at(-1) ?? call.id });
  const names = new Set(given.kind === 'object' ? given.properties.map((property) => property.name) : given.kind === 'array' ? given.elements.flatMap((id) => program.constants({ file: call.file, id })?.map(String) ?? []) : []);
  return names.size === 0 ? null : /^pick/i.test(name) ? (field) => names.has(field) : (field) => !names.has(field);
}
