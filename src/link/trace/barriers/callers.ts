/** What the server itself says of who is calling: a value that has to be equal to it is no longer one that a client chooses. */
import { namesContext, namesPrincipal } from '../../data-model/names.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf, unwrap } from '../../value-graph.js';
import { isClientControlled } from './aspects.js';

const MAXIMUM_DEPTH = 6;
/** Where frameworks let a program keep what belongs to a request. */
const KEPT_IN: ReadonlySet<string> = new Set(['locals', 'state', 'raw', 'context']);

/** `req.user.id`, `res.locals.user._id.toString()`, `getUserId(req.session)`, also under a name. */
export function isOfCaller(link: Linking, value: FileValue, depth = 0): boolean {
  if (depth > MAXIMUM_DEPTH || isClientControlled(link, value)) return false;
  const ref = indexed(unwrap(value));
  const fact = factOf(ref);
  const within = (id: number) => isOfCaller(link, sibling(ref, id), depth + 1);
  if (fact.kind === 'member') return (fact.name !== null && namesPrincipal(fact.name) && isRequest(ref, fact.object)) || within(fact.object);
  if (fact.kind === 'call') {
    const callee = factOf(sibling(ref, fact.callee));
    return (callee.kind === 'member' && within(callee.object)) || (fact.args.length > 0 && fact.args.every(within));
  }
  if (fact.kind !== 'reference' || fact.binding < 0) return false;
  const definitions = link.definitionsAt(ref.file, ref.id) as FileValue[];
  return definitions.length > 0 && definitions.every((definition) => factOf(definition).kind !== 'reference' && isOfCaller(link, definition, depth + 1));
}

/** `req`, `ctx`, `res.locals`, `ctx.state`: what a server hangs the caller on, and no part of it that was sent. */
function isRequest(ref: FileValue, id: number): boolean {
  const fact = factOf(sibling(ref, id));
  if (fact.kind === 'member') return fact.name !== null && KEPT_IN.has(fact.name) && isRequest(ref, fact.object);
  return fact.kind === 'reference' && (namesContext(fact.name) || /^(?:c|res|response|event)$/.test(fact.name));
}
