/** `retention.*`: what deletes what is old, and what is written of it. */
import { NO, yes } from '../../answer.js';
import type { Predicate } from '../index.js';

const SWEEPING = /clean[-_]?up|purge|prune|retention|sweep|expired|expire|garbage|housekeep|archive[-_]?old|delete[-_]?old|remove[-_]?old|stale|vacuum|trim[-_]?history/i;

/** Is there code whose purpose, by its name or its file's, is to delete what is old, and that deletes rows? */
export const swept: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  const found = evaluation.own(program.queries).find(({ operation, confidence, value }) => operation === 'delete' && confidence !== 'low' && SWEEPING.test(`${value.file.facts.path} ${program.symbolAt(value)}`));
  return found === undefined ? NO : yes({ reason: 'what is old is deleted', related: [{ location: program.location(found.value), text: 'deletes what is old' }], confidence: 'medium' });
};

const RETENTION = /\bretention\b|how long (?:we|data) (?:keep|is kept)/i;
const PERIOD = /\b(?:\d+|one|two|three|six|seven|twelve|thirty|sixty|ninety) (?:business )?(?:hour|day|week|month|year)s?\b/i;

/** Does a document with a heading on retention name a period? */
export const dated: Predicate = (_site, _operand, evaluation) => {
  const packages = evaluation.documentPackages();
  const found = evaluation.program.documents.find(({ path, package: directory, entries }) => {
    return path.endsWith('.md') && packages.has(directory) && entries.some(({ key, value }) => /^h\d$/.test(key) && RETENTION.test(value)) && entries.some(({ value }) => PERIOD.test(value));
  });
  return found === undefined ? NO : yes({ reason: `${found.path} names a period` });
};
