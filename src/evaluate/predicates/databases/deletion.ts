/**
 * `people.kept`: does the model hold data of people? `people.soft-deleted`: are its rows only marked as deleted? `people.deleted`: is there a way
 * to delete one? `people.deleted-silently`: does a request delete a row, and nothing is left that says who did it?
 */
import type { DataQuery, FunctionRef, ModelEntity, Program, ValueRef } from '../../../contracts/program.js';
import type { RequestPart } from '../../../contracts/vocabulary.js';
import { NO, unknown, yes } from '../../answer.js';
import { plain } from '../../names/name-words.js';
import { holdsPeople, isDoneByName, leavesTrace, queriesOn, singular } from '../../tables/personal-data.js';
import { functionAround } from '../../reach/reach.js';
import { requestPart } from '../../value-tests/origins.js';
import { wayFromRoute } from '../../reach/request-reach.js';
import { routesThrough } from '../../reach/routes-to.js';
import type { Predicate } from '../index.js';

export const peopleKept: Predicate = ({ entity }, _operand, { program }) =>
  entity !== null && holdsPeople(entity) && queriesOn(entity, program).some(({ operation }) => operation === 'create' || operation === 'update' || operation === 'delete') ? yes() : NO;

const MARK = /^(?:is|was)?(?:soft)?(?:deleted|archived|anonymi[sz]ed|erased|removed|purged)(?:at|on|date|time|by|timestamp)?$/;

export const peopleSoftDeleted: Predicate = ({ entity }, _operand, { program }) => {
  const mark = entity?.columns.find(({ name }) => MARK.test(plain(name)));
  if (mark !== undefined) return yes({ reason: `${mark.name} marks what is deleted`, related: [{ location: mark.location, text: 'marks what is deleted' }] });
  return entity !== null && isParanoid(entity, program) ? yes({ reason: 'the model keeps what is deleted, with a mark' }) : NO;
};

/** An option of the model says so. */
function isParanoid({ site }: ModelEntity, program: Program): boolean {
  if (site === null) return false;
  const { file } = site.value;
  const { start, end } = program.fact(site.value);
  return file.valuesWithin(start, end).some((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'object' && fact.properties.some(({ name }) => name === 'paranoid');
  });
}

const DELETING = /delet|remov|destroy|eras|anonymi[sz]|purge|forget|close|deactivat/i;

export const peopleDeleted: Predicate = ({ entity }, _operand, { program }) => {
  if (entity === null) return NO;
  const query = queriesOn(entity, program).find(({ operation }) => operation === 'delete');
  if (query !== undefined) return yes({ reason: 'a row can be deleted', related: [{ location: program.location(query.value), text: 'deletes rows' }] });
  const named = isDoneByName(entity, DELETING, program);
  // A function of such a name may be about something else.
  if (named === 'named') return unknown(`what the functions do that are called like a deletion of ${entity.name}`);
  if (named === null) return queriesOn(entity, program).some(({ operation }) => operation === 'unknown') ? unknown('what some queries do') : NO;
  return yes({ reason: 'a row can be deleted, by the names', confidence: 'medium', related: [{ location: program.location(named), text: 'deletes, by its name' }] });
};

export const peopleDeletedSilently: Predicate = ({ entity }, _operand, { program }) => {
  if (entity === null) return NO;
  for (const query of queriesOn(entity, program)) {
    if (query.operation !== 'delete') continue;
    const around = functionAround(query.value);
    const way = wayFromRoute(program, around);
    if (way === null || !(isChosen(query, program) || isNamedByPath(entity, query, program)) || leavesTrace(around, program) || marks(around, program)) continue;
    return yes({ values: { value: program.describe(query.value) }, related: [{ location: program.location(query.value), text: 'deletes the row' }, ...way.slice(0, 4)] });
  }
  return NO;
};

/** Parts of a request that name one of many. */
const NAMING: ReadonlySet<RequestPart> = new Set<RequestPart>(['params', 'url', 'query', 'body', 'form', 'arguments', 'message']);

/** Does a request say whose row it is? One that names nobody deletes the sender's own, which is the sender's right (GDPR, article 17). */
function isChosen({ filter, value }: DataQuery, program: Program): boolean {
  const call = program.fact(value);
  const inputs = filter !== null ? [filter] : call.kind === 'call' ? call.args.map((id) => ({ file: value.file, id })) : [];
  return inputs.some((input) => partsNamed(input, program, 0));
}

/** `DELETE /customers/:id` for a customer, however the row is found. */
function isNamedByPath({ name, table }: ModelEntity, { value }: DataQuery, program: Program): boolean {
  const names = new Set([singular(name), singular(table)]);
  return routesThrough(value, program).some(({ path }) => {
    const segments = path.split('/');
    return segments.some((segment, index) => /^[:{[*]/.test(segments[index + 1] ?? '') && names.has(singular(segment)));
  });
}

function partsNamed(input: ValueRef, program: Program, depth: number): boolean {
  if (program.trace(input, { sink: 'origin' }).origins.some((origin) => origin.kind === 'request' && NAMING.has(requestPart(origin)))) return true;
  if (depth > 2) return false;
  return program.sourcesOf(input).some((source) => {
    const fact = program.fact(source);
    return fact.kind === 'object' && fact.properties.some((property) => partsNamed({ file: source.file, id: property.value }, program, depth + 1));
  });
}

/** Does the function mark somebody as deleted besides? Then what it takes away is a part of that person. */
function marks(ref: FunctionRef, program: Program): boolean {
  const { start, end } = program.functionFact(ref);
  return ref.file.valuesWithin(start, end).some((id) => {
    const fact = ref.file.facts.values[id]!;
    return fact.kind === 'object' && fact.properties.some(({ name }) => name !== null && MARK.test(plain(name)));
  });
}
