/** The default that a schema gives an entry: chained (`.default(x)`), around it (`optional(schema, x)`), or as an option. */
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { type Fallback, NO_FALLBACK, classify } from './fallback.js';

/** zod `default`, `prefault`, `catch`; joi `default`, `failover`; yup and convict `default`. */
const CHAINED = new Set(['default', 'prefault', 'catch', 'failover', 'fallback']);
/** valibot `optional(schema, x)`, `fallback(schema, x)`; zod/mini `_default(schema, x)`. */
const AROUND = new Set(['optional', 'nullish', 'nullable', 'exactOptional', 'undefinedable', 'fallback', '_default', 'prefault', 'catch']);

export function defaultOf(link: Linking, entry: FileValue): Fallback {
  let current: FileValue = entry;
  for (let step = 0; step < 16; step += 1) {
    const fact = factOf(current);
    if (fact.kind === 'object') return propertyDefault(link, current);
    if (fact.kind === 'reference') {
      const [source] = link.sourcesOf(current);
      if (source === undefined || (source.id === current.id && source.file === current.file)) return NO_FALLBACK;
      current = indexed(source);
      continue;
    }
    if (fact.kind !== 'call') return NO_FALLBACK;
    const own = defaultOfCall(link, current);
    if (own !== null) return own;
    const callee = factOf(sibling(current, fact.callee));
    if (callee.kind !== 'member') return NO_FALLBACK;
    current = sibling(current, callee.object);
  }
  return NO_FALLBACK;
}

function defaultOfCall(link: Linking, call: FileValue): Fallback | null {
  const fact = factOf(call);
  if (fact.kind !== 'call') return null;
  const callee = factOf(sibling(call, fact.callee));
  const name = callee.kind === 'member' ? (callee.name ?? '') : callee.kind === 'reference' ? callee.name : '';
  const [first, second] = fact.args;
  if (callee.kind === 'member' && CHAINED.has(name) && first !== undefined && second === undefined) return classifyGiven(link, sibling(call, first));
  if (AROUND.has(name) && second !== undefined) return classifyGiven(link, sibling(call, second));
  const options = fact.args.map((argument) => sibling(call, argument)).find((argument) => factOf(argument).kind === 'object');
  const found = options === undefined ? NO_FALLBACK : propertyDefault(link, options);
  return found.kind === 'none' ? null : found;
}

/** A default may be made by a function: `.default(() => 'x')`. */
function classifyGiven(link: Linking, value: FileValue): Fallback {
  const fact = factOf(value);
  const returned = fact.kind === 'function' ? value.file.facts.functions[fact.function]?.returns : undefined;
  return classify(link, returned?.length === 1 ? sibling(value, returned[0]!) : value);
}

/** `default`, or the one that production gets of znv's `defaults: { production, _ }`. */
function propertyDefault(link: Linking, object: FileValue): Fallback {
  for (const path of [['default'], ['defaults', 'production'], ['defaults', '_']]) {
    const found = link.property(object, path);
    if (found.kind === 'found') return classifyGiven(link, indexed(found.values[0]!));
  }
  const schema = link.property(object, ['schema']);
  return schema.kind === 'found' ? defaultOf(link, indexed(schema.values[0]!)) : NO_FALLBACK;
}
