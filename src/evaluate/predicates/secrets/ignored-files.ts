/** `git.*`: what the project keeps out of its repository. */
import ignore from 'ignore';
import type { DocumentEntry, DocumentFacts } from '../../../contracts/document-facts.js';
import { lineAt } from '../../conditions/files.js';
import { answerOf, NO, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { isSecretName } from '../../secrets/named.js';
import { secretInEntry } from '../../secrets/in-files.js';
import type { Predicate } from '../index.js';

/**
 * `with:` names of files. Would git add some of them, at the root or in the directory of a package with production source that reads the environment (nothing where none does), because no
 * `.gitignore` there or above covers it? `.env` stands for the file that dotenv is told to load, where it is. Files need not exist. The paths are the message's `{value}`.
 */
export const adds: Predicate = (_site, operand, evaluation) => {
  if (!Array.isArray(operand)) throw new Error('git.adds takes a list of file names');
  const lists = ignoreLists(evaluation);
  const reading = new Set(evaluation.program.environment.reads.map(({ value }) => value.file.package.directory));
  if (reading.size === 0) return NO;
  const judged = evaluation.program.packages.filter((each) => evaluation.isJudged(each) && reading.has(each.directory)).map(({ directory }) => directory);
  const directories = [...new Set(['', ...judged])];
  const loaded = loadedFiles(evaluation);
  const named = (directory: string) => operand.flatMap((name) => (name === '.env' ? (loaded.get(directory) ?? ['.env']) : [String(name)]));
  const open = directories.flatMap((directory) => named(directory).map((name) => (directory === '' ? name : `${directory}/${name}`))).filter((path) => !isIgnored(path, lists));
  if (open.length === 0) return NO;
  const shown = open.slice(0, MOST_NAMED).join(', ') + (open.length > MOST_NAMED ? ` and ${open.length - MOST_NAMED} more` : '');
  return yes({ values: { value: shown }, related: lists.slice(0, MOST_NAMED).map(({ path }) => ({ location: lineAt(path, 1), text: path })) });
};

/** The environment files that dotenv is given by constant paths, by the directory of the package, from where a program is started most often. */
function loadedFiles({ program }: Evaluation): ReadonlyMap<string, string[]> {
  const loaded = new Map<string, string[]>();
  for (const site of program.sitesOf('file.handle').filter(({ path }) => path.startsWith('dotenv:'))) {
    const given = program.argument(site, 'path');
    const constants = given === null ? null : program.constants(given);
    const paths = constants?.filter((each) => typeof each === 'string') ?? [];
    const { directory } = site.value.file.package;
    loaded.set(directory, [...(loaded.get(directory) ?? []), ...(paths.length === 0 ? ['.env'] : paths.map((path) => path.replace(/^\.\//, '')))]);
  }
  return new Map([...loaded].map(([directory, paths]) => [directory, [...new Set(paths)].filter((path) => !/^(?:\.\.|\/)/.test(path))]));
}

/** Connection strings of datastores hold a password often enough. */
const CONNECTION = /(?:^|_)(?:DATABASE|DB|MONGO(?:DB)?|POSTGRES(?:QL)?|PG|MYSQL|REDIS|AMQP|RABBITMQ|CONNECTION)_?(?:URL|URI|DSN|STRING)$/;

/** Does production code read something from the environment that is called a secret or a connection string? */
export const secretsRead: Predicate = (_site, _operand, { program }) => {
  const read = program.environment.reads.find(({ name }) => isSecretName(name) || CONNECTION.test(name));
  return read === undefined ? NO : yes({ related: [{ location: program.location(read.value), text: read.name }] });
};

/** Paths in one message. */
const MOST_NAMED = 3;

function ignoreLists({ program }: Evaluation): DocumentFacts[] {
  return program.documents.filter(({ path }) => path === '.gitignore' || path.endsWith('/.gitignore'));
}

/** The nearest list that says something about the file wins (gitignore(5)). */
function isIgnored(path: string, lists: readonly DocumentFacts[]): boolean {
  const above = lists
    .map((list) => ({ list, directory: list.path.slice(0, -'.gitignore'.length) }))
    .filter(({ directory }) => path.startsWith(directory))
    .sort((a, b) => b.directory.length - a.directory.length);
  for (const { list, directory } of above) {
    const verdict = ignore().add(list.entries.map(({ value }) => value)).test(path.slice(directory.length));
    if (verdict.ignored || verdict.unignored) return verdict.ignored;
  }
  return false;
}

/** Is the audited directory the top of its git repository, so that what is not in it is nowhere in the repository? Yes too where there is none. */
export const atTop: Predicate = (_site, _operand, { program }) => answerOf(program.inventory.directoryInGit === '' ? 'yes' : 'no');

/**
 * Is the entry the first of its environment file that gives a value to something that is called a secret? A file is told of once;
 * the further ones are named with it.
 */
export const secretValue: Predicate = ({ entry }) => {
  if (entry === null) return NO;
  const { path, entries } = entry.document;
  const held = entries.filter((each) => holdsSecret(entry.document, each));
  if (held[0] !== entry.entry) return NO;
  const further = held.slice(1).map(({ key, line }) => ({ location: lineAt(path, line), text: key }));
  return yes({ related: further, values: { what: held.length === 1 ? entry.entry.key : `${entry.entry.key} and ${held.length - 1} more` } });
};

/** The same judgement as of secrets in other files: names for names, defaults and placeholders are none. */
function holdsSecret(document: DocumentFacts, entry: DocumentEntry): boolean {
  const found = secretInEntry({ document, entry });
  return found !== null && found.confidence !== 'low';
}
