/** Values by kind and by place are those that a look at all of them finds. */
import { describe, expect, it } from 'vitest';
import type { ValueFact } from '../../src/contracts/facts.js';
import { ValueIndex } from '../../src/link/value-index.js';
import { programOf } from '../support/program.js';

const SOURCE = `
const list = [1, 'two', \`three \${four()}\`];
export function four(a = b.c, { d } = {}) { for (const each of list) { a = each?.[d] ?? await four({ a, list }); } return a; }
`;

describe('ValueIndex', () => {
  const { values } = [...programOf({ 'a.ts': SOURCE }).files.values()][0]!.facts;
  const index = new ValueIndex(values);
  const idsWhere = (holds: (fact: ValueFact) => boolean) => values.flatMap((fact, id) => (holds(fact) ? [id] : []));

  it('gives the values of each kind', () => {
    const kinds = new Set(values.map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThan(8);
    for (const kind of kinds) expect(index.ofKind(kind), kind).toEqual(idsWhere((fact) => fact.kind === kind));
    expect(index.ofKind('yield')).toEqual([]);
  });

  it('gives the values within any extent', () => {
    for (let start = 0; start <= SOURCE.length; start += 3) {
      for (let end = start; end <= SOURCE.length; end += 5) {
        expect(index.within(start, end)).toEqual(idsWhere((fact) => fact.start >= start && fact.end <= end));
      }
    }
  });
});
