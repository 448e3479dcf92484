/** `retention.swept`: is there code whose purpose, by its name or its file's, is to delete what is old, and that deletes rows? */
import { NO, yes } from '../../answer.js';
import type { Predicate } from '../index.js';

const SWEEPING = /clean[-_]?up|purge|prune|retention|sweep|expired|expire|garbage|housekeep|archive[-_]?old|delete[-_]?old|remove[-_]?old|stale|vacuum|trim[-_]?history/i;

export const swept: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  const found = evaluation.own(program.queries).find(({ operation, confidence, value }) => operation === 'delete' && confidence !== 'low' && SWEEPING.test(`${value.file.facts.path} ${program.symbolAt(value)}`));
  return found === undefined ? NO : yes({ reason: 'what is old is deleted', related: [{ location: program.location(found.value), text: 'deletes what is old' }], confidence: 'medium' });
};
