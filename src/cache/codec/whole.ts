/** Like T, and each property that may be absent has to be named: what is added to a fact cannot be forgotten where it is read back. */
export type Whole<T> = { [Key in keyof Required<T>]: T[Key] };

/** All words that may stand at a place, in the order that gives them their numbers. */
export function wordsOf<Word extends string>(words: Record<Word, true>): Word[] {
  return Object.keys(words) as Word[];
}
