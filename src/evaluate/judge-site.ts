/** The judgement on one site: `fails`, `passes`, `otherwise`. */
import type { Confidence, Location, SiteResult } from '../contracts/audit.js';
import { npmPackageOf } from '../contracts/package-name.js';
import type { Priority, Rule } from '../contracts/rules.js';
import { lowest, NO_EVIDENCE } from './answer.js';
import type { Answer, Evidence } from './answer.js';
import type { Judge } from './compiler.js';
import { packageOf } from './names/api-package.js';
import { lineAt } from './conditions/files.js';
import type { Evaluation } from './evaluation.js';
import { fillMessage } from './message.js';
import type { Candidate } from './sites/index.js';
import type { Site } from './site.js';

/** A rule whose conditions are closures. */
export interface CompiledClauses {
  rule: Rule;
  groups: { name: string; when: Judge }[];
  ignores: Judge | null;
  fails: { when: Judge; message: string | null; priority: Priority | null; confidence: Confidence | null }[];
  passes: { when: Judge; because: string | null }[];
}

interface Judgement {
  verdict: SiteResult['verdict'];
  message: string;
  evidence: Evidence;
  priority: Priority | null;
  confidence: Confidence | null;
}

/** @returns null when the site is none after all. */
export function judgeSite(clauses: CompiledClauses, { site, doubt, shown }: Candidate, evaluation: Evaluation): SiteResult | null {
  const ignored = clauses.ignores?.(site, evaluation);
  if (ignored?.truth === 'yes') return null;
  const judgement = judge(clauses, site, evaluation, doubt ?? (ignored?.truth === 'unknown' ? ignored : null));
  const { evidence } = judgement;
  const groups = clauses.groups.filter(({ when }) => when(site, evaluation).truth === 'yes').map(({ name }) => name);
  return {
    verdict: judgement.verdict,
    location: locationOf(site, evaluation),
    label: site.label,
    message: fillMessage(judgement.message, site, evidence.values, evaluation),
    priority: judgement.priority ?? clauses.rule.priority,
    // A clause may say how sure it is, but not make a guess more than that.
    confidence: evidence.confidence === 'low' ? 'low' : (judgement.confidence ?? lowest(site.confidence, evidence.confidence)),
    steps: [...evidence.steps],
    related: distinct([...(judgement.verdict === 'fail' ? (shown ?? []) : []), ...evidence.related]),
    symbol: site.value ? evaluation.program.symbolAt(site.value) : '',
    recipe: recipeFor(clauses.rule, site),
    ...(groups.length === 0 ? {} : { groups }),
    ...(site.secret === null ? {} : { concealed: [site.secret.text] }),
  };
}

/** @param doubt whether it is a site at all; a doubtful one is never more than unknown. */
function judge(clauses: CompiledClauses, site: Site, evaluation: Evaluation, doubt: Answer | null): Judgement {
  const { rule } = clauses;
  const plain = { priority: null, confidence: null };
  let open = doubt;
  for (const clause of doubt ? [] : clauses.fails) {
    const answer = clause.when(site, evaluation);
    if (answer.truth === 'yes') return { verdict: 'fail', message: clause.message ?? rule.message, evidence: answer.evidence, priority: clause.priority, confidence: clause.confidence };
    if (answer.truth === 'unknown') open ??= answer;
  }
  for (const clause of doubt ? [] : clauses.passes) {
    const answer = clause.when(site, evaluation);
    if (answer.truth === 'yes') return { verdict: 'pass', message: clause.because ?? (answer.evidence.reason || rule.requirement), evidence: answer.evidence, ...plain };
    if (answer.truth === 'unknown') open ??= answer;
  }
  if (open !== null) return { verdict: 'unknown', message: openMessage(rule, open), evidence: open.evidence, ...plain };
  if (rule.otherwise === 'pass') return { verdict: 'pass', message: rule.requirement, evidence: NO_EVIDENCE, ...plain };
  return { verdict: rule.otherwise, message: rule.message, evidence: NO_EVIDENCE, ...plain };
}

/** A rule that ends in `otherwise: unknown` has worded its message for that case. */
function openMessage(rule: Rule, open: Answer): string {
  if (rule.otherwise === 'unknown') return rule.message;
  return open.evidence.reason === '' ? '{label}: this cannot be told from the source' : `{label}: it cannot be told ${open.evidence.reason}`;
}

function locationOf(site: Site, evaluation: Evaluation): Location {
  if (site.value !== null) return evaluation.program.location(site.value);
  if (site.entry !== null) return lineAt(site.entry.document.path, site.entry.entry.line);
  const { manifestPath, directory } = evaluation.package;
  const line = site.dependency?.line ?? 1;
  return { path: manifestPath ?? (directory === '' ? '.' : directory), line, column: 1, endLine: line, endColumn: 1 };
}

function recipeFor(rule: Rule, site: Site): string {
  const attribute = site.role?.entry.attributes['recipe'];
  const candidates = [typeof attribute === 'string' ? attribute : undefined, ...librariesOf(site), site.route?.framework, 'default'];
  return candidates.find((each) => each !== undefined && Object.hasOwn(rule.fix, each)) ?? '';
}

/** What is really called, not the first of the libraries that share a model: `mysql2/promise`, then `mysql2`. */
function librariesOf({ role }: Site): string[] {
  if (role === null) return [];
  const name = packageOf(role.path);
  return [name, npmPackageOf(name)];
}

function distinct(related: Evidence['related']): SiteResult['related'] {
  const seen = new Set<string>();
  return related.filter(({ location, text }) => {
    const key = `${location.path}:${location.line}:${location.column}:${text}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
