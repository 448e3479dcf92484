/** `query.*`: queries that run while a request waits, and those that run once for each row that another has read. */
import type { RelatedLocation } from '../../../contracts/audit.js';
import { NONE } from '../../../contracts/facts.js';
import type { BlockFact } from '../../../contracts/facts.js';
import type { DataQuery, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import type { Extent } from '../../failures/code-events.js';
import { keyOf, usesIn } from '../../file-uses.js';
import { functionAround, groupBy } from '../../reach/reach.js';
import { wayFromRoute } from '../../reach/request-reach.js';
import type { Predicate } from '../index.js';
import { endsAtFirstHit, isPartOfStatement, isScheduled, namesFew, namesWork, staysShort } from './short-loops.js';

/** A read of a database while a request waits? Guesses by name are none. */
export const servedRead: Predicate = ({ query }, _operand, { program }) =>
  query !== null && query.operation === 'read' && (query.kind === 'orm' || query.kind === 'sql') && query.confidence !== 'low' && !isPartOfStatement(query) && wayTo(program, query.value).length > 0 ? yes() : NO;

/** Does it run once for each row of another query: in a loop over them, or in a function that is called in one? */
export const oncePerRow: Predicate = ({ query }, _operand, { program }) => {
  if (query === null) return NO;
  const own = loopOverRows(query.value, program);
  if (own !== null) {
    const way = wayTo(program, query.value);
    return yes({ related: [own.at, ...way].slice(0, 6), values: { source: own.rows }, confidence: isLight(own, query.value.file, way, program) ? 'low' : own.confidence });
  }
  if (!isFirstOfItsFunction(query, program)) return NO;
  for (const call of callsOf(query.value, program)) {
    const loop = loopOverRows(call, program);
    const way = loop === null ? [] : wayTo(program, call);
    if (loop === null || way.length === 0) continue;
    const related = [loop.at, { location: program.location(call), text: 'is called for each of them' }, ...way].slice(0, 6);
    return yes({ related, values: { source: loop.rows }, confidence: isWork(query, program) || isLight(loop, call.file, way, program) ? 'low' : 'medium' });
  }
  return NO;
};

/** Each row is a piece of work, or the loop stays short: such a finding is of low confidence. */
function isLight(loop: RowLoop, file: LinkedFile, way: readonly RelatedLocation[], program: Program): boolean {
  return loop.isShort || writesIn(file, loop.body, program) || isScheduled(way) || endsAtFirstHit(file, loop.body);
}

/** The route and the calls that lead from it to the value; empty when no handler reaches it. */
function wayTo(program: Program, value: ValueRef): RelatedLocation[] {
  return wayFromRoute(program, functionAround(value)) ?? [];
}

interface RowLoop {
  at: { location: ReturnType<Program['location']>; text: string };
  /** What is iterated, as written. */
  rows: string;
  confidence: 'high' | 'medium';
  /** What is known of the rows says that they are few. */
  isShort: boolean;
  /** What runs for each of them. */
  body: Extent;
}

const ITERATING = /^(?:map|forEach|flatMap|reduce|filter|some|every|find)$/;
const ITERATING_FUNCTION = /^(?:pMap|(?:Promise|Bluebird|async)\.(?:map|each|mapSeries|eachSeries|eachLimit|mapLimit|forEach|forEachSeries))$/;
/** What is taken in pieces is one query a piece. */
const IN_PIECES = /chunk|batch|page|slice|partition/i;
/** What was fetched once is not fetched again. */
const REMEMBERED = /cache|seen|loaded|memo|\bmap\b|\.has\b/i;
const MAXIMUM_FUNCTIONS = 4;

/** The innermost loop over rows around a value, in its function or around the function as a callback. */
function loopOverRows(value: ValueRef, program: Program): RowLoop | null {
  const { file } = value;
  let offset = program.fact(value).start;
  for (let level = 0; level < MAXIMUM_FUNCTIONS; level += 1) {
    const id = file.functionAt(offset);
    const inBlocks = loopInFunction(file, offset, id, program);
    if (inBlocks !== null) return inBlocks === 'other' ? null : inBlocks;
    const call = id > 0 ? callGiven(file, id) : null;
    if (call === null) return null;
    const iterated = iteratedBy(call, id, program);
    if (iterated !== null) return rowLoop(iterated, file.facts.functions[id]!, program);
    offset = program.fact(call).start;
  }
  return null;
}

/** `other`: something there says that this is no query for each row. */
function loopInFunction(file: LinkedFile, offset: number, id: number, program: Program): RowLoop | 'other' | null {
  for (let block = file.blockAt(offset); block >= 0; block = file.facts.blocks[block]!.parent) {
    const fact = file.facts.blocks[block]!;
    if (fact.function !== id) return null;
    if (fact.condition < 0) continue;
    const condition = { file, id: fact.condition };
    if ((fact.kind === 'then' || fact.kind === 'else' || fact.kind === 'nullish') && REMEMBERED.test(textOf(condition, program))) return 'other';
    const iterated = fact.kind === 'loop' ? iteratedIn(fact, file) : null;
    if (iterated !== null && !within(offset, program.fact(iterated))) return rowLoop(iterated, fact, program);
  }
  return null;
}

/** `for (const x of rows)`, `for (let i = 0; i < rows.length; i++)`; not `while`, and not the keys of an object. */
function iteratedIn({ condition }: BlockFact, file: LinkedFile): ValueRef | null {
  if (usesIn(file).isIterated(condition)) return { file, id: condition };
  const test = file.facts.values[condition];
  const length = test?.kind === 'binary' && test.operator === '<' ? file.facts.values[test.right] : undefined;
  return length?.kind === 'member' && length.name === 'length' ? { file, id: length.object } : null;
}

function callGiven(file: LinkedFile, id: number): ValueRef | null {
  const at = usesIn(file).valueOfFunction(id);
  const parent = at === NONE ? NONE : file.parentOf(at);
  return parent >= 0 && file.facts.values[parent]!.kind === 'call' ? { file, id: parent } : null;
}

/** What a call takes through the function element by element. */
function iteratedBy(call: ValueRef, id: number, program: Program): ValueRef | null {
  const fact = program.fact(call);
  if (fact.kind !== 'call') return null;
  const { file } = call;
  const callee = file.facts.values[fact.callee]!;
  const first = file.facts.values[fact.args[0] ?? -1];
  if (first?.kind === 'function' && first.function === id) return callee.kind === 'member' && callee.name !== null && ITERATING.test(callee.name) ? { file, id: callee.object } : null;
  return ITERATING_FUNCTION.test(program.describe({ file, id: fact.callee })) && fact.args[0] !== undefined ? { file, id: fact.args[0] } : null;
}

function rowLoop(iterated: ValueRef, { start, end }: Extent, program: Program): RowLoop | null {
  const rows = textOf(iterated, program);
  if (IN_PIECES.test(rows)) return null;
  const found = rowsAt(iterated, program, 0);
  return found === null ? null : { at: { location: program.location(iterated), text: 'the rows' }, rows, ...found, body: { start, end } };
}

type Rows = Pick<RowLoop, 'confidence' | 'isShort'>;

/** Members in which drivers hand out rows. */
const ROWS = /^(?:rows|data|docs|documents|results|items|recordset|entities|\d)$/;
/** Methods that give the same elements, or fewer. */
const SAME_ELEMENTS = /^(?:filter|slice|sort|reverse|toSorted|concat|flat|values|entries|map|flatMap|toArray|toJSON)$/;
const MAXIMUM_DEPTH = 8;

/** Are these the rows of a query? `medium` where they hang on one row of it. */
function rowsAt(value: ValueRef, program: Program, depth: number): Rows | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const known = queriesAt(program);
  for (const source of [value, ...program.sourcesOf(value)].slice(0, 12)) {
    // The statement of a wrapper is told at the wrapper's call; its rows come from the call inside.
    const query = known.get(keyOf(source));
    if (query !== undefined || program.rolesAt(source).some(({ role }) => role === 'sql.execute')) return { confidence: 'high', isShort: query !== undefined && staysShort(query, program) };
    const fact = program.fact(source);
    const { file } = source;
    if (fact.kind === 'await' || fact.kind === 'cast') {
      const found = rowsAt({ file, id: fact.operand }, program, depth + 1);
      if (found !== null) return found;
    } else if (fact.kind === 'member') {
      const found = rowsAt({ file, id: fact.object }, program, depth + 1);
      if (found !== null) return fact.name === null || ROWS.test(fact.name) ? found : { confidence: 'medium', isShort: namesFew(fact.name) };
    } else if (fact.kind === 'element') {
      const found = rowsAt({ file, id: fact.of }, program, depth + 1);
      if (found !== null) return { ...found, confidence: 'medium' };
    } else if (fact.kind === 'call') {
      const found = rowsOfCall(source, program, depth);
      if (found !== null) return found;
    }
  }
  return null;
}

/** A chain that begins with a query, or a method that gives the elements of what it is called on. */
function rowsOfCall(call: ValueRef, program: Program, depth: number): Rows | null {
  const fact = program.fact(call);
  const callee = fact.kind === 'call' ? call.file.facts.values[fact.callee] : undefined;
  if (callee?.kind !== 'member') return null;
  const object = { file: call.file, id: callee.object };
  const isChain = program.callees(call).length === 0 && (callee.name === null || SAME_ELEMENTS.test(callee.name) || program.fact(object).kind === 'call');
  return isChain ? rowsAt(object, program, depth + 1) : null;
}

const QUERIES = new WeakMap<Program, ReadonlyMap<string, DataQuery>>();

function queriesAt(program: Program): ReadonlyMap<string, DataQuery> {
  let known = QUERIES.get(program);
  if (known === undefined) QUERIES.set(program, (known = new Map(program.queries.filter(({ operation, kind }) => operation === 'read' && (kind === 'orm' || kind === 'sql')).map((query) => [keyOf(query.value), query]))));
  return known;
}

/** Of several queries in one function the first is told of. */
function isFirstOfItsFunction(query: DataQuery, program: Program): boolean {
  const { file } = query.value;
  const at = program.fact(query.value).start;
  const id = file.functionAt(at);
  return !inFile(program, file).some((other) => other !== query && program.fact(other.value).start < at && file.functionAt(program.fact(other.value).start) === id);
}

/** Rows that are each a piece of work (deleted, sent, signed one by one) are seldom read together: the finding is of low confidence. */
function writesIn(file: LinkedFile, extent: Extent, program: Program): boolean {
  return inFile(program, file).some(({ value, operation }) => operation !== 'read' && operation !== 'unknown' && within(program.fact(value).start, extent));
}

function isWork({ value }: DataQuery, program: Program): boolean {
  const { file } = value;
  const around = file.facts.functions[file.functionAt(program.fact(value).start)]!;
  return writesIn(file, around, program) || namesWork(around.name);
}

const BY_FILE = new WeakMap<Program, ReadonlyMap<LinkedFile, readonly DataQuery[]>>();

function inFile(program: Program, file: LinkedFile): readonly DataQuery[] {
  let known = BY_FILE.get(program);
  if (known === undefined) BY_FILE.set(program, (known = groupBy(program.queries, ({ value }) => value.file)));
  return known.get(file) ?? [];
}

function callsOf(value: ValueRef, program: Program): readonly ValueRef[] {
  const id = value.file.functionAt(program.fact(value).start);
  return id > 0 ? program.callersOf({ file: value.file, id }).slice(0, 20) : [];
}

function textOf(value: ValueRef, program: Program): string {
  const fact = program.fact(value);
  if (fact.kind === 'unary') return textOf({ file: value.file, id: fact.operand }, program);
  if (fact.kind === 'call') return `${program.describe({ file: value.file, id: fact.callee })}()`;
  return program.describe(value);
}

function within(offset: number, { start, end }: Extent): boolean {
  return start <= offset && offset < end;
}
