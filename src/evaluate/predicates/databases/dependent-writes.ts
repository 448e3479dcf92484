/** `writes.*`: writes to a database that belong together, and whether they are made together. */
import type { RelatedLocation } from '../../../contracts/audit.js';
import type { Program } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import { pairFrom } from '../../dependent-writes/pairs.js';
import type { Pair } from '../../dependent-writes/pairs.js';
import { failsAlone } from '../../dependent-writes/places.js';
import { transactionOf } from '../../dependent-writes/transactions.js';
import { namesOfChain } from '../../dependent-writes/writes.js';
import { functionAround, usesByFunction, keyOf, withInner } from '../../reach/reach.js';
import { wayFromRoute } from '../../reach/request-reach.js';
import type { Predicate } from '../index.js';

/** Is it the first of two writes of its function that belong together? */
export const beginsPair: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && pairFrom(value, program) !== undefined);

/** Do they go to a store of documents? */
export const inDocuments: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && pairFrom(value, program)?.first.inDocuments === true);

/** Are they the rows of something and then the thing itself, both deleted? */
export const isCascade: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && pairFrom(value, program)?.tie === 'cascade');

/** Are they made without a transaction? The message's `{source}` names the second, `{value}` says how they belong together. */
export const apart: Predicate = ({ value }, _operand, { program }) => {
  const pair = value === null ? undefined : pairFrom(value, program);
  if (value === null || pair === undefined) return NO;
  const transaction = transactionOf(pair, program);
  if (transaction === 'begun') return NO;
  if (transaction !== 'none') return unknown(transaction.reason);
  const { file } = value;
  if (failsAlone(file, pair.first.start, pair.second.start) || namesOfChain({ file, id: pair.second.top }).includes('catch')) return unknown('whether what handles the failure of the second makes up for it');
  if (callsOutBetween(pair, program)) return unknown('whether they can be one transaction: another service is called in between');
  const second = program.location(pair.second.value);
  const way = wayFromRoute(program, functionAround(value)) ?? [];
  const related: RelatedLocation[] = [{ location: second, text: 'the second write' }, ...way].slice(0, 6);
  const confidence = pair.tie !== 'count' && pair.first.confidence === 'high' && pair.second.confidence === 'high' ? 'high' : 'medium';
  return yes({ confidence, related, values: { source: `${program.describe(pair.second.value)} in line ${second.line}`, value: WORDS[pair.tie] } });
};

const WORDS: Readonly<Record<Pair['tie'], string>> = {
  outcome: 'which uses what it has written',
  transfer: 'which is its other half',
  replacement: 'which puts back what it has deleted',
  count: 'which counts what it has added',
  cascade: 'which deletes what these rows belong to',
};

/** A transaction does not stay open while another service answers. */
function callsOutBetween({ first, second }: Pair, program: Program): boolean {
  const { file } = first.value;
  const functions = withInner({ file, id: first.function });
  return ['http.request', 'service.call', 'llm.call'].some((role) =>
    functions.some((ref) => (usesByFunction(program, role).get(keyOf(ref)) ?? []).some(({ value }) => program.fact(value).start > first.start && program.fact(value).start < second.start)),
  );
}
