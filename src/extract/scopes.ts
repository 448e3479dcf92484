import type { BindingFact, BindingId, FileFacts, Offset, ReferenceValue, ValueId, WriteFact } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';

/** A region in which names are declared. Most blocks declare nothing, hence the missing map. */
export interface Scope {
  readonly parent: Scope | null;
  /** `var` declares here; block scopes pass it on to their parent. */
  readonly holdsVars: boolean;
  names: Map<string, BindingId> | null;
}

/** Names that are there without a declaration, and are set now and then. */
const NAMES_OF_THE_RUNTIME = new Set(['exports', 'module', 'require', 'process', 'console', 'global', 'globalThis', 'window', 'self', 'fetch', 'onmessage', 'onerror', 'location', 'Promise', 'undefined']);

interface PendingWrite {
  scope: Scope;
  name: string;
  write: WriteFact;
}

/**
 * Declares names and resolves their uses. Uses are collected first and resolved when the whole file has been read,
 * because `var` and functions may be used above their declaration.
 */
export class Names {
  private readonly references: ValueId[] = [];
  private readonly referenceScopes: Scope[] = [];
  private readonly pendingWrites: PendingWrite[] = [];
  private readonly pendingBindings: { scope: Scope; name: string; set: (binding: BindingId) => void }[] = [];

  constructor(private readonly facts: FileFacts) {}

  /** Declares a name, or returns its binding where the scope has it already: `var` twice, a class merged with a namespace. */
  declare(scope: Scope, binding: BindingFact): BindingId {
    const names = (scope.names ??= new Map());
    const known = names.get(binding.name);
    if (known !== undefined) return known;
    const id = this.facts.bindings.length;
    this.facts.bindings.push(binding);
    names.set(binding.name, id);
    return id;
  }

  /** Notes a use of a name; its binding is filled in by `resolve`. */
  use(scope: Scope, reference: ValueId): void {
    this.references.push(reference);
    this.referenceScopes.push(scope);
  }

  /** Notes an assignment to a name. */
  write(scope: Scope, name: string, value: ValueId, at: Offset): void {
    this.pendingWrites.push({ scope, name, write: { value, at } });
  }

  /** Hands the binding of a name to `set` once all declarations are known, or NONE. */
  whenResolved(scope: Scope, name: string, set: (binding: BindingId) => void): void {
    this.pendingBindings.push({ scope, name, set });
  }

  /** Resolves everything that was noted. Call once, at the end of the file. */
  resolve(): void {
    for (const { scope, name, write } of this.pendingWrites) this.declareImplied(scope, name, write);
    this.resolveReferences();
    for (const { scope, name, write } of this.pendingWrites) addWrite(this.facts.bindings[find(scope, name)], write);
    for (const { scope, name, set } of this.pendingBindings) set(find(scope, name));
    for (const binding of this.facts.bindings) this.sort(binding);
  }

  /** `total = 1` without a declaration makes a global: a variable of the file, as far as the file goes. */
  private declareImplied(scope: Scope, name: string, write: WriteFact): void {
    if (find(scope, name) !== NONE || NAMES_OF_THE_RUNTIME.has(name)) return;
    // `a ??= b` asks for what is there already.
    const value = this.facts.values[write.value];
    const before = value?.kind === 'logical' ? this.facts.values[value.left] : undefined;
    if (before?.kind === 'reference' && before.name === name) return;
    let top = scope;
    while (top.parent) top = top.parent;
    this.declare(top, { name, kind: 'var', function: 0, start: value?.start ?? write.at, writes: [], uses: [] });
  }

  /** Counts first and fills then: a list that grows by `push` keeps room for sixteen more, in every binding. */
  private resolveReferences(): void {
    const { bindings } = this.facts;
    const { references } = this;
    const counts = new Int32Array(bindings.length);
    for (let index = 0; index < references.length; index += 1) {
      const reference = this.reference(references[index]!);
      reference.binding = find(this.referenceScopes[index]!, reference.name);
      if (reference.binding !== NONE) counts[reference.binding]! += 1;
    }
    for (let id = 0; id < bindings.length; id += 1) {
      if (counts[id]! > 0) bindings[id]!.uses = new Array<ValueId>(counts[id]!);
    }
    for (let index = references.length - 1; index >= 0; index -= 1) {
      const { binding } = this.reference(references[index]!);
      if (binding !== NONE) bindings[binding]!.uses[(counts[binding]! -= 1)] = references[index]!;
    }
  }

  private reference(id: ValueId): ReferenceValue {
    return this.facts.values[id] as ReferenceValue;
  }

  /** Source order: a pattern's defaults are read after the initializer that stands behind them. */
  private sort(binding: BindingFact): void {
    const { values } = this.facts;
    const { uses, writes } = binding;
    for (let index = 1; index < uses.length; index += 1) {
      if (values[uses[index - 1]!]!.start <= values[uses[index]!]!.start) continue;
      uses.sort((left, right) => values[left]!.start - values[right]!.start);
      break;
    }
    if (writes.length > 1) writes.sort((left, right) => left.at - right.at);
  }
}

/** Most names are written once: their list is made to measure. */
export function addWrite(binding: BindingFact | undefined, write: WriteFact): void {
  if (!binding) return;
  if (binding.writes.length === 0) binding.writes = [write];
  else binding.writes.push(write);
}

/** The nearest scope that a `var` belongs to. */
export function varScopeOf(scope: Scope): Scope {
  let current = scope;
  while (!current.holdsVars && current.parent) current = current.parent;
  return current;
}

function find(scope: Scope, name: string): BindingId {
  for (let current: Scope | null = scope; current; current = current.parent) {
    const binding = current.names?.get(name);
    if (binding !== undefined) return binding;
  }
  return NONE;
}
