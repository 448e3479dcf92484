/**
 * `Linking`: what the parts of this room share. Each part is a folder or file of functions that take it as their first
 * argument, so that parts may ask each other questions without importing each other.
 */
import type { TypeFact, ValueId } from '../contracts/facts.js';
import type {

  Entity,
  FunctionRef,
  Guard,
  Program,
  PropertyLookup,
  Trace,
  TraceOptions,
  ValueRef,
} from '../contracts/program.js';
import type { SchemaFacts } from '../contracts/schema-facts.js';
import type { ControlIndex } from './controls.js';
import type { FrameworkHandlers } from './handlers/framework-handlers.js';
import type { IndexedFile } from './indexed-file.js';
import type { ModelIndex } from './model-index.js';
import type { ModuleResolver } from './modules.js';
import type { MentionIndex } from './mentions.js';
import type { StarExports } from './star-exports.js';

/** A value in an indexed file: what `ValueRef` is inside this room. */
export interface FileValue extends ValueRef {
  readonly file: IndexedFile;
}

/** What browsers run. `known` has those files too: what it knows of modules and frameworks holds for the program. */
export type InBrowsers = Pick<Linking, 'frontEnd' | 'shared'> & { readonly known: Pick<Linking, 'modules' | 'handlers'> };

export interface Linking extends Program {
  readonly files: ReadonlyMap<string, IndexedFile>;
  readonly frontEnd: ReadonlyMap<string, IndexedFile>;
  readonly shared: ReadonlySet<IndexedFile>;
  /** What files that describe data say, in path order. */
  readonly schemas: readonly SchemaFacts[];
  readonly models: ModelIndex;
  readonly handlers: FrameworkHandlers;
  readonly controls: ControlIndex;
  readonly modules: ModuleResolver;
  readonly stars: StarExports;
  readonly mentions: MentionIndex;
  readonly limits: Set<string>;

  resolve(ref: ValueRef): readonly Entity[];
  /** What an export of a file is; '*' the module's namespace. */
  resolveExport(file: IndexedFile, name: string): readonly Entity[];
  /** What an imported name is. */
  resolveImport(file: IndexedFile, binding: number): readonly Entity[];
  /** What a value of the annotated type is. */
  resolveType(file: IndexedFile, type: TypeFact): readonly Entity[];
  /** What the member of an entity is. */
  resolveMember(entity: Entity, name: string): readonly Entity[];
  /** Values that may be read from the member, where it is declared or assigned inside the program. */
  memberValues(entity: Entity, name: string): readonly ValueRef[];
  /** Values assigned to the binding that may be seen at the use. */
  definitionsAt(file: IndexedFile, use: ValueId): readonly ValueRef[];
  /** Values that an export of a file may hold. */
  exportedValues(file: IndexedFile, name: string): readonly ValueRef[];
  /** Where a function is called, or handed to something that will call it. */
  usesOf(ref: FunctionRef): readonly FunctionUse[];

  property(ref: ValueRef, path: readonly string[]): PropertyLookup;
  constants(ref: ValueRef): (string | number | boolean | null)[] | null;
  trace(ref: ValueRef, options: TraceOptions): Trace;
  guardsOf(ref: ValueRef): readonly Guard[];
  callees(call: ValueRef): readonly FunctionRef[];
}

/** Where a function is run, or handed to something that will run it. */
export type FunctionUse = {
  call: ValueRef;
  /** Calls of the program that took it along as an argument on its way here, outermost first: `each(list, fn)`, which runs `fn(item)`. */
  through: readonly ValueRef[];
} & (
  | {
      kind: 'call';
      /** How many parameters are taken up before the arguments: those of `bound`; -1 where a `this` comes first, as in `f.call(this, x)`. */
      shift: number;
      /** The arguments that `bind` or `partial` have taken up. */
      bound: readonly ValueRef[];
      /** Position of the argument that holds the list of arguments, as in `f.apply(this, list)`; NONE for most. */
      list: number;
    }
  /** It is an argument of this call, perhaps inside an object or array literal, or behind wrappers. `property`: of the outermost object. */
  | { kind: 'argument'; index: number; property: string | null }
);

export function indexed(ref: ValueRef): FileValue {
  return ref as FileValue;
}

/** The same position in the same file, another value. */
export function sibling(ref: ValueRef, id: ValueId): FileValue {
  return { file: (ref as FileValue).file, id };
}
