/**
 * The rulebook as it is after loading: rules and models, validated. The YAML words, with an example each, are in
 * `docs/rule-language.md`; the zod schemas that check them are in `src/rulebook/`.
 */
import type { Model } from './models.js';
import type { Condition } from './vocabulary.js';

export type { Condition } from './vocabulary.js';

/** P0 critical · P1 high · P2 medium · P3 low. */
export type Priority = 'P0' | 'P1' | 'P2' | 'P3';
export const PRIORITIES: readonly Priority[] = ['P0', 'P1', 'P2', 'P3'];

/** How far a team wants to look; `growth` includes `essential`, `enterprise` includes both. */
export type Profile = 'essential' | 'growth' | 'enterprise';
export const PROFILES: readonly Profile[] = ['essential', 'growth', 'enterprise'];

export type Area = 'security' | 'configuration' | 'reliability' | 'data' | 'observability' | 'operations';

export interface Rulebook {
  /** By id order. */
  rules: Rule[];
  models: Model[];
}

/** One checklist row. */
export interface Rule {
  id: string;
  /** The gap's heading, as a statement of what is wrong: `Outbound HTTP call without a timeout`. */
  title: string;
  /** The same as a requirement: `Every outbound HTTP call has a timeout`. */
  requirement: string;
  area: Area;
  priority: Priority;
  relevance: Profile;
  effort: { perSiteMinutes: number; onceMinutes: number };
  cwe: number[];
  owasp: string[];
  asvs: string[];
  /** When the rule matters at all; absent: always. The first failing condition's `reason` is the report's. */
  applies: { when: Condition; reason: string } | null;
  sites: SiteSelector;
  /** What a reader calls one site: `route`, `outbound call`. */
  siteName: string;
  /** Sites that are counted once more by themselves, such as the routes by which users sign in. */
  groups: { name: string; when: Condition }[];
  /** Sites that one change mends are one finding: those in one file, of one variable, of the client that one call made, of one external service; null: each is its own. */
  groupedBy: Grouping | null;
  /** Sites that are no sites after all (an accepted use, a harmless variable). */
  ignores: Condition | null;
  /** Alternatives, each with its own wording: the first that holds makes the site fail. Looked at before `passes`. */
  fails: FailClause[];
  /** The controls: any that holds makes the site pass. */
  passes: PassClause[];
  /** Verdict when no clause holds. Default: `fail` when there are `passes`, else `pass`. */
  otherwise: 'pass' | 'fail' | 'unknown';
  /** Reason shown when there are no sites. */
  noSites: string;
  message: string;
  text: RuleText;
  /** Recipe name (a package, a framework, or `default`) → before/after. */
  fix: Record<string, { before: string; after: string }>;
  references: string[];
  /** Absolute path of rule.yaml, for messages. */
  source: string;
}

export interface RuleText {
  requirement: string;
  /** Why it matters, two or three sentences. */
  why: string;
  /** What to do, imperative. */
  action: string;
  references: string[];
}

export interface FailClause {
  when: Condition;
  priority: Priority | null;
  confidence: 'high' | 'medium' | 'low' | null;
  /** Placeholders `{callee}`, `{label}`, `{name}`, `{value}`, `{source}`; null: the rule's message. */
  message: string | null;
}

export interface PassClause {
  when: Condition;
  /** What satisfies the rule, e.g. `timeout set where the client is made`. */
  because: string | null;
}

export type Grouping = 'file' | 'variable' | 'client' | 'service';

/** The population of a rule. */
export type SiteSelector =
  | { kind: 'role'; roles: string[]; /** An argument: calls of functions that hand it on are the uses. */ handedOn: string | null; where: Condition | null }
  | { kind: 'environment-read'; where: Condition | null }
  | { kind: 'query'; where: Condition | null }
  | { kind: 'route' | 'operation'; where: Condition | null }
  | { kind: 'project'; where: Condition | null }
  | { kind: 'repository'; where: Condition | null }
  | { kind: 'dependency'; where: Condition | null }
  | { kind: 'entry'; /** Patterns as in `.gitignore`. */ files: string[]; /** `*` one segment, `**` any number. */ key: string; where: Condition | null }
  | { kind: 'secret'; /** Patterns as in `.gitignore`: the files that are no code. */ files: string[]; where: Condition | null }
  | { kind: 'log-call'; where: Condition | null }
  | { kind: 'response'; where: Condition | null }
  | { kind: 'migration'; where: Condition | null }
  | { kind: 'entity'; where: Condition | null }
  | { kind: 'detached-call' | 'thrown-in-callback'; where: Condition | null }
  | { kind: 'module-state'; where: Condition | null }
  | { kind: 'repeated-work'; where: Condition | null }
  | { kind: 'long-work'; where: Condition | null }
  | { kind: 'sequence-number' | 'lost-update' | 'write-behind-call'; where: Condition | null }
  | { kind: 'external-call'; where: Condition | null }
  | { kind: 'catch'; where: Condition | null }
  | { kind: 'any-of'; selectors: SiteSelector[] };

/** Where a word stands in its YAML file, 1-based. */
export interface SourcePosition {
  path: string;
  line: number;
  column: number;
}
