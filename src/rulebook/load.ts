/** Loads the rulebook: our rules and a team's own, each checked alike. */
import { readCompiled } from './compiled.js';
import { readDirectory } from './directory.js';
import type { LoadedRulebook } from './named.js';
import { compiledRulebookFile, isOwn } from './own.js';
import { together } from './together.js';

/**
 * Reads all rules and models under the directories, ours first.
 *
 * @param directories absolute paths of rule directories, such as the package's own `rules/`.
 */
export function loadRulebook(directories: readonly string[]): LoadedRulebook {
  return together(directories.map((directory) => (isOwn(directory) ? readCompiled(directory, compiledRulebookFile()) : null)?.content ?? readDirectory(directory)));
}
