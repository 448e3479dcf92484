/** What a condition asks of a request: its method, its address. */
import type { ValueRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { directSources } from '../../sources.js';
import { factOf, keyOf } from '../../value-graph.js';

const MAXIMUM_DEPTH = 12;
/** What gives a part of an address, or the same in another form. */
const SAME_ADDRESS = /^(?:split|replace|replaceAll|toLowerCase|toUpperCase|trim|slice|substring|toString|pop|shift|at)$/;
const READS_ADDRESS = /^(?:parse|URL|parseUrl|parseURL|parseurl|decodeURI|decodeURIComponent|normalize|fileURLToPath|getPathname|getPath)$/;
const PARTS_OF_ADDRESS = /^(?:pathname|path|url|href|originalUrl)$/;
const REQUEST = /^_?(?:req|request|ctx|context|event|evt)$/;

/** Methods in upper case and paths of which a request must have one; null: any. */
export interface Asked {
  methods: readonly string[] | null;
  paths: readonly string[] | null;
}

export const ANYTHING: Asked = { methods: null, paths: null };

/** Both must hold; what was asked first about the address is told more exactly by what is asked later. */
export function both(a: Asked, b: Asked): Asked {
  return { methods: b.methods ?? a.methods, paths: b.paths ?? a.paths };
}

/** What a condition asks of the request, or null where it asks nothing of the kind. */
export function askedBy(link: Linking, condition: FileValue, depth = 0): Asked | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const fact = factOf(condition);
  const next = (id: number) => askedBy(link, sibling(condition, id), depth + 1);
  switch (fact.kind) {
    case 'logical': {
      const [left, right] = [next(fact.left), next(fact.right)];
      if (fact.operator === '&&') return left === null || right === null ? (left ?? right) : both(left, right);
      return fact.operator === '||' && left !== null && right !== null ? either(left, right) : null;
    }
    case 'binary':
      return /^={2,3}$/.test(fact.operator) ? compared(link, sibling(condition, fact.left), sibling(condition, fact.right)) : null;
    case 'call':
      return askedByCall(link, condition);
    case 'cast':
    case 'await':
      return next(fact.operand);
    case 'reference': {
      const sources = directSources(link, condition);
      return sources.length === 1 ? askedBy(link, sources[0]!, depth + 1) : null;
    }
    default:
      return null;
  }
}

/** What a clause of `switch` asks. */
export function askedByCase(link: Linking, discriminant: FileValue, cases: readonly FileValue[]): Asked | null {
  const found = cases.map((each) => compared(link, discriminant, each));
  const known = found.flatMap((each) => (each === null ? [] : [each]));
  return known.length === 0 || known.length < found.length ? null : known.reduce(either);
}

function either(a: Asked, b: Asked): Asked {
  const joined = (x: readonly string[] | null, y: readonly string[] | null) => (x === null || y === null ? null : [...new Set([...x, ...y])]);
  return { methods: joined(a.methods, b.methods), paths: joined(a.paths, b.paths) };
}

type Part = 'method' | 'address' | 'both';

function compared(link: Linking, a: FileValue, b: FileValue): Asked | null {
  const [asked, other] = partOf(link, a) === null ? [partOf(link, b), a] : [partOf(link, a), b];
  if (asked === null) return null;
  const texts = (link.constants(other) ?? []).filter((each) => typeof each === 'string');
  if (texts.length === 0) return null;
  if (asked === 'method') return { methods: texts.map((text) => text.toUpperCase()), paths: null };
  if (asked === 'address') return texts.every((text) => text.startsWith('/')) ? { methods: null, paths: texts } : null;
  const pairs = texts.map((text) => /^([A-Za-z]+)[\s:|-]*(\/.*)$/.exec(text));
  return pairs.some((pair) => pair === null) ? null : { methods: pairs.map((pair) => pair![1]!.toUpperCase()), paths: pairs.map((pair) => pair![2]!) };
}

/** `url.startsWith('/users/')`, `url.match(/^\/users\/(\d+)$/)`, `/^\/users/.test(url)`. */
function askedByCall(link: Linking, call: FileValue): Asked | null {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || fact.args[0] === undefined) return null;
  const object = sibling(call, callee.object);
  const argument = sibling(call, fact.args[0]);
  if (callee.name === 'test' || callee.name === 'exec') return partOf(link, argument) === 'address' ? patterned(link, object) : null;
  if (partOf(link, object) !== 'address') return null;
  if (callee.name === 'match') return patterned(link, argument);
  const texts = callee.name === 'startsWith' ? (link.constants(argument) ?? []).filter((each) => typeof each === 'string') : [];
  return texts.length === 0 ? null : { methods: null, paths: texts.map((text) => `${text}${text.endsWith('/') ? '' : '/'}*`) };
}

function patterned(link: Linking, value: FileValue): Asked | null {
  const found = [value, ...link.sourcesOf(value)].map((each) => factOf(each)).find((fact) => fact.kind === 'literal' && fact.type === 'regexp');
  return found?.kind === 'literal' ? { methods: null, paths: [pathOfPattern(String(found.value))] } : null;
}

/** `^\/users\/(\d+)$` is `/users/:id`; from where it cannot be read on, `*`. */
function pathOfPattern(pattern: string): string {
  const plain = pattern
    .replace(/^\^|\$$/g, '')
    .replace(/\\\//g, '/')
    .replace(/\((?:\?<(\w+)>)?[^()]*\)/g, (_all, name: string | undefined) => `:${name ?? 'id'}`)
    .replace(/(?:\\[wd]|\[[^\]]*\])[+*]?(?:\{[\d,]*\})?/g, ':id')
    .replace(/\/?\?$/, '');
  const end = plain.search(/[\\^$.*+?()[\]{}|]/);
  return end < 0 ? plain : `${plain.slice(0, end)}*`;
}

/**
 * The part of a request that a value is.
 * @param seen keys of the values that were looked at: a loop leads back to them, and what was no part before is none now
 */
function partOf(link: Linking, value: ValueRef, seen = new Set<number>()): Part | null {
  const at = indexed(value);
  if (seen.has(keyOf(at))) return null;
  seen.add(keyOf(at));
  const fact = factOf(at);
  const next = (id: number) => partOf(link, sibling(at, id), seen);
  if (fact.kind === 'member' && (fact.name === 'method' || fact.name === 'httpMethod')) return isRequest(link, sibling(at, fact.object)) ? 'method' : null;
  if (link.rolesAt(at).some(({ role }) => role === 'request.url')) return 'address';
  switch (fact.kind) {
    case 'member':
      return fact.name === null || PARTS_OF_ADDRESS.test(fact.name) || /^\d+$/.test(fact.name) ? next(fact.object) : null;
    case 'call':
      return partOfCall(link, at, seen);
    case 'template':
    case 'concat': {
      const parts = fact.parts.map(next);
      if (fact.kind === 'template' && parts.length === 1) return parts[0]!;
      const known = fact.kind === 'template' ? parts : parts.filter((part) => part !== null);
      return known.length === 2 && known[0] === 'method' && known[1] === 'address' ? 'both' : null;
    }
    case 'logical':
      return next(fact.left);
    case 'cast':
    case 'await':
      return next(fact.operand);
    case 'reference':
      return firstPart(link, directSources(link, at), seen);
    case 'parameter':
      return firstPart(link, link.sourcesOf(at), seen);
    default:
      return null;
  }
}

function firstPart(link: Linking, values: readonly ValueRef[], seen: Set<number>): Part | null {
  for (const value of values) {
    const part = partOf(link, value, seen);
    if (part !== null) return part;
  }
  return null;
}

function partOfCall(link: Linking, at: FileValue, seen: Set<number>): Part | null {
  const fact = factOf(at);
  if (fact.kind !== 'call') return null;
  const callee = factOf(sibling(at, fact.callee));
  const name = writtenName(callee);
  if (callee.kind === 'member' && name !== null && SAME_ADDRESS.test(name)) return partOf(link, sibling(at, callee.object), seen);
  return name !== null && READS_ADDRESS.test(name) && fact.args[0] !== undefined ? partOf(link, sibling(at, fact.args[0]), seen) : null;
}

function isRequest(link: Linking, value: FileValue): boolean {
  const fact = factOf(value);
  if (link.resolve(value).some((entity) => entity.kind === 'api' && /(?:IncomingMessage|Request|Event)#$/.test(entity.path))) return true;
  return fact.kind === 'reference' && REQUEST.test(fact.name);
}
