/** Sets of entities: joining, comparing, bounding. */
import type { Entity } from '../../contracts/program.js';
import { keyOf } from '../value-graph.js';

/** More alternatives than these say nothing any more. */
export const MAXIMUM_ENTITIES = 12;

export const UNKNOWN: Entity = { kind: 'unknown' };
export const UNKNOWN_ENTITIES: readonly Entity[] = [UNKNOWN];

export function entityKey(entity: Entity): string {
  switch (entity.kind) {
    case 'api':
      return `api ${entity.path} ${entity.created === null ? '' : keyOf(entity.created)}`;
    case 'function':
    case 'class':
      return `${entity.kind} ${entity.ref.file.facts.path} ${entity.ref.id}`;
    case 'instance':
      return `instance ${entity.ref.file.facts.path} ${entity.ref.id} ${entity.created === null ? '' : keyOf(entity.created)}`;
    case 'object':
      return `object ${keyOf(entity.value)}`;
    case 'module':
      return `module ${entity.file.facts.path}`;
    case 'constant':
      return `constant ${entity.type} ${String(entity.value)}`;
    case 'unknown':
      return 'unknown';
  }
}

/** All of them, each once, in order of first appearance. */
export function union(...lists: (readonly Entity[])[]): readonly Entity[] {
  if (lists.length === 1 && lists[0]!.length <= 1) return lists[0]!;
  const seen = new Map<string, Entity>();
  for (const list of lists) {
    for (const entity of list) {
      const key = entityKey(entity);
      if (!seen.has(key) && seen.size < MAXIMUM_ENTITIES) seen.set(key, entity);
    }
  }
  return [...seen.values()];
}

export function isKnown(entities: readonly Entity[]): boolean {
  return entities.some((entity) => entity.kind !== 'unknown');
}

/** The known ones; what is not known otherwise, if it says something. */
export function prefer(first: readonly Entity[], otherwise: () => readonly Entity[]): readonly Entity[] {
  if (first.some(isMeaningful)) return first;
  const second = otherwise();
  return second.some((entity) => entity.kind !== 'unknown') ? second : first;
}

function isMeaningful(entity: Entity): boolean {
  return entity.kind !== 'unknown' && !(entity.kind === 'constant' && entity.value === null);
}
