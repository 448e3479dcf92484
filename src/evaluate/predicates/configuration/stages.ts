/** `environment.*`: what the variables of a project say about it as a whole. */
import type { EnvironmentRead } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { lineAt } from '../../conditions/files.js';
import type { Predicate } from '../index.js';

const STAGE = /^(?:NODE_ENV|APP_ENV|APP_STAGE|DEPLOY_ENV|DEPLOYMENT_ENV|ENVIRONMENT|STAGE|VERCEL_ENV|ENV)$/;
/** So many files that nobody has them in mind. */
const SCATTERED = 4;
const SHOWN = 4;

/** `with:` a regular expression: does production source read a variable of such a name? */
export const readsNamed: Predicate = (_site, operand, evaluation) => {
  if (typeof operand !== 'string') throw new Error('environment.named takes a regular expression');
  const pattern = new RegExp(operand, 'u');
  const read = readsOf(evaluation).find(({ name }) => pattern.test(name));
  if (read === undefined) return NO;
  return yes({ reason: `${read.name} is read`, related: [{ location: evaluation.program.location(read.value), text: read.name }] });
};

/** Is the stage read where the configuration is made? */
export const stageInConfiguration: Predicate = (_site, _operand, evaluation) => {
  const read = readsOf(evaluation).find(({ name, inConfigurationModule }) => inConfigurationModule && STAGE.test(name));
  return read === undefined ? NO : yes({ related: [{ location: evaluation.program.location(read.value), text: `${read.name} is read in the configuration` }] });
};

/** Is it read in many files, none of which is the configuration? */
export const stageScattered: Predicate = (_site, _operand, evaluation) => {
  const reads = readsOf(evaluation).filter(({ name }) => STAGE.test(name));
  const files = [...new Set(reads.map(({ value }) => value.file.facts.path))];
  if (files.length < SCATTERED || reads.some(({ inConfigurationModule }) => inConfigurationModule)) return NO;
  const shown = files.slice(0, SHOWN);
  return yes({ values: { value: String(files.length), source: `${shown.join(', ')}${files.length > SHOWN ? ' …' : ''}` }, related: shown.map((path) => ({ location: lineAt(path, 1), text: path })) });
};

function readsOf(evaluation: Evaluation): readonly EnvironmentRead[] {
  return evaluation.own(evaluation.program.environment.reads);
}
