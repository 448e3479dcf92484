/** Words on environment reads: `variable`, `fallback`, `validated`, `in-configuration-module` and others. They hold of no other site. */
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { answerOf, NO, unknown, YES } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { valueSubject } from '../subject.js';
import { hasFallback } from '../value-tests/environment-fallback.js';

export const variable: ConditionWord<'variable'> = (kind) => (site) => answerOf(site.read?.[kind] === true);

export const fallback: ConditionWord<'fallback'> = ({ kinds, is }, compiler) => {
  const test = is === null ? null : compiler.test(is);
  return (site, evaluation) => {
    if (site.read === null || !hasFallback(site.read, kinds)) return NO;
    const { program } = evaluation;
    const { value } = site.read.fallback;
    const shown: Record<string, string> = value === null ? {} : { value: fallbackText(value, program) };
    const related = value === null ? [] : [{ location: program.location(value), text: 'the fallback' }];
    const tested = test === null ? YES : test(valueSubject(value === null ? [] : [value]), evaluation);
    return tested.truth === 'yes' ? answerOf(true, { values: shown, related }) : tested;
  };
};

/** `'a'`, or `'a' or 'b'` where the code chooses; as it is written where neither is known. */
function fallbackText(value: ValueRef, program: Program): string {
  const constants = program.constants(value) ?? [];
  return constants.length === 0 || constants.length > SHOWN_FALLBACKS ? program.describe(value) : constants.map((constant) => (constant === '' ? 'an empty text' : String(constant))).join(' or ');
}

const SHOWN_FALLBACKS = 3;

export const validated: ConditionWord<'validated'> = (wanted) => (site, { program }) => {
  if (site.read === null) return NO;
  const by = site.read.validated?.by;
  const evidence = by === undefined ? {} : { reason: 'it is checked at start-up', related: [{ location: program.location(by), text: 'checked here' }] };
  return answerOf((by !== undefined) === wanted, evidence);
};

export const absenceHandled: ConditionWord<'absence-handled'> = (wanted) => (site, { program }) => {
  if (site.read === null) return NO;
  const place = site.read.absence?.handledBy;
  const evidence = place === undefined ? {} : { reason: 'the code deals with its absence', related: [{ location: program.location(place), text: 'dealt with here' }] };
  if (place === undefined && site.read.handedOut) return unknown('who uses it and whether they look first: nobody is seen to import this module of settings');
  return answerOf((place !== undefined) === wanted, evidence);
};

export const needed: ConditionWord<'needed'> = (wanted) => (site, { program }) => {
  if (site.read === null) return NO;
  const place = site.read.needed;
  return answerOf((place !== null) === wanted, place === null ? {} : { related: [{ location: program.location(place), text: 'needed here' }] });
};

export const inConfigurationModule: ConditionWord<'in-configuration-module'> = (wanted) => (site) =>
  answerOf(site.read !== null && site.read.inConfigurationModule === wanted);

/** The file that holds all reads of a package, save for what every deployment can do without; null when there are several. */
const ONLY_READERS = new WeakMap<Evaluation, LinkedFile | null>();

export const onlyReadingFile: ConditionWord<'only-reading-file'> = (wanted) => (site, evaluation) => {
  if (site.read === null || site.value === null) return NO;
  let only = ONLY_READERS.get(evaluation);
  if (only === undefined) {
    const reads = evaluation.own(evaluation.program.environment.reads).filter((read) => !read.harmless && !read.public);
    const files = new Set(reads.map((read) => read.value.file));
    ONLY_READERS.set(evaluation, (only = files.size === 1 ? [...files][0]! : null));
  }
  return answerOf((site.value.file === only) === wanted);
};

export const standsIn: ConditionWord<'stands-in'> = (wanted) => (site) => answerOf(site.read !== null && site.read.standsIn === wanted);
