/** What the language's own methods do with functions and contents: facts of ECMAScript 2025, not of any library. */
import type { ValueRef } from '../contracts/program.js';
import { factOf } from './value-graph.js';

/** What a built-in method passes to its callback: an element of the receiver, its index, the receiver's promised value, or what the callback returned before. */
export type CallbackInput = 'element' | 'index' | 'receiver' | 'accumulator' | 'element of argument';

const ELEMENT_METHODS = new Set([
  'map',
  'forEach',
  'filter',
  'find',
  'findLast',
  'findIndex',
  'some',
  'every',
  'flatMap',
]);

/** What parameter `parameter` of the function given as argument `argument` of `method` is. */
export function builtinCallbackInput(method: string, argument: number, parameter: number): CallbackInput | null {
  // Array.from(source, callback)
  if (method === 'from' && argument === 1) return parameter === 0 ? 'element of argument' : parameter === 1 ? 'index' : null;
  if (argument !== 0) return null;
  if (ELEMENT_METHODS.has(method)) return parameter === 0 ? 'element' : parameter === 1 ? 'index' : null;
  if (method === 'then') return parameter === 0 ? 'receiver' : null;
  if (method === 'reduce' || method === 'reduceRight') {
    if (parameter === 1) return 'element';
    if (parameter === 2) return 'index';
    return parameter === 0 ? 'accumulator' : null;
  }
  if (method === 'sort' || method === 'toSorted') return parameter < 2 ? 'element' : null;
  return null;
}

/** The name of the method that is called; null when it is computed, or the callee is no member. */
export function methodOfCall(call: ValueRef): string | null {
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? call.file.facts.values[fact.callee] : undefined;
  return callee?.kind === 'member' ? callee.name : null;
}

/** Methods whose result is made of what the callback returns. */
export const RETURNS_CALLBACK_RESULT = new Set(['map', 'flatMap', 'then', 'catch', 'reduce', 'reduceRight', 'replace', 'replaceAll']);

/** Methods that give back elements of the receiver, or the receiver with the same elements. */
export const KEEPS_ELEMENTS = new Set([
  'filter',
  'find',
  'findLast',
  'slice',
  'concat',
  'reverse',
  'sort',
  'toSorted',
  'toReversed',
  'flat',
  'at',
  'pop',
  'shift',
  'values',
  'finally',
  'splice',
  'with',
  'fill',
]);

/** Methods that put their arguments into the receiver, and from which argument on. */
export const ADDS_TO_RECEIVER: ReadonlyMap<string, number> = new Map([
  ['push', 0],
  ['unshift', 0],
  ['add', 0],
  ['append', 1],
  ['set', 1],
  ['splice', 2],
]);

/** Methods that take one element out of their receiver. */
export const GIVES_ELEMENT: ReadonlySet<string> = new Set(['get', 'at', 'pop', 'shift', 'find', 'findLast']);

/** Functions and methods that make one text of a list: it has none of its parts' properties, and what is read of it was parsed. */
export const JOINS_LIST: ReadonlySet<string> = new Set(['global:Buffer.concat', 'join']);
