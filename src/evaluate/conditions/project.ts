/** `project-has`, `depends-on`, `version`: what the package as a whole shows. */
import type { Dependency } from '../../contracts/inventory.js';
import { lazily, NO, some, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import { isInRange } from '../dependency-versions.js';
import { siteOfRole } from '../site.js';
import { lineAt } from './files.js';

export const projectHas: ConditionWord<'project-has'> = (query, compiler) => {
  const where = query.where ? compiler.condition(query.where) : null;
  return (_site, evaluation) => {
    const { program } = evaluation;
    const uses = evaluation.roleSites(query.roles, compiler.reach);
    return some(
      lazily(uses, (use) => {
        const site = siteOfRole(use, program);
        const related = [{ location: program.location(use.value), text: site.label }];
        const answer = where === null ? yes() : where(site, evaluation);
        if (answer.truth === 'no') return NO;
        const evidence = { ...answer.evidence, related: [...related, ...answer.evidence.related] };
        return answer.truth === 'yes' ? yes({ ...evidence, reason: `${site.label} is used`, confidence: use.confidence }) : { ...answer, evidence };
      }),
    );
  };
};

export const dependsOn: ConditionWord<'depends-on'> = ({ packages, range }, compiler) => {
  const isNamed = nameMatcher(packages);
  return (_site, evaluation) => {
    const manifests = evaluation.packages(compiler.reach);
    return some(
      manifests.flatMap((manifest) =>
        manifest.dependencies
          .filter((dependency) => dependency.kind !== 'development' && isNamed(dependency.name))
          .map((dependency) => inRange(dependency, range, manifest.manifestPath)),
      ),
    );
  };
};

/** `*` in a name stands for any characters. */
function nameMatcher(names: readonly string[]): (name: string) => boolean {
  const written = new Set(names.filter((name) => !name.includes('*')));
  const patterns = names.filter((name) => name.includes('*')).map((name) => new RegExp(`^${name.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&')).join('.*')}$`, 'i'));
  return (name) => written.has(name) || patterns.some((pattern) => pattern.test(name));
}

export const version: ConditionWord<'version'> = ({ range }) => ({ dependency }, evaluation) =>
  dependency === null ? NO : inRange(dependency, range, evaluation.package.manifestPath);

function inRange(dependency: Dependency, range: string | null, manifestPath: string | null): Answer {
  const { name, line } = dependency;
  const evidence = {
    reason: `${name} is a dependency`,
    related: manifestPath === null ? [] : [{ location: lineAt(manifestPath, line), text: `${name} ${dependency.range}` }],
  };
  const truth = range === null ? 'yes' : isInRange(dependency, range);
  if (truth === 'unknown') return unknown(`which version of ${name} is installed`, evidence);
  return truth === 'yes' ? yes(evidence) : NO;
}
