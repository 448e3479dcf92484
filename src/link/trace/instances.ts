/** Which instance of a class a field or method belongs to. */
import type { ClassRef, FunctionRef, ValueRef } from '../../contracts/program.js';
import { type FunctionUse, type Linking, sibling } from '../linking.js';
import { isSamePlace } from '../resolve/entities.js';
import { lineage } from '../resolve/member.js';
import { factOf, sameValue } from '../value-graph.js';
import type { Received } from './passed.js';
import type { CallFrame, Visit, Walk } from './visit.js';
import { type PropertyWrite, writesNamed } from './writes.js';

/** Whether a method is used on an instance made by another `new` than the one that the walk came into. */
export function isOtherInstance(link: Linking, frame: CallFrame | null, use: FunctionUse, method: FunctionRef): boolean {
  const made = frame === null ? null : factOf(frame.call);
  if (frame === null || made?.kind !== 'call' || !made.isNew || use.kind !== 'call') return false;
  const declaration = method.file.facts.functions[method.id];
  const call = factOf(use.call);
  const callee = call.kind === 'call' ? factOf(sibling(use.call, call.callee)) : null;
  if (declaration === undefined || declaration.class < 0 || declaration.isStatic || declaration.kind === 'constructor' || callee?.kind !== 'member') return false;
  return isMadeElsewhere(link, sibling(use.call, callee.object), frame.call);
}

/** Every instance that the value may be was made by a known `new`, and none by this one. */
export function isMadeElsewhere(link: Linking, value: ValueRef, made: ValueRef): boolean {
  const entities = link.resolve(value);
  return entities.length > 0 && entities.every((entity) => entity.kind === 'instance' && entity.created !== null && !sameValue(entity.created, made));
}

/** Whether a value is an instance of the class or of one that extends it. */
function isInstanceOf(link: Linking, value: ValueRef, ref: ClassRef): boolean {
  return link.resolve(value).some((entity) => entity.kind === 'instance' && lineage(link, entity.ref).some((owner) => isSamePlace(owner, ref)));
}

/** `instance.name = value`, anywhere but in the class: asked at each field that a walk comes to, and the same for each. */
export function writesOnInstances(link: Linking, ref: ClassRef, name: string): readonly PropertyWrite[] {
  let known = WRITES.get(link);
  if (known === undefined) WRITES.set(link, (known = new Map()));
  const key = `${ref.file.facts.path} ${ref.id} ${name}`;
  let writes = known.get(key);
  if (writes === undefined) known.set(key, (writes = writesNamed(link, name).filter(({ object }) => isInstanceOf(link, object, ref))));
  return writes;
}

const WRITES = new WeakMap<Linking, Map<string, readonly PropertyWrite[]>>();

/** What is assigned to a property that has a setter arrives at the setter's parameter. The number of assignments followed. */
export function assignedThroughSetter(link: Linking, walk: Walk, visit: Visit, received: Received): number {
  const { file, id } = received.function;
  const declaration = file.facts.functions[id];
  if (declaration?.kind !== 'setter' || declaration.class < 0) return 0;
  const owner = { file, id: declaration.class };
  const writes = writesOnInstances(link, owner, declaration.name);
  for (const { value, object } of writes) walk.go(visit, value, { frame: null, text: `is assigned to ${link.describe(object)}.${declaration.name}` });
  return writes.length;
}
