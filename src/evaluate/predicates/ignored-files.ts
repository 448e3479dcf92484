/** `git.*`: what the project keeps out of its repository. */
import ignore from 'ignore';
import type { DocumentFacts } from '../../contracts/document-facts.js';
import { lineAt } from '../conditions/files.js';
import { answerOf, NO, yes } from '../answer.js';
import type { Evaluation } from '../evaluation.js';
import { isPlaceholder } from '../secrets/placeholders.js';
import { isSecretName } from '../secrets/named.js';
import type { Predicate } from './index.js';

/**
 * `with:` names of files. Would git ignore each of them in the directory of the package, by the `.gitignore` files there and above?
 * Files need not exist.
 */
export const ignores: Predicate = (_site, operand, evaluation) => {
  if (!Array.isArray(operand)) throw new Error('git.ignores takes a list of file names');
  const { directory } = evaluation.package;
  const lists = ignoreLists(evaluation);
  const open = operand.map(String).find((name) => !isIgnored(directory === '' ? name : `${directory}/${name}`, lists));
  if (open !== undefined) return answerOf('no', { values: { value: open } });
  return yes({ reason: 'git ignores them', related: lists.map(({ path }) => ({ location: lineAt(path, 1), text: path })) });
};

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

/** Has the environment file, of which this is an entry, a value for something that is called a secret? */
export const secretValue: Predicate = ({ entry }) => {
  if (entry === null) return NO;
  const { key, value } = entry.entry;
  return answerOf(isSecretName(key) && !isPlaceholder(value) && !/^\s*(?:\$|<|op:\/\/|vault:)|\$\{/.test(value), { values: { value: key } });
};
