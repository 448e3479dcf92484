/** The walk at a member: its object with one more property to read, or the field where it was assigned. */
import type { Entity, ValueRef } from '../../contracts/program.js';
import { type Linking, indexed, sibling } from '../linking.js';
import { subclassMemberValues } from '../resolve/subclasses.js';
import { factOf } from '../value-graph.js';
import { ANY, type Visit, type Walk, inside } from './visit.js';

export function stepIntoMember(link: Linking, walk: Walk, visit: Visit): void {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'member') return;
  if (fact.name === 'length' || fact.name === 'size') return walk.end(visit, 'numeric', '');
  const object = sibling(visit.ref, fact.object);
  const name = fact.name ?? literalIndex(link, visit, fact.index) ?? ANY;
  let followed = 0;
  let structural = false;
  for (const entity of link.resolve(object)) {
    if (entity.kind === 'instance' || entity.kind === 'class' || entity.kind === 'module') {
      const values =
        entity.kind === 'module'
          ? link.exportedValues(indexed({ file: entity.file, id: 0 }).file, name)
          : ownOrSubclassValues(link, entity, name);
      for (const value of values) {
        followed += 1;
        goThroughGetter(link, walk, visit, indexed(value), `is read as ${link.describe(visit.ref)}`);
      }
    } else {
      structural = true;
    }
  }
  if (structural || followed === 0) {
    if (factOf(object).kind === 'this') return walk.end(visit, 'unknown', link.describe(visit.ref));
    walk.go(visit, object, { path: inside(visit.path, name) });
  }
}

function ownOrSubclassValues(link: Linking, entity: Entity, name: string): readonly ValueRef[] {
  const own = link.memberValues(entity, name);
  return own.length > 0 ? own : subclassMemberValues(link, entity, name);
}

function literalIndex(link: Linking, visit: Visit, index: number): string | null {
  if (index < 0) return null;
  const constants = link.constants(sibling(visit.ref, index));
  return constants?.length === 1 && constants[0] !== null ? String(constants[0]) : null;
}

function goThroughGetter(link: Linking, walk: Walk, visit: Visit, value: Visit['ref'], text: string): void {
  const fact = factOf(value);
  const declaration = fact.kind === 'function' ? value.file.facts.functions[fact.function] : undefined;
  if (declaration?.kind !== 'getter') return walk.go(visit, value, { text });
  for (const returned of declaration.returns) walk.go(visit, sibling(value, returned), { text });
  if (declaration.returns.length === 0) walk.end(visit, 'unknown', link.describe(visit.ref));
}
