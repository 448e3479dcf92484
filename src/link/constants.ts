/** Constant folding: all values that an expression may have, when they are all written in the source. */
import type { ValueRef } from '../contracts/program.js';
import { decodedConstants } from './decoded-constants.js';
import { type FileValue, type Linking, indexed, sibling } from './linking.js';
import { factOf, keyOf } from './value-graph.js';

export type Constant = string | number | boolean | null;

/** More alternatives than these are no help to a reader. */
const MAXIMUM_CONSTANTS = 32;
const MAXIMUM_DEPTH = 24;
/** Parts looked at for one question. Text that is put together piece by piece (`s += …`) has a path for every order of its pieces. */
const MAXIMUM_STEPS = 1000;

/** One question: what is being folded, and how much was looked at. */
interface Folding {
  open: Set<number>;
  steps: number;
}

/** All constants that the value may be; null when it may be something else. */
export function constantsOf(link: Linking, ref: ValueRef): Constant[] | null {
  return fold(link, indexed(ref), 0, { open: new Set(), steps: 0 });
}

function fold(link: Linking, ref: FileValue, depth: number, folding: Folding): Constant[] | null {
  const key = keyOf(ref);
  folding.steps += 1;
  if (depth > MAXIMUM_DEPTH || folding.steps > MAXIMUM_STEPS || folding.open.has(key)) return null;
  folding.open.add(key);
  const result = foldValue(link, ref, (id) => fold(link, id, depth + 1, folding));
  folding.open.delete(key);
  if (result === null) return null;
  const distinct = [...new Set(result)];
  return distinct.length > MAXIMUM_CONSTANTS ? null : distinct;
}

type Recurse = (ref: FileValue) => Constant[] | null;

function foldValue(link: Linking, ref: FileValue, recurse: Recurse): Constant[] | null {
  const fact = factOf(ref);
  const at = (id: number) => recurse(sibling(ref, id));
  switch (fact.kind) {
    case 'literal':
      return fact.type === 'regexp' ? null : [fact.value];
    case 'template':
      return fact.tag >= 0 ? null : joinTemplate(fact.texts, fact.parts.map(at));
    case 'concat':
      return fact.parts.map(at).reduce(add, ['']);
    case 'logical':
      return foldLogical(fact.operator, at(fact.left), at(fact.right));
    case 'conditional':
      return either(at(fact.whenTrue), at(fact.whenFalse));
    case 'cast':
    case 'await':
      return at(fact.operand);
    case 'binary':
      return arithmetic(fact.operator, at(fact.left), at(fact.right));
    case 'unary':
      return negate(fact.operator, at(fact.operand));
    case 'reference':
    case 'member':
      return foldName(link, ref, recurse);
    case 'call':
      return decodedConstants(link, ref, fact, recurse);
    default:
      return null;
  }
}

function foldName(link: Linking, ref: FileValue, recurse: Recurse): Constant[] | null {
  const fact = factOf(ref);
  if (fact.kind === 'reference' && fact.binding < 0) return fact.name === 'undefined' ? [null] : null;
  const known = fact.kind === 'member' && fact.name !== null && link.models.isConstantName(fact.name) ? constantOfLibrary(link, ref) : undefined;
  if (known !== undefined) return [known];
  const sources = link.sourcesOf(ref).map(indexed);
  if (sources.length === 0 || sources.some((source) => source.id === ref.id && source.file === ref.file)) return null;
  let result: Constant[] | null = [];
  for (const source of sources) result = either(result, recurse(source));
  return result;
}

/** `Segments.BODY` of celebrate, `StatusCodes.FORBIDDEN`. */
function constantOfLibrary(link: Linking, member: FileValue): Constant | undefined {
  return link.apiPaths(member).map((path) => link.models.constant(path)).find((value) => value !== undefined);
}

function either(a: Constant[] | null, b: Constant[] | null): Constant[] | null {
  return a === null || b === null ? null : [...a, ...b];
}

function foldLogical(operator: string, left: Constant[] | null, right: Constant[] | null): Constant[] | null {
  if (left === null) return null;
  if (operator === '??' || operator === 'default') {
    return left.includes(null) ? either(left.filter((value) => value !== null), right) : left;
  }
  const kept = left.filter((value) => (operator === '||' ? Boolean(value) : !value));
  return kept.length === left.length ? left : either(kept, right);
}

function joinTemplate(texts: readonly string[], parts: (Constant[] | null)[]): Constant[] | null {
  let result: Constant[] | null = [texts[0] ?? ''];
  parts.forEach((part, index) => {
    result = add(add(result, part?.map(String) ?? null), [texts[index + 1] ?? '']);
  });
  return result;
}

function add(left: Constant[] | null, right: Constant[] | null): Constant[] | null {
  if (left === null || right === null || left.length * right.length > MAXIMUM_CONSTANTS) return null;
  return left.flatMap((a) => right.map((b) => (typeof a === 'number' && typeof b === 'number' ? a + b : a === '' && typeof b === 'number' ? b : `${String(a)}${String(b)}`)));
}

function arithmetic(operator: string, left: Constant[] | null, right: Constant[] | null): Constant[] | null {
  const a = left?.length === 1 ? left[0] : undefined;
  const b = right?.length === 1 ? right[0] : undefined;
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  switch (operator) {
    case '*':
      return [a * b];
    case '-':
      return [a - b];
    case '/':
      return b === 0 ? null : [a / b];
    case '**':
      return [a ** b];
    default:
      return null;
  }
}

function negate(operator: string, operand: Constant[] | null): Constant[] | null {
  if (operand === null) return null;
  if (operator === '-') return operand.every((value) => typeof value === 'number') ? operand.map((value) => -Number(value)) : null;
  if (operator === '!') return operand.map((value) => !value);
  return null;
}
