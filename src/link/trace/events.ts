/** The walk at what an event listener is given: what is emitted under the same name by the same emitter. */
import type { RoleSite } from '../../contracts/program.js';
import type { FunctionUse, Linking } from '../linking.js';
import { isSamePlace } from '../resolve/entities.js';
import type { Visit, Walk } from './visit.js';

const MAXIMUM_EMITS = 30;

/** @returns how many emitted values were followed */
export function stepIntoEmitted(link: Linking, walk: Walk, visit: Visit, use: Extract<FunctionUse, { kind: 'argument' }>, index: number): number {
  const listening = link.rolesAt(use.call).find((site) => site.role === 'event.listen');
  if (listening === undefined) return 0;
  const emits = link.sitesOf('event.emit').filter((site) => isSameEvent(link, listening, site));
  let followed = 0;
  for (const site of emits.slice(0, MAXIMUM_EMITS)) {
    const value = link.argumentList(site, 'values')[index];
    if (value === undefined) continue;
    walk.go(visit, value, { frame: null, text: `is emitted as ${link.describe(site.value)}` });
    followed += 1;
  }
  return followed;
}

function isSameEvent(link: Linking, listening: RoleSite, emitting: RoleSite): boolean {
  if (listening.value.file.package !== emitting.value.file.package) return false;
  const [listened, emitted] = [listening, emitting].map((site) => link.argument(site, 'name')).map((name) => (name === null ? null : link.constants(name)));
  return listened !== null && emitted !== null && listened!.some((name) => emitted!.includes(name)) && isSameEmitter(link, listening, emitting);
}

/** The same object as far as one can tell: made by the same call, or of the same class of the program. */
function isSameEmitter(link: Linking, a: RoleSite, b: RoleSite): boolean {
  const [first, second] = [a, b].map((site) => link.argument(site, 'emitter')).map((value) => (value === null ? [] : link.resolve(value)));
  return first!.some((x) => second!.some((y) => {
    if (x.kind === 'api' && y.kind === 'api') return x.path === y.path && x.created !== null && y.created !== null && isSamePlace(x.created, y.created);
    return x.kind === 'instance' && y.kind === 'instance' && isSamePlace(x.ref, y.ref);
  }));
}
