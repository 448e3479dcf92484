/** Loads the rulebook with as little as it takes: our own rules, unchanged since the build, need neither the parser of YAML nor the schemas. */
import { readCompiled } from './compiled.js';
import type { LoadedRulebook } from './named.js';
import { compiledRulebookFile, isOwn } from './own.js';

/**
 * Reads all rules and models under the directories, ours first. A rule whose id is taken already is an error and is left
 * out; a model adds to the others for its package.
 *
 * @param directories absolute paths of rule directories, such as the package's own `rules/`.
 */
export async function readRulebook(directories: readonly string[]): Promise<LoadedRulebook> {
  const [first, ...others] = directories;
  const compiled = first !== undefined && others.length === 0 && isOwn(first) ? readCompiled(first, compiledRulebookFile()) : null;
  return compiled?.alone() ?? (await import('./load.js')).loadRulebook(directories);
}
