import type { ts } from 'ts-morph';
import type {
  BindingId,
  BindingFact,
  BlockId,
  ClassId,
  ExportFact,
  FileFacts,
  FunctionId,
  Offset,
  PropertyFact,
  TypeFact,
  ValueFact,
  ValueId,
} from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { skipTrivia } from './positions.js';
import { addWrite, Names, varScopeOf, type Scope } from './scopes.js';

/**
 * How deep code may nest. The parser recurses too, and its limit moves with the stack that is left; a fixed limit well
 * below it makes the outcome the same on every machine and thread.
 */
const DEEPEST = 400;

/** Thrown by `Walk.descend`; the file is given up as a whole. */
export class TooDeeplyNested extends Error {}

/** A CommonJS export that counts only if its root (`exports`, `module`) turns out not to be a local name. */
interface PendingExport {
  root: ValueId;
  fact: ExportFact;
}

/** What a declaration says about the names in its pattern. */
export interface Declaring {
  kind: BindingFact['kind'];
  /** End of the declaration, noted with each write. */
  at: Offset;
  exported: boolean;
  type?: TypeFact;
  /** Declared with `using` or `await using`. */
  isDisposed?: boolean;
}

/**
 * The state of one pass over one file: the facts gathered so far, and where in the program the pass stands. Visitors
 * save and restore the fields that they change.
 */
export class Walk {
  readonly facts: FileFacts;
  readonly names: Names;
  /** Links of member and operator chains that wait for their left end; one stack for all chains. */
  readonly links: ts.Node[] = [];
  readonly commonJsExports: PendingExport[] = [];
  scope: Scope = { parent: null, holdsVars: true, names: null };
  function: FunctionId = 0;
  block: BlockId = 0;
  /** What `this` means here: the class, and the nearest function that is not an arrow. */
  thisClass: ClassId = NONE;
  thisFunction: FunctionId = 0;
  /** Inside a `namespace`: where its exports go. */
  namespaceMembers: PropertyFact[] | null = null;
  private depth = 0;

  constructor(
    readonly file: ts.SourceFile,
    facts: FileFacts,
  ) {
    this.facts = facts;
    this.names = new Names(facts);
  }

  add(value: ValueFact): ValueId {
    return this.facts.values.push(value) - 1;
  }

  addUnknown(start: Offset, end: Offset): ValueId {
    return this.add({ kind: 'unknown', start, end });
  }

  /** Adds a use of a name in the current scope. */
  addReference(name: string, start: Offset, end: Offset): ValueId {
    const id = this.add({ kind: 'reference', name, binding: NONE, start, end });
    this.names.use(this.scope, id);
    return id;
  }

  startOf(node: ts.Node): Offset {
    return skipTrivia(this.file.text, node.pos, node.end);
  }

  /** Goes one level deeper; `ascend` goes back. */
  descend(): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new TooDeeplyNested();
  }

  ascend(): void {
    this.depth -= 1;
  }

  /** Opens a scope for a block (or, with `holdsVars`, for a function) and returns the one to restore. */
  enterScope(holdsVars = false): Scope {
    const outer = this.scope;
    this.scope = { parent: outer, holdsVars, names: null };
    return outer;
  }

  declare(name: string, start: Offset, declaring: Omit<Declaring, 'at'>): BindingId {
    const { kind, type } = declaring;
    const scope = kind === 'var' ? varScopeOf(this.scope) : this.scope;
    const fact: BindingFact = { name, kind, function: this.function, start, writes: [], uses: [] };
    if (type) fact.type = type;
    if (declaring.isDisposed) fact.isDisposed = true;
    const binding = this.names.declare(scope, fact);
    if (declaring.exported) this.addExport(name, binding, start);
    return binding;
  }

  /** Notes the value that a declaration gives to its binding. */
  initialize(binding: BindingId, value: ValueId, at: Offset): void {
    addWrite(this.facts.bindings[binding], { value, at });
  }

  /** Exports a declared name from the module, or from the namespace that is being read. */
  addExport(name: string, binding: BindingId, start: Offset, exportedName = name): void {
    if (this.namespaceMembers) {
      const value = this.addReference(name, start, start + name.length);
      this.namespaceMembers.push({ name: exportedName, kind: 'value', value, start });
    } else this.facts.exports.push(exportOf({ name: exportedName, binding, start }));
  }
}

/** An export of kind `value`, with what it does not say set to none. */
export function exportOf(fact: Partial<ExportFact> & Pick<ExportFact, 'name' | 'start'>): ExportFact {
  return { kind: 'value', binding: NONE, value: NONE, specifier: '', imported: '', ...fact };
}
