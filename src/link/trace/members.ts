/** The walk at a member: its object with one more property to read, or the field where it was assigned. */
import type { Entity } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { goThroughGetter, isMadeInSight, stepIntoField, stepIntoThis } from './fields.js';
import { valueAtPlace } from './list-places.js';
import { replacedBefore, replacedInVariable } from './replaced-fields.js';
import { passedParameterAt } from './parameters.js';
import { stepIntoState } from './state.js';
import { ANY, type Visit, type Walk, inside } from './visit.js';

export function stepIntoMember(link: Linking, walk: Walk, visit: Visit): void {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'member') return;
  if (fact.name === 'length' || fact.name === 'size') return walk.end(visit, 'numeric', '');
  const object = sibling(visit.ref, fact.object);
  if (fact.name === 'pid' && isProcess(link, object)) return walk.end(visit, 'numeric', '');
  if (isEncodedByUrl(link, walk, fact.name, object)) return walk.end(visit, 'sanitized', 'a part of a parsed URL');
  const path = inside(visit.path, fact.name ?? literalIndex(link, visit, fact.index) ?? ANY);
  const text = `is read as ${link.describe(visit.ref)}`;
  if (factOf(object).kind === 'this') {
    const replaced = fact.name === null ? [] : replacedBefore(visit.ref);
    for (const value of replaced) walk.go(visit, value, { text });
    return replaced.length > 0 ? undefined : stepIntoThis(link, walk, visit, object, path, text);
  }
  const exact = visit.path.length > 0 ? [] : exactValues(link, visit.ref, fact);
  for (const value of exact) walk.go(visit, value, { text });
  if (exact.length > 0) return;
  const entities = link.resolve(object);
  // What the program itself has put into an object of a library comes from nowhere else.
  const isWritten = stepIntoState(link, walk, visit, entities, path) > 0 && entities.every((entity) => entity.kind === 'api');
  if (isWritten && !link.rolesAt(object).some((site) => site.role.startsWith('request.'))) return;
  if (isPassedByCallers(link, object, entities)) return walk.go(visit, object, { path });
  const seen = isMadeInSight(link, object);
  let followed = 0;
  for (const entity of seen ? [] : entities) followed += stepIntoOwner(link, walk, visit, entity, path, text);
  const isStructural = seen || entities.some((entity) => entity.kind !== 'instance' && entity.kind !== 'class' && entity.kind !== 'module');
  if (isStructural || followed === 0) walk.go(visit, object, { path });
}

/** What a call gives that starts a process: `spawn('tail', …)` of Node.js, node-pty or execa. */
function isProcess(link: Linking, object: FileValue): boolean {
  return link.resolve(object).some((entity) => entity.kind === 'api' && STARTS_PROCESS.test(entity.path));
}

const STARTS_PROCESS = /(?:spawn|fork|exec|execFile|execa)\(\)$/;

/**
 * A parameter of which the type alone says what it is, in a function that the program calls: it is the instance that is passed there, and
 * no other of its class.
 */
function isPassedByCallers(link: Linking, object: FileValue, entities: readonly Entity[]): boolean {
  const isKnownByType = entities.length > 0 && entities.every((entity) => entity.kind === 'instance' && entity.created === null);
  return isKnownByType && passedParameterAt(link, object) !== null;
}

/** What stands there and nothing else, as the steps before show: at a place of a list, in a property that was just replaced. */
function exactValues(link: Linking, member: FileValue, { name, index }: { name: string | null; index: number }): FileValue[] {
  const placed = index >= 0 || /^\d+$/.test(name ?? '') ? valueAtPlace(link, member) : null;
  const exact = placed === null ? replacedInVariable(member) : [placed];
  return exact.some(mayHaveBeenFilled) ? [] : exact;
}

/** Something may have been put into it since. */
function mayHaveBeenFilled(value: FileValue): boolean {
  const fact = factOf(value);
  return fact.kind === 'object' || fact.kind === 'array' || (fact.kind === 'call' && fact.isNew);
}

/** Parts of a parsed URL that the parser has percent-encoded; what `searchParams` gives is decoded. */
const ENCODED_PARTS = new Set(['protocol', 'search', 'pathname', 'hash', 'origin', 'host', 'hostname', 'port']);

/** A host's name has no slashes. */
const HOST_PARTS = new Set(['host', 'hostname', 'port']);

const PARSED_URLS: ReadonlySet<string> = new Set(['global:URL#', 'url:URL#', 'url:parse()']);

/** `new URL(x).search`, `url.parse(x).hostname` hold no `<`, `>`, quotes and line breaks. */
function isEncodedByUrl(link: Linking, walk: Walk, name: string | null, object: FileValue): boolean {
  if (name === null || walk.seesThrough) return false;
  const isHarmless = walk.sink === 'path' ? HOST_PARTS.has(name) : (walk.sink === 'html' || walk.sink === 'log') && ENCODED_PARTS.has(name);
  if (!isHarmless) return false;
  return link.apiPaths(object).some((path) => PARSED_URLS.has(path));
}

function stepIntoOwner(link: Linking, walk: Walk, visit: Visit, entity: Entity, path: readonly string[], text: string): number {
  if (entity.kind === 'instance' || entity.kind === 'class') return stepIntoField(link, walk, visit, entity, path, visit.frame, text);
  if (entity.kind !== 'module') return 0;
  const [name, ...rest] = path;
  const values = link.exportedValues(fileOf(entity), name!);
  for (const value of values) goThroughGetter(link, walk, visit, indexed(value), { path: rest, frame: visit.frame, text });
  return values.length;
}

function fileOf(entity: Extract<Entity, { kind: 'module' }>): FileValue['file'] {
  return indexed({ file: entity.file, id: 0 }).file;
}

function literalIndex(link: Linking, visit: Visit, index: number): string | null {
  if (index < 0) return null;
  const constants = link.constants(sibling(visit.ref, index));
  return constants?.length === 1 && constants[0] !== null ? String(constants[0]) : null;
}
