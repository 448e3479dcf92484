/**
 * `blob.rewritten`: does the update write a list back whole that it has read from the same column and made longer? Operand: `growing` for lists
 * that grow with use (messages, events), `any` for every list.
 */
import { NONE } from '../../../contracts/facts.js';
import type { FileFacts } from '../../../contracts/facts.js';
import type { DataQuery, Program, ValueRef } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import { splitWords } from '../../names/name-words.js';
import { plain } from '../../names/name-words.js';
import { functionAround } from '../../reach/reach.js';
import { savedLonger } from './saved-lists.js';
import type { Predicate } from '../index.js';

const GROWING = /^(?:messages?|chat|history|histories|events?|logs?|entries|comments?|replies|activit(?:y|ies)|notes?|conversations?|threads?|transcripts?|steps?|records?|transactions?|timeline|notifications?|revisions?|readings?|measurements?|visits?|orders?|payments?|attempts?|results?|answers?|responses?|items?|changes|changelog|audit|reviews?|ratings?|positions?|locations?|attendances?|points|samples?|scores?|purchases?|bookings?|clicks|views|hits|posts|tickets|alerts?|errors|runs|trips?|deliver(?:y|ies)|movements?)$/;

function isGrowing(name: string): boolean {
  return GROWING.test(splitWords(name).at(-1) ?? '');
}

export const rewrittenList: Predicate = ({ query, value }, operand, { program }) => {
  if (operand !== 'growing' && operand !== 'any') throw new Error(`blob.rewritten takes growing or any, not ${JSON.stringify(operand)}`);
  const saved = value === null ? null : savedLonger(value, program);
  if (saved !== null && (operand === 'any' || isGrowing(saved.name))) {
    return yes({ values: { value: saved.name }, related: [{ location: program.location(saved.at), text: `${saved.name} is made longer` }] });
  }
  if (query === null || query.operation !== 'update' || asksForUnchanged(query, program)) return NO;
  for (const { column, value: written } of writtenColumns(query, program)) {
    const name = grownFrom(written, program, 0);
    if (name === null || (column !== null && plain(column) !== plain(name)) || (column === null && !isSet(name, query))) continue;
    if (operand === 'growing' && !isGrowing(name)) continue;
    return yes({ values: { value: name }, related: [{ location: program.location(written), text: `${name} is written back whole` }] });
  }
  return NO;
};

const UNCHANGED = /guard|expected|observed|unchanged/i;
const VERSION = /^(?:version|rowversion|lockversion|rev|etag|updatedat|modifiedat)$/;

/** Does the filter ask for the row as it was read: by its version, or by a condition that is called so (`{ ...filter, ...guard }`)? Then two at once lose nothing. */
function asksForUnchanged({ filter }: DataQuery, program: Program): boolean {
  return filter !== null && program.sourcesOf(filter).some((source) => {
    const fact = program.fact(source);
    return fact.kind === 'object' && fact.properties.some(({ kind, name, value }) => (kind === 'spread' ? UNCHANGED.test(program.describe({ file: source.file, id: value })) : name !== null && (name === '__v' || VERSION.test(plain(name)))));
  });
}

interface Written {
  /** Null where only the statement names it. */
  column: string | null;
  value: ValueRef;
}

/** Columns that the update sets, as far as they stand in an object; values that a statement is given. */
function writtenColumns({ site, value }: DataQuery, program: Program): Written[] {
  const values = value.file.facts.values;
  const call = values[value.id]!;
  const data = (site === null ? null : program.argument(site, 'data')) ?? dataOfChain(value, program);
  if (data !== null) return objectsIn(data, program).flatMap((object) => propertiesOf(object, program));
  if (call.kind !== 'call') return [];
  return call.args.slice(1).flatMap((id) =>
    program.sourcesOf({ file: value.file, id }).flatMap((source): Written[] => {
      const fact = program.fact(source);
      return fact.kind === 'array' ? fact.elements.map((element) => ({ column: null, value: { file: source.file, id: element } })) : [];
    }),
  );
}

/** `.set({ events })` and `.update({ events })`, later in the chain that begins with the query. */
function dataOfChain({ file, id }: ValueRef, program: Program): ValueRef | null {
  for (let at = id, parent = file.parentOf(id); parent !== NONE; at = parent, parent = file.parentOf(parent)) {
    const fact = file.facts.values[parent]!;
    if (fact.kind !== 'member' && (fact.kind !== 'call' || fact.callee !== at)) return null;
    const site = program.rolesAt({ file, id: parent }).find(({ role }) => role === 'orm.data' || role === 'orm.write');
    const data = site === undefined ? null : program.argument(site, 'data');
    if (data !== null) return data;
  }
  return null;
}

function objectsIn(value: ValueRef, program: Program): ValueRef[] {
  return program.sourcesOf(value).filter((source) => program.fact(source).kind === 'object');
}

/** `{ messages }`, and what stands under `$set`, `data` or `set`. */
function propertiesOf(object: ValueRef, program: Program): Written[] {
  const fact = program.fact(object);
  if (fact.kind !== 'object') return [];
  return fact.properties.flatMap(({ name, value: id }): Written[] => {
    const value = { file: object.file, id };
    if (name === '$set' || name === 'set') return objectsIn(value, program).flatMap((each) => propertiesOf(each, program));
    return name === null ? [] : [{ column: name, value }];
  });
}

function isSet(name: string, { statementText }: DataQuery): boolean {
  const found = /\bset\b([\s\S]*?)(?:\bwhere\b|$)/i.exec(statementText ?? '');
  return found !== null && splitStatement(found[1]!).includes(plain(name));
}

function splitStatement(text: string): string[] {
  return text.split(/[^\w]+/).map(plain);
}

const MAXIMUM_DEPTH = 6;

/** Name of the column of which a longer copy is made: `[...chat.messages, message]`, or `messages` after `messages.push(message)`. */
export function grownFrom(value: ValueRef, program: Program, depth: number): string | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const { file, id } = value;
  const { values } = file.facts;
  const fact = values[id]!;
  const next = (inner: number) => grownFrom({ file, id: inner }, program, depth + 1);
  if (fact.kind === 'cast') return next(fact.operand);
  if (fact.kind === 'array') {
    const spread = fact.elements.map((element) => values[element]!).find((element) => element.kind === 'spread');
    return spread?.kind === 'spread' && fact.elements.length > 1 ? columnRead({ file, id: spread.operand }, program, 0) : null;
  }
  if (fact.kind === 'call') {
    const callee = program.describe({ file, id: fact.callee });
    const target = values[fact.callee]!;
    if (callee === 'JSON.stringify' && fact.args[0] !== undefined) return next(fact.args[0]);
    return target.kind === 'member' && target.name === 'concat' ? columnRead({ file, id: target.object }, program, 0) : null;
  }
  if (fact.kind !== 'reference' || fact.binding < 0) return null;
  const binding = file.facts.bindings[fact.binding]!;
  if (isPushedTo(file.facts, value, fact.binding, program)) {
    const read = binding.writes.map((write) => columnRead({ file, id: write.value }, program, 0)).find((name) => name !== null);
    if (read !== undefined) return read;
  }
  return binding.writes.length === 1 ? next(binding.writes[0]!.value) : null;
}

function isPushedTo(facts: FileFacts, value: ValueRef, binding: number, program: Program): boolean {
  const around = program.functionFact(functionAround(value));
  return facts.calls.some((id) => {
    const call = facts.values[id]!;
    const callee = call.kind === 'call' && call.start >= around.start && call.end <= around.end ? facts.values[call.callee] : undefined;
    const object = callee?.kind === 'member' && /^(?:push|unshift)$/.test(callee.name ?? '') ? facts.values[callee.object] : undefined;
    return object?.kind === 'reference' && object.binding === binding;
  });
}

/** `chat.messages`, `JSON.parse(row.messages || '[]')`, `(chat.messages as Message[]) ?? []`, and a variable that holds it. */
function columnRead(value: ValueRef, program: Program, depth: number): string | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const { file, id } = value;
  const fact = file.facts.values[id]!;
  const next = (inner: number) => columnRead({ file, id: inner }, program, depth + 1);
  switch (fact.kind) {
    case 'member':
      return fact.name !== null && file.facts.values[fact.object]!.kind !== 'this' && !ofRequest(program.describe({ file, id: fact.object })) ? fact.name : null;
    case 'cast':
    case 'await':
    case 'spread':
      return next(fact.operand);
    case 'logical':
      return next(fact.left);
    case 'conditional':
      return next(fact.whenTrue) ?? next(fact.whenFalse);
    case 'array':
      return fact.elements.length === 1 ? next(fact.elements[0]!) : null;
    case 'call':
      return program.describe({ file, id: fact.callee }) === 'JSON.parse' && fact.args[0] !== undefined ? next(fact.args[0]) : null;
    case 'reference': {
      const binding = fact.binding < 0 ? undefined : file.facts.bindings[fact.binding];
      return binding?.writes.length === 1 ? next(binding.writes[0]!.value) : null;
    }
    default:
      return null;
  }
}

/** What the client sent is no column. */
function ofRequest(text: string): boolean {
  return /(?:^|\.)(?:req|request|ctx|body|query|params|input|args|props|state|event|payload|options)$/.test(text);
}
