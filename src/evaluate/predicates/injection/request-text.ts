/** Text of a client in something that is written out as text. */
import type { Origin, Program, ValueRef } from '../../../contracts/program.js';
import type { Sink } from '../../../contracts/sinks.js';
import type { RequestPart } from '../../../contracts/vocabulary.js';
import { requestPart } from '../../value-tests/origins.js';

/** What is no text: it is written out as JSON, quoted, or not at all. */
const NO_TEXT: ReadonlySet<string> = new Set(['object', 'array', 'function', 'class', 'caught', 'literal', 'unary', 'binary', 'jsx']);
/** A step through a library function of which nothing is known: its result may be anything. */
const INTO_THE_UNKNOWN = /^is given to /;
/** What is asked for is the object, not what stands in it. */
const INTO_AN_OBJECT = /^becomes a property of /;
/** Reads all of a request's data as text. */
const TEXT_READERS = /^(?:text|querystring|search|href|rawBody)$/;

export interface RequestTextQuery {
  sink: Sink;
  /** Kinds of request data that count. */
  parts: readonly RequestPart[];
  /** Objects are sent as JSON, whatever is in them. */
  objects?: 'end';
}

/** The way from a client's text to the value, or null. What is an object in all alternatives is no text. */
export function requestTextIn(value: ValueRef, { sink, parts, objects }: RequestTextQuery, program: Program): Origin | null {
  if (program.sourcesOf(value).every((source) => NO_TEXT.has(program.fact(source).kind))) return null;
  if (isMadeAnew(value, program)) return null;
  const found = program.trace(value, objects === undefined ? { sink } : { sink, objects }).origins.filter((origin) => origin.kind === 'request' && parts.includes(partOf(origin)) && isText(origin, program));
  // What a check lets through that is known by its name alone cannot be told.
  return found.find((origin) => origin.namedCheck === null && !origin.steps.some((step) => INTO_THE_UNKNOWN.test(step.text) || INTO_AN_OBJECT.test(step.text))) ?? null;
}

/** `new Thing(req.body.x)`, `JSON.stringify(req.body)`: an object, or text in which everything is quoted. */
function isMadeAnew(value: ValueRef, program: Program): boolean {
  return program.sourcesOf(value).every((source) => {
    const fact = program.fact(source);
    if (fact.kind !== 'call') return NO_TEXT.has(fact.kind);
    return fact.isNew || program.apiPaths({ file: source.file, id: fact.callee }).some((path) => path === 'global:JSON.stringify' || path === 'global:JSON.parse');
  });
}

/** What a URL was given to that takes the browser's encoding off. */
const DECODES = /^goes through (?:global:)?(?:querystring:parse|qs:[\w.]+|query-string:[\w.]+|decodeURI|decodeURIComponent|unescape|URLSearchParams)\(\)$/;

/** The part of the request; what is decoded of its URL can be filled by a link as a query can. */
function partOf(origin: Origin): RequestPart {
  const part = requestPart(origin);
  return part === 'url' && origin.steps.some((step) => DECODES.test(step.text)) ? 'query' : part;
}

/** Is one value of the request read, rather than all of a kind, which is an object? */
function isText(origin: Origin, program: Program): boolean {
  const [, part, ...path] = origin.detail.split('.');
  if (path.length > 0) return true;
  if (part === 'url' || part === 'host') return true;
  const fact = program.fact(origin.value);
  if (fact.kind === 'member') return TEXT_READERS.test(fact.name ?? '');
  if (fact.kind === 'parameter') return isNamedByDecorator(origin.value, program);
  if (fact.kind !== 'call') return false;
  const callee = program.fact({ file: origin.value.file, id: fact.callee });
  return fact.args.length > 0 || (callee.kind === 'member' && TEXT_READERS.test(callee.name ?? ''));
}

/** `@Query('name') name: string`. */
function isNamedByDecorator({ file, id }: ValueRef, program: Program): boolean {
  const fact = program.fact({ file, id });
  const parameter = fact.kind === 'parameter' ? file.facts.functions[fact.function]?.parameters[fact.index] : undefined;
  return (parameter?.decorators ?? []).some((decorator) => {
    const call = program.fact({ file, id: decorator });
    return call.kind === 'call' && call.args.length > 0 && program.constants({ file, id: call.args[0]! }) !== null;
  });
}
