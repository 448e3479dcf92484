/** `nosql.within-own`: filters that stay among the rows of the sender's own tenant, or of the sender. */
import type { ValueRef } from '../../../contracts/program.js';
import { calledName } from '../../../contracts/written-name.js';
import { NO, YES } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

/** What only its holder knows: who matches it by an operator need not know it. */
const KNOWN_TO_HOLDER: ReadonlySet<string> = new Set(['key', 'code', 'pin', 'otp', 'hash', 'password', 'passwd', 'pass', 'secret', 'token', 'signature', 'nonce']);
/** Conditions on the party whose data is kept apart: `tenantId`, `organization`, `orgId`. */
const TENANT = /^(?:tenant|organi[sz]ation|org|workspace)(?:_?(?:id|uuid|key))?$/i;
/** Conditions on a smaller party, or on a person, that mean what is the sender's own where no client says which. */
const PARTY = /^(?:team|company|account|shop|store|merchant|domain|project|user|owner|author|creator|created_?by|member)(?:_?(?:id|uuid|ref))?$/i;
/** Methods by which one operator reaches every row at once. */
const REACHES_ALL = /delete|remove|updateMany|updateAll/i;

/** Answers yes where every filter that the site may be given has such a condition, and what was sent stands in others beside it. */
export const withinOwn: Predicate = (site, _operand, evaluation) => {
  const { program } = evaluation;
  if (site.role === null || site.value === null || REACHES_ALL.test(calledName(site.value.file, site.value.id) ?? '')) return NO;
  const filters = program.argumentList(site.role, 'filter').flatMap((value) => program.sourcesOf(value));
  return filters.length > 0 && filters.every((filter) => staysWithin(filter, evaluation)) ? YES : NO;
};

function staysWithin(filter: ValueRef, evaluation: Evaluation): boolean {
  const { program } = evaluation;
  const fact = program.fact(filter);
  if (fact.kind !== 'object') return false;
  const at = (id: number): ValueRef => ({ file: filter.file, id });
  // `{ where: { … } }` of a relational mapper.
  const where = fact.properties.find((property) => property.name === 'where');
  if (where !== undefined) return program.sourcesOf(at(where.value)).every((inner) => staysWithin(inner, evaluation));
  const conditions = conditionsOf(filter, evaluation);
  const sent = conditions.filter(({ value }) => isSent(value, evaluation, 'nosql'));
  if (sent.some(({ name }) => name === null || KNOWN_TO_HOLDER.has(splitWords(name).at(-1) ?? ''))) return false;
  return conditions.some((condition) => condition.name !== null && !sent.includes(condition) && isOwnCondition(condition.name, condition.value, evaluation));
}

interface Condition {
  /** Null of what is spread and not written out: it may name any property. */
  name: string | null;
  value: ValueRef;
}

/** The properties of a filter that is written out, with those of written filters that are spread in it: `{ ...own, status: 'done' }`. */
function conditionsOf(filter: ValueRef, evaluation: Evaluation, depth = 0): Condition[] {
  const fact = evaluation.program.fact(filter);
  if (fact.kind !== 'object') return [{ name: null, value: filter }];
  return fact.properties.flatMap((property): Condition[] => {
    const value: ValueRef = { file: filter.file, id: property.value };
    if (property.kind === 'value') return [{ name: property.name, value }];
    const spread = evaluation.program.sourcesOf(value);
    return spread.length === 0 || depth > 2 ? [{ name: null, value }] : spread.flatMap((source) => conditionsOf(source, evaluation, depth + 1));
  });
}

/** `tenantId: tenant`, whoever says which tenant it is, as a plain value; `owner: req.user.id`, which no client has said. */
function isOwnCondition(name: string, value: ValueRef, evaluation: Evaluation): boolean {
  const { program } = evaluation;
  if (program.constants(value) !== null) return false;
  return TENANT.test(name) || (PARTY.test(name) && !isSent(value, evaluation, 'origin'));
}

function isSent(value: ValueRef, { program }: Evaluation, sink: 'nosql' | 'origin'): boolean {
  return program.trace(value, { sink }).origins.some((origin) => origin.kind === 'request');
}
