/** The walk at fields: of the object that a method runs on, of an instance where it was made, of a class. */
import type { Entity, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { subclassMemberValues } from '../resolve/subclasses.js';
import { factOf } from '../value-graph.js';
import { additionsToMention, assignedAt } from './additions.js';
import { copiesInFile } from './copies.js';
import { frameOf } from './frames.js';
import { isMadeElsewhere, writesOnInstances } from './instances.js';
import { thisMembers } from './this-members.js';
import { type CallFrame, type Visit, type Walk, enter } from './visit.js';

/** Other mentions of a field than these are not looked at. */
const MAXIMUM_MENTIONS = 60;

type Owner = Extract<Entity, { kind: 'instance' | 'class' }>;

/**
 * `this`: a parameter like any other. Where the call is known that runs the method, and its receiver was made in sight, it is that
 * one; else any instance of the class.
 *
 * @param path the properties to be read from `this`
 */
export function stepIntoThis(link: Linking, walk: Walk, visit: Visit, ref: FileValue, path: readonly string[], text: string): void {
  const fact = factOf(ref);
  if (fact.kind !== 'this') return;
  const entered = frameOf(link, visit.frame, { file: ref.file, id: fact.function });
  const receiver = entered === null ? null : receiverOf(link, entered.call);
  if (entered !== null && receiver !== null && isMadeInSight(link, receiver)) {
    return walk.go(visit, receiver, { path, frame: entered.outer, text });
  }
  let followed = 0;
  for (const entity of link.resolve(ref)) {
    if (entity.kind === 'object') {
      walk.go(visit, entity.value, { path, text });
      followed += 1;
    } else if ((entity.kind === 'instance' || entity.kind === 'class') && path.length > 0) {
      followed += stepIntoField(link, walk, visit, entity, path, visit.frame, text);
    }
  }
  if (followed === 0) walk.end(visit, 'unknown', link.describe(visit.ref));
}

/** What the method runs on: the object before the dot, or the first argument of `call` and `apply`. */
function receiverOf(link: Linking, call: FileValue): FileValue | null {
  const fact = factOf(call);
  const callee = fact.kind === 'call' && !fact.isNew ? factOf(sibling(call, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member') return null;
  const object = sibling(call, callee.object);
  const isHanded = (callee.name === 'call' || callee.name === 'apply') && link.resolve(object).some((entity) => entity.kind === 'function' || entity.kind === 'class');
  if (!isHanded) return object;
  return fact.args[0] === undefined ? null : sibling(call, fact.args[0]);
}

/** Every object that it may be is written in the source: a literal, or a `new` that was seen. */
export function isMadeInSight(link: Linking, value: FileValue): boolean {
  if (factOf(value).kind === 'this') return true;
  // Of `found ? new X(found) : null` a field is read where there is one.
  const entities = link.resolve(value).filter((entity) => entity.kind !== 'constant');
  return entities.length > 0 && entities.every((entity) => (entity.kind === 'instance' && entity.created !== null) || entity.kind === 'object');
}

/** `new X(…)` of a class of the program, of which a field is asked for. The number of values followed. */
export function stepIntoInstance(link: Linking, walk: Walk, visit: Visit): number {
  if (visit.path.length === 0) return 0;
  const frame = enter(visit.frame, visit.ref);
  let followed = 0;
  for (const entity of link.resolve(visit.ref)) {
    if (entity.kind === 'instance') followed += stepIntoField(link, walk, visit, entity, visit.path, frame, `is kept in the field "${visit.path[0]!}"`);
  }
  return followed;
}

/** Into what the class, or code that has an instance, puts into a field. */
export function stepIntoField(link: Linking, walk: Walk, visit: Visit, owner: Owner, path: readonly string[], frame: CallFrame | null, text: string): number {
  const [name, ...rest] = path;
  if (name === undefined) return 0;
  let followed = 0;
  for (const value of ownOrSubclassValues(link, owner, name)) {
    followed += 1;
    goThroughGetter(link, walk, visit, indexed(value), { path: rest, frame, text });
  }
  for (const mention of mentionsOf(owner, name)) followed += additionsToMention(link, walk, visit, mention, rest, frame);
  for (const value of copiedOnto(link, owner, path)) {
    followed += 1;
    walk.go(visit, value.value, { path: value.path, frame, text: 'is copied into the fields' });
  }
  return followed + writtenFromOutside(link, walk, visit, owner, path, frame);
}

/** `instance.name = value`, anywhere but in the class. */
function writtenFromOutside(link: Linking, walk: Walk, visit: Visit, owner: Owner, [name, ...rest]: readonly string[], frame: CallFrame | null): number {
  if (owner.kind !== 'instance' || name === undefined) return 0;
  const made = frame === null ? null : factOf(frame.call);
  let followed = 0;
  for (const { object, value } of writesOnInstances(link, owner.ref, name)) {
    if (made?.kind === 'call' && made.isNew && isMadeElsewhere(link, object, frame!.call)) continue;
    walk.go(visit, value, { path: rest, frame: null, stored: true, text: `is stored in ${link.describe(object)}` });
    followed += 1;
  }
  return followed;
}

function ownOrSubclassValues(link: Linking, entity: Entity, name: string): readonly ValueRef[] {
  const own = link.memberValues(entity, name);
  return own.length > 0 ? own : subclassMemberValues(link, entity, name);
}

/** `this.name` in the class. */
function mentionsOf({ ref }: Owner, name: string): FileValue[] {
  const { file } = indexed({ file: ref.file, id: 0 });
  return thisMembers(file).of(ref.id, name).slice(0, MAXIMUM_MENTIONS).map((id) => ({ file, id }));
}

/** `Object.assign(this, data)`. */
function copiedOnto(link: Linking, { ref }: Owner, path: readonly string[]): { value: FileValue; path: readonly string[] }[] {
  return copiesInFile(link, ref.file).flatMap(({ call, target }) => {
    const fact = factOf(target);
    return fact.kind === 'this' && fact.class === ref.id ? assignedAt(link, call, target, path) : [];
  });
}

/** A getter's value is what it returns. */
export function goThroughGetter(link: Linking, walk: Walk, visit: Visit, value: FileValue, change: { path: readonly string[]; frame: CallFrame | null; text: string }): void {
  const fact = factOf(value);
  const declaration = fact.kind === 'function' ? value.file.facts.functions[fact.function] : undefined;
  if (declaration?.kind !== 'getter') return walk.go(visit, value, change);
  for (const returned of declaration.returns) walk.go(visit, sibling(value, returned), change);
  if (declaration.returns.length === 0) walk.end(visit, 'unknown', link.describe(visit.ref));
}
