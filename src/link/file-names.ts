/** The names of one file, by look-up instead of by search: what it declares, imports and exports under each. */
import { append } from '../contracts/multimap.js';
import { NONE, type BindingId, type ExportFact, type FileFacts, type ImportFact, type TypeDeclarationFact } from '../contracts/facts.js';

const NO_EXPORTS: readonly ExportFact[] = [];

export class FileNames {
  /** `export * from …`, in source order. */
  readonly stars: readonly ExportFact[];
  private readonly exports = new Map<string, ExportFact[]>();
  private readonly imports = new Map<string, ImportFact>();
  private readonly types = new Map<string, TypeDeclarationFact>();
  private readonly declarations = new Map<string, BindingId>();

  constructor(facts: FileFacts) {
    for (const fact of facts.exports) append(this.exports, fact.name, fact);
    this.stars = facts.exports.filter((fact) => fact.kind === 'star');
    for (const fact of facts.imports) {
      const name = facts.bindings[fact.binding]?.name;
      if (name !== undefined) addFirst(this.imports, name, fact);
    }
    for (const fact of facts.types) addFirst(this.types, fact.name, fact);
    for (let id = 0; id < facts.bindings.length; id += 1) {
      const { name, function: owner, kind } = facts.bindings[id]!;
      if (owner === 0 && kind !== 'parameter') addFirst(this.declarations, name, id);
    }
  }

  /** Exports under a name, stars included where they have one, in source order. */
  exportsNamed(name: string): readonly ExportFact[] {
    return this.exports.get(name) ?? NO_EXPORTS;
  }

  get exportedNames(): Iterable<string> {
    return this.exports.keys();
  }

  /** The import that binds a name. */
  importNamed(name: string): ImportFact | undefined {
    return this.imports.get(name);
  }

  /** The interface, alias or enum of a name. */
  typeNamed(name: string): TypeDeclarationFact | undefined {
    return this.types.get(name);
  }

  /** The binding that the module itself declares or imports under a name, or NONE. */
  declarationNamed(name: string): BindingId {
    return this.declarations.get(name) ?? NONE;
  }
}

function addFirst<Value>(map: Map<string, Value>, name: string, value: Value): void {
  if (!map.has(name)) map.set(name, value);
}

