/** One place that the backward walk has come to, and how. */
import type { FunctionRef, Origin, RoleSite, ValueRef } from '../../contracts/program.js';
import type { Sink } from '../../contracts/sinks.js';
import type { FileValue } from '../linking.js';
import { keyOf } from '../value-graph.js';

/** Calls that the walk has entered through their results, innermost first; a parameter is answered by the matching one. */
export interface CallFrame {
  call: FileValue;
  /** Set where the call hands the function to a library or the language, which runs it: `list.map(wrap)`. */
  callback: FunctionRef | null;
  outer: CallFrame | null;
  depth: number;
}

export interface Visit {
  ref: FileValue;
  /** Properties still to be read from the value, outermost first: `['query', 'sort']` when `value.query.sort` is asked for. */
  path: readonly string[];
  frame: CallFrame | null;
  /** The visit nearer to the sink. */
  from: Visit | null;
  /** What happens to the value between here and `from`; '' when nothing worth telling. */
  text: string;
  /** Whether the step is told where the value arrives (a call that returns it) instead of where it stands. */
  toldAtTarget: boolean;
  lossy: boolean;
  /** It stands behind a directory that a client does not choose: a later part of `path.join(ROOT, value)`, of `${ROOT}/${value}`, of a redirect to `/${value}`. */
  beneath: boolean;
  /** The source is a guess by name alone; only where the walk ends. */
  guessed?: boolean;
  /** On the way it was kept in an object that one request fills and another reads: settings, a cache. */
  stored: boolean;
  /** A step on the way was assumed, whatever is said of the end; left out where that is what `lossy` says. */
  assumed?: boolean;
  /** A text was parsed on the way, or decoded: what comes out may be an object, or hold slashes, whatever went in. */
  parsed: boolean;
}

/** What may change from one visit to the next; the rest stays. */
export type Change = Partial<Pick<Visit, 'path' | 'frame' | 'text' | 'lossy' | 'stored' | 'toldAtTarget' | 'beneath'>>;

/** Any element of a list. */
export const ELEMENT = '[]';
/** Any property. */
export const ANY = '*';
/** The names of the properties. */
export const KEYS = '{keys}';

const MAXIMUM_PATH = 5;
const MAXIMUM_FRAMES = 8;

export function visitKey(visit: Visit): string | number {
  // Most visits are plain; a number costs no text.
  if (visit.frame === null && visit.path.length === 0 && !visit.beneath && !visit.parsed) return keyOf(visit.ref);
  const frames: number[] = [];
  for (let frame = visit.frame; frame !== null && frames.length < 3; frame = frame.outer) frames.push(keyOf(frame.call));
  return `${keyOf(visit.ref)} ${visit.path.join('.')} ${frames.join('|')}${visit.beneath ? ' beneath' : ''}${visit.parsed ? ' parsed' : ''}`;
}

/** What the steps of the walk are given to say where to go next, or that it ends. */
export interface Walk {
  /** Checks and conversions are no end: the question is who chose the value, not what it may do (sink `origin`). */
  readonly seesThrough: boolean;
  /** An object that arrives as a whole is no text: the walk ends there. */
  readonly endsAtObjects: boolean;
  /** What the value is used for. */
  readonly sink: Sink;
  /** Goes on at another value. */
  go(from: Visit, ref: ValueRef, change?: Change): void;
  /** Ends at a use that is request data, or, where a part is asked for that the server itself puts there, at that. */
  endAtRequest(at: Visit, site: RoleSite): void;
  /** Ends here. */
  end(at: Visit, kind: Origin['kind'], detail: string): void;
}

/**
 * The path with a property in front. Paths that grow too long keep their outer part, and one that repeats itself (`node.next.next.next`)
 * stays as it is: the walk round a recursive structure would otherwise be a new place each time.
 */
export function inside(path: readonly string[], name: string): readonly string[] {
  if (path[0] === name && path[1] === name) return path;
  return [name, ...path].slice(0, MAXIMUM_PATH);
}

export function enter(frame: CallFrame | null, call: FileValue, callback: FunctionRef | null = null): CallFrame {
  const depth = (frame?.depth ?? 0) + 1;
  return depth > MAXIMUM_FRAMES ? { call, callback, outer: null, depth: 1 } : { call, callback, outer: frame, depth };
}
