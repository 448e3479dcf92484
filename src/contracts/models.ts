/** Models: what the APIs of libraries mean, after loading and validated. The YAML words, with an example each, are in `docs/rule-language.md`. */
import type { Sink } from './sinks.js';

/** What one library's API means. */
export interface Model {
  /** npm names (with subpath where the API lives there) that share this model; `global` for what needs no import. */
  packages: string[];
  /** Which documentation or source, of which version, this was read from. */
  readFrom: string[];
  /** API path → the API path it is the same as: return types, re-exported names, type names. Fully qualified (`pg:Pool#connect()`). */
  aliases: Record<string, string>;
  /** API path of a member of an enumeration or the like → the text or number that it is (`celebrate:Segments.BODY`: `body`). Fully qualified. */
  constants: Record<string, string | number>;
  /** API path of what the program extends → the paths to whose members it assigns what it adds (`mongoose:Model` → `mongoose:Schema#statics`). */
  members: Record<string, string[]>;
  /** What the library passes to functions given to it. */
  callbacks: CallbackModel[];
  /** What the framework passes to functions that it finds by itself. */
  handlers: HandlerModel[];
  roles: RoleEntry[];
  /** How data passes through the library's functions. */
  flow: FlowModel[];
  /** How functions that the library calls are recognised where nothing shows that they are given to it. */
  shapes: ShapeModel[];
  source: string;
}

export interface CallbackModel {
  /** API paths of the calls. */
  call: string[];
  /** Index of the argument that is the function; -1 for the last; `null` for any argument that is a function. */
  argument: number | null;
  /** The function stands in this property of the argument (`resolvers`), however deep; null for no matter where. */
  property: string | null;
  /** API path of each parameter, or null when it has no meaning. `argument:0`: what was given as argument 0; `receiver`: the receiver. */
  parameters: (string | null)[];
  /** Only functions that declare so many parameters; null: whatever their number. */
  arity: number | null;
  /** Constants that arguments of the call must be: `{ 0: [message] }`. Entries with `arity` or `where` that fit come before those without. */
  where: ArgumentCondition[];
}

/** A function that a library probably calls, by the names of its parameters and what it does with them. */
export interface ShapeModel {
  parameters: ShapeParameter[];
  /** Methods that register such a function, when they are called with a constant path: `router.get('/x', (req, res) => …)`. */
  registeredBy: string[];
}

export interface ShapeParameter {
  /** Names that it goes by; null: any. */
  named: string[] | null;
  /** Members (dotted for members of members; with `()` only when called with an argument) of which the use speaks for the shape. */
  uses: string[];
  /** What it is, as an API path, or null when that has no meaning. */
  is: string | null;
}

/** A demand on the value at an argument position: any of these constants. */
export interface ArgumentCondition {
  path: ArgumentPath;
  equals: (string | number | boolean | null)[];
}

/**
 * Functions that a framework finds by where they stand, not by a call that is given them: `export async function GET` in
 * `app/…/route.ts`, the property `fetch` of a default export, the functions of a module that says `use server`.
 */
export interface HandlerModel {
  /** Packages of the model. */
  packages: string[];
  /**
   * `package`: the handler's package depends on one of them, or its file imports it. `listed-package`: the same, but where
   * nobody lists dependencies the place says enough. `nothing`: it always does.
   */
  needs: 'package' | 'listed-package' | 'nothing';
  /** Regular expression that the file's path without its extension must match, or null for any file. */
  files: string | null;
  /** Names of exports; with a dot a property of an exported object, `default.fetch`; `*` is any one name. */
  exports: string[];
  /** Properties of object literals, wherever they stand: `resolve`; `Query.*` is any property of the object held by `Query`. */
  properties: string[];
  /** Exported functions of a module that begins with this directive, and functions that begin with it. */
  directive: string | null;
  /** Regular expression that the names of the function's parameters, joined with commas, must match, or null. A pattern has no name. */
  named: string | null;
  /** API path of each parameter, or null when it has no meaning. */
  parameters: (string | null)[];
  /** API path of every parameter instead, whatever its written type: types do not bind who calls from outside. */
  each: string | null;
}

export interface RoleEntry {
  /** `sql.execute`, `http.request`, `request.query` … */
  role: string;
  /**
   * How the API is used to play the role. The last three need no API: they match by name alone (a method on any receiver, a
   * property of any object literal, an assignment to a property of any object), and so need `where` or a name that says enough by itself; their sites are of medium confidence.
   */
  use: 'call' | 'new' | 'read' | 'write' | 'tag' | 'decorator' | 'passed' | 'method' | 'property' | 'assigned';
  /** Fully qualified API paths; `*` stands for one segment. Plain names for `method`, `property` and `assigned`. */
  paths: string[];
  /** Name → where to find it in the call. */
  arguments: Record<string, ArgumentPath[]>;
  /** Extra conditions on argument values: `{ "2.shell": true }`. All must hold. */
  where: ArgumentCondition[];
  /** Facts about the API for rules and messages: `service: OpenAI`, `default-timeout: 600000`. */
  attributes: Record<string, string | number | boolean>;
  package: string;
  source: string;
}

/**
 * `0`, `0.text`, `2.headers.origin`, `last`, `1..` (all from 1 on), `receiver`, `result`, `value` (of a write; what
 * a decorator stands on), `template` (of a tag), `0()` (what the function there returns). Alternatives are tried in order; the first present one counts.
 */
export interface ArgumentPath {
  position: number | 'last' | 'receiver' | 'result' | 'value' | 'template' | 'name';
  /** True for `n..`. */
  rest: boolean;
  properties: string[];
}

export interface FlowModel {
  use: 'call' | 'new' | 'read' | 'tag' | 'method';
  /** API paths, or with `use: method` plain method names on a receiver of unknown type. */
  paths: string[];
  /** Which inputs reach the result: argument numbers, `receiver`, `callback` (the callback's result), `none`. */
  from: (number | 'receiver' | 'callback' | 'rest' | 'none')[];
  /** Sinks for which the result is safe; `all` for a number or the like, which carries no text. */
  sanitizes: (Sink | 'all')[];
}
