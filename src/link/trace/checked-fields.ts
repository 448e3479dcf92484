/** Fields that a getter reads, where a method of the same object reads that getter behind a check of the field. */
import type { Sink } from '../../contracts/sinks.js';
import type { FileValue, Linking } from '../linking.js';
import { factOf } from '../value-graph.js';
import { type BarrierKind, barrierBeforeGetter } from './barriers/index.js';
import type { Visit } from './visit.js';

/** What `save() { this.validate(); write(this.path); }` makes sure of the `this.name` that `get path()` reads. */
export function checkedBeforeGetter(link: Linking, { ref, path, from, beneath }: Visit, sink: Sink): BarrierKind | null {
  const owner = path.length > 0 ? null : ownerOfField(ref);
  const inside = owner === null ? -1 : functionOf(ref);
  for (let nearer = owner === null ? null : from; nearer !== null; nearer = nearer.from) {
    const isReader = nearer.ref.file === ref.file && ownerOfField(nearer.ref) === owner && functionOf(nearer.ref) !== inside;
    if (isReader) return barrierBeforeGetter(link, nearer.ref, ref, sink, beneath);
  }
  return null;
}

/** The class of which `this.name` reads a field, or null. */
function ownerOfField(ref: FileValue): number | null {
  const fact = factOf(ref);
  const object = fact.kind === 'member' ? factOf({ file: ref.file, id: fact.object }) : null;
  return object?.kind === 'this' ? object.class : null;
}

function functionOf(ref: FileValue): number {
  return ref.file.functionAt(factOf(ref).start);
}
