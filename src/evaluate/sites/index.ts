/** Site selectors: the population of a rule in one package. A new selector is a file here and a line in `select`. */
import type { SiteSelector } from '../../contracts/rules.js';
import type { Answer, Evidence } from '../answer.js';
import { compileCondition } from '../compile.js';
import type { Judge } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import type { Site } from '../site.js';
import { catchSites } from './catches.js';
import { callbackThrowSites } from './callback-throws.js';
import { detachedCallSites } from './detached-calls.js';
import { dependencySites } from './dependencies.js';
import { entrySites } from './entries.js';
import { entitySites } from './entities.js';
import { environmentReadSites } from './environment-reads.js';
import { externalCallSites } from './external-calls.js';
import { logCallSites } from './log-calls.js';
import { longWorkSites } from './long-work.js';
import { lostUpdateSites } from './lost-updates.js';
import { migrationSites } from './migrations.js';
import { moduleStateSites } from './module-state.js';
import { projectSites } from './project.js';
import { querySites } from './queries.js';
import { repeatedWorkSites } from './repeated-work.js';
import { responseSites } from './responses.js';
import { roleSites } from './roles.js';
import { operationSites, routeSites } from './routes.js';
import { secretSites } from './secrets.js';
import { sequenceNumberSites } from './sequence-numbers.js';
import { writeBehindCallSites } from './writes-behind-calls.js';

/** A site that is to be judged; `doubt` says that it could not be told whether it is one. */
export interface Candidate {
  site: Site;
  doubt: Answer | null;
  /** For a package or repository, which has no place of its own: what made it one to be judged. */
  shown?: Evidence['related'];
}

/** Is a rule with this selector judged once for all packages together, because it asks something of the repository? */
export function isOfRepository(selector: SiteSelector): boolean {
  return selector.kind === 'any-of' ? selector.selectors.some(isOfRepository) : selector.kind === 'repository';
}

const MAXIMUM_SHOWN = 2;

export type Select = (evaluation: Evaluation) => Candidate[];

/** Compiles a selector. A site of which `where` is unknown is kept, with that doubt: its verdict can only be unknown. */
export function compileSelector(selector: SiteSelector): Select {
  if (selector.kind === 'any-of') {
    const parts = selector.selectors.map(compileSelector);
    return (evaluation) => parts.flatMap((part) => part(evaluation));
  }
  const all = select(selector);
  const where: Judge | null = selector.where ? compileCondition(selector.where, 'own') : null;
  const isWhole = selector.kind === 'project' || selector.kind === 'repository';
  return (evaluation) =>
    all(evaluation).flatMap((site): Candidate[] => {
      const answer = where?.(site, evaluation);
      if (answer?.truth === 'no') return [];
      const shown = isWhole && answer !== undefined ? { shown: answer.evidence.related.slice(0, MAXIMUM_SHOWN) } : {};
      return [{ site, doubt: answer?.truth === 'unknown' ? answer : null, ...shown }];
    });
}

type Selected = Exclude<SiteSelector, { kind: 'any-of' }>;

function select(selector: Selected): (evaluation: Evaluation) => Site[] {
  switch (selector.kind) {
    case 'role':
      return (evaluation) => roleSites(evaluation, selector.roles, selector.handedOn);
    case 'entry':
      return entrySites(selector);
    case 'secret':
      return secretSites(selector);
    default:
      return WHOLE[selector.kind];
  }
}

/** Selectors that say no more than their kind. */
const WHOLE: Readonly<Record<Exclude<Selected['kind'], 'role' | 'entry' | 'secret'>, (evaluation: Evaluation) => Site[]>> = {
  'environment-read': environmentReadSites,
  query: querySites,
  route: routeSites,
  operation: operationSites,
  project: projectSites,
  repository: projectSites,
  dependency: dependencySites,
  'log-call': logCallSites,
  entity: entitySites,
  migration: migrationSites,
  'module-state': moduleStateSites,
  'detached-call': detachedCallSites,
  'thrown-in-callback': callbackThrowSites,
  'long-work': longWorkSites,
  'sequence-number': sequenceNumberSites,
  'lost-update': lostUpdateSites,
  'write-behind-call': writeBehindCallSites,
  'repeated-work': repeatedWorkSites,
  catch: catchSites,
  'external-call': externalCallSites,
  response: responseSites,
};
