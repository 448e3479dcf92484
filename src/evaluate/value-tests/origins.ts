/** Where a value comes from: `from`, and `built-from` for text that carries data into a sink. */
import type { Sink } from '../../contracts/sinks.js';
import type { Origin, Program, Trace } from '../../contracts/program.js';
import type { RequestPart } from '../../contracts/vocabulary.js';
import { NO, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { TestWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import type { Subject } from '../subject.js';
import { splitWords } from '../names/name-words.js';
import { wayLength } from '../way-length.js';
import { isBuiltText } from './built-text.js';
import { namedCheck } from './named-checks.js';

const CUT_SHORT = 'where it comes from: the search was cut short';

export const from: TestWord<'from'> = (kinds) => (subject, evaluation): Answer => {
  const { origins, truncated } = traceAll(subject, 'value', evaluation);
  const found = origins.find((origin) => kinds.some((kind) => kind === origin.kind));
  if (found !== undefined) return originAnswer(found);
  if (truncated || (subject.presence === 'unknown' && origins.length === 0)) return unknown(CUT_SHORT);
  // What could not be followed may be anything; but to suspect each such value of holding request data would accuse without evidence.
  const open = !kinds.includes('request') && origins.some((origin) => origin.kind === 'unknown');
  return open ? unknown('where it comes from') : NO;
};

/** Kinds of origin that text may be built from without harm. The operator, who sets the environment, is trusted. */
const HARMLESS: ReadonlySet<Origin['kind']> = new Set<Origin['kind']>(['constant', 'numeric', 'allow-listed', 'sanitized', 'environment']);

/** Origins that a message should rather name, first. */
const WORST: readonly Origin['kind'][] = ['request', 'parameter', 'datastore', 'principal', 'library', 'unknown'];

export const builtFrom: TestWord<'built-from'> = ({ source, sink, of }) => (subject, evaluation): Answer => {
  if (subject.scalar !== undefined || subject.presence === 'no') return NO;
  const { origins, truncated } = traceAll(subject, sink, evaluation);
  if (source === 'request') {
    const requests = origins.filter((origin) => origin.kind === 'request' && (of.length === 0 || of.includes(requestPart(origin))));
    return requests.length > 0 ? requestsAnswer(requests, sink) : truncated ? unknown(CUT_SHORT) : NO;
  }
  if (truncated) return unknown(CUT_SHORT);
  const harmful = origins.filter((origin) => !HARMLESS.has(origin.kind));
  const worst = worstOf(harmful.filter((origin) => namedCheck(origin, sink) === null));
  if (worst === undefined && harmful[0] !== undefined) return unknown(`what ${namedCheck(harmful[0], sink) ?? ''}() lets through`);
  if (worst !== undefined && subject.values.some((value) => isBuiltText(value, evaluation))) return dynamicAnswer(worst, evaluation.program);
  if (worst === undefined) return NO;
  return worst.kind === 'library' ? NO : unknown(`what ${worst.detail || 'the text'} holds`);
};

/** Of those that neither came through a function which is named as a check nor were given to one, the surest; when all did, nobody can tell. */
function requestsAnswer(requests: readonly Origin[], sink: Sink): Answer {
  const checkOf = (origin: Origin) => namedCheck(origin, sink) ?? origin.namedCheck;
  const open = requests.filter((origin) => checkOf(origin) === null);
  const sure = open.find((origin) => !isGuess(origin, sink));
  if (sure !== undefined) return originAnswer(sure);
  if (open[0] !== undefined) return guessed(originAnswer(open[0]));
  return unknown(`what ${checkOf(requests[0]!) ?? ''}() lets through`);
}

/**
 * Would a reader who follows the steps still swear to it? Of the flows judged in the field notes those of more than nine steps were nearly all
 * wrong: on such a way the data becomes something else (a record, a model, a configuration). What came through a queue was mostly put there by
 * the program itself. And an object is seldom still the client's after a step of which nothing is known.
 */
function isGuess(origin: Origin, sink: Sink): boolean {
  const length = wayLength(origin);
  if (length > (staysNear(origin) ? 2 * LONG_WAY : LONG_WAY)) return true;
  if (origin.detail.startsWith('request.message') && length > LONG_WAY_OF_MESSAGES && !staysInFile(origin)) return true;
  return sink === 'nosql' && origin.assumed;
}

/** What is done with a message where it arrives is done with what somebody else wrote; further off it is mostly the program's own data. */
function staysInFile({ steps }: Origin): boolean {
  return steps.every((step) => step.location.path === steps[0]!.location.path);
}

/** All of it can be read on one screen: naming a value once more makes it no other. */
function staysNear(origin: Origin): boolean {
  const lines = origin.steps.map((step) => step.location.line);
  return staysInFile(origin) && Math.max(...lines) - Math.min(...lines) <= ONE_SCREEN;
}

const ONE_SCREEN = 40;

function guessed(answer: Answer): Answer {
  return { ...answer, evidence: { ...answer.evidence, confidence: 'low' } };
}

/** Members of a request's URL, parsed, that hold its query. */
const QUERY_MEMBERS: ReadonlySet<string> = new Set(['query', 'searchParams', 'search']);

/** What part of the request it is. A query may be read out of the URL: `url.parse(req.url).query`, `new URL(req.url).searchParams`. */
export function requestPart({ detail }: Origin): RequestPart {
  const [, part, ...path] = detail.split('.');
  return part === 'url' && path.some((name) => QUERY_MEMBERS.has(name)) ? 'query' : (part as RequestPart);
}

/** Of the kind that says most, the one that comes the shortest way: it is the easiest to follow. */
function worstOf(origins: readonly Origin[]): Origin | undefined {
  const kind = WORST.find((each) => origins.some((origin) => origin.kind === each));
  const [first, ...others] = origins.filter((origin) => origin.kind === kind);
  return others.reduce((best, origin) => (best !== undefined && origin.steps.length < best.steps.length ? origin : best), first);
}

/** Steps. A longer way through the program is followed and listed, but does not count. */
const LONG_WAY = 9;
const LONG_WAY_OF_MESSAGES = 3;

/** What the text is built from is no client's, as far as can be seen: a guess when its origin is out of sight or far away. */
function dynamicAnswer(origin: Origin, program: Program): Answer {
  const answer = originAnswer(origin);
  return SELDOM_A_CLIENTS.has(origin.kind) || isSetting(origin) || isBesideRoutes(origin, program) || origin.steps.length > LONG_WAY ? guessed(answer) : answer;
}

/** What a reviewer has to believe to be a client's. */
const SELDOM_A_CLIENTS: ReadonlySet<Origin['kind']> = new Set<Origin['kind']>(['principal', 'library', 'unknown', 'datastore']);

/** What clients send is followed from the routes. Where there are some, and none of them leads to the function, its parameters are seldom theirs. */
function isBesideRoutes({ kind }: Origin, program: Program): boolean {
  return kind === 'parameter' && program.routes.length > 0;
}


const SETTINGS: ReadonlySet<string> = new Set(['config', 'configuration', 'conf', 'cfg', 'settings', 'env', 'environment']);

/** A parameter that holds settings by its name, filled by whoever runs the program. */
function isSetting({ kind, detail }: Origin): boolean {
  return kind === 'parameter' && SETTINGS.has(splitWords(detail).at(-1) ?? '');
}

function originAnswer(origin: Origin): Answer {
  const source = origin.steps[0]?.text ?? origin.detail;
  const confidence = origin.kind === 'unknown' && origin.confidence === 'high' ? 'medium' : origin.confidence;
  return yes({ steps: origin.steps, values: { source: source === '' ? origin.kind : source }, confidence });
}

function traceAll(subject: Subject, sink: Sink, { program }: Evaluation): Trace {
  const traces = subject.values.map((value) => program.trace(value, { sink }));
  return { origins: traces.flatMap((trace) => trace.origins), truncated: traces.some((trace) => trace.truncated) };
}

