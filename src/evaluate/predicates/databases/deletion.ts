/**
 * `people.kept`: does the model hold data of people? `people.soft-deleted`: are its rows only marked as deleted? `people.deleted`: is there a way
 * to delete one? `people.deleted-silently`: does a request delete a row, and nothing is left that says who did it?
 */
import type { ModelEntity, Program } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import { plain } from '../../names/name-words.js';
import { holdsPeople, isDoneByName, leavesTrace, queriesOn } from '../../tables/personal-data.js';
import { functionAround } from '../../reach/reach.js';
import { wayFromRoute } from '../../reach/request-reach.js';
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
    if (way === null || leavesTrace(around, program)) continue;
    return yes({ values: { value: program.describe(query.value) }, related: [{ location: program.location(query.value), text: 'deletes the row' }, ...way.slice(0, 4)] });
  }
  return NO;
};
