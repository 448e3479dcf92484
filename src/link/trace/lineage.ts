/** Instances of one class are none of another that extends the same base. */
import { classLine, isSameClass } from '../../contracts/class-line.js';
import { NONE } from '../../contracts/facts.js';
import type { ClassRef, FunctionRef } from '../../contracts/program.js';
import { type FunctionUse, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { Visit } from './visit.js';

/** Steps between the field that a class reads of itself and the constructor of its base that fills it. */
const NEAR = 6;

/**
 * `super(props)` in a class of which the walk has read nothing: it came to the constructor of a base class by a field that another class reads
 * of itself (`this.props` in `PostId`, and what `UserPassword` hands to the same base).
 */
export function isOtherClass(link: Linking, visit: Visit, use: FunctionUse, { file, id }: FunctionRef): boolean {
  const base = file.facts.functions[id];
  if (use.kind !== 'call' || base?.kind !== 'constructor' || base.class === NONE) return false;
  const call = indexed(use.call);
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (callee?.kind !== 'this' || !callee.isSuper || callee.class === NONE) return false;
  const caller = { file: call.file, id: callee.class };
  const reader = readerOf(link, visit, { file, id: base.class });
  return reader !== null && !isAncestor(link, caller, reader) && !isAncestor(link, reader, caller);
}

/** The class in which `this.field` was read just before, when it extends the base. */
function readerOf(link: Linking, visit: Visit, base: ClassRef): ClassRef | null {
  let at: Visit | null = visit;
  for (let steps = 0; at !== null && steps < NEAR; at = at.from, steps += 1) {
    const fact = factOf(at.ref);
    const object = fact.kind === 'member' ? factOf(sibling(at.ref, fact.object)) : fact;
    if (object.kind !== 'this' || object.isSuper || object.class === NONE) continue;
    const reader = { file: at.ref.file, id: object.class };
    if (!isSameClass(reader, base)) return isAncestor(link, base, reader) ? reader : null;
  }
  return null;
}

/** Does the class extend this one, at whatever distance, or is it the same? */
function isAncestor(link: Linking, ancestor: ClassRef, of: ClassRef): boolean {
  return classLine(of, (value) => link.resolve(indexed(value))).some((each) => isSameClass(each, ancestor));
}
