/** Lists of handlers that a function of the program puts together for each call: `this.middlewareOf(options)`. */
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { type Context, constantsIn, follow } from './context.js';

const MAXIMUM_DEPTH = 6;

/** The one list that a call gives, and how to read what is in it; null for anything else. */
export function listReturned(link: Linking, call: FileValue, context: Context): { list: FileValue; context: Context } | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || fact.isNew) return null;
  const [callee, ...others] = link.callees(call);
  if (callee === undefined || others.length > 0) return null;
  const { file, id } = indexed({ file: callee.file, id: callee.id });
  const [returned, ...further] = file.facts.functions[id]?.returns ?? [];
  if (returned === undefined || further.length > 0 || !givesList({ file, id: returned }, 0)) return null;
  return { list: { file, id: returned }, context: [{ kind: 'call', callee, call }, ...context] };
}

/** A list literal, or a choice with one. */
function givesList(value: FileValue, depth: number): boolean {
  const fact = factOf(value);
  if (depth > MAXIMUM_DEPTH) return false;
  if (fact.kind === 'conditional') return givesList(sibling(value, fact.whenTrue), depth + 1) || givesList(sibling(value, fact.whenFalse), depth + 1);
  return fact.kind === 'array';
}

/** The branch of a choice that is taken, where the calls that led here settle it; null otherwise. */
export function branchTaken(link: Linking, value: FileValue, context: Context): FileValue | null {
  const fact = factOf(value);
  if (fact.kind !== 'conditional' || context.length === 0) return null;
  const holds = settled(link, sibling(value, fact.test), context, 0);
  return holds === null ? null : sibling(value, holds ? fact.whenTrue : fact.whenFalse);
}

function settled(link: Linking, test: FileValue, context: Context, depth: number): boolean | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const fact = factOf(test);
  const next = (id: number) => settled(link, sibling(test, id), context, depth + 1);
  if (fact.kind === 'logical' && fact.operator !== 'default') {
    const left = next(fact.left);
    if (fact.operator === '??' || left === null) return null;
    return left === (fact.operator === '||') ? left : next(fact.right);
  }
  if (fact.kind === 'unary' && fact.operator === '!') {
    const inner = next(fact.operand);
    return inner === null ? null : !inner;
  }
  if (fact.kind === 'binary' && /^[!=]==?$/.test(fact.operator)) {
    const [left, right] = [fact.left, fact.right].map((id) => constantsIn(link, sibling(test, id), context));
    if (left?.length !== 1 || right?.length !== 1) return null;
    return (left[0] === right[0]) === fact.operator.startsWith('=');
  }
  // A property that the options at hand do not have.
  if (fact.kind === 'member' && follow(link, test, context).length === 0) return false;
  const constants = constantsIn(link, test, context);
  return constants?.length === 1 ? Boolean(constants[0]) : null;
}
