/**
 * Building blocks of the schemas. Each schema is built in one of two manners from one definition: for *reading*, where a
 * choice is made first (by the word that is there) and only the chosen schema complains, so that a message is about the
 * word meant; and for *publishing* as JSON Schema, where a choice is a plain union.
 */
import { z } from 'zod';
import type { SourcePosition } from '../contracts/rules.js';
import { nearestWord } from './nearest-word.js';
import { positionOf } from './yaml-file.js';

/** What is wrong with a value at which no alternative can be chosen. `key`: it is about that key. */
export interface Problem {
  problem: string;
  key?: string;
  hint?: string;
}

export interface Alternatives<T> {
  /** Chooses an alternative by looking at the raw value. */
  pick(raw: unknown): string | Problem;
  options: Record<string, z.ZodType>;
  /** Makes the result from the chosen schema's output. */
  finish(key: string, output: unknown, at: SourcePosition): T;
}

export type Manner = <T>(alternatives: Alternatives<T>) => z.ZodType<T>;

/** Where a value that did not come from a file stands, such as a default. */
export const NOWHERE: SourcePosition = { path: '', line: 0, column: 0 };

export const reading: Manner = <T>(alternatives: Alternatives<T>) =>
  z.unknown().transform((raw, context): T => {
    const key = alternatives.pick(raw);
    if (typeof key !== 'string') {
      const path = key.key === undefined ? [] : [key.key];
      context.issues.push({ code: 'custom', message: key.problem, path, input: raw, params: { hint: key.hint, ofKey: key.key !== undefined } });
      return z.NEVER;
    }
    const result = alternatives.options[key]!.safeParse(raw, { reportInput: true });
    if (result.success) return alternatives.finish(key, result.data, positionOf(raw) ?? NOWHERE);
    for (const issue of result.error.issues) context.issues.push({ ...issue } as z.core.$ZodRawIssue);
    return z.NEVER;
  });

export const publishing: Manner = <T>(alternatives: Alternatives<T>) => z.union(Object.values(alternatives.options)) as unknown as z.ZodType<T>;

/** A map with these keys and no others. Its complaint about an unknown key carries the valid ones, see `issues.ts`. */
export function keys<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined) });
}

/** One of these or a list of them; always read as a list. */
export function oneOrMany<Item extends z.ZodType>(item: Item) {
  // Each alternative is transformed by itself: what an item is read into may be a list too.
  return z.union([z.array(item).min(1), item.transform((value): z.output<Item>[] => [value])]);
}

export function isMap(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/**
 * Chooses by the one known word among a map's keys.
 *
 * @param what how to name the thing in messages, e.g. `condition`.
 */
export function pickByWord(raw: Record<string, unknown>, words: readonly string[], what: string): string | Problem {
  const present = Object.keys(raw);
  const known = present.filter((key) => words.includes(key));
  if (known.length === 1) return known[0]!;
  if (known.length > 1) return { problem: `a ${what} has one word, this one has ${known.join(' and ')}`, key: known[1]!, hint: 'combine them with all: [ … ] or any: [ … ]' };
  const first = present[0];
  if (first === undefined) return { problem: `an empty ${what}`, hint: `valid words: ${words.join(', ')}` };
  const nearest = nearestWord(first, words);
  return { problem: `unknown ${what} "${first}"`, key: first, hint: nearest ? `did you mean "${nearest}"?` : `valid words: ${words.join(', ')}` };
}
