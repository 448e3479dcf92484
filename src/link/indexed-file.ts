/** `LinkedFile`: one file's facts with the reverse look-ups that linking needs, each computed on first use. */
import { append } from '../contracts/multimap.js';
import {
  NONE,
  type BindingId,
  type BlockId,
  type ClassId,
  type FileFacts,
  type FunctionId,
  type ImportFact,
  type MemberWriteFact,
  type Offset,
  type ValueFact,
  type ValueId,
} from '../contracts/facts.js';
import type { PackageInfo } from '../contracts/inventory.js';
import type { LinkedFile } from '../contracts/program.js';
import { FileNames } from './file-names.js';
import { forEachOperand } from './value-graph.js';
import { ValueIndex } from './value-index.js';

export class IndexedFile implements LinkedFile {
  private parents: Int32Array | null = null;
  private blockChildren: BlockId[][] | null = null;
  private writtenBindings: Map<ValueId, BindingId[]> | null = null;
  private returningFunctions: Map<ValueId, FunctionId[]> | null = null;
  private functionValues: Map<FunctionId, ValueId> | null = null;
  private writesByName: Map<string, MemberWriteFact[]> | null = null;
  private writesByValue: Map<ValueId, MemberWriteFact[]> | null = null;
  private writesByObject: Map<ValueId, MemberWriteFact[]> | null = null;
  private membersByObject: Map<ValueId, ValueId[]> | null = null;
  private importsByBinding: Map<BindingId, ImportFact> | null = null;
  private fileNames: FileNames | null = null;
  private classes: Map<FunctionId, ClassId> | null = null;
  private yields: Map<FunctionId, ValueId[]> | null = null;
  private modules: { id: ValueId; specifier: string }[] | null = null;
  private valueIndex: ValueIndex | null = null;

  readonly package: PackageInfo;
  /** Position of the file in the program, by path. */
  readonly index: number;
  /** How many values, and how many functions, the files before this one have. */
  readonly firstKey: number;
  readonly firstFunctionKey: number;

  constructor(
    readonly facts: FileFacts,
    packageInfo: PackageInfo,
    place: { index: number; firstKey: number; firstFunctionKey: number },
  ) {
    this.package = packageInfo;
    this.index = place.index;
    this.firstKey = place.firstKey;
    this.firstFunctionKey = place.firstFunctionKey;
  }

  get names(): FileNames {
    return (this.fileNames ??= new FileNames(this.facts));
  }

  parentOf(value: ValueId): ValueId {
    this.parents ??= this.computeParents();
    return this.parents[value] ?? NONE;
  }

  private computeParents(): Int32Array {
    const values = this.facts.values;
    const parents = new Int32Array(values.length).fill(NONE);
    let parent = NONE;
    // A value used twice (a compound assignment's left side) keeps its first parent.
    const note = (operand: ValueId) => {
      if (operand >= 0 && parents[operand] === NONE) parents[operand] = parent;
    };
    for (parent = 0; parent < values.length; parent += 1) forEachOperand(values[parent]!, note);
    return parents;
  }

  blockAt(offset: Offset): BlockId {
    const blocks = this.facts.blocks;
    let id = lastStartingAtOrBefore(blocks, offset);
    while (id > 0 && blocks[id]!.end <= offset) id = blocks[id]!.parent;
    return Math.max(id, 0);
  }

  functionAt(offset: Offset): FunctionId {
    const functions = this.facts.functions;
    let id = lastStartingAtOrBefore(functions, offset);
    while (id > 0 && functions[id]!.end <= offset) id = functions[id]!.parent;
    return Math.max(id, 0);
  }

  /** Direct children of a block, in source order. */
  childrenOf(block: BlockId): readonly BlockId[] {
    if (this.blockChildren === null) {
      const children: BlockId[][] = this.facts.blocks.map(() => []);
      this.facts.blocks.forEach((fact, id) => {
        if (id > 0 && fact.parent >= 0) children[fact.parent]?.push(id);
      });
      this.blockChildren = children;
    }
    return this.blockChildren[block] ?? [];
  }

  /** Bindings that are assigned exactly this value somewhere. */
  bindingsWrittenWith(value: ValueId): readonly BindingId[] {
    if (this.writtenBindings === null) {
      const map = new Map<ValueId, BindingId[]>();
      this.facts.bindings.forEach((binding, id) => {
        for (const write of binding.writes) append(map, write.value, id);
      });
      this.writtenBindings = map;
    }
    return this.writtenBindings.get(value) ?? [];
  }

  /** Functions that return exactly this value. */
  functionsReturning(value: ValueId): readonly FunctionId[] {
    if (this.returningFunctions === null) {
      const map = new Map<ValueId, FunctionId[]>();
      this.facts.functions.forEach((fact, id) => {
        for (const returned of fact.returns) append(map, returned, id);
      });
      this.returningFunctions = map;
    }
    return this.returningFunctions.get(value) ?? [];
  }

  /** The `function` value of a function, or NONE (the module, a method signature). */
  valueOfFunction(id: FunctionId): ValueId {
    if (this.functionValues === null) {
      const map = new Map<FunctionId, ValueId>();
      for (const value of this.valuesOfKind('function')) {
        const fact = this.facts.values[value]!;
        if (fact.kind === 'function' && !map.has(fact.function)) map.set(fact.function, value);
      }
      this.functionValues = map;
    }
    return this.functionValues.get(id) ?? NONE;
  }

  /** The class that a function makes by being used as one (`function Store() { this.x = … }`), or NONE. */
  classOfFunction(id: FunctionId): ClassId {
    if (this.classes === null) {
      this.classes = new Map();
      for (const [classId, fact] of this.facts.classes.entries()) {
        const [first] = fact.members;
        if (first?.kind === 'constructor' && first.function >= 0 && this.facts.functions[first.function]?.class !== classId) this.classes.set(first.function, classId);
      }
    }
    return this.classes.get(id) ?? NONE;
  }

  /** The `yield` values of a generator, in source order. */
  yieldsOf(id: FunctionId): readonly ValueId[] {
    if (this.yields === null) {
      const map = new Map<FunctionId, ValueId[]>();
      for (const value of this.valuesOfKind('yield')) append(map, this.functionAt(this.facts.values[value]!.start), value);
      this.yields = map;
    }
    return this.yields.get(id) ?? [];
  }

  /** Assignments to a property of this name, in source order. */
  memberWritesNamed(name: string): readonly MemberWriteFact[] {
    if (this.writesByName === null) {
      const map = new Map<string, MemberWriteFact[]>();
      for (const write of this.facts.memberWrites) if (write.name !== null) append(map, write.name, write);
      this.writesByName = map;
    }
    return this.writesByName.get(name) ?? [];
  }

  /** Assignments to a property of exactly this value. */
  memberWritesOn(object: ValueId): readonly MemberWriteFact[] {
    if (this.writesByObject === null) {
      const map = new Map<ValueId, MemberWriteFact[]>();
      for (const write of this.facts.memberWrites) append(map, write.object, write);
      this.writesByObject = map;
    }
    return this.writesByObject.get(object) ?? [];
  }

  /** The import that makes a binding. */
  importOf(binding: BindingId): ImportFact | undefined {
    this.importsByBinding ??= new Map(this.facts.imports.map((fact) => [fact.binding, fact]));
    return this.importsByBinding.get(binding);
  }

  get moduleValues(): readonly { id: ValueId; specifier: string }[] {
    if (this.modules === null) {
      this.modules = [];
      for (const id of this.valuesOfKind('module')) {
        const fact = this.facts.values[id]!;
        if (fact.kind === 'module' && fact.specifier !== null) this.modules.push({ id, specifier: fact.specifier });
      }
    }
    return this.modules;
  }

  valuesOfKind(kind: ValueFact['kind']): readonly ValueId[] {
    return (this.valueIndex ??= new ValueIndex(this.facts.values)).ofKind(kind);
  }

  valuesWithin(start: Offset, end: Offset): readonly ValueId[] {
    return (this.valueIndex ??= new ValueIndex(this.facts.values)).within(start, end);
  }

  /** `member` values read from exactly this value; a destructured one has several. */
  membersOn(object: ValueId): readonly ValueId[] {
    if (this.membersByObject === null) {
      const map = new Map<ValueId, ValueId[]>();
      for (const id of this.valuesOfKind('member')) {
        const fact = this.facts.values[id]!;
        if (fact.kind === 'member') append(map, fact.object, id);
      }
      this.membersByObject = map;
    }
    return this.membersByObject.get(object) ?? [];
  }

  /** Assignments of exactly this value to a property. */
  memberWritesWith(value: ValueId): readonly MemberWriteFact[] {
    if (this.writesByValue === null) {
      const map = new Map<ValueId, MemberWriteFact[]>();
      for (const write of this.facts.memberWrites) append(map, write.value, write);
      this.writesByValue = map;
    }
    return this.writesByValue.get(value) ?? [];
  }
}

/** Index of the last element that starts at or before the offset; elements are in order of their start. */
function lastStartingAtOrBefore(regions: readonly { start: Offset }[], offset: Offset): number {
  let low = 0;
  let high = regions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (regions[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
