/** Three-valued answers (Kleene's strong logic) that carry what they rest on. */
import type { Confidence, RelatedLocation, Step } from '../contracts/audit.js';

export type Truth = 'yes' | 'no' | 'unknown';

/** What an answer rests on; everything may be empty. */
export interface Evidence {
  /** Why, as a clause that can end a sentence: `timeout is set where the client is made`. */
  reason: string;
  /** For flows: source first, sink last. */
  steps: readonly Step[];
  related: readonly RelatedLocation[];
  /** Placeholder → text for messages: `source`, `value`. */
  values: Readonly<Record<string, string>>;
  /** How sure the answer is; the lowest of all that it was made from. */
  confidence: Confidence;
}

export interface Answer {
  truth: Truth;
  evidence: Evidence;
}

export const NO_EVIDENCE: Evidence = { reason: '', steps: [], related: [], values: {}, confidence: 'high' };

export const YES: Answer = { truth: 'yes', evidence: NO_EVIDENCE };
export const NO: Answer = { truth: 'no', evidence: NO_EVIDENCE };

export function yes(evidence: Partial<Evidence> = {}): Answer {
  return { truth: 'yes', evidence: { ...NO_EVIDENCE, ...evidence } };
}

export function no(evidence: Partial<Evidence> = {}): Answer {
  return { truth: 'no', evidence: { ...NO_EVIDENCE, ...evidence } };
}

/** @param reason what could not be told, as a clause. */
export function unknown(reason: string, evidence: Partial<Evidence> = {}): Answer {
  return { truth: 'unknown', evidence: { ...NO_EVIDENCE, ...evidence, reason } };
}

export function answerOf(truth: boolean | Truth, evidence: Partial<Evidence> = {}): Answer {
  const word = typeof truth === 'boolean' ? (truth ? 'yes' : 'no') : truth;
  return { truth: word, evidence: { ...NO_EVIDENCE, ...evidence } };
}

/** Flips yes and no; what it rests on stays. */
export function negate(answer: Answer): Answer {
  if (answer.truth === 'unknown') return answer;
  return { truth: answer.truth === 'yes' ? 'no' : 'yes', evidence: answer.evidence };
}

/** All must be yes. The first *no* decides and later ones are not asked for. */
export function every(answers: Iterable<Answer>): Answer {
  const holding: Evidence[] = [];
  let open: Answer | null = null;
  for (const answer of answers) {
    if (answer.truth === 'no') return answer;
    if (answer.truth === 'unknown') open ??= answer;
    holding.push(answer.evidence);
  }
  return open ?? { truth: 'yes', evidence: merge(holding) };
}

/** One must be yes. The first *yes* decides and later ones are not asked for. */
export function some(answers: Iterable<Answer>): Answer {
  let open: Answer | null = null;
  let last: Answer = NO;
  for (const answer of answers) {
    if (answer.truth === 'yes') return answer;
    if (answer.truth === 'unknown') open ??= answer;
    last = answer;
  }
  return open ?? last;
}

const RANK: Record<Confidence, number> = { high: 2, medium: 1, low: 0 };

export function lowest(first: Confidence, ...others: Confidence[]): Confidence {
  return others.reduce((a, b) => (RANK[b] < RANK[a] ? b : a), first);
}

/** Joins what several answers rest on: the first reason and steps there are, all places, all values. */
function merge(parts: readonly Evidence[]): Evidence {
  if (parts.length === 0) return NO_EVIDENCE;
  return {
    reason: parts.find((part) => part.reason !== '')?.reason ?? '',
    steps: parts.find((part) => part.steps.length > 0)?.steps ?? [],
    related: parts.flatMap((part) => part.related),
    values: Object.assign({}, ...[...parts].reverse().map((part) => part.values)) as Record<string, string>,
    confidence: lowest('high', ...parts.map((part) => part.confidence)),
  };
}

/** One answer a part, each asked for only when the ones before it have not decided: for `every` and `some`. */
export function* lazily<Part>(parts: readonly Part[], ask: (part: Part) => Answer): Generator<Answer> {
  for (const part of parts) yield ask(part);
}
