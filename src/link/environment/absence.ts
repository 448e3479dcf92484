/**
 * Does the program say what happens when a variable is not set? It does when the read, or the variable, property or result that
 * carries it, is tested, compared with a constant, read through `?.`, or replaced by something that is no constant. What is only
 * used (in a connection string, a header, an option of a client) is not.
 */
import { append } from '../../contracts/multimap.js';
import type { BlockFact, ValueId } from '../../contracts/facts.js';
import type { ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { bindingUses, carriedTo, parametersTaking, propertyReads } from './carriers.js';
import { classify, isConversion } from './fallback.js';
import { mayGiveNothing, settingsObjectHandles } from './settings-objects.js';

/** Variables, properties, parameters and results that one read may pass through. */
const MAXIMUM_HOPS = 5;
/** Places looked at for one read. */
const MAXIMUM_PLACES = 300;

interface Walk {
  link: Linking;
  seen: Set<number>;
}

export interface HandledAbsence {
  at: ValueRef;
  /** The code takes another way, so that the variable may be left out. False for a test that changes nothing. */
  decides: boolean;
}

/** The place that deals with the variable's absence, or null. */
export function absenceHandledAt(link: Linking, read: FileValue): HandledAbsence | null {
  // A helper that says it may give nothing leaves it to whoever asks.
  if (factOf(read).kind === 'call' && link.callees(read).some((callee) => mayGiveNothing(link.functionFact(callee).returnType))) return { at: read, decides: false };
  const at = follow({ link, seen: new Set() }, read, 0);
  return at === null ? null : { at, decides: blocksDecidedBy(indexed(at)).length === 0 || matters(link, indexed(at), read) };
}

function follow(walk: Walk, start: FileValue, hops: number): ValueRef | null {
  let value = start;
  for (let step = 0; step < 16; step += 1) {
    const key = keyOf(value);
    if (walk.seen.has(key) || walk.seen.size > MAXIMUM_PLACES) return null;
    walk.seen.add(key);
    const parentId = value.file.parentOf(value.id);
    const parent = parentId < 0 ? null : sibling(value, parentId);
    if (blocksDecidedBy(value).length > 0 && !isAlternative(parent, value)) return hops === 0 || matters(walk.link, value, start) ? value : null;
    if (parent === null) break;
    const answer = atParent(walk, parent, value, hops);
    if (answer === 'handled') return parent;
    if (answer !== 'climb') return answer === 'used' ? null : answer;
    value = parent;
  }
  return hops >= MAXIMUM_HOPS ? null : carriedOn(walk, value, hops + 1);
}

type Step = 'handled' | 'climb' | 'used' | ValueRef;

/** What the expression around a value does with it. */
function atParent(walk: Walk, parent: FileValue, value: FileValue, hops: number): Step {
  const fact = factOf(parent);
  switch (fact.kind) {
    case 'logical':
      return fact.left === value.id ? replacedBy(walk.link, value, fact.operator, sibling(parent, fact.right), hops) : 'climb';
    case 'conditional':
      return fact.test === value.id ? 'handled' : 'climb';
    case 'unary':
      if (fact.operator === '!') return blocksDecidedBy(parent).length > 0 ? 'climb' : 'handled';
      return fact.operator === 'typeof' ? 'handled' : fact.operator === '+' ? 'climb' : 'used';
    case 'binary':
      return comparison(walk.link, parent, fact, value);
    case 'member':
      if (fact.object !== value.id) return 'used';
      return fact.optional ? 'handled' : isConversion(parent, value) ? 'climb' : 'used';
    case 'call':
      return atCall(walk, parent, value, hops);
    case 'cast':
    case 'await':
      return 'climb';
    case 'object':
      return settingsObjectHandles(walk.link, parent, value) ?? throughProperty(walk, parent, value, hops) ?? 'used';
    default:
      return 'used';
  }
}

function replacedBy(link: Linking, value: FileValue, operator: string, right: FileValue, hops: number): Step {
  if (operator === '&&') return 'handled';
  // `!a || !b` is one condition.
  if (factOf(value).kind === 'unary' || factOf(value).kind === 'binary') return 'climb';
  const { kind } = classify(link, right);
  // `|| undefined` says that it may be missing; a literal at the read is judged as a fallback; what is empty may still be tested later.
  return (kind === 'literal' && hops === 0) || kind === 'empty' ? 'climb' : 'handled';
}

function comparison(link: Linking, parent: FileValue, fact: { operator: string; left: number; right: number }, value: FileValue): Step {
  if (!/^[=!]==?$/.test(fact.operator)) return 'used';
  const other = sibling(parent, fact.left === value.id ? fact.right : fact.left);
  // Compared with what a client sends, nothing would equal nothing.
  if (link.constants(other) === null && !link.rolesAt(other).some((site) => site.role === 'env.read')) return 'used';
  return blocksDecidedBy(parent).length > 0 ? 'climb' : 'handled';
}

function atCall(walk: Walk, call: FileValue, value: FileValue, hops: number): Step {
  const { link } = walk;
  const fact = factOf(call);
  if (fact.kind !== 'call') return 'used';
  if (fact.callee === value.id) return 'climb';
  const name = /([\w$]+)$/.exec(link.describe(sibling(call, fact.callee)))?.[1] ?? '';
  if (/^(Boolean|is[A-Z]\w*|has[A-Z]\w*|isset|(?:from|of)Nullable)$/.test(name)) return 'handled';
  if (isConversion(call, value)) return name === 'String' ? 'used' : 'climb';
  const parsed = link.rolesAt(call).some((site) => site.role === 'schema.parse' && sameArgument(link.argument(site, 'input'), value));
  if (parsed) return 'handled';
  if (hops >= MAXIMUM_HOPS) return 'used';
  return intoCallee(walk, call, fact.args.indexOf(value.id), hops) ?? 'used';
}

function sameArgument(argument: ValueRef | null, value: FileValue): boolean {
  return argument !== null && argument.id === value.id && argument.file === value.file;
}

/** A function of the program deals with it when its parameter has a default, collects several, or is tested. */
function intoCallee(walk: Walk, call: FileValue, position: number, hops: number): ValueRef | null {
  if (position < 0) return null;
  for (const { place, binding, hasDefault, isRest } of parametersTaking(walk.link, call, position)) {
    if (hasDefault || isRest) return place;
    const handled = firstHandled(walk, bindingUses(walk.link, place, binding), hops + 1);
    if (handled !== null) return handled;
  }
  return null;
}

/** The value ends an expression: what is it written to, and who reads that? */
function carriedOn(walk: Walk, value: FileValue, hops: number): ValueRef | null {
  if (value.file.functionsReturning(value.id).some((id) => mayGiveNothing(value.file.facts.functions[id]?.returnType))) return value;
  return firstHandled(walk, carriedTo(walk.link, value), hops);
}

function firstHandled(walk: Walk, uses: readonly FileValue[], hops: number): ValueRef | null {
  for (const use of uses) {
    const handled = follow(walk, use, hops);
    if (handled !== null) return handled;
  }
  return null;
}

/** `{ apiKey: process.env.API_KEY }`: someone tests `.apiKey`. */
function throughProperty(walk: Walk, object: FileValue, value: FileValue, hops: number): ValueRef | null {
  return hops >= MAXIMUM_HOPS ? null : firstHandled(walk, propertyReads(walk.link, object, value), hops + 1);
}

const decided = new WeakMap<IndexedFile, Map<ValueId, BlockFact[]>>();

/** Blocks that run, or not, by this value. */
function blocksDecidedBy(value: FileValue): readonly BlockFact[] {
  let byCondition = decided.get(value.file);
  if (byCondition === undefined) {
    byCondition = new Map();
    for (const block of value.file.facts.blocks) {
      if (block.condition < 0 || !['then', 'else', 'case', 'loop'].includes(block.kind)) continue;
      append(byCondition, block.condition, block);
    }
    decided.set(value.file, byCondition);
  }
  return byCondition.get(value.id) ?? [];
}

/** The left side of `||` decides whether the right one is evaluated: a replacement, not a test. */
function isAlternative(parent: FileValue | null, value: FileValue): boolean {
  const fact = parent === null ? null : factOf(parent);
  return fact?.kind === 'logical' && fact.left === value.id && fact.operator !== '&&';
}

/**
 * `if (!url) console.warn(…)` changes nothing for whoever uses `url` below. A test matters when it lets code run that needs the
 * variable, leaves, has another side, or sets the variable.
 */
function matters(link: Linking, condition: FileValue, tested: FileValue): boolean {
  if (!saysMissing(link, condition, 0)) return true;
  const blocks = blocksDecidedBy(condition);
  if (blocks.some((block) => block.exits || block.kind === 'else')) return true;
  const fact = factOf(tested);
  const writes = fact.kind === 'reference' ? (condition.file.facts.bindings[fact.binding]?.writes ?? []) : [];
  return writes.some((write) => blocks.some((block) => write.at > block.start && write.at <= block.end));
}

function saysMissing(link: Linking, condition: FileValue, depth: number): boolean {
  const fact = factOf(condition);
  if (fact.kind === 'unary') return fact.operator === '!';
  if (fact.kind === 'logical' && depth < 8) return [fact.left, fact.right].some((id) => saysMissing(link, sibling(condition, id), depth + 1));
  if (fact.kind !== 'binary' || !fact.operator.startsWith('==')) return false;
  return [fact.left, fact.right].some((id) => link.constants(sibling(condition, id))?.every((constant) => constant === null || constant === '') ?? false);
}
