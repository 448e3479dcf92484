/** What a regular expression of the program proves about a text that it matches, or that it does not match. */
import type { ValueRef } from '../../../contracts/program.js';
import { type Linking, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Characters, addAll, allCharacters, hasAny, noCharacters, protectionBy, removeAll } from './characters.js';
import { type Item, type PatternText, itemsOf } from './pattern-source.js';
import { type Protection, against, intersection, union } from './protection.js';
import { isFixedHost } from './prefixes.js';

/** The texts of all patterns that the value may be; null when one cannot be told. A text counts when it is used as a pattern. */
export function patternsOf(link: Linking, value: ValueRef): PatternText[] | null {
  const patterns = link.sourcesOf(value).map((source): PatternText | null => {
    const fact = factOf(source);
    if (fact.kind === 'literal') return fact.type === 'regexp' ? { source: String(fact.value), flags: fact.flags ?? '' } : null;
    if (fact.kind !== 'call' || fact.args[0] === undefined || !link.apiPaths(sibling(source, fact.callee)).includes('global:RegExp')) return null;
    const texts = link.constants(sibling(source, fact.args[0]));
    const flags = fact.args[1] === undefined ? [''] : link.constants(sibling(source, fact.args[1]));
    return texts?.length === 1 && flags?.length === 1 ? { source: String(texts[0]), flags: String(flags[0] ?? '') } : null;
  });
  return patterns.every((pattern) => pattern !== null) && patterns.length > 0 ? patterns : null;
}

/** What patterns written as texts prove of what they match; null when they are not known. */
export function patternProof(sources: readonly unknown[] | null): Protection | null {
  return sources === null || sources.length === 0 ? null : protectionByMatch(sources.map((source) => ({ source: String(source), flags: '' })));
}

/** What is proven of a text that each of these patterns matches. */
export function protectionByMatch(patterns: readonly PatternText[]): Protection | null {
  return patterns.map(provenByMatch).reduce(intersection);
}

/** What is proven of what a group of each of these patterns has matched; 0 is the whole match. The match itself need not be bound. */
export function groupProtection(patterns: readonly PatternText[], group: number): Protection | null {
  return patterns
    .map((pattern) => {
      const items = itemsOf(pattern);
      const inner = items === null ? null : itemsOfGroup(items, group);
      return inner === null ? null : protectionBy(charactersOf(inner));
    })
    .reduce(intersection);
}

/** What stands between the brackets of the n-th capturing group; null when there is none. */
function itemsOfGroup(items: readonly Item[], group: number): readonly Item[] | null {
  if (group === 0) return items;
  const openings = items.flatMap(({ text }, index) => (text === '(' || /^\(\?<[A-Za-z_]/.test(text) ? [index] : []));
  const start = openings[group - 1];
  if (start === undefined) return null;
  const end = items.findIndex(({ text, depth }, index) => index > start && text === ')' && depth === items[start]!.depth);
  return end < 0 ? null : items.slice(start + 1, end);
}

function provenByMatch(pattern: PatternText): Protection | null {
  const items = itemsOf(pattern);
  if (items === null || pattern.flags.includes('m')) return null;
  return union(isBound(items) ? protectionBy(charactersOf(items)) : null, alternativesOf(items).map(provenByBeginning).reduce(intersection));
}

/** Does every alternative say how the text begins and how it ends? */
function isBound(items: readonly Item[]): boolean {
  return alternativesOf(items).every((alternative) => alternative[0]?.text === '^' && alternative.at(-1)?.text === '$');
}

function charactersOf(items: readonly Item[]): Characters {
  const set = noCharacters();
  for (const { characters } of items) if (characters !== null) addAll(set, characters);
  return set;
}

function alternativesOf(items: readonly Item[]): Item[][] {
  const result: Item[][] = [[]];
  for (const item of items) {
    if (item.text === '|' && item.depth === 0) result.push([]);
    else result.at(-1)!.push(item);
  }
  return result;
}

/** `^https:\/\/api\.example\.com\/` names a host, `^\/(?!\/)` and `^\/\w` a path on the same site. */
function provenByBeginning(items: readonly Item[]): Protection | null {
  if (items[0]?.text !== '^') return null;
  const rest = items.slice(1);
  if (literalOf(rest[0]) === '/') return isOneSlash(rest[1]) ? against(['url', 'redirect', 'rooted', 'one-slash']) : null;
  const scheme = rest.findIndex((item, index) => literalOf(item) === '/' && literalOf(rest[index + 1]) === '/');
  if (scheme < 0 || !/^[a-z]+:$/.test(rest.slice(0, scheme).map((item) => literalOf(item) ?? ' ').join(''))) return null;
  const host = rest.slice(scheme + 2);
  const end = host.findIndex((item) => literalOf(item) === '/' || item.text === '$');
  return end > 0 && namesHost(host.slice(0, end)) ? against(['url', 'redirect']) : null;
}

function isOneSlash(next: Item | undefined): boolean {
  if (next === undefined) return false;
  if (next.text === '$') return true;
  if (next.text.startsWith('(?!')) return next.text.includes('/');
  return next.characters !== null && !/^[*?]/.test(next.quantifier) && !hasAny(next.characters, '/\\');
}

/** `example\.com`, or any name below it: `[\w-]+\.example\.com`. */
function namesHost(items: readonly Item[]): boolean {
  if (items.some((item) => item.characters !== null && hasAny(item.characters, '/\\@:?#') && literalOf(item) !== ':')) return false;
  let fixed = '';
  let index = items.length;
  while (index > 0 && items[index - 1]!.quantifier === '' && literalOf(items[index - 1]) !== null) fixed = literalOf(items[(index -= 1)])! + fixed;
  // `(www\.)?example\.com`: what may stand before ends with a dot, too.
  const isBelow = fixed.startsWith('.') || (items[index - 1]?.text === ')' && literalOf(items[index - 2]) === '.' && items[index - 2]!.quantifier === '');
  return isFixedHost(fixed) && (index === 0 || isBelow);
}

/** The character that an item stands for, if it is a single one. */
function literalOf(item: Item | undefined): string | null {
  if (item === undefined || item.characters === null || item.quantifier === '*' || item.quantifier === '+') return null;
  const codes = [...item.characters].flatMap((present, code) => (present ? [code] : []));
  return codes.length === 1 && codes[0]! < 128 ? String.fromCharCode(codes[0]!) : null;
}

/** A pattern of dots, slashes and anchors only: it looks for a step out of a directory. */
const LOOKS_FOR_PARENT = /^[\^(?:|[\]\\/)$]*\\\.\\\.[\^(?:|[\]\\/)$]*$/;

/** What is proven of a text in which none of these patterns is found. */
export function protectionByAbsence(patterns: readonly PatternText[]): Protection | null {
  return patterns
    .map((pattern) => {
      const rest = allCharacters();
      removeAll(rest, matchedAlone(pattern));
      const parent = LOOKS_FOR_PARENT.test(pattern.source) ? against(['no-parent']) : null;
      return union(protectionBy(rest), parent);
    })
    .reduce(intersection);
}

/** Characters that the pattern finds wherever they stand: a class, or alternatives of single characters. */
export function matchedAlone(pattern: PatternText): Characters {
  const set = noCharacters();
  const items = itemsOf(pattern);
  if (items === null) return set;
  for (const alternative of alternativesOf(withoutOuterGroup(items))) {
    const required = alternative.filter((item) => !/^(?:[?*]|\{0)/.test(item.quantifier));
    const single = required.length === 1 ? required[0]! : null;
    if (single === null || single.characters === null || !/^\+?\??$/.test(single.quantifier)) continue;
    if (alternative.every((item) => item.characters !== null)) addAll(set, single.characters);
  }
  return set;
}

/** `(a|b)` and `(?:a|b)+` are `a|b`. */
function withoutOuterGroup(items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  const isGroup = items[0]?.text.startsWith('(') === true && last?.text === ')' && items.slice(1, -1).every((item) => item.depth > 0);
  if (!isGroup || (last.quantifier !== '' && last.quantifier !== '+')) return items;
  return items.slice(1, -1).map((item) => ({ ...item, depth: item.depth - 1 }));
}
