/**
 * What a check proves: for which sinks the checked value is harmless. A set of bits, so that conditions combine cheaply: of `a && b`
 * both hold (union), of `a || b` only what both prove (intersection).
 */
import { SINKS, type Sink } from '../../../contracts/sinks.js';

export type BarrierKind = 'allow-listed' | 'numeric' | 'sanitized';

export interface Protection {
  kind: BarrierKind;
  /** Bits of `Proof`. */
  proofs: number;
}

/** Half a proof: protects together with another, or in a certain place. */
export type PartialProof =
  /** Has no `..` in it: harmless as a path below a directory. */
  | 'no-parent'
  /** Is no absolute path. */
  | 'not-absolute'
  /** Starts with the name of a trusted directory; may still lead out of it. */
  | 'in-directory'
  /** Starts with `/`. */
  | 'rooted'
  /** Does not start with `//`. */
  | 'one-slash'
  /** Starts with `https://host:`: on that host, unless what follows is a password. */
  | 'host-and-colon'
  /** Has no `@` in it. */
  | 'no-user';

type Proof = Sink | PartialProof;

const PROOFS: readonly Proof[] = [...SINKS, 'no-parent', 'not-absolute', 'in-directory', 'rooted', 'one-slash', 'host-and-colon', 'no-user'];
const BIT = Object.fromEntries(PROOFS.map((proof, index) => [proof, 1 << index])) as Record<Proof, number>;
/** All but `origin`, for which nothing counts. */
const ALL = (2 ** PROOFS.length - 1) & ~BIT.origin;

/** The value can be one of the program's own. */
export const ALLOW_LISTED: Protection = { kind: 'allow-listed', proofs: ALL };
/** The value is a number, a boolean or a date. */
export const NUMERIC: Protection = { kind: 'numeric', proofs: ALL };

/** Harmless for these sinks only; null when there are none. */
export function against(proofs: readonly Proof[], kind: BarrierKind = 'sanitized'): Protection | null {
  const bits = proofs.reduce((sum, proof) => sum | BIT[proof], 0);
  return bits === 0 ? null : { kind, proofs: bits };
}

/** What either of two things that hold proves. */
export function union(a: Protection | null, b: Protection | null): Protection | null {
  if (a === null || b === null) return a ?? b;
  return { kind: a.proofs === ALL ? a.kind : b.proofs === ALL ? b.kind : a.kind, proofs: a.proofs | b.proofs };
}

/** What is proven whichever of two things holds. */
export function intersection(a: Protection | null, b: Protection | null): Protection | null {
  if (a === null || b === null || (a.proofs & b.proofs) === 0) return null;
  return { kind: a.kind === b.kind ? a.kind : 'allow-listed', proofs: a.proofs & b.proofs };
}

/** Does it protect from everything, so that no more need be looked for? */
export function isComplete(protection: Protection | null): boolean {
  return protection?.proofs === ALL;
}

/**
 * Whether it makes a value harmless for a sink.
 *
 * @param beneath the value stands behind a directory: `path.join(ROOT, value)`
 */
export function covers(protection: Protection | null, sink: Sink, beneath: boolean): boolean {
  if (protection === null) return false;
  const has = (proof: Proof) => (protection.proofs & BIT[proof]) !== 0;
  if (has(sink) || (sink === 'sql' && has('sql-identifier'))) return true;
  if (sink === 'path') return has('no-parent') && (beneath || has('not-absolute') || has('in-directory'));
  return (sink === 'redirect' || sink === 'url') && ((has('rooted') && has('one-slash')) || (has('host-and-colon') && has('no-user')));
}
