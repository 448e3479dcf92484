/** What input is, and what a program does with it. */
import type { Program, RoleSite, ValueRef } from '../../contracts/program.js';

/** `input`: the arguments of an operation. */
export type InputPart = 'body' | 'query' | 'form' | 'url' | 'input';

/** One thing that is done with a part of what a client sent. */
export interface InputUse {
  part: InputPart;
  /** The properties read from it, outermost first; `*` for an element or a computed name. */
  path: readonly string[];
  /**
   * `schema`: given to a schema. `typed`: its type, form or value is tested and refused, or it is cast. `presence`: only whether it is there.
   * `asked`: tested, but what follows does not depend on the answer. `data`: used as it is. `open`: given to something that could not be followed.
   * `named`: given as a whole to something that is called like a check.
   */
  kind: 'schema' | 'typed' | 'presence' | 'asked' | 'data' | 'open' | 'named';
  at: ValueRef;
}

const PARTS: Readonly<Record<string, InputPart>> = { 'request.body': 'body', 'request.query': 'query', 'request.form': 'form', 'request.url': 'url' };
/** Arguments of operations are a part of their own: no HTTP route reads them. */
export const ARGUMENTS = 'request.arguments';
/** Roles of reads with which input comes into a program. */
export const INPUT_ROLES = Object.keys(PARTS);

/** The part of a request that a read gives. */
export function partOf(site: RoleSite): InputPart {
  return site.role === ARGUMENTS ? 'input' : (PARTS[site.role] ?? 'body');
}

/** `body.items`, `body` for the whole. */
export function nameOf({ part, path }: Pick<InputUse, 'part' | 'path'>): string {
  return [part, ...path].join('.').replaceAll('.*', '[]');
}

/** Is what stands under the first path a part of what stands under the second, or the same? */
export function isWithin(path: readonly string[], whole: readonly string[]): boolean {
  return whole.length <= path.length && whole.every((name, index) => name === path[index]);
}

/** Names of members that the program itself puts on the body or the query of a request: they are no longer what a client sent. */
export function ownNames(program: Program): ReadonlySet<string> {
  let known = written.get(program);
  if (known === undefined) written.set(program, (known = new Set([...program.files.values()].flatMap(({ facts }) => facts.memberWrites.flatMap((write) => {
    const object = facts.values[write.object];
    return write.name !== null && object?.kind === 'member' && /^(?:body|query)$/.test(object.name ?? '') ? [write.name] : [];
  })))));
  return known;
}

const written = new WeakMap<Program, ReadonlySet<string>>();
