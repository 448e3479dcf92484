/** The checks that need all rules and models at once. */
import { crossChecks } from './cross-checks.js';
import { modelConflicts, ruleDuplicates } from './duplicates.js';
import type { DirectoryContent, LoadedRulebook } from './named.js';

/** A rule whose id is taken already is an error and is left out; a model adds to the others for its package. */
export function together(contents: readonly DirectoryContent[]): LoadedRulebook {
  const models = contents.flatMap((content) => content.models);
  const issues = contents.flatMap((content) => content.issues);
  const kept = ruleDuplicates(contents.flatMap((content) => content.rules), issues);
  modelConflicts(models, issues);
  issues.push(...crossChecks(kept, models.map((model) => model.item)));
  kept.sort((a, b) => (a.item.id < b.item.id ? -1 : 1));
  return { rulebook: { rules: kept.map((rule) => rule.item), models: models.map((model) => model.item) }, issues };
}
