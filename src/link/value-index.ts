/** The values of one file by what they are and by where they stand, so that nobody has to look at all of them for the few. */
import { append } from '../contracts/multimap.js';
import type { Offset, ValueFact, ValueId } from '../contracts/facts.js';

type Kind = ValueFact['kind'];

const NO_VALUES: readonly ValueId[] = [];

/** Each half is made on first use. */
export class ValueIndex {
  private byKind: Map<Kind, ValueId[]> | null = null;
  /** By start. */
  private inPlace: Int32Array | null = null;

  constructor(private readonly values: readonly ValueFact[]) {}

  /** Values of a kind, by id. */
  ofKind(kind: Kind): readonly ValueId[] {
    this.byKind ??= this.collectKinds();
    return this.byKind.get(kind) ?? NO_VALUES;
  }

  /** Values that start and end within an extent, by id. */
  within(start: Offset, end: Offset): readonly ValueId[] {
    this.inPlace ??= this.sortByPlace();
    const found: ValueId[] = [];
    for (let at = this.firstFrom(this.inPlace, start); at < this.inPlace.length; at += 1) {
      const id = this.inPlace[at]!;
      const fact = this.values[id]!;
      if (fact.start > end) break;
      if (fact.end <= end) found.push(id);
    }
    return found.sort((a, b) => a - b);
  }

  private collectKinds(): Map<Kind, ValueId[]> {
    const map = new Map<Kind, ValueId[]>();
    for (let id = 0; id < this.values.length; id += 1) {
      const { kind } = this.values[id]!;
      append(map, kind, id);
    }
    return map;
  }

  private sortByPlace(): Int32Array {
    return Int32Array.from(this.values.keys()).sort((a, b) => this.values[a]!.start - this.values[b]!.start);
  }

  /** The first place whose value starts at the offset or behind it. */
  private firstFrom(inPlace: Int32Array, offset: Offset): number {
    let low = 0;
    let high = inPlace.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.values[inPlace[middle]!]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
