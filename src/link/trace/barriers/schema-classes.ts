/**
 * What classes prove whose fields are checked by decorators (class-validator): `@IsInt() age`. They do so only where something checks
 * instances of them; that is for the caller to know.
 */
import type { TypeFact } from '../../../contracts/facts.js';
import type { ClassRef, FunctionRef, RoleSite, ValueRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { ANY, ELEMENT } from '../visit.js';
import type { Judge } from './conditions.js';
import { provenByFormat } from './formats.js';
import { type Protection, intersection, union } from './protection.js';
import { provenBySchema } from './schemas.js';

const MAXIMUM_DEPTH = 8;
/** Decorators made of decorators made of decorators. */
const MAXIMUM_COMPOSED = 3;

/** Fields that the class does not declare are taken away, or refused. */
export interface ClassChecks {
  whitelist: boolean;
}

interface Field {
  decorators: FileValue[];
  isList: boolean;
}

/** The fields of a class with those of its superclasses; or the schema that it is made of. */
interface Shape {
  fields: Map<string, Field>;
  schemas: ValueRef[];
}

/**
 * What is proven of a part of a checked instance.
 *
 * @param path the properties read from it, outermost first; empty for the whole
 */
export function provenByClass(link: Linking, ref: ClassRef, path: readonly string[], checks: ClassChecks, judge: Judge, depth = 0): Protection | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const shape: Shape = { fields: new Map(), schemas: [] };
  collect(link, ref, shape, 0);
  const bySchema = shape.schemas.map((schema) => provenBySchema(link, schema, path, judge)).reduce<Protection | null>(union, null);
  if (shape.fields.size === 0) return bySchema;
  const [name, ...rest] = path;
  const proven = (field: Field, inner: readonly string[]) => provenByField(link, field, inner, checks, judge, depth);
  if (name !== undefined && name !== ANY) {
    const field = shape.fields.get(name);
    return union(bySchema, field === undefined ? null : proven(field, rest));
  }
  if (!checks.whitelist) return bySchema;
  const declared = [...shape.fields.values()].filter((field) => field.decorators.length > 0);
  return declared.length === 0 ? bySchema : union(bySchema, declared.map((field) => proven(field, rest)).reduce(intersection, proven(declared[0]!, rest)));
}

function collect(link: Linking, ref: ClassRef, shape: Shape, depth: number): void {
  const { file } = indexed({ file: ref.file, id: 0 });
  const fact = file.facts.classes[ref.id];
  if (fact === undefined || depth > MAXIMUM_DEPTH) return;
  for (const member of fact.members) {
    if (member.kind !== 'property' || member.isStatic) continue;
    const known = shape.fields.get(member.name);
    const decorators = member.decorators.flatMap((id) => appliedBy(link, { file, id }, 0));
    // The decorators of an overridden field count as well.
    if (known === undefined) shape.fields.set(member.name, { decorators, isList: isList(member.type) });
    else known.decorators.push(...decorators);
  }
  if (fact.superClass >= 0) collectFrom(link, { file, id: fact.superClass }, shape, depth + 1);
}

/** The decorator, and for one of the program's own those that it applies whatever it is given: `applyDecorators(IsString(), …)`. */
function appliedBy(link: Linking, decorator: FileValue, depth: number): FileValue[] {
  const made = depth > MAXIMUM_COMPOSED || factOf(decorator).kind !== 'call' ? [] : link.callees(decorator);
  return [decorator, ...made.flatMap((ref) => composing(link, ref).flatMap((call) => appliedBy(link, call, depth + 1)))];
}

/** Calls that stand directly in a function, under no condition; under one, those that say themselves that not all is checked. */
function composing(link: Linking, ref: FunctionRef): FileValue[] {
  const { file } = indexed({ file: ref.file, id: 0 });
  const fact = file.facts.functions[ref.id];
  if (fact === undefined) return [];
  const calls = file.valuesWithin(fact.start, fact.end).filter((id) => file.facts.values[id]!.kind === 'call' && file.functionAt(file.facts.values[id]!.start) === ref.id);
  return calls
    .map((id) => ({ file, id }))
    .filter((call) => file.blockAt(factOf(call).start) === fact.body || link.rolesAt(call).some(({ role }) => role === 'schema.class.condition'));
}

/** A superclass: a class, one made of others (`PartialType(CreateUser)`), or one made of a schema (`createZodDto(schema)`). */
function collectFrom(link: Linking, superClass: FileValue, shape: Shape, depth: number): void {
  for (const entity of link.resolve(superClass)) {
    if (entity.kind === 'class') collect(link, entity.ref, shape, depth);
  }
  for (const site of link.rolesAt(superClass)) {
    const schema = site.role === 'schema.class.of-schema' ? link.argument(site, 'schema') : null;
    if (schema !== null) shape.schemas.push(schema);
    if (site.role !== 'schema.class.derive' || depth > MAXIMUM_DEPTH) continue;
    for (const made of link.argumentList(site, 'classes')) collectFrom(link, indexed(made), shape, depth + 1);
  }
}

function provenByField(link: Linking, field: Field, path: readonly string[], checks: ClassChecks, judge: Judge, depth: number): Protection | null {
  const sites = field.decorators.flatMap((decorator) => link.rolesAt(decorator));
  if (sites.some((site) => site.role === 'schema.class.condition')) return null;
  const isElement = path.length === 1 && isIndex(path[0]!);
  const formats = sites.filter((site) => site.role === 'schema.type' && (path.length === 0 || (isElement && isOfEach(link, site))));
  const own = formats.map((site) => provenByFormat(link, site)).reduce<Protection | null>(union, null);
  const nested = sites.find((site) => site.role === 'schema.class.nested');
  if (nested === undefined) return own;
  const inner = (field.isList || isOfEach(link, nested)) && path[0] !== undefined && isIndex(path[0]) ? path.slice(1) : path;
  const classes = sites.flatMap((site) => (site.role === 'schema.class.type' ? typeClasses(link, site) : []));
  return classes.length !== 1 ? own : union(own, provenByClass(link, classes[0]!, inner, checks, judge, depth + 1));
}

/** `@Type(() => Address)`: without it what is nested stays an object without checks. */
function typeClasses(link: Linking, site: RoleSite): ClassRef[] {
  const maker = link.argument(site, 'type');
  const fact = maker === null ? null : factOf(maker);
  if (maker === null || fact?.kind !== 'function') return [];
  const returned = maker.file.facts.functions[fact.function]?.returns ?? [];
  return returned.flatMap((id) => link.resolve(sibling(maker, id)).flatMap((entity) => (entity.kind === 'class' ? [entity.ref] : [])));
}

/** `{ each: true }`: of the elements of a list. */
function isOfEach(link: Linking, site: RoleSite): boolean {
  const options = link.argument(site, 'options');
  if (options === null) return false;
  const each = link.property(options, ['each']);
  return each.kind === 'found' && each.values.every((value) => link.constants(value)?.[0] === true);
}

function isIndex(name: string): boolean {
  return name === ELEMENT || name === ANY || /^\d+$/.test(name);
}

function isList(type: TypeFact | undefined): boolean {
  return type !== undefined && (type.name === '[]' || type.name === 'Array');
}
