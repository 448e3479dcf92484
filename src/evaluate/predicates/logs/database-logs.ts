/** `log-row.*`: lines of a log that are kept as rows, and whether a request waits until they are written. */
import type { DataQuery, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import { queriesIn } from '../../authentication/effects.js';
import { valuesIn } from '../../authentication/function-signs.js';
import { entityNames } from '../../names/entity-names.js';
import { keyOf, usesIn } from '../../file-uses.js';
import { splitWords } from '../../names/name-words.js';
import { isInCatch, ordinarilyReached } from '../../reach/ordinary-reach.js';
import { functionAround } from '../../reach/reach.js';
import { wayFromRoute } from '../../reach/request-reach.js';
import { requestWaitingFor } from '../../work/request-waits.js';
import type { Predicate } from '../index.js';

/** What such a table is called, as its words joined by `_`. Orders have a history, calendars events, gyms activities and workflows logs of their steps: those are data. */
const LOG = /^(?:db_|app_|tbl_)?logs?$|(?:^|_)(?:audits?|auditlogs?|audit_\w+|activity_(?:logs?|entry|entries|events?|records?|feed)|(?:access|login|event|request|api|usage|change|error|action|system|user|server|admin|security|http|query|mail|email|sms|notification|webhook|job|sync|session)_(?:logs?|audits?)|page_?views?|login_(?:history|attempts?|events?))$/;
/** Logs that people keep: work, food, training. */
const DIARY = /(?:^|_)(?:work|time|food|meal|sleep|training|workout|exercise|habit|call|blog|back|cata|dia|chat|mood|weight|travel|flight|dive|maintenance|change)_?logs?$/;

/** `log-row.kept`: the query adds a row to such a table, beside what the request is about. */
export const logRow: Predicate = ({ query }, _operand, { program }) => answerOf(query !== null && query.confidence !== 'low' && adds(query) && entityNames(query, program).some(isLog) && !isAskedFor(query, program));

/** `log-row.waited`: a request waits until it is written. */
export const logRowWaited: Predicate = ({ query }, _operand, { program }) => {
  if (query === null) return NO;
  const way = requestWaitingFor(query.value, program);
  return way === null ? NO : yes({ reason: 'a request waits for it', related: (wayFromRoute(program, functionAround(query.value)) ?? []).slice(0, 6) });
};

/** `log-row.in-transaction`: it is written in the transaction that does the work, so that there is no one without the other; unknown where only names tell. */
export const logRowInTransaction: Predicate = ({ query }, _operand, { program }) => {
  if (query === null) return NO;
  const { value } = query;
  const steps = requestWaitingFor(value, program)?.steps ?? [];
  const places = [value, ...steps.flatMap(({ by }) => (by === null ? [] : [by]))];
  if (places.some((place) => isHandedToTransaction(place, program) || begins(place))) return yes();
  if (usesHandle(value, program)) return unknown('whether it belongs to a transaction');
  return isWholeWork(query, program) ? unknown('whether what the row tells of may go without it') : NO;
};

/** `log-row.trail`: a trail of audit whose failure nobody takes: that a request fails with it may be what a law or a contract asks for. */
export const logRowTrail: Predicate = ({ query }, _operand, { program }) => {
  if (query === null || !entityNames(query, program).some((name) => splitWords(name).some((word) => /^audit/.test(word)))) return NO;
  return answerOf(!isInTry(query.value));
};

function isInTry({ file, id }: ValueRef): boolean {
  for (let block = file.blockAt(file.facts.values[id]!.start); block >= 0; block = file.facts.blocks[block]!.parent) {
    const { kind } = file.facts.blocks[block]!;
    if (kind === 'try') return true;
    if (kind === 'function' || kind === 'module') return false;
  }
  return false;
}

const DEPTH = 4;

/** An audit of what changes nothing else: somebody signed in as another, read what is secret, or was refused. */
function isWholeWork(query: DataQuery, program: Program): boolean {
  const handler = requestWaitingFor(query.value, program)?.route.handler ?? null;
  if (handler === null || !entityNames(query, program).some((name) => splitWords(name).some((word) => /^audit/.test(word)))) return false;
  if (isRefusal(query.value)) return true;
  const others = queriesIn(ordinarilyReached(program, [handler], DEPTH), program).filter((other) => keyOf(other.value) !== keyOf(query.value));
  return others.every((other) => other.operation === 'read' || entityNames(other, program).some(isLog));
}

/** In a `catch`, or in a branch that leaves the function. */
function isRefusal({ file, id }: ValueRef): boolean {
  if (isInCatch(file, id)) return true;
  for (let block = file.blockAt(file.facts.values[id]!.start); block >= 0; block = file.facts.blocks[block]!.parent) {
    const { kind, exits } = file.facts.blocks[block]!;
    if (kind === 'function' || kind === 'module') return false;
    if (exits && (kind === 'then' || kind === 'else' || kind === 'case')) return true;
  }
  return false;
}

function adds({ operation, kind, statementText }: DataQuery): boolean {
  return operation === 'create' || (kind === 'sql' && /^\s*insert\b/i.test(statementText ?? ''));
}

function isLog(entity: string): boolean {
  const words = splitWords(entity).join('_');
  return LOG.test(words) && !DIARY.test(words);
}

/** `POST /logs` and `/track` keep what they are given: that is what they are asked for. */
function isAskedFor(query: DataQuery, program: Program): boolean {
  const way = requestWaitingFor(query.value, program);
  return way !== null && [...splitWords(way.route.path), ...splitWords(query.value.file.facts.path.split('/').at(-1) ?? '').filter((word) => /^ingest/.test(word))].some((word) => /^(?:logs?|audits?|track|tracking|collect|events?|beacon|views?|pageviews?|analytics|telemetry|activit(?:y|ies)|ingest|ingestion)$/.test(word));
}

const TRANSACTION = /transaction|with_?tx|in_?tx|atomic|unitofwork|unit_of_work|transact\b/i;

/** Inside a function that is handed to a call that runs transactions. */
function isHandedToTransaction(value: ValueRef, program: Program): boolean {
  const { file } = value;
  for (let id = functionAround(value).id; id !== 0; id = file.facts.functions[id]!.parent) {
    const literal = usesIn(file).valueOfFunction(id);
    const call = literal < 0 ? undefined : file.facts.values[file.parentOf(literal)];
    if (call?.kind === 'call' && TRANSACTION.test(program.describe({ file, id: call.callee }))) return true;
    if (TRANSACTION.test(file.facts.functions[id]!.name)) return true;
  }
  return false;
}

/** Its function begins one by hand. */
function begins({ file, id }: ValueRef): boolean {
  const around = file.functionAt(file.facts.values[id]!.start);
  return valuesIn(file, around).some((each) => {
    const fact = file.facts.values[each]!;
    if (fact.kind === 'literal') return typeof fact.value === 'string' && /^\s*(?:begin|start transaction)\b/i.test(fact.value);
    return fact.kind === 'member' && /^(?:beginTransaction|startTransaction|\$transaction|transaction)$/.test(fact.name ?? '');
  });
}

/** What a transaction is called that a function is given. */
function usesHandle({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'call') return false;
  if (/^(?:this\.)?_?(?:tx|trx|t|transaction|queryRunner|manager|qr|txn)\b/.test(program.describe({ file, id: fact.callee }))) return true;
  return fact.args.some((argument) => {
    const given = file.facts.values[argument]!;
    return given.kind === 'object' && given.properties.some(({ name }) => name === 'transaction' || name === 'session' || name === 'transacting');
  });
}
