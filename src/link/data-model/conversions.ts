/** Conversions and checks that leave a value what it was: `String(user.id)`, `new ObjectId(user.id)`, `schema.safeParse(user.id).data`. */
import { type FileValue, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

const OF_RECEIVER = /^(?:toString|toHexString|valueOf|trim|toLowerCase)$/;
const OF_ARGUMENT = /^(?:String|Number|BigInt|parseInt|ObjectId|ObjectID|parse|parseAsync|safeParse|safeParseAsync|make|createFromHexString)$/;
const MAXIMUM_DEPTH = 4;

/**
 * @returns what the value was made from, itself left out; empty where it is no conversion
 */
export function convertedFrom(value: FileValue, depth = 0): FileValue[] {
  const fact = factOf(value);
  const on = (id: number) => {
    const inner = sibling(value, id);
    return [inner, ...convertedFrom(inner, depth + 1)];
  };
  if (depth > MAXIMUM_DEPTH) return [];
  if (fact.kind === 'await' || fact.kind === 'cast') return on(fact.operand);
  if (fact.kind === 'member') return fact.name === 'data' && isConversion(sibling(value, fact.object)) ? convertedFrom(sibling(value, fact.object), depth + 1) : [];
  if (fact.kind !== 'call') return [];
  const callee = factOf(sibling(value, fact.callee));
  const name = callee.kind === 'member' || callee.kind === 'reference' ? (callee.name ?? '') : '';
  if (callee.kind === 'member' && OF_RECEIVER.test(name)) return on(callee.object);
  return OF_ARGUMENT.test(name) ? fact.args.slice(0, 1).flatMap(on) : [];
}

function isConversion(value: FileValue): boolean {
  const fact = factOf(value);
  return fact.kind === 'await' ? isConversion(sibling(value, fact.operand)) : fact.kind === 'call';
}
