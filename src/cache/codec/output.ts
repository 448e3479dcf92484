/** Writes the facts of several files into columns, with one table of texts for all of them. */
import type { BindingId, FileFacts, Offset, ValueFact, ValueId } from '../../contracts/facts.js';
import { NONE } from '../../contracts/facts.js';
import { COLUMNS, NumbersWriter, signless } from './columns.js';
import type { Column } from './columns.js';

/** Marks of a text: there is none, it is new, or how long ago it was new. */
export const NO_TEXT = 0;
export const NEW_TEXT = 1;

export type Scalar = string | number | boolean | null | undefined;
export const SCALARS: readonly Scalar[] = [undefined, null, false, true];

export class FactsOutput {
  readonly kinds = new NumbersWriter();
  readonly starts = new NumbersWriter();
  readonly ends = new NumbersWriter();
  readonly ids = new NumbersWriter();
  readonly texts = new NumbersWriter();
  readonly bindings = new NumbersWriter();
  readonly counts = new NumbersWriter();
  readonly words = new NumbersWriter();
  readonly lines = new NumbersWriter();
  readonly places = new NumbersWriter();
  readonly owners = new NumbersWriter();
  private readonly textIndexes = new Map<string, number>();
  private values: readonly ValueFact[] = [];
  private previousEnd = 0;
  private previousPlace = 0;
  private previousBinding = 0;
  private previousValue = 0;
  private bindingNames: readonly string[] = [];

  /** To be called before the facts of each file. */
  beginFile({ values, bindings }: FileFacts): void {
    this.values = values;
    this.previousEnd = 0;
    this.previousPlace = 0;
    this.previousBinding = 0;
    this.previousValue = 0;
    this.bindingNames = bindings.map(({ name }) => name);
    this.list(this.bindingNames, (name) => this.text(name));
  }

  text(text: string | null): void {
    if (text === null) return this.texts.natural(NO_TEXT);
    const index = this.textIndexes.get(text);
    if (index !== undefined) return this.texts.natural(this.textIndexes.size - index + NEW_TEXT);
    this.textIndexes.set(text, this.textIndexes.size);
    return this.texts.natural(NEW_TEXT);
  }

  scalar(value: Scalar): void {
    const index = SCALARS.indexOf(value);
    this.words.natural(index >= 0 ? index : typeof value === 'string' ? SCALARS.length : SCALARS.length + 1);
    if (index < 0) this.text(String(value));
  }

  flag(value: boolean): void {
    this.words.natural(value ? 1 : 0);
  }

  /** Index of a word in the list of those that may stand there. */
  word<Word extends string>(words: readonly Word[], word: Word): void {
    const index = words.indexOf(word);
    this.words.natural(index);
  }

  /** A value, seen from the value with the number `from`. */
  value(id: ValueId, from: ValueId): void {
    this.ids.natural(id === NONE ? 0 : id < from ? (from - id) * 2 : (id - from) * 2 + 1);
  }

  valueList(ids: readonly ValueId[], from: ValueId): void {
    this.counts.natural(ids.length);
    for (const id of ids) this.value(id, from);
  }

  /** A value that other facts name, seen from the last one that they named. */
  near(id: ValueId): void {
    this.ids.natural(id === NONE ? 0 : signless(id - this.previousValue) + 1);
    if (id !== NONE) this.previousValue = id;
  }

  nearList(ids: readonly ValueId[]): void {
    this.counts.natural(ids.length);
    for (const id of ids) this.near(id);
  }

  /** A function, class, block or (where it is no use of a name) binding. */
  owner(id: number): void {
    this.owners.natural(id + 1);
  }

  list<Item>(items: readonly Item[], write: (item: Item) => void): void {
    this.counts.natural(items.length);
    for (const item of items) write(item);
  }

  /** A use of a name: its binding says the name, unless it has none or (which no source makes) one of another name. */
  use(name: string, binding: BindingId): void {
    const isNamed = binding >= 0 && this.bindingNames[binding] === name;
    this.bindings.natural(isNamed ? signless(binding - this.previousBinding) + 2 : binding === NONE ? 0 : 1);
    if (!isNamed) this.text(name);
    if (!isNamed && binding !== NONE) this.bindings.natural(binding);
    if (isNamed) this.previousBinding = binding;
  }

  /**
   * @param first the value that it starts with, `last` the one that it ends with, or NONE
   * @param length how long it probably is when it ends with none
   */
  extent(id: ValueId, { start, end }: ValueFact, first: ValueId, last: ValueId, length = 0): void {
    this.starts.signed(start - (first >= 0 && first < id ? this.values[first]!.start : this.previousEnd));
    this.ends.signed(end - (last >= 0 && last < id ? this.values[last]!.end : start + length));
    this.previousEnd = end;
  }

  /** The place of a name before a value that probably stands `distance` behind it, or of the value itself. Only values before `from` are known. */
  placeBefore(place: Offset, value: ValueId, from: ValueId, distance: number): void {
    const start = value >= 0 && value < from ? this.values[value]!.start : this.previousEnd;
    this.places.natural(place === start - distance ? 0 : place === start ? 1 : signless(place - start) + 2);
  }

  /** A place at or behind the end of a value. */
  placeBehind(place: Offset, value: ValueId, from: ValueId): void {
    this.places.signed(place - (value >= 0 && value < from ? this.values[value]!.end : this.previousEnd));
  }

  /** A place, mostly a little after the one before. */
  place(place: Offset): void {
    this.places.signed(place - this.previousPlace);
    this.previousPlace = place;
  }

  /** The table of texts, and the columns. */
  finish(): { texts: string[]; columns: Uint8Array[] } {
    return { texts: [...this.textIndexes.keys()], columns: COLUMNS.map((name: Column) => this[name].finish()) };
  }
}
