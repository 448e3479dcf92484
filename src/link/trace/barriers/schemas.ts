/**
 * What a schema proves of the parts of what it has checked: a field declared as a number, an enumeration or a text of a certain form is
 * harmless where such a value is; a field declared as plain text is text.
 */
import type { ValueRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf, keyOf } from '../../value-graph.js';
import { ANY, ELEMENT } from '../visit.js';
import type { Subject } from './aspects.js';
import type { Judge } from './conditions.js';
import { provenByFormat, provenByWrittenType } from './formats.js';
import { isJsonSchema, provenByJsonSchema } from './json-schemas.js';
import { asMade } from './made.js';
import { parameterOf, provenByResult } from './own-functions.js';
import { ALLOW_LISTED, NUMERIC, type Protection, intersection, union } from './protection.js';

const MAXIMUM_DEPTH = 16;

/** How conditions are judged (for schemas that ask a function of the program), where the check stands, and how deep in other schemas it is read. */
interface Reading {
  link: Linking;
  judge: Judge;
  subject: Subject | null;
  depth: number;
  /** What is asked about is what the schema gave back, and nothing behind the schema lets further keys through. */
  isResult: boolean;
  /** What is known of schemas and parts of them already: the same few may be come to on thousands of ways, and on ways round. */
  known: Map<string, Protection | null>;
}

/** Methods of a schema that leave its keys as they are. */
const KEEPS_KEYS = /^(?:optional|nullable|nullish|default|partial|deepPartial|required|strict|strip|refine|superRefine|check|describe|meta|brand|readonly)$/;

/**
 * @param path the properties read from the checked value, outermost first
 * @param subject what is asked about where the check stands: in a function that was made of the schema its parameters are known
 */
export function provenBySchema(link: Linking, schema: ValueRef, path: readonly string[], judge: Judge, subject: Subject | null = null): Protection | null {
  return provenByAny({ link, judge, subject, depth: 0, isResult: false, known: new Map() }, schema, path);
}

/** The same of what the schema gives back: where it leaves out what it does not declare, nothing else is in it. */
export function provenOfResult(link: Linking, schema: ValueRef, path: readonly string[], judge: Judge): Protection | null {
  return provenByAny({ link, judge, subject: null, depth: 0, isResult: true, known: new Map() }, schema, path);
}

function provenByAny(reading: Reading, schema: ValueRef, path: readonly string[]): Protection | null {
  if (reading.depth > MAXIMUM_DEPTH) return null;
  const deeper = { ...reading, depth: reading.depth + 1 };
  const made = reading.subject === null ? schema : asMade(reading.link, indexed(schema), reading.subject);
  const key = `${keyOf(made)} ${path.join('.')}${reading.isResult ? ' result' : ''}`;
  const known = reading.known.get(key);
  if (known !== undefined) return known;
  // Where it leads back to itself, nothing is proven that way.
  reading.known.set(key, null);
  const [first, ...others] = reading.link.sourcesOf(made);
  let proven = first === undefined ? null : provenByOne(deeper, indexed(first), path);
  for (const source of others) if (proven !== null) proven = intersection(proven, provenByOne(deeper, indexed(source), path));
  reading.known.set(key, proven);
  return proven;
}

function provenByOne(reading: Reading, schema: FileValue, path: readonly string[]): Protection | null {
  const fact = factOf(schema);
  if (fact.kind === 'object') return isJsonSchema(reading.link, schema) ? provenByJsonSchema(reading.link, schema, [], path) : provenByField(reading, schema, path);
  if (fact.kind === 'literal') return path.length === 0 ? provenByWrittenType(String(fact.value)) : null;
  const roles = reading.link.rolesAt(schema);
  // A type that is no call: `t.string` of io-ts.
  if (fact.kind === 'member') return ofShape(reading, schema, path) ?? roles.map((site) => provenByPart(reading, site, path)).reduce<Protection | null>(union, null);
  if (fact.kind !== 'call') return null;
  if (roles.some((site) => site.role === 'schema.transform')) return path.length === 0 && givesNumber(reading.link, schema) ? NUMERIC : null;
  const own = roles.map((site) => provenByPart(reading, site, path)).reduce<Protection | null>(union, null);
  const callee = factOf(sibling(schema, fact.callee));
  // `z.string().min(1).uuid()`: every link of the chain adds to what those before it prove.
  const behind = { ...reading, isResult: reading.isResult && callee.kind === 'member' && KEEPS_KEYS.test(callee.name ?? '') };
  const before = callee.kind === 'member' && factOf(sibling(schema, callee.object)).kind !== 'reference' ? provenByAny(behind, sibling(schema, callee.object), path) : ofVariable(behind, schema, path, roles.length > 0);
  return union(own, before);
}

/** What schemas give their fields' schemas out under. */
const FIELDS = /^(?:shape|fields|entries)$/;

/** `base.shape.name`: the schema that `base` has for the field. */
function ofShape(reading: Reading, schema: FileValue, path: readonly string[]): Protection | null {
  const fact = factOf(schema);
  const fields = fact.kind === 'member' ? factOf(sibling(schema, fact.object)) : null;
  if (fact.kind !== 'member' || fact.name === null || fields?.kind !== 'member' || !FIELDS.test(fields.name ?? '')) return null;
  return provenByAny(reading, sibling(schema, fields.object), [fact.name, ...path]);
}

/** `.transform(Number)`, `.transform((text) => parseInt(text, 10))`, `.transform((text) => text === 'on')`. */
function givesNumber(link: Linking, transform: FileValue): boolean {
  const fact = factOf(transform);
  const given = fact.kind === 'call' && fact.args.length > 0 ? sibling(transform, fact.args.at(-1)!) : null;
  const written = given === null ? null : factOf(given);
  if (given === null || written === null) return false;
  const isNumeric = (value: FileValue) => link.apiPaths(value).some((path) => /^global:(?:Number|parseInt|parseFloat|Boolean|Number\.parse(?:Int|Float))$/.test(path));
  if (written.kind !== 'function') return isNumeric(given);
  const returns = given.file.facts.functions[written.function]?.returns ?? [];
  return returns.length > 0 && returns.every((id) => {
    const returned = factOf(sibling(given, id));
    // `(value) => value === 'on'`
    if ((returned.kind === 'binary' && /^(?:[!=]==?|[<>]=?)$/.test(returned.operator)) || (returned.kind === 'unary' && returned.operator === '!')) return true;
    return returned.kind === 'call' && !returned.isNew && isNumeric(sibling(given, returned.callee));
  });
}

/** `base.extend({ … })`, `idSchema.optional()`: the receiver is a schema held in a variable, not the library. */
function ofVariable(reading: Reading, schema: FileValue, path: readonly string[], isKnown: boolean): Protection | null {
  const fact = factOf(schema);
  const callee = fact.kind === 'call' ? factOf(sibling(schema, fact.callee)) : null;
  if (callee?.kind !== 'member') return null;
  const receiver = sibling(schema, callee.object);
  const isLibrary = reading.link.apiPaths(receiver).some((api) => !/[()]/.test(api));
  return isLibrary && isKnown ? null : provenByAny(reading, receiver, path);
}

function provenByPart(reading: Reading, site: Parameters<typeof provenByFormat>[1], path: readonly string[]): Protection | null {
  const { link, judge } = reading;
  const argument = (name: string) => link.argument(site, name);
  switch (site.role) {
    case 'schema.type':
      return path.length === 0 ? provenByFormat(link, site) : null;
    case 'schema.object':
    case 'schema.extend': {
      const fields = argument('fields');
      if (fields === null || path.length === 0) return null;
      return reading.isResult && site.entry.attributes['drops'] === 'others' && lacks(reading, fields, path[0]!) ? ALLOW_LISTED : provenByAny(reading, fields, path);
    }
    case 'schema.wrapper': {
      const inner = link.argumentList(site, 'schema');
      return inner.map((each) => provenByAny({ ...reading, isResult: false }, each, path)).reduce<Protection | null>(union, null);
    }
    case 'schema.list': {
      const element = argument('schema');
      return element === null ? null : provenByAny(reading, element, path.slice(1));
    }
    case 'schema.choice': {
      const arms = link.argumentList(site, 'schemas').flatMap((each) => link.sourcesOf(each)).flatMap((each) => elementsOf(indexed(each)));
      return arms.length === 0 ? null : arms.map((arm) => provenByAny(reading, arm, path)).reduce(intersection);
    }
    case 'schema.refine': {
      const predicate = argument('predicate');
      const functions = predicate === null || path.length > 0 ? [] : link.resolve(predicate).flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []));
      const subject = functions.length === 1 ? parameterOf(functions[0]!, 0) : null;
      return subject === null ? null : provenByResult(link, functions[0]!, subject, true, 1, judge);
    }
    default:
      return null;
  }
}

function elementsOf(value: FileValue): FileValue[] {
  const fact = factOf(value);
  return fact.kind === 'array' ? fact.elements.map((element) => sibling(value, element)) : [value];
}

/** No field of this name, whatever the declaration is; the names themselves are the schema's. */
function lacks({ link }: Reading, fields: ValueRef, name: string): boolean {
  const sources = link.sourcesOf(fields).map((source) => factOf(indexed(source)));
  const isPlain = sources.length > 0 && sources.every((fact) => fact.kind === 'object' && fact.properties.every((property) => property.kind !== 'spread' && property.name !== null));
  return isPlain && name !== ANY && name !== ELEMENT && sources.every((fact) => fact.kind === 'object' && !fact.properties.some((property) => property.name === name));
}

/** `{ id: z.number() }`: the field that is read. */
function provenByField(reading: Reading, fields: FileValue, path: readonly string[]): Protection | null {
  const fact = factOf(fields);
  const [name, ...rest] = path;
  if (fact.kind !== 'object' || name === undefined) return null;
  const own = fact.properties.findLast((property) => property.name === name);
  if (own !== undefined) return provenByAny(reading, sibling(fields, own.value), rest);
  const spreads = fact.properties.filter((property) => property.kind === 'spread');
  return spreads.map((spread) => provenByAny(reading, sibling(fields, spread.value), path)).reduce<Protection | null>(union, null);
}
