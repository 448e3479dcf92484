/**
 * Whose method runs: what a method of a base class calls on `this` is of the class that the method was called on
 * (`controller.execute()` of a base class runs that controller's `executeImpl`, and no other's).
 */
import { classLine, parentClass } from '../../contracts/class-line.js';
import { NONE } from '../../contracts/facts.js';
import type { ClassRef, FunctionRef, Program, ValueRef } from '../../contracts/program.js';

/** A function that runs, and the class of `this` in it; null where any may be. */
export interface Run {
  readonly ref: FunctionRef;
  readonly self: ClassRef | null;
}

/** The functions that a call runs, with the class that each runs on, when the function around it runs on `self`. */
export function runsOf(program: Program, call: ValueRef, self: ClassRef | null): Run[] {
  const callees = program.callees(call);
  const fact = program.fact(call);
  const callee = fact.kind === 'call' && callees.some(({ file, id }) => file.facts.functions[id]!.class !== NONE) ? program.fact({ file: call.file, id: fact.callee }) : null;
  if (callee?.kind !== 'member') return callees.map((ref) => ({ ref, self: null }));
  const object = program.fact({ file: call.file, id: callee.object });
  if (object.kind !== 'this') return onReceiver(program, callees, { file: call.file, id: callee.object });
  if (self === null) return callees.map((ref) => ({ ref, self: null }));
  const own = object.isSuper || callee.name === null ? null : methodOf(self, callee.name, program);
  return (own === null ? callees : [own]).map((ref) => ({ ref, self }));
}

/** Of a method that is inherited, what it is called on. */
function onReceiver(program: Program, callees: readonly FunctionRef[], receiver: ValueRef): Run[] {
  const isInherited = ({ file, id }: FunctionRef) => parentsOf(program).has(keyOfClass({ file, id: file.facts.functions[id]!.class }));
  if (!callees.some(isInherited)) return callees.map((ref) => ({ ref, self: null }));
  const classes = program.resolve(receiver).flatMap((entity) => (entity.kind === 'instance' ? [entity.ref] : []));
  const [self, ...others] = [...new Map(classes.map((each) => [keyOfClass(each), each])).values()];
  return callees.map((ref) => ({ ref, self: self !== undefined && others.length === 0 && classLine(self, program.resolve.bind(program)).some((each) => isMethodOf(ref, each)) ? self : null }));
}

/** The method of that name that the class or its nearest ancestor has. */
function methodOf(self: ClassRef, name: string, program: Program): FunctionRef | null {
  for (const each of classLine(self, program.resolve.bind(program))) {
    const member = program.classFact(each).members.find((own) => own.name === name && !own.isStatic && own.function !== NONE);
    if (member !== undefined) return { file: each.file, id: member.function };
  }
  return null;
}

function isMethodOf({ file, id }: FunctionRef, owner: ClassRef): boolean {
  return file === owner.file && file.facts.functions[id]!.class === owner.id;
}

const PARENTS = new WeakMap<Program, ReadonlySet<string>>();

/** Classes that others of the program extend. */
function parentsOf(program: Program): ReadonlySet<string> {
  let known = PARENTS.get(program);
  if (known === undefined) {
    const parents = [...program.files.values()].flatMap((file) => file.facts.classes.flatMap((_fact, id) => parentClass({ file, id }, program.resolve.bind(program)) ?? []));
    PARENTS.set(program, (known = new Set(parents.map(keyOfClass))));
  }
  return known;
}

/** A class's name in maps. */
export function keyOfClass({ file, id }: ClassRef): string {
  return `${file.facts.path}#${id}`;
}
