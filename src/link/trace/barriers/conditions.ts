/**
 * What a condition that holds (or does not) proves about a value. Polarity counts: `if (!LIST.includes(x)) return` makes x safe after
 * it, `if (LIST.includes(x)) return` does not.
 */
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Subject, isClientControlled, isSubject } from './aspects.js';
import { provenByCall } from './calls.js';
import { provenByComparison } from './comparisons.js';
import { provenByExistence, saysExistence } from './existence.js';
import { provenByRows } from './lookups.js';
import { countsSome, provenByCount, provenByOutcome } from './parsing.js';
import { ALLOW_LISTED, type Protection, intersection, union } from './protection.js';

const MAXIMUM_DEPTH = 8;

/** Judges a condition; handed to those who judge its parts. */
export type Judge = (condition: FileValue, holds: boolean, subject: Subject, depth: number) => Protection | null;

export function provenBy(link: Linking, condition: FileValue, holds: boolean, subject: Subject, depth = 0): Protection | null {
  if (depth > MAXIMUM_DEPTH) return null;
  // `if (x && !OK.test(x)) return`: what is not checked is empty.
  if (!holds && isSubject(link, condition, subject)) return ALLOW_LISTED;
  const fact = factOf(condition);
  const judge: Judge = (part, polarity, about, at) => provenBy(link, part, polarity, about, at);
  const inner = (id: number, polarity: boolean) => provenBy(link, sibling(condition, id), polarity, subject, depth + 1);
  switch (fact.kind) {
    case 'unary':
      return fact.operator === '!' ? inner(fact.operand, !holds) : null;
    case 'logical': {
      if (fact.operator !== '&&' && fact.operator !== '||') return inner(fact.left, holds);
      const both = (fact.operator === '&&') === holds;
      return both ? union(inner(fact.left, holds), inner(fact.right, holds)) : intersection(inner(fact.left, holds), inner(fact.right, holds));
    }
    case 'binary':
      return provenByComparison(link, condition, holds, subject, depth, judge) ?? provenByCount(link, condition, holds, subject, judge) ?? provenByRowCount(link, condition, holds, subject);
    case 'call':
      return union(provenByCall(link, condition, holds, subject, depth, judge), holds ? provenByExistence(link, condition, subject) : null);
    case 'member':
      return provenByEntry(link, condition, holds, subject) ?? provenByOutcome(link, condition, holds, subject, judge) ?? (holds ? provenByRows(link, condition, subject) : null);
    case 'reference':
      return provenByVariable(link, condition, holds, subject, depth);
    case 'cast':
    case 'await':
      return inner(fact.operand, holds);
    default:
      return null;
  }
}

/** `if (rows.length === 0) return`. */
function provenByRowCount(link: Linking, condition: FileValue, holds: boolean, subject: Subject): Protection | null {
  const fact = factOf(condition);
  return fact.kind === 'binary' && countsSome(link, condition) === holds ? provenByRows(link, sibling(condition, fact.left), subject) : null;
}

/** `if (TABLE[x])`. */
function provenByEntry(link: Linking, condition: FileValue, holds: boolean, subject: Subject): Protection | null {
  const fact = factOf(condition);
  if (fact.kind !== 'member' || !holds || fact.index < 0 || !isSubject(link, sibling(condition, fact.index), subject)) return null;
  return isClientControlled(link, sibling(condition, fact.object)) ? null : ALLOW_LISTED;
}

/** `const ok = LIST.includes(x); if (ok)`. */
function provenByVariable(link: Linking, condition: FileValue, holds: boolean, subject: Subject, depth: number): Protection | null {
  const definitions = link.definitionsAt(condition.file, condition.id);
  if (definitions.length !== 1) return null;
  const existing = holds && saysExistence(factOf(condition)) ? provenByExistence(link, indexed(definitions[0]!), subject, true) : null;
  if (existing !== null) return existing;
  return provenBy(link, indexed(definitions[0]!), holds, subject, depth + 1);
}
