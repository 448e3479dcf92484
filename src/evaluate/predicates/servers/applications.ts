/** `application.*`: what the application that a site belongs to shows, where a package holds several. */
import { NO, yes } from '../../answer.js';
import { isSameApplication } from '../../applications.js';
import type { Predicate } from '../index.js';

/**
 * `application.has`, `with:` a role: the site's application has such a use. One of another application counts where the site's own
 * files make none, and a manifest says that what stands below it is one program: they may be loaded by their names.
 */
export const applicationHas: Predicate = ({ value }, operand, evaluation) => {
  if (typeof operand !== 'string') throw new Error('application.has takes a role');
  const { program } = evaluation;
  const uses = evaluation.roleSites([operand], 'wide');
  if (value === null || uses.length === 0) return NO;
  const isOwn = ({ file }: { file: typeof value.file }) => isSameApplication(file, value.file, program);
  const own = uses.find((use) => isOwn(use.value));
  const isApart = evaluation.package.manifestPath === null || evaluation.roleSites(['http.app.create'], 'wide').some((use) => isOwn(use.value));
  const found = own ?? (isApart ? undefined : uses[0]);
  return found === undefined ? NO : yes({ reason: `${program.describe(found.value)} is used`, confidence: found.confidence, related: [{ location: program.location(found.value), text: program.describe(found.value) }] });
};
