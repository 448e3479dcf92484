/** What a team answers for itself: risks that it takes, and controls that stand where no audit of source code can see them. */

/** `accepted`: the gap is there, and somebody took the risk. `attested`: what the repository cannot show is in place elsewhere. */
export type DecisionKind = 'accepted' | 'attested';

/** One entry of `accept:` or `attest:` in the configuration. */
export interface TeamDecision {
  kind: DecisionKind;
  /** Id of the check. */
  check: string;
  reason: string;
  /** Who answers for it: a name, a team. */
  owner: string;
  /** Where the reader finds more, such as a ticket or a policy; '' without one. */
  link: string;
  /** The last day on which it stands, as `2027-03-31` (UTC). */
  until: string;
  /** Where it is written. The line is 1-based. */
  place: { path: string; line: number };
}
