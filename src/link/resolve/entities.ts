/** Sets of entities: joining, comparing, bounding. */
import type { Entity } from '../../contracts/program.js';

/** More alternatives than these say nothing any more. */
export const MAXIMUM_ENTITIES = 12;

export const UNKNOWN: Entity = { kind: 'unknown' };
export const UNKNOWN_ENTITIES: readonly Entity[] = [UNKNOWN];

function isSame(a: Entity, b: Entity): boolean {
  switch (a.kind) {
    case 'api':
      return b.kind === 'api' && a.path === b.path && a.shape === b.shape && isSamePlace(a.created, b.created);
    case 'function':
      return b.kind === 'function' && isSamePlace(a.ref, b.ref);
    case 'class':
      return b.kind === 'class' && isSamePlace(a.ref, b.ref);
    case 'instance':
      return b.kind === 'instance' && isSamePlace(a.ref, b.ref) && isSamePlace(a.created, b.created);
    case 'object':
      return b.kind === 'object' && isSamePlace(a.value, b.value);
    case 'module':
      return b.kind === 'module' && a.file === b.file;
    case 'constant':
      return b.kind === 'constant' && a.type === b.type && a.value === b.value;
    case 'unknown':
      return b.kind === 'unknown';
  }
}

interface Place {
  file: unknown;
  id: number;
}

export function isSamePlace(a: Place | null, b: Place | null): boolean {
  return a === null || b === null ? a === b : a.id === b.id && a.file === b.file;
}

/** What is made of something recognised by its shape is no surer than that. */
export function shapeOf(entity: { shape?: 'medium' | 'low' }): { shape?: 'medium' | 'low' } {
  return entity.shape === undefined ? {} : { shape: entity.shape };
}

const NO_ENTITIES: readonly Entity[] = [];

/** All of them, each once, in order of first appearance. */
export function union(...lists: (readonly Entity[])[]): readonly Entity[] {
  let filled = 0;
  let single: readonly Entity[] = NO_ENTITIES;
  for (const list of lists) {
    if (list.length === 0) continue;
    filled += 1;
    single = list;
  }
  if (filled === 0 || (filled === 1 && single.length === 1)) return single;
  const result: Entity[] = [];
  for (const list of lists) {
    for (const entity of list) {
      if (result.length >= MAXIMUM_ENTITIES) return result;
      if (!result.some((other) => isSame(other, entity))) result.push(entity);
    }
  }
  return result;
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
