/** What a program adds to a thing of a library: `userSchema.statics.findByMail = function () { … }` makes a method of the model. */
import type { Entity, FunctionRef } from '../../contracts/program.js';
import { indexed, type Linking } from '../linking.js';
import { writesNamed } from '../trace/writes.js';

/** The functions of this name that the program adds to the thing, in file order; empty for nearly all. */
export function addedMembers(link: Linking, path: string, name: string): readonly Entity[] {
  const holders = link.models.extensions.holdersOf(path);
  if (holders === undefined) return [];
  return writesNamed(link, name).flatMap(({ object, value }) => {
    const isHeld = link.resolve(object).some((entity) => entity.kind === 'api' && holders.includes(entity.path));
    return isHeld ? link.resolve(value).filter((entity) => entity.kind === 'function') : [];
  });
}

/** What `this` is in a function that the program adds: the thing that is extended. */
export function extendedThing(link: Linking, callee: FunctionRef): readonly Entity[] {
  const { file } = indexed({ file: callee.file, id: 0 });
  const own = file.valueOfFunction(callee.id);
  for (const write of own < 0 ? [] : file.memberWritesWith(own)) {
    for (const entity of link.resolve({ file, id: write.object })) {
      const path = entity.kind === 'api' ? link.models.extensions.extendedBy(entity.path) : null;
      if (path !== null) return [{ kind: 'api', path, created: null }];
    }
  }
  return [];
}
