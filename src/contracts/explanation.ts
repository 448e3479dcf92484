/** What `shipworthy why <file:line>` tells: what the audit saw at a place, which checks looked at it, and what each of them concluded. */
import type { Confidence, Location, SiteResult, Step } from './audit.js';
import type { FileClass } from './inventory.js';
import type { Origin } from './program.js';
import type { Priority } from './rules.js';

export interface PlaceExplanation {
  /** Root-relative POSIX path. */
  path: string;
  /** 1-based. */
  line: number;
  /** The line itself; '' when it is empty. */
  text: string;
  /** What the file counts as; null when the audit did not list it. */
  fileClass: FileClass | null;
  /** Why the checks did not look at the file at all; '' when they did. */
  notAudited: string;
  /** Uses of library APIs on the line. */
  uses: UseAtPlace[];
  /** Judgements of the sites on the line, in the order of the rules; when none begins there, of those that span it. */
  sites: SiteExplanation[];
  /** Ignore comments that speak for the line. */
  suppressions: { ids: string[]; reason: string }[];
}

/** An API that the line uses, as the models know it. */
export interface UseAtPlace {
  role: string;
  path: string;
  written: string;
  confidence: Confidence;
}

export interface SiteExplanation {
  ruleId: string;
  title: string;
  priority: Priority;
  /** `ignored`: no site after all. `not-applicable`: the check does not apply to the package. */
  verdict: SiteResult['verdict'] | 'ignored' | 'not-applicable';
  location: Location;
  label: string;
  /** The sentence of the report. */
  message: string;
  confidence: Confidence;
  clauses: ClauseAnswer[];
  flows: FollowedValue[];
}

/** One clause of the rule and what was answered. */
export interface ClauseAnswer {
  kind: 'applies' | 'ignores' | 'fails' | 'passes';
  /** The clause in the words of the rule language. */
  words: string;
  truth: 'yes' | 'no' | 'unknown';
  /** What the answer rests on; '' when nothing more is to be said. */
  reason: string;
}

/** A value that was followed backwards, and where that ended. */
export interface FollowedValue {
  written: string;
  location: Location;
  /** Kind of sink that it was followed for. */
  sink: string;
  ends: { kind: Origin['kind']; detail: string; lossy: boolean; location: Location; written: string; steps: Step[] }[];
  /** A bound was hit; there may be more. */
  truncated: boolean;
}
