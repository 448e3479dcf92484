/** Texts that show what a secret looks like, or name a kind: examples of documents, samples, placeholders of a page, tables of kinds. */
import type { ObjectValue, ValueId } from '../../contracts/facts.js';
import type { LinkedFile } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';
import { splitWords } from '../names/name-words.js';

/** Objects and lists around a text. */
const MAXIMUM_CLIMB = 16;
const EXAMPLE_WORDS: ReadonlySet<string> = new Set(['example', 'examples', 'sample', 'samples', 'placeholder', 'placeholders', 'holder', 'mock', 'mocks', 'mocked', 'fake', 'dummy', 'fixture', 'fixtures', 'hint', 'tooltip']);
const DEMO_WORDS: ReadonlySet<string> = new Set(['demo', 'demos', 'playground', 'default', 'defaults', 'dev', 'development', 'test', 'tests']);
/** Shared by so many others, a word is a kind and no user or database. */
const SHARED_BY = 3;

/** Is it an example, by the name of a property, an attribute or a variable that holds it, however far out? */
export function isExample(file: LinkedFile, id: ValueId): boolean {
  return holdingNames(file, id).some((name) => splitWords(name).some((word) => EXAMPLE_WORDS.has(word.toLowerCase())));
}

/** Is it a key that a partner publishes for tests, by the name of the variable or property that holds it: `TURNSTILE_TEST_SECRET_KEY`? */
export function isForTests(file: LinkedFile, id: ValueId): boolean {
  return splitWords(holdingNames(file, id)[0] ?? '').some((word) => word.toLowerCase() === 'test');
}

/** Is it of a demonstration, which everybody may enter, of another stage than production, or what is looked for to be refused (`defaultLogins`)? */
export function isOfDemonstration(file: LinkedFile, id: ValueId): boolean {
  return holdingNames(file, id).some((name) => splitWords(name).some((word) => DEMO_WORDS.has(word.toLowerCase())));
}

/** Names of properties, attributes and variables that hold the text, the nearest first. */
function holdingNames(file: LinkedFile, id: ValueId): string[] {
  const { values, bindings } = file.facts;
  const names: string[] = [];
  let current = id;
  for (let step = 0; step < MAXIMUM_CLIMB; step += 1) {
    const uses = usesIn(file);
    names.push(...uses.bindingsOf(current).map((binding) => bindings[binding]!.name), ...uses.writtenTo(current));
    const parentId = file.parentOf(current);
    const parent = values[parentId];
    if (parent === undefined || !['object', 'array', 'jsx', 'cast', 'spread'].includes(parent.kind)) return names;
    const held = parent.kind === 'object' ? parent.properties : parent.kind === 'jsx' ? parent.attributes : [];
    names.push(...held.flatMap((each) => (each.value === current && each.name !== null ? [each.name] : [])));
    current = parentId;
  }
  return names;
}

/**
 * `{ host: 'public', user: 'public', port: 'public', password: 'secret' }` tells kinds, `{ username: 'Username', password: 'Password' }`
 * labels or the members of an enumeration.
 */
export function isTableOfWords(file: LinkedFile, { properties }: ObjectValue, id: ValueId): boolean {
  const texts = properties.map((each) => {
    const fact = file.facts.values[each.value];
    return { value: each.value, name: each.name ?? '', text: fact?.kind === 'literal' && fact.type === 'string' ? String(fact.value) : null };
  });
  const own = texts.find((each) => each.value === id);
  const others = texts.filter((each) => each.value !== id && each.text !== null && each.text !== '');
  if (own === undefined) return false;
  if (isItsName(own)) return others.some(isItsName);
  if (others.some((each) => each.text === 'public') && /^(?:secret|private)$/.test(own.text ?? '')) return true;
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(text!, (counts.get(text!) ?? 0) + 1);
  return [...counts.values()].some((count) => count >= SHARED_BY);
}

/** Is the text the name of what holds it, alone or behind a mark of the program's own: `secret: 'secret'`, `sessionToken: '__resolvedSessionToken'`? */
export function isItsName({ name, text }: { name: string; text: string | null }): boolean {
  return text !== null && splitWords(text.replace(/^__[a-z]+(?=[A-Z])/, '')).join('').toLowerCase() === splitWords(name).join('').toLowerCase();
}

/** `{ input: 'AKIA…', expected: true }` beside `/AKIA[A-Z0-9]{16}/`: an example of what a pattern of the same file looks for. */
export function isBesidePattern({ facts }: LinkedFile, text: string): boolean {
  return facts.values.some((value) => value.kind === 'literal' && value.type === 'regexp' && matches(String(value.value), value.flags ?? '', text));
}

/** Patterns that fit nearly anything tell nothing. */
const SHORTEST_PATTERN = 8;
/** A repeated group that repeats something itself may try for ever. */
const REPEATS_REPETITION = /\([^)]*[+*}][^)]*\)[+*{]/;
const LONGEST_TEXT = 200;

function matches(source: string, flags: string, text: string): boolean {
  if (source.length < SHORTEST_PATTERN || text.length > LONGEST_TEXT || REPEATS_REPETITION.test(source)) return false;
  try {
    const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
    return pattern.test(text) && !pattern.test('');
  } catch {
    return false;
  }
}
