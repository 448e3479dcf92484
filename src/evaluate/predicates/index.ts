/**
 * Named predicates for `{ check: name, with: operand }`. One is written only where the rule language lacks a word and the
 * judgement is too particular for a general one.
 *
 * To add one: write `src/evaluate/predicates/<family>/<area>.ts` that exports functions of type `Predicate`, put them into the map
 * of its family under `area.what-it-holds-of`, and say in the rule's folder what they prove. A predicate looks at the site through
 * `evaluation.program` only, answers `unknown` where it cannot tell, and names no library: roles do.
 */
import type { Answer } from '../answer.js';
import type { Evaluation } from '../evaluation.js';
import type { Site } from '../site.js';
import { ACCESS } from './access/index.js';
import { CONFIGURATION } from './configuration/index.js';
import { COOKIES } from './cookies/index.js';
import { CORS } from './cors/index.js';
import { CRYPTOGRAPHY } from './cryptography/index.js';
import { DATABASES } from './databases/index.js';
import { ERRORS } from './errors/index.js';
import { INJECTION } from './injection/index.js';
import { INPUT } from './input/index.js';
import { INTERFACES } from './interfaces/index.js';
import { JOBS } from './jobs/index.js';
import { LOGS } from './logs/index.js';
import { OBSERVABILITY } from './observability/index.js';
import { SECRETS } from './secrets/index.js';
import { SERVERS } from './servers/index.js';
import { SERVICES } from './services/index.js';
import { TOKENS } from './tokens/index.js';

/**
 * @param operand what stands under `with:`, or null; a predicate throws when it is not what it takes.
 */
export type Predicate = (site: Site, operand: unknown, evaluation: Evaluation) => Answer;

export const PREDICATES: Readonly<Record<string, Predicate>> = {
  ...ACCESS,
  ...CONFIGURATION,
  ...COOKIES,
  ...CORS,
  ...CRYPTOGRAPHY,
  ...DATABASES,
  ...ERRORS,
  ...INJECTION,
  ...INPUT,
  ...INTERFACES,
  ...JOBS,
  ...LOGS,
  ...OBSERVABILITY,
  ...SECRETS,
  ...SERVERS,
  ...SERVICES,
  ...TOKENS,
};

/** The end of the message on an unknown name: those of its area, or the areas. */
export function knownPredicates(unknown: string): string {
  const names = Object.keys(PREDICATES).sort();
  const ofArea = names.filter((name) => areaOf(name) === areaOf(unknown));
  return ofArea.length > 0 ? `there are ${ofArea.join(', ')}` : `there are such of ${[...new Set(names.map(areaOf))].join(', ')}`;
}

function areaOf(name: string): string {
  return name.split('.')[0]!;
}
