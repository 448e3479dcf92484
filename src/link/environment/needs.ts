/**
 * Does an unset variable surely do harm? It does where text is made of it, where a library is given it, where a method of it is
 * called, and where it is compared with what somebody sends. What is only put into settings, handed on or shown may well be missing.
 */
import type { CallValue } from '../../contracts/facts.js';
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { bindingUses, carriedTo, parametersTaking, propertyReads } from './carriers.js';
import { isConversion } from './fallback.js';
import { conditionOnOther } from './same-variable.js';

/** Variables, properties, parameters and results that one read may pass through. */
const MAXIMUM_HOPS = 5;
/** Places looked at for one read. */
const MAXIMUM_PLACES = 300;
/** Expressions around one place. */
const MAXIMUM_CLIMB = 16;

/** They keep, show or tell what they are given. */
const TELLS = /^(?:log|info|warn|error|debug|trace|fatal|verbose|json|jsonp|send|render|end|write|push|unshift|add|assign|freeze|stringify|keys|values|entries|includes|has|concat|map|filter|find|exit|next|resolve|then|registerAs)$|Error$/;

interface Walk {
  link: Linking;
  seen: Set<number>;
  /** `X ?? ''`: methods of it may be called. */
  isText: boolean;
  /** A place that is reached whatever other variables say. */
  counts: (place: FileValue) => boolean;
}

/**
 * The first place that needs the variable; null when none is seen.
 *
 * @param name of the variable. @param names the variable that each known read reads, by `keyOf`.
 */
export function neededAt(link: Linking, read: FileValue, { name, isText }: { name: string; isText: boolean }, names: ReadonlyMap<number, string>): ValueRef | null {
  const counts = (place: FileValue) => conditionOnOther(link, place, name, names) === null;
  return counts(read) ? follow({ link, seen: new Set(), isText, counts }, read, 0) : null;
}

function follow(walk: Walk, start: FileValue, hops: number): ValueRef | null {
  let value = start;
  for (let step = 0; step < MAXIMUM_CLIMB; step += 1) {
    const key = keyOf(value);
    if (walk.seen.has(key) || walk.seen.size > MAXIMUM_PLACES) return null;
    walk.seen.add(key);
    const parentId = value.file.parentOf(value.id);
    if (parentId < 0) return hops >= MAXIMUM_HOPS ? null : firstNeeded(walk, carriedTo(walk.link, value), hops + 1);
    const parent = sibling(value, parentId);
    const answer = atParent(walk, parent, value, hops);
    if (answer === 'needed') return walk.counts(parent) ? parent : null;
    if (answer !== 'climb') return answer;
    value = parent;
  }
  return null;
}

/** Needed there, or what carries it has to be looked at, or it is not, or elsewhere. */
type Step = 'needed' | 'climb' | ValueRef | null;

function atParent(walk: Walk, parent: FileValue, value: FileValue, hops: number): Step {
  const fact = factOf(parent);
  switch (fact.kind) {
    case 'template':
      // `${X}` alone makes a text of the value and adds nothing: what becomes of it decides.
      if (fact.tag < 0 && fact.parts.length === 1 && fact.texts.every((text) => text === '')) return 'climb';
      return isTold(walk.link, parent) ? null : 'needed';
    case 'concat':
      return isTold(walk.link, parent) ? null : 'needed';
    case 'binary':
      return /^[=!]==?$/.test(fact.operator) ? 'needed' : null;
    case 'member':
      return fact.object !== value.id || walk.isText ? null : 'needed';
    case 'call':
      return atCall(walk, parent, fact, value, hops);
    case 'object':
      return atObject(walk, parent, value, hops);
    case 'conditional':
      return fact.test === value.id ? null : 'climb';
    case 'unary':
      return fact.operator === '+' ? 'climb' : null;
    case 'logical':
    case 'cast':
    case 'await':
    case 'array':
    case 'spread':
      return 'climb';
    default:
      return null;
  }
}

function atCall(walk: Walk, call: FileValue, fact: CallValue, value: FileValue, hops: number): Step {
  if (fact.callee === value.id) return 'climb';
  const name = calleeName(walk.link, call, fact);
  if (isConversion(call, value)) return name === 'String' ? 'needed' : 'climb';
  if (TELLS.test(name)) return null;
  const taking = parametersTaking(walk.link, call, fact.args.indexOf(value.id));
  if (walk.link.callees(call).length === 0) return 'needed';
  return hops >= MAXIMUM_HOPS ? null : firstNeeded(walk, taking.flatMap(({ place, binding }) => bindingUses(walk.link, place, binding)), hops + 1);
}

/** Settings that go straight into a library, or that are read somewhere by this name. */
function atObject(walk: Walk, object: FileValue, value: FileValue, hops: number): Step {
  const read = hops >= MAXIMUM_HOPS ? null : firstNeeded(walk, propertyReads(walk.link, object, value), hops + 1);
  if (read !== null) return read;
  let outer = object;
  for (let depth = 0; depth < MAXIMUM_CLIMB; depth += 1) {
    const parentId = outer.file.parentOf(outer.id);
    if (parentId < 0) return carriedTo(walk.link, outer).map((use) => takenBy(walk, use)).find((place) => place !== null) ?? null;
    const fact = factOf(sibling(outer, parentId));
    if (fact.kind === 'call') return takenBy(walk, outer);
    if (fact.kind !== 'object' && fact.kind !== 'cast' && fact.kind !== 'array' && fact.kind !== 'spread') return null;
    outer = sibling(outer, parentId);
  }
  return null;
}

/** The call of a library that takes the settings as an argument, whatever other variables say. */
function takenBy({ link, counts }: Walk, settings: FileValue): ValueRef | null {
  const parentId = settings.file.parentOf(settings.id);
  const call = parentId < 0 ? null : sibling(settings, parentId);
  const fact = call === null ? null : factOf(call);
  if (call === null || fact?.kind !== 'call' || fact.callee === settings.id || TELLS.test(calleeName(link, call, fact))) return null;
  return link.callees(call).length === 0 && counts(call) ? call : null;
}

function firstNeeded(walk: Walk, uses: readonly FileValue[], hops: number): ValueRef | null {
  for (const use of uses) {
    const needed = follow(walk, use, hops);
    if (needed !== null) return needed;
  }
  return null;
}

/** A line of a log, a text of an error. */
function isTold(link: Linking, text: FileValue): boolean {
  const parentId = text.file.parentOf(text.id);
  const parent = parentId < 0 ? null : sibling(text, parentId);
  const fact = parent === null ? null : factOf(parent);
  return parent !== null && fact?.kind === 'call' && fact.callee !== text.id && TELLS.test(calleeName(link, parent, fact));
}

function calleeName(link: Linking, call: FileValue, fact: CallValue): string {
  return /([\w$]+)$/.exec(link.describe(sibling(call, fact.callee)))?.[1] ?? '';
}
