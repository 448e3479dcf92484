/** The value graph. Each kind is written and read by a pair of functions, side by side, that must take the same things in the same order. */
import type { ValueFact, ValueId } from '../../contracts/facts.js';
import { NONE } from '../../contracts/facts.js';
import type { FactsInput } from './input.js';
import type { FactsOutput } from './output.js';
import type { Scalar } from './output.js';
import { wordsOf } from './whole.js';
import type { Whole } from './whole.js';

export type Kind = ValueFact['kind'];
export type Of<K extends Kind> = Extract<ValueFact, { kind: K }>;

export interface ValueCodec<K extends Kind> {
  write: (to: FactsOutput, value: Of<K>, id: ValueId) => void;
  read: (from: FactsInput, id: ValueId) => Whole<Of<K>>;
}

/** The use of a binding by another name than its own. */
const OTHER_NAME = -2;
const LITERAL_TYPES = wordsOf<Of<'literal'>['type']>({ string: true, number: true, boolean: true, null: true, undefined: true, bigint: true, regexp: true });

/** Kinds that stand for themselves. */
export const leaves: { [K in 'literal' | 'reference' | 'function' | 'class' | 'parameter' | 'this' | 'module' | 'caught' | 'unknown']: ValueCodec<K> } = {
  literal: {
    write: (to, fact, id) => {
      to.word(LITERAL_TYPES, fact.type);
      to.scalar(fact.value);
      to.extent(id, fact, NONE, NONE, lengthOf(fact.value));
      if (fact.type === 'regexp') to.text(fact.flags ?? null);
    },
    read: (from, id) => {
      const type = from.word(LITERAL_TYPES);
      const value = from.scalar() as Of<'literal'>['value'];
      const start = from.start(id, NONE);
      const end = from.end(id, start, NONE, lengthOf(value));
      return { kind: 'literal', value, type, start, end, flags: type === 'regexp' ? (from.text() ?? undefined) : undefined };
    },
  },
  reference: {
    write: (to, fact, id) => {
      to.use(fact.name, fact.binding);
      to.extent(id, fact, NONE, NONE, fact.name.length);
    },
    read: (from, id) => {
      const used = from.use();
      const name = used >= 0 ? from.bindingNames[used]! : from.name();
      const binding = used === OTHER_NAME ? from.bindings.natural() : Math.max(used, NONE);
      const start = from.start(id, NONE);
      return { kind: 'reference', name, binding, start, end: from.end(id, start, NONE, name.length) };
    },
  },
  function: {
    write: (to, fact, id) => {
      to.owner(fact.function);
      to.extent(id, fact, NONE, NONE);
    },
    read: (from, id) => {
      const owner = from.owner();
      const start = from.start(id, NONE);
      return { kind: 'function', function: owner, start, end: from.end(id, start, NONE) };
    },
  },
  class: {
    write: (to, fact, id) => {
      to.owner(fact.class);
      to.extent(id, fact, NONE, NONE);
    },
    read: (from, id) => {
      const owner = from.owner();
      const start = from.start(id, NONE);
      return { kind: 'class', class: owner, start, end: from.end(id, start, NONE) };
    },
  },
  parameter: {
    write: (to, fact, id) => {
      to.owner(fact.function);
      to.counts.natural(fact.index);
      to.flag(fact.rest);
      to.extent(id, fact, NONE, NONE);
    },
    read: (from, id) => {
      const owner = from.owner();
      const index = from.counts.natural();
      const rest = from.flag();
      const start = from.start(id, NONE);
      return { kind: 'parameter', function: owner, index, rest, start, end: from.end(id, start, NONE) };
    },
  },
  this: {
    write: (to, fact, id) => {
      to.owner(fact.class);
      to.flag(fact.isSuper);
      to.owner(fact.function);
      to.extent(id, fact, NONE, NONE);
    },
    read: (from, id) => {
      const ofClass = from.owner();
      const isSuper = from.flag();
      const owner = from.owner();
      const start = from.start(id, NONE);
      return { kind: 'this', class: ofClass, isSuper, function: owner, start, end: from.end(id, start, NONE) };
    },
  },
  module: {
    write: (to, fact, id) => {
      to.text(fact.specifier);
      to.value(fact.specifierValue, id);
      to.flag(fact.meta);
      to.extent(id, fact, NONE, NONE);
    },
    read: (from, id) => {
      const specifier = from.text();
      const specifierValue = from.value(id);
      const meta = from.flag();
      const start = from.start(id, NONE);
      return { kind: 'module', specifier, specifierValue, meta, start, end: from.end(id, start, NONE) };
    },
  },
  caught: {
    write: (to, fact, id) => {
      to.owner(fact.try);
      to.extent(id, fact, NONE, NONE);
    },
    read: (from, id) => {
      const owner = from.owner();
      const start = from.start(id, NONE);
      return { kind: 'caught', try: owner, start, end: from.end(id, start, NONE) };
    },
  },
  unknown: {
    write: (to, fact, id) => to.extent(id, fact, NONE, NONE),
    read: (from, id) => {
      const start = from.start(id, NONE);
      return { kind: 'unknown', start, end: from.end(id, start, NONE) };
    },
  },
};

/** With its quotes. */
function lengthOf(value: Scalar): number {
  return typeof value === 'string' ? value.length + 2 : String(value).length;
}

export function firstOf(ids: readonly ValueId[]): ValueId {
  return ids[0] ?? NONE;
}

export function lastOf(ids: readonly ValueId[]): ValueId {
  return ids.at(-1) ?? NONE;
}
