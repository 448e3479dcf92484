/** `correlation.*`: whether each request has an id, and whether the lines of the log have it. */
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { groupBy } from '../../reach/reach.js';
import { logCallSites } from '../../sites/log-calls.js';
import { writtenName } from '../../../contracts/written-name.js';
import { LOGGING_MODULE, loggerMakers } from '../logs/terminal-logs.js';
import type { Predicate } from '../index.js';

/** Headers by which services hand an id on. */
const HEADER = /^(?:x-)?(?:request|correlation|trace|transaction|amzn-trace|amzn-request|cloud-trace|vercel|b3-trace)-(?:id|context)$|^(?:traceparent|cf-ray|rndr-id|fly-request-id)$/i;
const NAME = /^_?(?:get_?|current_?)*(?:x_?)?(?:req|request|correlation|trace|transaction)_?id$/i;
/** What a part of a line is called that holds it. */
const FIELD = /^(?:x-)?(?:(?:req|request|correlation|trace|transaction)[-_]?)?id$/i;
/** Names under which a logger writes all that is kept for a request, its id among it. */
const CONTEXT = /^(?:ctx|req(?:uest)?_?(?:context|ctx))$/i;
/** What a request is called on which its id is set. */
const REQUEST = /^_*(?:req|request|ctx|context|raw)$/i;
/** Where handlers leave things for each other. */
const STORE = /^_*(?:state|locals|store|c)$/i;
/** Calls that run the rest with a context, or put something into it. */
const KEEPS = /\.?(?:run|enterWith|runPromise|runAndReturn|bind|set)$/;

/** `correlation.made`: an id is read from a header, set on the request, or kept for the time of the request. */
export const idMade: Predicate = (_site, _operand, evaluation) => firstOf(evaluation, 'made', 'each request gets an id');

/** `correlation.logged`: the id is a field of a line, of a child logger, or is added where the logger is made. */
export const idLogged: Predicate = (_site, _operand, evaluation) => {
  const inCall = logCallSites(evaluation).find((site) => site.value !== null && namesId(site.value));
  if (inCall !== undefined) return yes({ related: [{ location: evaluation.program.location(inCall.value!), text: 'the id is logged' }] });
  const { program } = evaluation;
  const field = evaluation.roleSites(['log.field'], 'wide').find((site) => {
    const name = program.argument(site, 'name');
    return name !== null && (program.constants(name) ?? []).some((constant) => FIELD.test(String(constant)));
  });
  if (field !== undefined) return yes({ related: [{ location: program.location(field.value), text: 'lines have the id' }] });
  return firstOf(evaluation, 'logged', 'the id is added to the log');
};

/** `correlation.library`: a library gives each request an id and puts it into the log of that request. */
export const idByLibrary: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  const found = evaluation.roleSites(['correlation.log'], 'wide').find((site) => {
    const needed = site.entry.attributes['when-set'];
    const value = typeof needed === 'string' ? program.argument(site, needed) : site.value;
    return value !== null && program.constants(value)?.includes(false) !== true;
  });
  return answerOf(found !== undefined, found === undefined ? {} : { related: [{ location: program.location(found.value), text: program.describe(found.value) }] });
};

interface Marks {
  made: ValueRef | null;
  logged: ValueRef | null;
}

function firstOf(evaluation: Evaluation, kind: keyof Marks, text: string): Answer {
  const { program } = evaluation;
  const [first] = evaluation.packages('wide').flatMap(({ directory }) => marksIn(program).get(directory)?.flatMap(({ marks }) => marks[kind] ?? []) ?? []).filter((value) => evaluation.isSource(value));
  return first === undefined ? NO : yes({ related: [{ location: program.location(first), text }] });
}

const MARKS = new WeakMap<Program, ReadonlyMap<string, readonly { marks: Marks }[]>>();

/** By package; each file is read once. */
function marksIn(program: Program): ReadonlyMap<string, readonly { marks: Marks }[]> {
  const known = MARKS.get(program);
  if (known !== undefined) return known;
  const marked = [...program.files.values()].map((file) => ({ file, marks: marksOf(file, program) })).filter(({ marks }) => marks.made !== null || marks.logged !== null);
  const found = groupBy(marked, ({ file }) => file.package.directory);
  MARKS.set(program, found);
  return found;
}

function marksOf(file: LinkedFile, program: Program): Marks {
  const marks: Marks = { made: null, logged: null };
  const inLogging = LOGGING_MODULE.test(file.facts.path) || loggerMakers(program).has(file);
  file.facts.values.forEach((fact, id) => {
    const value = { file, id };
    if (fact.kind === 'literal' && typeof fact.value === 'string' && HEADER.test(fact.value) && !isListed(file, id)) marks.made ??= value;
    else if (fact.kind === 'member' && fact.name !== null && HEADER.test(fact.name)) marks.made ??= value;
    else if (fact.kind === 'call' && isKept(file, id)) marks.made ??= value;
    if (fact.kind === 'call' && isLogged(file, id, inLogging)) marks.logged ??= value;
    else if (inLogging && (fact.kind === 'member' || fact.kind === 'reference') && NAME.test(fact.name ?? '')) marks.logged ??= value;
    else if (inLogging && fact.kind === 'object' && fact.properties.some(({ name }) => NAME.test(name ?? '') || CONTEXT.test(name ?? ''))) marks.logged ??= value;
  });
  const written = file.facts.memberWrites.find(({ name, object }) => name !== null && ((NAME.test(name) && STORE.test(nameOf(file, object))) || ((NAME.test(name) || name === 'id') && REQUEST.test(nameOf(file, object)))));
  // `info.requestId = tracer.id()` where lines are made.
  const added = inLogging ? file.facts.memberWrites.find(({ name }) => NAME.test(name ?? '')) : undefined;
  if (added !== undefined) marks.logged ??= { file, id: added.value };
  if (written !== undefined) marks.made ??= { file, id: written.object };
  return marks;
}

/** `exposedHeaders: ['X-Request-Id']`: a list of names reads none of them. */
function isListed(file: LinkedFile, id: number): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'array' || (parent?.kind === 'object' && parent.properties.some(({ name, value }) => value === id && /headers?$/i.test(name ?? '')));
}

/** `storage.run({ requestId }, next)`, `namespace.set('requestId', id)`, `c.set('requestId', id)`. */
function isKept(file: LinkedFile, id: number): boolean {
  const fact = file.facts.values[id];
  return fact?.kind === 'call' && KEEPS.test(nameOf(file, fact.callee)) && namesId({ file, id });
}

/** `logger.child({ requestId })`; where the logger is made, what is kept for the request is read. */
function isLogged(file: LinkedFile, id: number, inLogging: boolean): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind !== 'call') return false;
  const name = nameOf(file, fact.callee);
  if (/^(?:child|bindings|setBindings|assign|withContext|setContext)$/.test(name)) return namesId({ file, id });
  return inLogging && /^(?:getStore|currentContext|get\w*(?:Context|Id|Store|Namespace))$/.test(name);
}

function nameOf(file: LinkedFile, id: number): string {
  const fact = file.facts.values[id];
  return writtenName(fact) ?? '';
}

/** How deep into what a call is given. */
const DEPTH = 6;

/** Is an id named in it: as a property, a member, a variable or a text? */
function namesId({ file, id }: ValueRef, depth = 0): boolean {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > DEPTH) return false;
  const inside = (values: readonly number[]): boolean => values.some((each) => namesId({ file, id: each }, depth + 1));
  switch (fact.kind) {
    case 'literal':
      return typeof fact.value === 'string' && NAME.test(fact.value);
    case 'object':
      return fact.properties.some(({ name, value }) => NAME.test(name ?? '') || inside([value]));
    case 'member':
      return NAME.test(fact.name ?? '') || (fact.name === 'id' && REQUEST.test(nameOf(file, fact.object))) || inside([fact.object]);
    case 'reference':
      return NAME.test(fact.name);
    case 'call':
      return inside([fact.callee, ...fact.args]);
    case 'template':
    case 'concat':
      return inside(fact.parts);
    default:
      return false;
  }
}
