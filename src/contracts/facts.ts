/**
 * `FileFacts`: all that later stages know about one source file. Plain JSON: no AST node, class instance or
 * cycle ever enters it, so it can be cached, sent to a worker, or written by one machine and linked on another.
 *
 * The heart is the **value graph**. Every expression is one `ValueFact`, addressed by its index in `values`;
 * operands are indexes too. Declarations are normalised into it, so that a reader needs few kinds:
 *
 * - `const { a: { b = 1 } } = f()` becomes binding `b` written with `default(member(member(call f, 'a'), 'b'), 1)`;
 * - a parameter is a value of kind `parameter`, a destructured one a `member` of it, with its default around it;
 * - `for (const x of xs)` writes `x` with `element(xs)`; `catch (e)` writes `e` with `caught`;
 * - `s += x` writes `s` with `concat(s, x)`; `x ??= y` writes `x` with `logical(x ?? y)`;
 * - parentheses, non-null `!`, and `satisfies` vanish; `as T` stays as `cast`, because the name of T may tell what it is.
 *
 * Offsets are UTF-16 code units into the decoded text (byte-order mark removed). Lines and columns are 1-based and
 * computed from `lineStarts` when somebody asks.
 */

/** A position in the decoded text, in UTF-16 code units from its start. */
export type Offset = number;
/** Index into `FileFacts.values`. */
export type ValueId = number;
/** Index into `FileFacts.bindings`. */
export type BindingId = number;
/** Index into `FileFacts.functions`; 0 is the module body itself. */
export type FunctionId = number;
/** Index into `FileFacts.classes`. */
export type ClassId = number;
/** Index into `FileFacts.blocks`; 0 is the block of the module body. */
export type BlockId = number;

/** "There is none": used where an id is optional, so that every fact of a kind has one shape. */
export const NONE = -1;

export interface FileFacts {
  /** Path relative to the audited root, POSIX separators. */
  path: string;
  /** Offsets at which each line starts; the first is 0. */
  lineStarts: Offset[];
  /** Directive prologues of the module: `use strict`, `use server`, `use client`, `use node` … */
  directives: string[];
  imports: ImportFact[];
  exports: ExportFact[];
  bindings: BindingFact[];
  functions: FunctionFact[];
  classes: ClassFact[];
  types: TypeDeclarationFact[];
  blocks: BlockFact[];
  values: ValueFact[];
  /** Ids of all `call` values in source order, the usual entry to the graph. */
  calls: ValueId[];
  /** Assignments to a property: `a.b = v`, `this.pool = v`, `exports.x = v`, `a[k] = v`. */
  memberWrites: MemberWriteFact[];
  suppressions: SuppressionFact[];
  /** What comments describe of an API. Absent: nothing. */
  operations?: OperationFact[];
  /** Where code begins of which the comment above says that it is for everybody (`@access Public`). Absent: none. */
  saidOpen?: Offset[];
  /** What comments say of tables that the code declares. Absent: nothing. */
  schemaRemarks?: SchemaRemarkFact[];
  /** Syntax errors that the parser recovered from, at most ten. Facts around them may be incomplete. */
  syntaxErrors: SyntaxErrorFact[];
}

/** Any expression. `start` and `end` are the expression's own extent, without surrounding white space. */
export type ValueFact =
  | LiteralValue
  | TemplateValue
  | ConcatValue
  | BinaryValue
  | LogicalValue
  | UnaryValue
  | ConditionalValue
  | ReferenceValue
  | MemberValue
  | CallValue
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | ClassValue
  | ParameterValue
  | AwaitValue
  | YieldValue
  | SpreadValue
  | ElementValue
  | RestValue
  | ThisValue
  | ModuleValue
  | CaughtValue
  | CastValue
  | JsxValue
  | UnknownValue;

interface ValueBase {
  start: Offset;
  end: Offset;
}

/** A string, number, boolean, null, undefined, bigint or regular expression written in the source. */
export interface LiteralValue extends ValueBase {
  kind: 'literal';
  /** `string | number | boolean | null`; a bigint's digits; a regular expression's pattern text. */
  value: string | number | boolean | null;
  type: 'string' | 'number' | 'boolean' | 'null' | 'undefined' | 'bigint' | 'regexp';
  /** Regular expressions only, e.g. `gi`. */
  flags?: string;
}

/** A template literal. `texts` has one element more than `parts`. A template without parts is a `literal`, unless it is tagged. */
export interface TemplateValue extends ValueBase {
  kind: 'template';
  texts: string[];
  parts: ValueId[];
  /** The tag function's value, or NONE. */
  tag: ValueId;
  /** Type arguments of the tag by source text, e.g. `['User']` in `` sql<User>`…` ``. */
  typeArguments?: TypeFact[];
}

/** `a + b + c`, flattened. Numeric addition looks the same; the reader decides by the parts. */
export interface ConcatValue extends ValueBase {
  kind: 'concat';
  parts: ValueId[];
}

/** Comparison, arithmetic (without `+`), bitwise operators, `in`, `instanceof`, comma (value is `right`). */
export interface BinaryValue extends ValueBase {
  kind: 'binary';
  operator: string;
  left: ValueId;
  right: ValueId;
}

/** `default` stands for a default initializer (parameter or destructuring): `right` replaces an undefined `left`. */
export interface LogicalValue extends ValueBase {
  kind: 'logical';
  operator: '&&' | '||' | '??' | 'default';
  left: ValueId;
  right: ValueId;
}

export interface UnaryValue extends ValueBase {
  kind: 'unary';
  /** `!`, `-`, `+`, `~`, `typeof`, `void`, `delete`, `++`, `--`. */
  operator: string;
  operand: ValueId;
}

export interface ConditionalValue extends ValueBase {
  kind: 'conditional';
  test: ValueId;
  whenTrue: ValueId;
  whenFalse: ValueId;
}

/** A use of a name. `binding` is NONE for a global such as `process` or `fetch`. */
export interface ReferenceValue extends ValueBase {
  kind: 'reference';
  name: string;
  binding: BindingId;
}

/** `a.b`, `a['b']` (both `name: 'b'`), `a[i]` (`name: null`, `index` set), `a?.b`. */
export interface MemberValue extends ValueBase {
  kind: 'member';
  object: ValueId;
  name: string | null;
  index: ValueId;
  optional: boolean;
  /** Extent of the property name, for exact evidence. Equal to `start`/`end` for a synthetic (destructured) member. */
  nameStart: Offset;
}

/** A call or a `new`. A spread argument is a `spread` value in `args`. */
export interface CallValue extends ValueBase {
  kind: 'call';
  callee: ValueId;
  args: ValueId[];
  isNew: boolean;
  /** Type arguments, e.g. `Repository<User>` in `new Repository<User>()`. */
  typeArguments?: TypeFact[];
}

export interface ObjectValue extends ValueBase {
  kind: 'object';
  properties: PropertyFact[];
}

export interface PropertyFact {
  /** Property name; null for a spread or a computed name that is not a literal. */
  name: string | null;
  kind: 'value' | 'method' | 'getter' | 'setter' | 'spread' | 'computed';
  /** The value, the method's `function` value, or the value that is spread. */
  value: ValueId;
  /** What a computed name is computed of; absent for all others. */
  key?: ValueId;
  start: Offset;
}

/** Elements in order; holes are left out; a spread is a `spread` value. */
export interface ArrayValue extends ValueBase {
  kind: 'array';
  elements: ValueId[];
}

export interface FunctionValue extends ValueBase {
  kind: 'function';
  function: FunctionId;
}

export interface ClassValue extends ValueBase {
  kind: 'class';
  class: ClassId;
}

/** What a caller passes at `index`; with `rest`, an array of all from `index` on. */
export interface ParameterValue extends ValueBase {
  kind: 'parameter';
  function: FunctionId;
  index: number;
  rest: boolean;
}

export interface AwaitValue extends ValueBase {
  kind: 'await';
  operand: ValueId;
}

/** `operand` is NONE for a bare `yield`. */
export interface YieldValue extends ValueBase {
  kind: 'yield';
  operand: ValueId;
  /** `yield*`: what the operand gives, one by one. */
  delegates: boolean;
}

export interface SpreadValue extends ValueBase {
  kind: 'spread';
  operand: ValueId;
}

/** One element of an iterable: a `for … of` variable, or (with `key: true`) a key in `for … in`. */
export interface ElementValue extends ValueBase {
  kind: 'element';
  of: ValueId;
  key: boolean;
}

/** `...rest` in a destructuring: the source object without `without`, or the source array from an index on. */
export interface RestValue extends ValueBase {
  kind: 'rest';
  of: ValueId;
  without: string[];
}

/** `this` or `super`. `class` is the class whose member encloses it (through arrow functions), or NONE. */
export interface ThisValue extends ValueBase {
  kind: 'this';
  class: ClassId;
  /** True for `super`. */
  isSuper: boolean;
  /** The nearest function that is not an arrow; it gives `this` its meaning. */
  function: FunctionId;
}

/** `require('x')`, `await import('x')`'s operand, `import.meta` (`specifier: null`, `meta: true`). */
export interface ModuleValue extends ValueBase {
  kind: 'module';
  specifier: string | null;
  /** Set where the specifier is not a literal. */
  specifierValue: ValueId;
  meta: boolean;
}

/** The exception that arrives in a `catch` clause, once for each clause, whether it names it or not; `try` is the block that it comes from. */
export interface CaughtValue extends ValueBase {
  kind: 'caught';
  try: BlockId;
}

/** `operand as T` or `<T>operand`. */
export interface CastValue extends ValueBase {
  kind: 'cast';
  operand: ValueId;
  type: TypeFact;
}

/** A JSX element: `name` as written (`div`, `Foo.Bar`, '' for a fragment). */
export interface JsxValue extends ValueBase {
  kind: 'jsx';
  name: string;
  attributes: PropertyFact[];
  children: ValueId[];
}

/** An expression that no reader needs, e.g. `new.target`, an omitted initializer, a broken one. */
export interface UnknownValue extends ValueBase {
  kind: 'unknown';
}

/** A type annotation by name. Unions keep their members; what has no name (function types, literals …) has `name: ''`. */
export interface TypeFact {
  /** `Pool`, `pg.Pool`, `string`, `Promise`; `|` for a union, `&` for an intersection, `[]` for an array, `{}` for a type literal, `typeof` for the type of a value, `''` otherwise. */
  name: string;
  /** Type arguments; members of `|` and `&`; the element of `[]`; the value's name of `typeof`. */
  args?: TypeFact[];
  /** Members of a type literal. */
  members?: TypeMemberFact[];
  /** String-literal types keep their text: `'asc' | 'desc'` is `|` of two facts with `literal`. */
  literal?: string | number | boolean;
}

export interface TypeMemberFact {
  name: string;
  type: TypeFact;
  optional: boolean;
}

/** `interface`, `type`, `enum`. An enum's member values are in `members` as literal types. */
export interface TypeDeclarationFact {
  name: string;
  kind: 'interface' | 'alias' | 'enum';
  members: TypeMemberFact[];
  /** What an interface extends, or what an alias stands for (one element). */
  extends: TypeFact[];
  start: Offset;
}

export interface ImportFact {
  specifier: string;
  /** `side-effect` for a bare `import 'x'`. `import x = require('y')` is `equals`. */
  kind: 'named' | 'default' | 'namespace' | 'side-effect' | 'equals';
  /** The name in the other module, for `named`; '' otherwise. */
  name: string;
  binding: BindingId;
  typeOnly: boolean;
  start: Offset;
}

/**
 * What a module offers.
 * - `value`: `export const x = …`, `export default …` (name `default`), `exports.x = …`, `module.exports = …` (name `=`,
 *   also for `export =`). `binding` is set when a declared name is exported, `value` otherwise.
 * - `re-export`: `export { a as b } from './x'` (`imported: 'a'`, `name: 'b'`); `export * as ns from` has `imported: '*'`.
 * - `star`: `export * from './x'`, and CommonJS `module.exports = require('./x')` is `value` with a `module` value.
 */
export interface ExportFact {
  kind: 'value' | 're-export' | 'star';
  name: string;
  binding: BindingId;
  value: ValueId;
  specifier: string;
  imported: string;
  start: Offset;
}

export interface BindingFact {
  name: string;
  kind: 'const' | 'let' | 'var' | 'parameter' | 'function' | 'class' | 'import' | 'catch' | 'enum' | 'namespace';
  /** The function whose body declares it; 0 for the module. */
  function: FunctionId;
  start: Offset;
  type?: TypeFact;
  /** Declared with `using` or `await using`: what it holds is disposed of where its block is left. */
  isDisposed?: true;
  /** Every value ever assigned, initializer first, in source order. An import has none. */
  writes: WriteFact[];
  /** `reference` values that read or call it, in source order (a write target is not a use). */
  uses: ValueId[];
}

export interface WriteFact {
  value: ValueId;
  /** Where the assignment stands (its end), for deciding which write reaches a use. */
  at: Offset;
}

export interface MemberWriteFact {
  object: ValueId;
  /** Null for a computed name. */
  name: string | null;
  index: ValueId;
  value: ValueId;
  at: Offset;
}

export interface FunctionFact {
  /** Declared name, or the name of the variable, property or method that holds it; '' if none. */
  name: string;
  kind: 'module' | 'declaration' | 'expression' | 'arrow' | 'method' | 'constructor' | 'getter' | 'setter';
  /** Extent of the whole function; the module's is the whole text. */
  start: Offset;
  end: Offset;
  /** The block of its body; for an arrow with an expression body a block around the expression. */
  body: BlockId;
  parent: FunctionId;
  /** The class of which it is a member, or NONE. */
  class: ClassId;
  isStatic: boolean;
  isAsync: boolean;
  isGenerator: boolean;
  parameters: ParameterFact[];
  /** Values of all return statements; the expression body of an arrow. */
  returns: ValueId[];
  throws: ValueId[];
  returnType?: TypeFact;
  /** Decorator expressions (call or reference values) in source order. */
  decorators: ValueId[];
  /** Directives of its body, e.g. `use server`. */
  directives: string[];
}

export interface ParameterFact {
  /** The plain name, or '' for a destructuring pattern. */
  name: string;
  /** The binding of a plain name, or NONE for a pattern (its names are bindings written with members of `value`). */
  binding: BindingId;
  /** The `parameter` value. */
  value: ValueId;
  type?: TypeFact;
  /** The default initializer, or NONE. */
  default: ValueId;
  decorators: ValueId[];
  /** `constructor(private readonly db: Pool)`: also a field of the class. */
  isProperty: boolean;
}

export interface ClassFact {
  name: string;
  binding: BindingId;
  start: Offset;
  end: Offset;
  /** The expression after `extends`, or NONE. */
  superClass: ValueId;
  /** Type arguments of the superclass, e.g. `Repository<User>`. */
  superTypeArguments: TypeFact[];
  implements: TypeFact[];
  decorators: ValueId[];
  members: ClassMemberFact[];
  isAbstract: boolean;
}

export interface ClassMemberFact {
  name: string;
  kind: 'method' | 'constructor' | 'getter' | 'setter' | 'property';
  isStatic: boolean;
  /** For all kinds but `property`; NONE for an overload or abstract signature. */
  function: FunctionId;
  /** A property's initializer, or NONE. */
  value: ValueId;
  type?: TypeFact;
  decorators: ValueId[];
  start: Offset;
  end: Offset;
  optional: boolean;
}

/**
 * A region of code that runs under a condition, repeatedly, or guarded by a try. Blocks nest by extent; the list is in
 * source order, a parent before its children. Which block a value stands in follows from its offset.
 */
export interface BlockFact {
  kind: BlockKind;
  start: Offset;
  end: Offset;
  parent: BlockId;
  function: FunctionId;
  /**
   * `then`/`else`: the tested value. `case`: the switch's discriminant. `loop`: the loop's test or iterated value.
   * NONE otherwise. Branches of `?:` and the right side of `&&`, `||`, `??` are `then`/`else` blocks as well
   * (`&&`: then; `||`: else; `??`: `nullish`).
   */
  condition: ValueId;
  /** `case` only: the values of this clause and of those that fall through into it; empty for `default`. */
  cases: ValueId[];
  /** True when control never leaves the block at its end: it always returns, throws, breaks, continues or exits the process. */
  exits: boolean;
  /** How it exits: the strongest word that is always true. */
  exitKind: 'return' | 'throw' | 'break' | 'continue' | 'mixed' | 'none';
  /** `catch` and `finally`: their `try` block. NONE otherwise. */
  try: BlockId;
  /** `catch`, and `function` of two statements or fewer: a comment in it tells a reader something, or one above the function that it does nothing. Absent: none does. */
  explained?: true;
}

export type BlockKind =
  | 'module'
  | 'function'
  | 'then'
  | 'else'
  | 'nullish'
  | 'loop'
  | 'case'
  | 'try'
  | 'catch'
  | 'finally'
  | 'block';

/** `// shipworthy-ignore-next-line <id>[, <id>] -- reason`. Malformed ones are kept, so that they can be reported. */
export interface SuppressionFact {
  /** 1-based line of the comment. */
  line: number;
  /** Check ids as written. */
  ids: string[];
  /** '' when it is missing, which makes the suppression void. */
  reason: string;
}

/** A method and path that a comment describes: in YAML after `@openapi` or `@swagger`, or as `@api {get} /users/:id`. */
export interface OperationFact {
  /** Upper case. */
  method: string;
  /** As written: `/users/{id}`. */
  path: string;
  start: Offset;
}

/** A comment that says of a table that its foreign keys were left out on purpose, or that it is a view. */
export interface SchemaRemarkFact {
  says: 'no-references' | 'view';
  at: Offset;
  /** Where the code right below it begins; the comment's own place where none does, or it stands behind code. */
  below: Offset;
}

export interface SyntaxErrorFact {
  message: string;
  start: Offset;
}
