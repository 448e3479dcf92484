/** What the earlier links of a chain of promises have made sure of: `check().then(() => assertOwn(name)).then(() => open(name))`. */
import type { FunctionId } from '../../../contracts/facts.js';
import { type FileValue, type Linking, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';
import type { Judge } from './conditions.js';
import { type Protection, union } from './protection.js';
import { provenWhenLeft } from './statements.js';

const MAXIMUM_AROUND = 4;
const MAXIMUM_LINKS = 20;

/** A function that is given to `then` runs only after those before it in the chain have run well. */
export function provenByEarlierLinks(link: Linking, ref: FileValue, subject: Subject, bindings: readonly number[], judge: Judge): Protection | null {
  const { file } = ref;
  let result: Protection | null = null;
  let around = file.functionAt(factOf(ref).start);
  for (let step = 0; step < MAXIMUM_AROUND && around > 0; step += 1, around = file.facts.functions[around]?.parent ?? 0) {
    for (const earlier of earlierLinks(file, around)) {
      // What the function names anew is another value.
      if (bindings.some((binding) => isKnownIn(file, binding, earlier))) result = union(result, provenWhenLeft(link, { file, id: earlier }, subject, bindings, judge));
    }
  }
  return result;
}

/** Is the variable one of the places around both functions? */
function isKnownIn(file: FileValue['file'], binding: number, inner: FunctionId): boolean {
  const uses = file.facts.bindings[binding]?.uses ?? [];
  const { start, end } = file.facts.functions[inner]!;
  return uses.some((use) => factOf({ file, id: use }).start >= start && factOf({ file, id: use }).end <= end);
}

/** Functions given to `then` before the one that is given to it here, up to a `catch`, after which the chain goes on all the same. */
function earlierLinks(file: FileValue['file'], inner: FunctionId): FunctionId[] {
  const value = file.valueOfFunction(inner);
  const own = value < 0 ? -1 : file.parentOf(value);
  const links: FunctionId[] = [];
  let current = own < 0 ? null : receiverOfThen({ file, id: own }, value);
  for (let step = 0; step < MAXIMUM_LINKS && current !== null; step += 1) {
    const fact = factOf(current);
    const first = fact.kind === 'call' ? fact.args[0] : undefined;
    const given = first === undefined ? null : factOf(sibling(current, first));
    if (given?.kind === 'function') links.push(given.function);
    current = first === undefined ? null : receiverOfThen(current, first);
  }
  return links;
}

/** What `then` is called on, for the call that is given the function; null for other calls. */
function receiverOfThen(call: FileValue, given: number): FileValue | null {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  return fact.kind === 'call' && fact.args[0] === given && fact.args.length === 1 && callee?.kind === 'member' && callee.name === 'then' ? sibling(call, callee.object) : null;
}
