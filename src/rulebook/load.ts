/** Loads the rulebook: our rules and a team's own, each checked alike. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../contracts/inventory.js';
import type { Rulebook } from '../contracts/rules.js';
import { readCompiled } from './compiled.js';
import { crossChecks } from './cross-checks.js';
import { readDirectory } from './directory.js';
import { modelConflicts, ruleDuplicates } from './duplicates.js';

export interface LoadedRulebook {
  rulebook: Rulebook;
  /** An `error` means that its file is left out. By directory, then path, line and column. */
  issues: Diagnostic[];
}

/**
 * Reads all rules and models under the directories, ours first. A rule whose id is taken already is an error and is left
 * out; a model adds to the others for its package.
 *
 * @param directories absolute paths of rule directories, such as the package's own `rules/`.
 */
export function loadRulebook(directories: readonly string[]): LoadedRulebook {
  const contents = directories.map((directory) => (isOwn(directory) ? readCompiled(directory, compiledRulebookFile()) : null) ?? readDirectory(directory));
  const models = contents.flatMap((content) => content.models);
  const issues = contents.flatMap((content) => content.issues);
  const kept = ruleDuplicates(contents.flatMap((content) => content.rules), issues);
  modelConflicts(models, issues);
  issues.push(...crossChecks(kept, models.map((model) => model.item)));
  kept.sort((a, b) => (a.item.id < b.item.id ? -1 : 1));
  return { rulebook: { rules: kept.map((rule) => rule.item), models: models.map((model) => model.item) }, issues };
}

/** Where the rules that come with this package are. */
export function ownRulesDirectory(): URL {
  return new URL('../../rules/', import.meta.url);
}

/** What the build makes of them, beside the compiled program; there is none beside its source. */
export function compiledRulebookFile(): URL {
  return new URL('../own-rulebook.json', import.meta.url);
}

function isOwn(directory: string): boolean {
  return resolve(directory) === resolve(fileURLToPath(ownRulesDirectory()));
}
