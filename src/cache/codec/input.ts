/** Reads what a `FactsOutput` wrote, by the same calls in the same order. */
import type { Offset, ValueFact, ValueId } from '../../contracts/facts.js';
import { NONE } from '../../contracts/facts.js';
import { COLUMNS, NumbersReader, signed } from './columns.js';
import type { Column } from './columns.js';
import { NEW_TEXT, NO_TEXT, SCALARS } from './output.js';
import type { Scalar } from './output.js';

export class FactsInput {
  readonly kinds: NumbersReader;
  readonly starts: NumbersReader;
  readonly ends: NumbersReader;
  readonly ids: NumbersReader;
  readonly texts: NumbersReader;
  readonly bindings: NumbersReader;
  readonly counts: NumbersReader;
  readonly words: NumbersReader;
  readonly lines: NumbersReader;
  readonly places: NumbersReader;
  readonly owners: NumbersReader;
  /** Of the file that is read. */
  bindingNames: readonly string[] = [];
  private textsRead = 0;
  private values: readonly ValueFact[] = [];
  private previousEnd = 0;
  private previousPlace = 0;
  private previousBinding = 0;
  private previousValue = 0;

  /** @param table the texts, and `columns` as `FactsOutput.finish` gave them */
  constructor(
    private readonly table: readonly string[],
    columns: readonly Uint8Array[],
  ) {
    const column = (name: Column): NumbersReader => new NumbersReader(columns[COLUMNS.indexOf(name)]!);
    this.kinds = column('kinds');
    this.starts = column('starts');
    this.ends = column('ends');
    this.ids = column('ids');
    this.texts = column('texts');
    this.bindings = column('bindings');
    this.counts = column('counts');
    this.words = column('words');
    this.lines = column('lines');
    this.places = column('places');
    this.owners = column('owners');
  }

  /** @param values the list into which the values of the file are put as they are read */
  beginFile(values: readonly ValueFact[]): void {
    this.values = values;
    this.previousEnd = 0;
    this.previousPlace = 0;
    this.previousBinding = 0;
    this.previousValue = 0;
    this.bindingNames = this.list(readName);
  }

  text(): string | null {
    const mark = this.texts.natural();
    if (mark === NO_TEXT) return null;
    return this.table[mark === NEW_TEXT ? this.textsRead++ : this.textsRead - mark + NEW_TEXT]!;
  }

  /** A text that is always there. */
  name(): string {
    return this.text()!;
  }

  scalar(): Scalar {
    const index = this.words.natural();
    if (index < SCALARS.length) return SCALARS[index];
    return index === SCALARS.length ? this.name() : Number(this.name());
  }

  flag(): boolean {
    return this.words.natural() === 1;
  }

  word<Word extends string>(words: readonly Word[]): Word {
    return words[this.words.natural()]!;
  }

  value(from: ValueId): ValueId {
    const number = this.ids.natural();
    if (number === 0) return NONE;
    return (number & 1) === 0 ? from - number / 2 : from + (number - 1) / 2;
  }

  valueList(from: ValueId): ValueId[] {
    const count = this.counts.natural();
    if (count === 0) return [];
    if (count === 1) return [this.value(from)];
    if (count === 2) return [this.value(from), this.value(from)];
    if (count === 3) return [this.value(from), this.value(from), this.value(from)];
    const ids = [this.value(from), this.value(from), this.value(from), this.value(from)];
    for (let rest = count - 4; rest > 0; rest -= 1) ids.push(this.value(from));
    return ids;
  }

  near(): ValueId {
    const number = this.ids.natural();
    if (number === 0) return NONE;
    this.previousValue += signed(number - 1);
    return this.previousValue;
  }

  nearList(): ValueId[] {
    return this.list(readNear);
  }

  owner(): number {
    return this.owners.natural() - 1;
  }

  /** Short lists are written out, because V8 makes room for seventeen items in a list that is pushed to. */
  list<Item>(read: (from: FactsInput) => Item): Item[] {
    const count = this.counts.natural();
    if (count === 0) return [];
    if (count === 1) return [read(this)];
    if (count === 2) return [read(this), read(this)];
    if (count === 3) return [read(this), read(this), read(this)];
    const items = [read(this), read(this), read(this), read(this)];
    for (let rest = count - 4; rest > 0; rest -= 1) items.push(read(this));
    return items;
  }

  /** What `FactsOutput.use` wrote: the binding; its name stands in `bindingNames`, or is the next text where this is negative. */
  use(): number {
    const number = this.bindings.natural();
    if (number < 2) return -1 - number;
    this.previousBinding += signed(number - 2);
    return this.previousBinding;
  }

  /** To be followed by `end`. */
  start(id: ValueId, first: ValueId): Offset {
    return this.starts.signed() + (first >= 0 && first < id ? this.values[first]!.start : this.previousEnd);
  }

  end(id: ValueId, start: Offset, last: ValueId, length = 0): Offset {
    this.previousEnd = this.ends.signed() + (last >= 0 && last < id ? this.values[last]!.end : start + length);
    return this.previousEnd;
  }

  placeBefore(value: ValueId, from: ValueId, distance: number): Offset {
    const start = value >= 0 && value < from ? this.values[value]!.start : this.previousEnd;
    const number = this.places.natural();
    return number === 0 ? start - distance : number === 1 ? start : start + signed(number - 2);
  }

  placeBehind(value: ValueId, from: ValueId): Offset {
    return this.places.signed() + (value >= 0 && value < from ? this.values[value]!.end : this.previousEnd);
  }

  place(): Offset {
    this.previousPlace += this.places.signed();
    return this.previousPlace;
  }
}

function readNear(from: FactsInput): ValueId {
  return from.near();
}

/** For lists of names. */
export function readName(from: FactsInput): string {
  return from.name();
}
