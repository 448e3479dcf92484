/**
 * What migrations in code speak of. They are not run in the mind: a file that names a table, a column and a unique index together may have
 * made that column unique, so that its absence from the model proves nothing. What they drop is gone.
 */
import { fileNameOf } from '../../contracts/file-path.js';
import type { IndexedFile } from '../indexed-file.js';
import type { Linking } from '../linking.js';
import { nameKey } from './entity.js';
import { normal } from './names.js';

export interface MigrationMentions {
  /** Does some migration name the table, one of the columns' names and a word of the kind together? */
  speaksOf(kind: 'unique' | 'reference', table: string, columns: readonly string[]): boolean;
  /** Does some migration name the table and an index for texts? */
  searches(table: string): boolean;
  /** Has a migration dropped or renamed the table? */
  drops(table: string): boolean;
}

/** Of whatever class: scripts that make the indexes of a document store stand there, too. */
const MIGRATIONS = /(?:^|\/)(?:db-?)?migrations?\//i;
const INDEXES = /[^/]*(?:index|unique|constraint|_keys?\b)[^/]*\.[cm]?[jt]s$/i;
const KIND = { unique: /unique/, reference: /references?$|foreign|constraint/ };
const DROP_CALL = /^(?:drop|rename)\w*Table\w*$/i;
const DROP_STATEMENT = /\bdrop\s+table\s+(?:if\s+exists\s+)?["'`[]?(?:\w+["'`\]]?\.["'`[]?)?(\w+)/gi;

export function migrationMentions(link: Linking): MigrationMentions {
  const files = link.inventory.files.filter(({ class: kind, path }) => kind === 'migration' || MIGRATIONS.test(path)).flatMap(({ path }) => link.files.get(path) ?? []);
  const said = files.map(wordsIn);
  // Scripts are not read: their names tell what they are for.
  const unread = link.inventory.files.filter(({ path }) => MIGRATIONS.test(path) && !link.files.has(path) && INDEXES.test(path)).map(({ path }) => new Set(fileNameOf(path).split(/[^A-Za-z0-9]+/).map(nameKey)));
  const byKind = { unique: said.filter((words) => hasKind(words, 'unique')), reference: said.filter((words) => hasKind(words, 'reference')) };
  const searching = said.filter((words) => [...words].some((word) => /trgmop|^fulltext|tsvector/.test(word)));
  const dropped = new Set(files.flatMap((file) => droppedIn(file, link)));
  return {
    speaksOf: (kind, table, columns) =>
      byKind[kind].some((words) => words.has(nameKey(table)) && columns.some((column) => words.has(nameKey(column)))) || unread.some((words) => words.has(nameKey(table))),
    searches: (table) => searching.some((words) => words.has(nameKey(table))),
    drops: (table) => dropped.has(nameKey(table)),
  };
}

function hasKind(words: ReadonlySet<string>, kind: keyof typeof KIND): boolean {
  return [...words].some((word) => KIND[kind].test(word));
}

/** Names and words of texts, in the form of `nameKey`. */
function wordsIn(file: IndexedFile): Set<string> {
  const words = new Set<string>();
  const addText = (text: string) => {
    for (const word of text.split(/[^\w]+/)) if (word !== '') words.add(nameKey(word));
  };
  for (const fact of file.facts.values) {
    if (fact.kind === 'literal' && typeof fact.value === 'string') addText(fact.value);
    else if (fact.kind === 'template') fact.texts.forEach(addText);
    else if (fact.kind === 'member' && fact.name !== null) words.add(normal(fact.name));
    else if (fact.kind === 'object') for (const property of fact.properties) if (property.name !== null) words.add(normal(property.name));
  }
  return words;
}

/** Tables that are dropped or renamed on the way up. */
function droppedIn(file: IndexedFile, link: Linking): string[] {
  const { functions, values } = file.facts;
  const ways = functions.filter(({ name }) => name === 'down');
  const isBack = (start: number) => ways.some((way) => start >= way.start && start < way.end);
  return values.flatMap((fact): string[] => {
    if (isBack(fact.start)) return [];
    if (fact.kind === 'literal' && typeof fact.value === 'string') return dropsIn(fact.value);
    if (fact.kind === 'template') return fact.texts.flatMap(dropsIn);
    if (fact.kind !== 'call') return [];
    const callee = values[fact.callee];
    const first = fact.args[0];
    if (callee?.kind !== 'member' || !DROP_CALL.test(callee.name ?? '') || first === undefined) return [];
    return (link.constants({ file, id: first }) ?? []).flatMap((name) => (typeof name === 'string' ? [nameKey(name)] : []));
  });
}

function dropsIn(text: string): string[] {
  return [...text.matchAll(DROP_STATEMENT)].map((found) => nameKey(found[1]!));
}
