/** What the sample of settings in the repository (`.env.example`) says of a partner's key: that a deployment may do without it. */
import type { DocumentFacts } from '../../../contracts/document-facts.js';
import type { Program } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import type { Predicate } from '../index.js';
import { isOwnSetting } from './own-settings.js';

const SAMPLE = /(?:^|[/.\-_])(?:example|sample|template|dist|default)s?(?:[.\-_]|$)/i;
/** A sample that sets so many variables is one with which the program runs. */
const LEAST_SET = 4;
/** What somebody gives who runs a service of his own: `STRIPE_SECRET_KEY`, `R2_BUCKET`. */
const GIVEN = /_(?:KEY|API_?KEY|SECRET|TOKEN|PASS|PASSWORD|KEY_ID|BUCKET|APP_ID|CLIENT_ID|CREDENTIALS)$/;
/** A signature that is checked with an empty key is one that anybody can make. */
const SIGNS = /(?:WEBHOOK|SIGNING|SIGNATURE)/;

const memo = new WeakMap<Program, readonly DocumentFacts[]>();

/**
 * `env.left-empty`: the variable holds what a partner gives, and the samples of settings name it without a value while they fill in all that is
 * the service's own. With such a `.env.example` the program starts; one that leaves its own secrets empty, too, is a form to fill in.
 */
export const leftEmptyInSamples: Predicate = ({ read }, _operand, { program }) => {
  if (read === null || !GIVEN.test(read.name) || (read.fallback.kind === 'empty' && SIGNS.test(read.name))) return NO;
  if (isOwnSetting(read.name)) return NO;
  const given = samplesOf(program).flatMap(({ entries }) => entries.filter(({ key }) => key === read.name));
  return answerOf(given.length > 0 && given.every(({ value }) => value === ''));
};

function samplesOf(program: Program): readonly DocumentFacts[] {
  let samples = memo.get(program);
  if (samples === undefined) {
    samples = program.documents.filter((document) => isSample(document) && isFilledIn(document));
    memo.set(program, samples);
  }
  return samples;
}

/** What nobody can do without: `JWT_SECRET`, `DATABASE_URL`. */
const NEEDED = /(?:^|_)(?:KEY|SECRET|UR[IL]|DSN)$/;

function isFilledIn({ entries }: DocumentFacts): boolean {
  const own = entries.filter(({ key }) => NEEDED.test(key) && isOwnSetting(key));
  return entries.filter(({ value }) => value !== '').length >= LEAST_SET && own.length > 0 && own.every(({ value }) => value !== '');
}

function isSample({ format, path }: DocumentFacts): boolean {
  return format === 'environment' && SAMPLE.test(path.split('/').at(-1)!);
}
