import type { BindingFact, BindingId, FileFacts, Offset, ReferenceValue, ValueId, WriteFact } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';

/** A region in which names are declared. Most blocks declare nothing, hence the missing map. */
export interface Scope {
  readonly parent: Scope | null;
  /** `var` declares here; block scopes pass it on to their parent. */
  readonly holdsVars: boolean;
  names: Map<string, BindingId> | null;
}

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
  private readonly references: ReferenceValue[] = [];
  private readonly referenceIds: ValueId[] = [];
  private readonly referenceScopes: Scope[] = [];
  private readonly pendingWrites: PendingWrite[] = [];
  private readonly pendingBindings: { scope: Scope; name: string; set: (binding: BindingId) => void }[] = [];

  constructor(private readonly facts: FileFacts) {}

  /** Declares a name, or returns its binding where the scope has it already: `var` twice, a class merged with a namespace. */
  declare(scope: Scope, binding: Omit<BindingFact, 'writes' | 'uses'>): BindingId {
    const names = (scope.names ??= new Map());
    const known = names.get(binding.name);
    if (known !== undefined) return known;
    const id = this.facts.bindings.length;
    this.facts.bindings.push({ ...binding, writes: [], uses: [] });
    names.set(binding.name, id);
    return id;
  }

  /** Notes a use of a name; its binding is filled in by `resolve`. */
  use(scope: Scope, reference: ReferenceValue, id: ValueId): void {
    this.references.push(reference);
    this.referenceIds.push(id);
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
    this.resolveReferences();
    for (const { scope, name, write } of this.pendingWrites) this.facts.bindings[find(scope, name)]?.writes.push(write);
    for (const { scope, name, set } of this.pendingBindings) set(find(scope, name));
    for (const binding of this.facts.bindings) this.sort(binding);
  }

  private resolveReferences(): void {
    for (let index = 0; index < this.references.length; index += 1) {
      const reference = this.references[index]!;
      const binding = find(this.referenceScopes[index]!, reference.name);
      if (binding === NONE) continue;
      reference.binding = binding;
      this.facts.bindings[binding]!.uses.push(this.referenceIds[index]!);
    }
  }

  /** Source order: a pattern's defaults are read after the initializer that stands behind them. */
  private sort(binding: BindingFact): void {
    const startOfUse = (id: ValueId): Offset => this.facts.values[id]!.start;
    if (binding.uses.length > 1) binding.uses.sort((left, right) => startOfUse(left) - startOfUse(right));
    if (binding.writes.length > 1) binding.writes.sort((left, right) => left.at - right.at);
  }
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
