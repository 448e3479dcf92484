/**
 * The nouns of a judged project: `Outcome` (what `evaluate` says of one rule), `Audit` (with points, from `score`) and
 * `AuditReport` (the one object that feeds every format; no format computes anything).
 */
import type { Diagnostic, FileClass, GitInfo } from './inventory.js';
import type { Area, Priority, Profile, RuleText } from './rules.js';

export type Confidence = 'high' | 'medium' | 'low';

/** What one rule found in one package (or in the whole project). */
export interface Outcome {
  ruleId: string;
  /** Directory of the package judged ('' for the root). */
  package: string;
  /**
   * `decided`: sites were found and judged. `not-applicable`: nothing to judge, `reason` says why.
   * `unverified`: it matters, but the repository cannot show it. `error`: the rule itself failed; `reason` has the message.
   */
  kind: 'decided' | 'not-applicable' | 'unverified' | 'error';
  reason: string;
  sites: SiteResult[];
}

/** One site and the judgement on it. */
export interface SiteResult {
  /** `pass`: the control is there. `fail`: it is not. `unknown`: cannot be told (counts neither way). */
  verdict: 'pass' | 'fail' | 'unknown';
  location: Location;
  /** What the site is, in the reader's words: `pool.query`, `GET /users/:id`, `STRIPE_KEY`. */
  label: string;
  /** One sentence: what is wrong (fail), what satisfies it (pass), what could not be told (unknown). */
  message: string;
  priority: Priority;
  confidence: Confidence;
  /** For flows: source first, sink last. Empty otherwise. */
  steps: Step[];
  /** Other places that speak for the verdict, such as the client whose timeout covers the call. */
  related: RelatedLocation[];
  /** Further places that the result stands for, where a rule makes one finding of several sites. */
  places?: readonly Location[];
  /** Names of the rule's `groups` that it belongs to, if any. */
  groups?: readonly string[];
  /** Name of the innermost enclosing function or class member (`OrdersRepository.find`), '' at module level. Part of the fingerprint. */
  symbol: string;
  /** Which recipe of the rule's `fix` fits here (a key of `fix`, e.g. `pg`), or ''. */
  recipe: string;
  /** Texts of the source that no output may show. */
  concealed?: readonly string[];
}

/** A place in a file. Lines and columns are 1-based; `endColumn` is exclusive. */
export interface Location {
  /** Root-relative POSIX path. */
  path: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface Step {
  location: Location;
  /** What happens here: `request query parameter "sort" is read`, `passed to buildQuery() as "order"`. */
  text: string;
}

export interface RelatedLocation {
  location: Location;
  text: string;
}

export type GapStatus = 'fixed' | 'partial' | 'missing' | 'unverified' | 'accepted' | 'attested' | 'not-applicable' | 'error';

export interface Coverage {
  passing: number;
  failing: number;
  unknown: number;
  total: number;
}

/** One checklist row, judged for one package or for the roll-up of all of them. */
export interface Gap {
  /** Stable number inside this report, 1-based, in report order. */
  number: number;
  ruleId: string;
  title: string;
  area: Area;
  /** The highest priority among open sites; the rule's own when none is open. */
  priority: Priority;
  relevance: Profile;
  status: GapStatus;
  /** Why, for `not-applicable`, `unverified`, `accepted`, `attested`, `error`; '' otherwise. */
  reason: string;
  /** Highest confidence among failing sites; `high` when none fails. */
  confidence: Confidence;
  /** Sites that count: suppressed ones are in none of the numbers. `total` is the sum of the others. */
  coverage: Coverage;
  /** What one site is called: `route`; `site` where the rule has no better word. */
  siteName: string;
  /** The same numbers for the rule's groups of sites that are there, in the rule's order: `sign-in routes`. */
  groups: (Coverage & { name: string })[];
  /** Failing first, then unknown, then passing; each group by path, line, column. A fail of low confidence is listed, but counted as unknown. */
  findings: Finding[];
  /** Weight in the score; 0 when the gap is not counted. */
  weight: number;
  /** 0..1 share of the weight that is earned. */
  credit: number;
  /** Points that closing this gap would add to the uncapped score, rounded to one decimal. */
  points: number;
  /** Minutes of work for what is open. */
  effortMinutes: number;
  /** What is wrong, why it matters, how to fix it: wording from the rule. */
  text: RuleText;
  /** Recipes chosen for the libraries that the project really uses. */
  recipes: FixRecipe[];
  /** Files that hold failing sites, sorted. */
  files: string[];
  standards: { cwe: number[]; owasp: string[]; asvs: string[] };
}

export interface FixRecipe {
  /** Library or framework: `pg`, `axios`; `default` for the general one. */
  library: string;
  before: string;
  after: string;
}

/** A site as it stands in the report. */
export interface Finding extends Omit<SiteResult, 'concealed' | 'places' | 'groups'> {
  /** Names of the gap's groups of sites that it belongs to. */
  groups: readonly string[];
  /** Directory of the package, '' for the root. */
  package: string;
  /** Stable across line shifts: check id, normalised source line, symbol, occurrence. Hexadecimal. */
  fingerprint: string;
  /**
   * `primaryLocationLineHash` of the location's line, as GitHub code scanning computes it (github/codeql-action
   * `src/fingerprints.ts`); '' for passing sites and where the source could not be read.
   */
  lineHash: string;
  /** True when it counts against score and gate: it fails, with enough confidence, and nobody accepted it. */
  open: boolean;
  /**
   * Source around the location, at most five lines; null for passing sites. Control characters are replaced one for
   * one, so that columns still point into the lines; tabs stay.
   */
  frame: CodeFrame | null;
  /** Set when an inline comment suppresses it. */
  suppression: { reason: string; line: number } | null;
}

export interface CodeFrame {
  /** 1-based number of the first line. */
  startLine: number;
  lines: string[];
}

export interface Score {
  /** 0..100, rounded down to an integer, after the cap; null when nothing could be decided. */
  value: number | null;
  /** Before the cap, one decimal. */
  uncapped: number | null;
  /** 59 with an open P0, 84 with an open P1, 100 otherwise. */
  cap: number;
  capReason: string;
  /** Sum of weights, and of weight × credit. */
  weight: number;
  earned: number;
  /** Gaps that count / gaps that apply. */
  decided: number;
  applicable: number;
  scoreModel: string;
  previous: number | null;
}

export interface Verdict {
  word: 'ready' | 'nearly' | 'not ready' | 'not audited';
  /** One sentence. */
  text: string;
  openCritical: number;
}

export interface Gate {
  holds: boolean;
  /** As configured: `--fail-on P0`, `--min-score 80`. */
  conditions: string[];
  /** Ids of the gaps that break it. */
  blocking: string[];
}

/** Where the published schema of the report can be read; the value of `$schema`. */
export const REPORT_SCHEMA_URL = 'https://unpkg.com/shipworthy/schema/report.json';

/** Everything the formats need. Also what `--format json` prints, see `schema/report.json`. */
export interface AuditReport {
  $schema: string;
  schemaVersion: '1';
  tool: { name: 'shipworthy'; version: string; scoreModel: string };
  run: {
    profile: Profile;
    /** ISO 8601; null when `--no-timestamp` asks for byte-identical output. */
    startedAt: string | null;
    durationMs: number | null;
    /** Stage → milliseconds; empty unless it was asked for, and when there is no timestamp. */
    timings: Record<string, number>;
    /** 0 gate holds, 1 gate fails, 3 incomplete. */
    exitCode: 0 | 1 | 3;
  };
  project: {
    name: string;
    git: GitInfo | null;
    packages: PackageSummary[];
    frameworks: string[];
  };
  completeness: Completeness;
  score: Score;
  verdict: Verdict;
  gate: Gate;
  summary: Summary;
  gaps: Gap[];
  /** Open gaps in the order to do them, with hours. */
  phases: Phase[];
  /** Rule ids of gaps that take under an hour, best points per hour first. */
  quickWins: string[];
  suppressions: SuppressionSummary[];
  diagnostics: Diagnostic[];
}

export interface PackageSummary {
  directory: string;
  name: string | null;
  frameworks: string[];
  sourceFiles: number;
  score: number | null;
  /** Open gaps by priority. */
  open: Record<Priority, number>;
}

export interface Completeness {
  /** `complete`; `partial`: something was skipped or failed, within limits; `incomplete`: not an audit (exit 3). */
  status: 'complete' | 'partial' | 'incomplete';
  reason: string;
  filesDiscovered: number;
  filesByClass: Partial<Record<FileClass, number>>;
  filesAnalysed: number;
  linesAnalysed: number;
  failed: { path: string; reason: string }[];
  skipped: { path: string; reason: string }[];
  /** What the code-level checks rest on. */
  inventory: Record<string, number>;
  /** Bounds that were hit, e.g. flow questions cut short. */
  limits: string[];
}

export interface Summary {
  /** Priority → counts of gaps by status. */
  byPriority: Record<Priority, StatusCounts>;
  total: StatusCounts;
  /** Failing sites of high or medium confidence. */
  findings: number;
}

export interface StatusCounts {
  total: number;
  fixed: number;
  partial: number;
  missing: number;
  accepted: number;
  unverified: number;
  notApplicable: number;
}

export interface Phase {
  name: string;
  priority: Priority;
  ruleIds: string[];
  hours: number;
}

/** An inline comment that accepts a site, or a decision of the configuration about a gap. */
export interface SuppressionSummary {
  path: string;
  line: number;
  ids: string[];
  reason: string;
  used: boolean;
  /** '' when it is in order; otherwise what is wrong with it (no reason, unknown id, unused, expired, contradicted). */
  problem: string;
}
