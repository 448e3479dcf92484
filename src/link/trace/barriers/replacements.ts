/**
 * Characters taken out of a text by `replace`: what is left after `x.replace(/[^a-z0-9]/g, '')`, or after a chain of such calls. Only
 * what replaces every occurrence counts.
 */
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Characters, addAll, addText, allCharacters, hasAny, noCharacters, protectionBy, removeAll } from './characters.js';
import { matchedAlone, patternsOf } from './patterns.js';
import { standsInQuotes } from './quotes.js';
import { type Protection, against, intersection, union } from './protection.js';

const MAXIMUM_DEPTH = 16;
/** What an entity such as `&lt;` is written with. */
const ENTITY = '&#;abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
/** Methods that give back the same text, or a part of it. */
const KEEPS_CHARACTERS = new Set(['trim', 'trimStart', 'trimEnd', 'toString', 'slice', 'substring', 'substr', 'normalize', 'toLowerCase', 'toUpperCase']);

interface Replacement {
  removed: Characters;
  added: Characters;
  /** What the way of replacing proves beyond the characters. */
  special: Protection | null;
}

/** What is proven of the result of a call, by the characters that it and the calls before it have taken out; null for other calls. */
export function provenByReplacing(link: Linking, call: FileValue): Protection | null {
  const replacement = replacementOf(link, call);
  if (replacement === null) return null;
  return union(protectionBy(charactersAfter(link, call, 0)), replacement.special);
}

function charactersAfter(link: Linking, ref: FileValue, depth: number): Characters {
  if (depth > MAXIMUM_DEPTH) return allCharacters();
  const fact = factOf(ref);
  if (fact.kind === 'reference') {
    const definitions = link.definitionsAt(ref.file, ref.id).map(indexed);
    const union = noCharacters();
    for (const definition of definitions) addAll(union, charactersAfter(link, definition, depth + 4));
    return definitions.length === 0 ? allCharacters() : union;
  }
  const callee = fact.kind === 'call' ? factOf(sibling(ref, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member') return allCharacters();
  const receiver = sibling(ref, callee.object);
  if (callee.name !== null && KEEPS_CHARACTERS.has(callee.name)) return charactersAfter(link, receiver, depth + 1);
  const replacement = replacementOf(link, ref);
  if (replacement === null) {
    return callee.name === 'replace' || callee.name === 'replaceAll' ? withAdded(link, ref, charactersAfter(link, receiver, depth + 1)) : allCharacters();
  }
  const left = charactersAfter(link, exchangeOf(ref)!.text, depth + 1);
  removeAll(left, replacement.removed);
  addAll(left, replacement.added);
  return left;
}

/** A replacement that takes out no character for certain still puts some in. */
function withAdded(link: Linking, call: FileValue, before: Characters): Characters {
  const fact = factOf(call);
  const texts = fact.kind === 'call' && fact.args[1] !== undefined ? link.constants(sibling(call, fact.args[1])) : null;
  if (texts === null) return allCharacters();
  for (const text of texts) addText(before, String(text));
  return before;
}

interface Exchange {
  text: FileValue;
  searched: FileValue;
  put: FileValue;
  /** A text that is searched is found wherever it stands. */
  everywhere: boolean;
  split: boolean;
}

/** The parts of `text.replace(searched, put)`, and of `text.split(searched).join(put)`, which exchanges every occurrence. */
function exchangeOf(call: FileValue): Exchange | null {
  const outer = methodCall(call);
  const split = outer?.name === 'join' ? methodCall(outer.object) : null;
  const searched = split?.name === 'split' ? split.args[0] : outer?.args[0];
  const put = split === null ? outer?.args[1] : outer?.args[0];
  if (outer === null || searched === undefined || put === undefined) return null;
  if (split?.name === 'split') return { text: split.object, searched, put, everywhere: true, split: true };
  return outer.name === 'replace' || outer.name === 'replaceAll' ? { text: outer.object, searched, put, everywhere: outer.name === 'replaceAll', split: false } : null;
}

function methodCall(ref: FileValue): { name: string | null; object: FileValue; args: FileValue[] } | null {
  const fact = factOf(ref);
  const callee = fact.kind === 'call' ? factOf(sibling(ref, fact.callee)) : null;
  return fact.kind === 'call' && callee?.kind === 'member' ? { name: callee.name, object: sibling(ref, callee.object), args: fact.args.map((id) => sibling(ref, id)) } : null;
}

/** What `text.replace(/…/g, …)`, `text.replaceAll(…)` or `text.split(…).join(…)` takes out and puts in; null where not every occurrence is replaced. */
function replacementOf(link: Linking, call: FileValue): Replacement | null {
  const written = exchangeOf(call);
  if (written === null) return null;
  const { searched, put, everywhere } = written;
  const removed = noCharacters();
  let special: Protection | null = null;
  const patterns = patternsOf(link, searched);
  const texts = everywhere ? link.constants(searched) : null;
  if (patterns !== null) {
    special = patterns.map(({ source, flags }) => provenByPathPattern(link, written.text, source, flags)).reduce(intersection);
    if (!written.split && !patterns.every(({ flags }) => flags.includes('g'))) return special === null ? null : { removed, added: noCharacters(), special };
    if (patterns.length === 1) addAll(removed, matchedAlone(patterns[0]!));
  } else if (texts?.length === 1) {
    if (String(texts[0]).length === 1) addText(removed, String(texts[0]));
    if (texts[0] === '..') special = against(['no-parent']);
  } else return null;
  const { added, special: proven } = addedBy(link, put, removed, special);
  return { removed, added, special: union(proven, union(provenByDoubling(link, call, put, removed), provenByBackslashes(link, written, removed))) };
}

/** `"${name.replace(/"/g, '""')}"`: a doubled quote is no end of a name in quotes. */
function provenByDoubling(link: Linking, call: FileValue, put: FileValue, removed: Characters): Protection | null {
  const [text, ...others] = link.constants(put) ?? [];
  const quote = ['"', '`'].find((each) => text === each + each && hasAny(removed, each));
  return quote !== undefined && others.length === 0 && standsInQuotes(link, call, quote) ? against(['sql-identifier']) : null;
}

/** `text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")`: a backslash before each quote, after those that were there were doubled. */
function provenByBackslashes(link: Linking, { text, put }: Exchange, removed: Characters): Protection | null {
  const puts = (exchange: { put: FileValue }, due: string) => {
    const texts = link.constants(exchange.put) ?? [];
    return texts.length === 1 && texts[0] === due;
  };
  const before = hasAny(removed, "'") && puts({ put }, "\\'") ? exchangeOf(text) : null;
  const doubled = before === null ? null : replacementOf(link, text);
  return before !== null && doubled !== null && hasAny(doubled.removed, '\\') && puts(before, '\\\\') ? against(['sql']) : null;
}

/** `path.normalize(x).replace(/^(\.\.(\/|\\|$))+/, '')`, and the dots of `..` taken out wherever they stand. */
function provenByPathPattern(link: Linking, receiver: FileValue, source: string, flags: string): Protection | null {
  if (flags.includes('g') && /^\\\.(?:\\\.|\{2\}|\{2,\}|\\\.\+)$/.test(source)) return against(['no-parent']);
  const isLeading = /^\^\(?(?:\?:)?\\\.\\\./.test(source) && /[+*]$/.test(source);
  return isLeading && link.rolesAt(receiver).some((site) => site.role === 'path.normalize') ? against(['no-parent']) : null;
}

function addedBy(link: Linking, put: FileValue, removed: Characters, special: Protection | null): { added: Characters; special: Protection | null } {
  const added = noCharacters();
  const texts = link.constants(put);
  if (texts === null) {
    const returns = returnsOf(put);
    // A table of entities, or a code made of the character; one that gives the character back takes nothing out.
    if (returns === null || returns.some((returned) => keepsParameter(put, returned))) addAll(added, removed);
    else addText(added, ENTITY);
    return { added, special };
  }
  for (const text of texts.map(String)) {
    if (/\$[&`'\d<]/.test(text)) addAll(added, removed);
    addText(added, text.replace(/\$[&`'\d]/g, ''));
    special = union(special, provenByEscaping(text, removed));
  }
  return { added, special };
}

/** A backslash before each special character of a pattern; a quote that is closed, escaped and opened again for a shell. */
function provenByEscaping(text: string, removed: Characters): Protection | null {
  const all = (characters: string) => [...characters].every((character) => hasAny(removed, character));
  if (text === '\\$&' && all('.*+?^$()[]{}|\\')) return against(['regex']);
  if ((text === "'\\''" || text === `'"'"'`) && all("'")) return against(['shell']);
  return null;
}

/** What a callback written in place returns; null for anything else. */
function returnsOf(put: FileValue): number[] | null {
  const fact = factOf(put);
  return fact.kind === 'function' ? (put.file.facts.functions[fact.function]?.returns ?? []) : null;
}

/** `(c) => c`, `(c) => '\\' + c`. */
function keepsParameter(put: FileValue, returned: number): boolean {
  const fact = factOf(sibling(put, returned));
  if (fact.kind === 'reference') return true;
  if (fact.kind === 'concat' || fact.kind === 'template') return fact.parts.some((part) => keepsParameter(put, part));
  if (fact.kind === 'logical') return keepsParameter(put, fact.left);
  return fact.kind === 'conditional' && [fact.whenTrue, fact.whenFalse].some((id) => keepsParameter(put, id));
}
