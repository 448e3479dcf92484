/** What a value test looks at: an argument or property of the program, or a plain text such as a label. */
import type { ValueRef } from '../contracts/program.js';
import type { PropertyLookup } from '../contracts/program.js';
import type { Scalar } from '../contracts/vocabulary.js';
import type { Truth } from './answer.js';
import type { Evaluation } from './evaluation.js';

export interface Subject {
  /** Is it there at all? `unknown` with values: some alternative lacks it. */
  readonly presence: Truth;
  /** Every value that it may be. */
  readonly values: readonly ValueRef[];
  /** For plain texts: the value itself, in place of `values`. */
  readonly scalar: Scalar | undefined;
}

export const ABSENT: Subject = { presence: 'no', values: [], scalar: undefined };
export const UNTOLD: Subject = { presence: 'unknown', values: [], scalar: undefined };

export function scalarSubject(scalar: Scalar): Subject {
  return { presence: 'yes', values: [], scalar };
}

export function valueSubject(values: readonly ValueRef[]): Subject {
  return values.length === 0 ? ABSENT : { presence: 'yes', values, scalar: undefined };
}

export function propertySubject(lookup: PropertyLookup): Subject {
  if (lookup.kind === 'absent') return ABSENT;
  if (lookup.kind === 'unknown') return UNTOLD;
  return { presence: lookup.partial ? 'unknown' : 'yes', values: lookup.values, scalar: undefined };
}

/** The constants among a subject's alternatives. */
export interface KnownConstants {
  all: Scalar[];
  /** False when there are alternatives that are no known constant. */
  complete: boolean;
  /** The alternatives that are none. */
  others: ValueRef[];
}

/** Constants, looked for in the value as a whole and, when that fails, in each thing that it may come from. */
export function constantsOf(subject: Subject, { program }: Evaluation): KnownConstants {
  if (subject.scalar !== undefined) return { all: [subject.scalar], complete: true, others: [] };
  const all = new Set<Scalar>();
  const others: ValueRef[] = [];
  for (const value of subject.values) {
    const whole = program.constants(value);
    if (whole !== null) {
      whole.forEach((constant) => all.add(constant));
      continue;
    }
    for (const source of program.sourcesOf(value)) {
      const constants = program.constants(source);
      if (constants === null) others.push(source);
      else constants.forEach((constant) => all.add(constant));
    }
  }
  return { all: [...all], complete: others.length === 0 && subject.presence !== 'unknown', others };
}

/** Where the subject stands, for evidence. */
export function shownConstant(constant: Scalar): string {
  return typeof constant === 'string' ? constant : String(constant);
}
