/** The kinds of values that are made of other values by an operator; see `values.ts`. */
import { readType, writeType } from './types.js';
import { firstOf, lastOf } from './values.js';
import type { Of, ValueCodec } from './values.js';
import { wordsOf } from './whole.js';

const LOGICAL_OPERATORS = wordsOf<Of<'logical'>['operator']>({ '&&': true, '||': true, '??': true, default: true });

export const operators: { [K in 'concat' | 'binary' | 'logical' | 'unary' | 'conditional' | 'await' | 'yield' | 'spread' | 'cast']: ValueCodec<K> } = {
  concat: {
    write: (to, fact, id) => {
      to.valueList(fact.parts, id);
      to.extent(id, fact, firstOf(fact.parts), lastOf(fact.parts));
    },
    read: (from, id) => {
      const parts = from.valueList(id);
      const start = from.start(id, firstOf(parts));
      return { kind: 'concat', parts, start, end: from.end(id, start, lastOf(parts)) };
    },
  },
  binary: {
    write: (to, fact, id) => {
      to.text(fact.operator);
      to.value(fact.left, id);
      to.value(fact.right, id);
      to.extent(id, fact, fact.left, fact.right);
    },
    read: (from, id) => {
      const operator = from.name();
      const left = from.value(id);
      const right = from.value(id);
      const start = from.start(id, left);
      return { kind: 'binary', operator, left, right, start, end: from.end(id, start, right) };
    },
  },
  logical: {
    write: (to, fact, id) => {
      to.word(LOGICAL_OPERATORS, fact.operator);
      to.value(fact.left, id);
      to.value(fact.right, id);
      to.extent(id, fact, fact.left, fact.right);
    },
    read: (from, id) => {
      const operator = from.word(LOGICAL_OPERATORS);
      const left = from.value(id);
      const right = from.value(id);
      const start = from.start(id, left);
      return { kind: 'logical', operator, left, right, start, end: from.end(id, start, right) };
    },
  },
  unary: {
    write: (to, fact, id) => {
      to.text(fact.operator);
      to.value(fact.operand, id);
      to.extent(id, fact, fact.operand, fact.operand);
    },
    read: (from, id) => {
      const operator = from.name();
      const operand = from.value(id);
      const start = from.start(id, operand);
      return { kind: 'unary', operator, operand, start, end: from.end(id, start, operand) };
    },
  },
  conditional: {
    write: (to, fact, id) => {
      to.value(fact.test, id);
      to.value(fact.whenTrue, id);
      to.value(fact.whenFalse, id);
      to.extent(id, fact, fact.test, fact.whenFalse);
    },
    read: (from, id) => {
      const test = from.value(id);
      const whenTrue = from.value(id);
      const whenFalse = from.value(id);
      const start = from.start(id, test);
      return { kind: 'conditional', test, whenTrue, whenFalse, start, end: from.end(id, start, whenFalse) };
    },
  },
  await: {
    write: (to, fact, id) => {
      to.value(fact.operand, id);
      to.extent(id, fact, fact.operand, fact.operand);
    },
    read: (from, id) => {
      const operand = from.value(id);
      const start = from.start(id, operand);
      return { kind: 'await', operand, start, end: from.end(id, start, operand) };
    },
  },
  yield: {
    write: (to, fact, id) => {
      to.value(fact.operand, id);
      to.flag(fact.delegates);
      to.extent(id, fact, fact.operand, fact.operand);
    },
    read: (from, id) => {
      const operand = from.value(id);
      const delegates = from.flag();
      const start = from.start(id, operand);
      return { kind: 'yield', operand, delegates, start, end: from.end(id, start, operand) };
    },
  },
  spread: {
    write: (to, fact, id) => {
      to.value(fact.operand, id);
      to.extent(id, fact, fact.operand, fact.operand);
    },
    read: (from, id) => {
      const operand = from.value(id);
      const start = from.start(id, operand);
      return { kind: 'spread', operand, start, end: from.end(id, start, operand) };
    },
  },
  cast: {
    write: (to, fact, id) => {
      to.value(fact.operand, id);
      writeType(to, fact.type);
      to.extent(id, fact, fact.operand, fact.operand);
    },
    read: (from, id) => {
      const operand = from.value(id);
      const type = readType(from)!;
      const start = from.start(id, operand);
      return { kind: 'cast', operand, type, start, end: from.end(id, start, operand) };
    },
  },
};
