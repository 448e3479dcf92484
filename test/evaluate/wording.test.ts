/** Conditions told in the words of the rule language. */
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/evaluate/explain/wording.js';
import type { Condition } from '../../src/contracts/vocabulary.js';

const at = { path: 'rule.yaml', line: 1, column: 1 };
const sites = { kind: 'word', word: 'role', operand: ['sql.execute'], at } as Condition;
const statement = { kind: 'word', word: 'argument', operand: { argument: 'statement', is: { kind: 'word', word: 'built-from', operand: { source: 'request', sink: 'sql', of: [] }, at } }, at } as Condition;

describe('wordsOf', () => {
  it('names word and operand', () => {
    expect(wordsOf(sites)).toBe('role sql.execute');
    expect(wordsOf(statement)).toBe('argument statement is built-from request for sql');
  });

  it('joins and negates', () => {
    expect(wordsOf({ kind: 'all', of: [sites, { kind: 'not', of: statement }] })).toBe('role sql.execute and not argument statement is built-from request for sql');
    expect(wordsOf({ kind: 'not', of: { kind: 'all', of: [sites, statement] } })).toBe('not (role sql.execute and argument statement is built-from request for sql)');
    expect(wordsOf({ kind: 'any', of: [sites, statement] })).toBe('(role sql.execute or argument statement is built-from request for sql)');
  });
});
