/**
 * The words of the rule language, as types: word → its operand after loading. `rulebook` reads YAML into these types and
 * `evaluate` gives them their meaning; both are checked by the compiler against this one list. What each word means to
 * an author is in `docs/rule-language.md`. A new word is a line here, a line in `src/rulebook/vocabulary/`, a file in
 * `src/evaluate/conditions/` (or `value-tests/`) and a line in the documentation.
 */
import type { EnvironmentRead } from './program.js';
import type { SourcePosition } from './rules.js';
import type { Sink } from './sinks.js';

/** Three-valued logic on one site: yes, no, unknown (Kleene). `evaluate` compiles each condition once to a closure. */
export type Condition =
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  | WordCondition;

/** A condition made of one word. */
export type WordCondition = { [Word in keyof ConditionOperands]: UseOfWord<ConditionOperands, Word> }[keyof ConditionOperands];

/** A test of one value: the `is:` of a condition. */
export type ValueTest =
  | { kind: 'all'; of: ValueTest[] }
  | { kind: 'any'; of: ValueTest[] }
  | { kind: 'not'; of: ValueTest }
  | WordTest;

/** A value test made of one word. */
export type WordTest = { [Word in keyof ValueTestOperands]: UseOfWord<ValueTestOperands, Word> }[keyof ValueTestOperands];

/** The operand is looked up inside the interface, so that an operand may hold a condition again. */
export interface UseOfWord<Operands, Word extends keyof Operands> {
  kind: 'word';
  word: Word;
  operand: Operands[Word];
  at: SourcePosition;
}

/** Uses of an API in a role. `role` of a family ends in `.*`. */
export interface RoleQuery {
  roles: string[];
  /** Keeps only the uses for which this holds. */
  where: Condition | null;
  /** The named argument must come from the same value on both sides. */
  same: string | null;
}

/** Properties of an argument: any of `options` (each a path into the object) must pass the test. */
export interface OptionQuery {
  options: string[][];
  /** Name of the argument that holds them. */
  of: string;
  is: ValueTest;
}

export interface ConditionOperands {
  argument: { argument: string; is: ValueTest };
  option: OptionQuery;
  'client-option': OptionQuery;
  /** Any of these named arguments of the call that made the receiver must pass the test. */
  'client-argument': { arguments: string[]; is: ValueTest };
  attribute: { attribute: string; is: ValueTest };
  role: string[];
  name: ValueTest;
  'enclosed-by': RoleQuery;
  'preceded-by': RoleQuery;
  'followed-by': RoleQuery;
  'receiver-has': RoleQuery;
  'result-has': RoleQuery;
  'library-has': RoleQuery;
  /** Routes only: what runs before the handler. */
  'chain-has': RoleQuery;
  'chain-misses': RoleQuery;
  /** Routes only: what the handler and the functions that it calls do. */
  'handler-has': RoleQuery;
  /** Routes only: status codes, and where they may be answered. */
  'answers-with': { statuses: number[]; where: 'chain' | 'handler' | 'either' };
  /** Routes only: the method in upper case, `ALL` for any. */
  method: ValueTest;
  /** Routes only: the full path. */
  path: ValueTest;
  /** Some route of the package has such a path. */
  'routes-have': { path: ValueTest };
  /** Some file that the patterns (as in `.gitignore`) match has a key (`*` one segment, `**` any number) whose value passes. */
  'files-have': { files: string[]; key: string; is: ValueTest };
  /** Some file that one of the patterns matches is there. */
  'files-exist': string[];
  /** Entries of files only: the entry's own file has such a key whose value passes. */
  'document-has': { key: string; is: ValueTest };
  /** Entries of files only: the value as written. */
  value: ValueTest;
  /** Dependencies only: the locked version, or what is declared, lies in this npm range. */
  version: { range: string };
  'project-has': RoleQuery;
  /** `range`: the locked or declared version must lie in it (npm range syntax); null for any. */
  'depends-on': { packages: string[]; range: string | null };
  /** Modules, as they are written where they are loaded. */
  imports: string[];
  'guarded-by': 'production' | 'not-production';
  result: 'ignored';
  'flows-to': 'authorization';
  'in-function': ValueTest;
  'runs-in': 'browser';
  /** Exported names, each with a path into what it holds: `config.maxDuration`. */
  'entry-exports': string[][];
  surely: Condition;
  check: { predicate: string; with: unknown };
  variable: 'secret' | 'harmless' | 'required' | 'public';
  /** `is`: what the fallback's own value must pass, or null. */
  fallback: { kinds: FallbackKind[]; is: ValueTest | null };
  validated: boolean;
  'absence-handled': boolean;
  'in-configuration-module': boolean;
  'only-reading-file': boolean;
  needed: boolean;
  'stands-in': boolean;
  tenant: 'owned' | 'filtered' | 'multi';
}

/** How an environment read is replaced when unset; `any` is all but `none`. */
export type FallbackKind = EnvironmentRead['fallback']['kind'] | 'any';

export type Scalar = string | number | boolean | null;

/** A kind of data that a request carries: the roles `request.*`. The query read out of a request's URL is `query`. */
export type RequestPart = 'query' | 'body' | 'params' | 'headers' | 'cookies' | 'url' | 'files' | 'form' | 'host' | 'raw' | 'arguments' | 'message' | 'archive';

export interface ValueTestOperands {
  present: null;
  absent: null;
  set: null;
  constant: null;
  /** A number written in the arguments of a call, in no module of settings. */
  'written-in-call': null;
  function: null;
  array: null;
  object: null;
  regexp: null;
  string: null;
  number: null;
  true: null;
  false: null;
  equals: Scalar[];
  'may-equal': Scalar[];
  /** Source of a JavaScript regular expression, used with the flag `u`, or `iu` when it begins with `(?i)`. */
  matches: string;
  below: number;
  above: number;
  /** Bytes of UTF-8. */
  'shorter-than': number;
  /** Bytes. */
  'larger-than': number;
  /** `of`: only these kinds of request data count; all when empty. */
  'built-from': { source: 'request' | 'dynamic'; sink: Sink; of: RequestPart[] };
  /** The value itself, not just something in it, is request data that is not checked for this sink. */
  'whole-from': { source: 'request'; sink: Sink };
  from: ('request' | 'environment' | 'constant' | 'datastore')[];
  fallback: FallbackKind[];
  role: string[];
  /** Names of arguments, one of which is set on a call that made the value. */
  'made-with': string[];
}
