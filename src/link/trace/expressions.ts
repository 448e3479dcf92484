/** The walk at an expression: into its operands, or to an end where it cannot carry text. */
import type { PropertyFact } from '../../contracts/facts.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import type { Sink } from '../../contracts/sinks.js';
import { assignedMembers } from '../resolve/assigned.js';
import { liveBranches } from '../settled-conditions.js';
import { factOf } from '../value-graph.js';
import { joinsText, stepIntoTag } from './function-results.js';
import { stepIntoThis } from './fields.js';
import { isUrlSink, namesHost, stepIntoUrlParts, urlPositions } from './url-positions.js';
import { arrivesWhole } from './whole-objects.js';
import { ANY, type Change, ELEMENT, KEYS, type Visit, type Walk, enter, inside } from './visit.js';

export function stepIntoExpression(link: Linking, walk: Walk, visit: Visit, sink: Sink): void {
  const fact = factOf(visit.ref);
  switch (fact.kind) {
    case 'literal':
      return walk.end(visit, 'constant', '');
    case 'module':
      return stepIntoModule(link, walk, visit);
    case 'function':
    case 'class':
      return stepIntoFunctionValue(link, walk, visit);
    case 'unary':
      return walk.seesThrough ? walk.go(visit, sibling(visit.ref, fact.operand)) : walk.end(visit, 'numeric', '');
    case 'template':
      return stepIntoTemplate(link, walk, visit, sink);
    case 'concat':
      // In a document store's filter only an object does harm.
      return sink === 'nosql' && !visit.parsed ? walk.end(visit, 'sanitized', '') : stepIntoOperands(link, walk, visit);
    case 'object':
    case 'array':
      return arrivesWhole(link, walk, visit) ? walk.end(visit, 'sanitized', 'JSON') : stepIntoLiteral(walk, visit, sink);
    case 'this':
      return stepIntoThis(link, walk, visit, visit.ref, visit.path, '');
    default:
      return stepIntoOperands(link, walk, visit);
  }
}

/** A function carries nothing; a property that was given to it may. */
function stepIntoFunctionValue(link: Linking, walk: Walk, visit: Visit): void {
  const [name, ...rest] = visit.path;
  const values = name === undefined ? [] : link.resolve(visit.ref).flatMap((entity) => link.memberValues(entity, name));
  for (const value of values) walk.go(visit, value, { path: rest });
  if (values.length === 0) walk.end(visit, name === undefined ? 'constant' : 'unknown', name === undefined ? '' : 'a property of a function');
}

function stepIntoTemplate(link: Linking, walk: Walk, visit: Visit, sink: Sink): void {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'template') return;
  if (fact.tag >= 0 && stepIntoTag(link, walk, visit)) return;
  if (fact.tag >= 0 && isEncodedBy(link, sibling(visit.ref, fact.tag), sink)) {
    for (const part of fact.parts.map((id) => sibling(visit.ref, id))) if (link.rolesAt(part).some((site) => site.role === 'html.unescaped')) walk.go(visit, part);
    return walk.end(visit, 'sanitized', link.describe(sibling(visit.ref, fact.tag)));
  }
  // What an unknown tag does with the parts of an SQL text is its own affair: most make parameters of them.
  if (fact.tag >= 0 && sink === 'sql' && !joinsText(link, visit.ref)) {
    return walk.end(visit, 'unknown', link.describe(sibling(visit.ref, fact.tag)));
  }
  if (fact.tag < 0 && sink === 'nosql' && !visit.parsed) return walk.end(visit, 'sanitized', '');
  walk.end(visit, 'constant', '');
  stepIntoParts(link, walk, visit, fact.parts, 'becomes part of a text');
}

/** A tag that encodes what is put in: `html` of a library. */
function isEncodedBy(link: Linking, tag: FileValue, sink: Sink): boolean {
  return link.apiPaths(tag).some((path) => link.models.flows(path).some((flow) => flow.use === 'tag' && flow.sanitizes.includes(sink)));
}

/** Into the parts of a text; of a URL only into those that may decide where it leads. */
function stepIntoParts(link: Linking, walk: Walk, visit: Visit, parts: readonly number[], text: string): void {
  if (isUrlSink(walk.sink)) return stepIntoUrlParts(walk, visit, parts, urlPositions(link, visit.ref, walk.sink), text);
  const fact = factOf(visit.ref);
  const begins = fact.kind === 'template' && fact.texts[0] !== '';
  parts.forEach((part, index) => {
    if (walk.sink === 'path' && isMadeUnique(link, visit.ref, index)) return walk.end(visit, 'sanitized', 'a file name with random text');
    return stepIntoPart(link, walk, visit, sibling(visit.ref, part), { text, beneath: begins || index > 0 });
  });
}

/** `${directory}/${id}_${randomUUID()}`: behind this part, in the same file name, stands random text. No file that is there already can be meant. */
function isMadeUnique(link: Linking, ref: FileValue, index: number): boolean {
  const fact = factOf(ref);
  if (fact.kind !== 'template') return false;
  const isRandom = (part: number) => link.sourcesOf(sibling(ref, part)).some((source) => link.rolesAt(source).some((site) => site.role === 'value.random'));
  const behind = fact.parts.findIndex((part, at) => at > index && isRandom(part));
  return behind > 0 && fact.texts.slice(index + 1).every((text) => !/[/\\]/.test(text));
}

/** An object with a `toString` of the program is there as what that returns. */
function stepIntoPart(link: Linking, walk: Walk, visit: Visit, part: FileValue, change: Change): void {
  let followed = 0;
  for (const entity of MAY_BE_OBJECT.has(factOf(part).kind) ? link.resolve(part) : []) {
    if (entity.kind !== 'instance' && entity.kind !== 'object') continue;
    const made = entity.kind === 'instance' && entity.created !== null ? indexed(entity.created) : null;
    const frame = made === null ? visit.frame : enter(visit.frame, made);
    for (const method of link.memberValues(entity, 'toString')) {
      for (const returned of valuesOf(indexed(method), 'getter')) {
        walk.go(visit, returned, { ...change, path: [], frame });
        followed += 1;
      }
    }
  }
  if (followed === 0) walk.go(visit, part, change);
}

/** Values that may be objects of the program. */
const MAY_BE_OBJECT = new Set(['reference', 'member', 'call', 'this', 'object', 'await']);

function stepIntoOperands(link: Linking, walk: Walk, visit: Visit): void {
  const fact = factOf(visit.ref);
  const on = (id: number, change?: Change) => walk.go(visit, sibling(visit.ref, id), change);
  switch (fact.kind) {
    case 'concat':
      return stepIntoParts(link, walk, visit, fact.parts, 'is joined into a text');
    case 'binary':
      return fact.operator === ',' ? on(fact.right) : walk.end(visit, 'numeric', '');
    case 'logical':
      if (fact.operator !== '&&') on(fact.left);
      return on(fact.right);
    case 'conditional':
      return liveBranches(visit.ref.file, fact).forEach((id) => on(id));
    case 'await':
    case 'cast':
    case 'spread':
      return on(fact.operand);
    case 'rest':
      return stepIntoRest(walk, visit, fact.of, fact.without);
    case 'element':
      // In a document store's filter only an object does harm.
      if (fact.key && walk.sink === 'nosql' && !visit.parsed) return walk.end(visit, 'sanitized', 'a property name');
      return on(fact.of, { path: inside(visit.path, fact.key ? KEYS : ELEMENT), text: 'is taken out, one by one' });
    case 'jsx':
      return [...fact.attributes.map((attribute) => attribute.value), ...fact.children].forEach((id) => on(id));
    default:
      return walk.end(visit, 'unknown', fact.kind);
  }
}

/** `{ id, ...rest }` has no `id` any more; `[first, ...rest]` has its elements at other places. */
function stepIntoRest(walk: Walk, visit: Visit, of: number, without: readonly string[]): void {
  const [name, ...rest] = visit.path;
  if (name !== undefined && !/^\d+$/.test(name) && without.includes(name)) return walk.end(visit, 'constant', '');
  const isPlace = name !== undefined && /^\d+$/.test(name);
  walk.go(visit, sibling(visit.ref, of), { path: isPlace ? [String(Number(name) + without.length), ...rest] : visit.path });
}

/** `require('./config').secret`: into what the module exports under the name. */
function stepIntoModule(link: Linking, walk: Walk, visit: Visit): void {
  const [name, ...rest] = visit.path;
  const held = name === undefined ? [] : link.resolve(visit.ref);
  let followed = 0;
  for (const entity of held) {
    if (entity.kind === 'object') walk.go(visit, entity.value, { path: visit.path });
    else if (entity.kind === 'module') link.exportedValues(indexed({ file: entity.file, id: 0 }).file, name!).forEach((value) => walk.go(visit, value, { path: rest }));
    else continue;
    followed += 1;
  }
  if (followed === 0) walk.end(visit, 'constant', '');
}

/** Into the asked property of an object or array literal; into all of it when the whole is used. */
function stepIntoLiteral(walk: Walk, visit: Visit, sink: string): void {
  const { ref, path } = visit;
  const fact = factOf(ref);
  const [name, ...rest] = path;
  if (name === KEYS) return stepIntoKeys(walk, visit);
  if (fact.kind === 'array') {
    const exact = name !== undefined && /^\d+$/.test(name) ? fact.elements[Number(name)] : undefined;
    const elements = exact === undefined ? fact.elements : [exact];
    if (elements.length === 0) walk.end(visit, 'constant', '');
    for (const element of elements) {
      const isSpread = factOf(sibling(ref, element)).kind === 'spread';
      walk.go(visit, sibling(ref, element), { path: isSpread ? path : rest });
    }
    return;
  }
  if (fact.kind !== 'object') return;
  const wholesale = name === undefined || name === ANY || name === ELEMENT;
  const own = fact.properties.filter((property) => property.name === name && property.kind !== 'setter').slice(-1);
  // What is spread behind a property may replace it: `{ sort: 'id', ...req.query }`.
  const replacing = own.length === 0 ? [] : fact.properties.slice(fact.properties.indexOf(own[0]!) + 1).filter((property) => property.kind === 'spread');
  const all = name === undefined ? wholeOf(walk, fact.properties) : fact.properties;
  const chosen = wholesale ? all : own.length > 0 ? [...own, ...replacing] : fact.properties.filter((property) => property.name === null);
  const assigned = wholesale ? [] : assignedMembers(indexed(ref), name);
  for (const value of assigned) walk.go(visit, value, { path: rest, stored: outlivesWriter(indexed(ref), indexed(value)) });
  if (chosen.length + assigned.length === 0) walk.end(visit, 'constant', '');
  for (const property of chosen) {
    if (sink === 'nosql' && comparesWithValue(property.name)) {
      walk.end(visit, 'sanitized', property.name ?? '');
      continue;
    }
    const inner = property.kind === 'spread' ? path : wholesale && name === undefined ? [] : rest;
    for (const value of valuesOf(sibling(ref, property.value), property.kind)) walk.go(visit, value, { path: inner });
  }
}

/** What counts of an object that is used as a whole: what names the host of an address, the text of a statement and not the values beside it. */
function wholeOf({ sink }: Walk, properties: readonly PropertyFact[]): readonly PropertyFact[] {
  if (isUrlSink(sink)) return properties.filter((property) => namesHost(property.name));
  const statement = sink === 'sql' ? properties.filter((property) => STATEMENTS.has(property.name ?? '')) : [];
  return statement.length > 0 ? statement : properties;
}

const STATEMENTS: ReadonlySet<string> = new Set(['text', 'sql', 'query', 'statement']);

/** An object of a module, or of another file, that a function writes to: who reads it later need not be who has written it. */
function outlivesWriter(object: FileValue, value: FileValue): boolean {
  const writer = value.file.functionAt(factOf(value).start);
  if (object.file !== value.file) return writer > 0;
  return writer > 0 && object.file.functionAt(factOf(object).start) === 0;
}

/** Operators of MongoDB's query language that hold conditions or code; what other operators are given is compared as a plain value. */
const HOLDS_CONDITIONS: ReadonlySet<string> = new Set(['$or', '$and', '$nor', '$not', '$elemMatch', '$expr', '$match', '$where', '$jsonSchema', '$facet', '$lookup', '$geoNear', '$graphLookup']);

/** Operators of Prisma that take plain values and refuse objects. */
const TAKES_PLAIN: ReadonlySet<string> = new Set(['equals', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'contains', 'startsWith', 'endsWith', 'has', 'hasSome', 'hasEvery']);

/** `{ name: { $eq: value } }`: an object there is no operator of its own. */
function comparesWithValue(name: string | null): boolean {
  return name !== null && (TAKES_PLAIN.has(name) || (name.startsWith('$') && !HOLDS_CONDITIONS.has(name)));
}

/** A getter's value is what it returns. */
function valuesOf(value: FileValue, kind: string): FileValue[] {
  const fact = factOf(value);
  if (kind !== 'getter' || fact.kind !== 'function') return [value];
  return (value.file.facts.functions[fact.function]?.returns ?? []).map((id) => sibling(value, id));
}

/** Names written in a literal are constants; spread in, they are the other object's. */
function stepIntoKeys(walk: Walk, visit: Visit): void {
  const fact = factOf(visit.ref);
  walk.end(visit, 'constant', '');
  if (fact.kind !== 'object') return;
  for (const property of fact.properties) {
    if (property.kind === 'spread') walk.go(visit, sibling(visit.ref, property.value));
  }
}
