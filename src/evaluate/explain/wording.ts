/** Conditions and value tests in words, for whoever asks why. The words are those of the rule language. */
import type { Condition, ValueTest } from '../../contracts/vocabulary.js';

/** `argument statement is built-from request for sql`. */
export function wordsOf(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map(wordsOf).join(' and ');
    case 'any':
      return `(${condition.of.map(wordsOf).join(' or ')})`;
    case 'not':
      return `not ${grouped(condition.of)}`;
    case 'word':
      return `${condition.word} ${operandWords(condition.operand)}`.trim();
  }
}

function grouped(condition: Condition): string {
  return condition.kind === 'all' && condition.of.length > 1 ? `(${wordsOf(condition)})` : wordsOf(condition);
}

function testWords(test: ValueTest): string {
  switch (test.kind) {
    case 'all':
      return test.of.map(testWords).join(' and ');
    case 'any':
      return test.of.map(testWords).join(' or ');
    case 'not':
      return `not ${testWords(test.of)}`;
    case 'word':
      return `${test.word} ${operandWords(test.operand)}`.trim();
  }
}

/** Operands are plain data: names, lists of names, maps, and conditions or tests inside them. */
function operandWords(operand: unknown): string {
  if (operand === null || operand === undefined || operand === true) return '';
  if (Array.isArray(operand)) return listWords(operand);
  if (typeof operand !== 'object') return String(operand);
  if (isCondition(operand)) return grouped(operand);
  return Object.entries(operand)
    .filter(([key, value]) => value !== null && value !== undefined && key !== 'at' && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => entryWords(key, value))
    .join(' ');
}

function listWords(list: readonly unknown[]): string {
  return list.map((each) => (Array.isArray(each) ? each.join('.') : operandWords(each) || String(each))).join(' | ');
}

function entryWords(key: string, value: unknown): string {
  if (key === 'is') return `is ${testWords(value as ValueTest)}`;
  if (key === 'where') return `where ${wordsOf(value as Condition)}`;
  // The word itself names what these hold: `argument statement`, `check sql.structured`, `built-from request for sql`.
  if (UNNAMED.has(key)) return operandWords(value);
  return `${SHORT.get(key) ?? key} ${operandWords(value)}`;
}

const UNNAMED = new Set(['argument', 'arguments', 'options', 'attribute', 'predicate', 'roles', 'packages', 'source', 'kinds']);
const SHORT = new Map([['sink', 'for']]);

function isCondition(operand: object): operand is Condition {
  return 'kind' in operand && ['all', 'any', 'not', 'word'].includes(String(operand.kind)) && ('of' in operand || 'word' in operand);
}
