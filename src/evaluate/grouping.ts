/** `one-finding-per`: sites that one change mends are one finding. */
import { append } from '../contracts/multimap.js';
import type { SiteResult } from '../contracts/audit.js';
import type { Grouping } from '../contracts/rules.js';
import { creationsOf } from './conditions/client-argument.js';
import type { Evaluation } from './evaluation.js';
import { keyOf } from './file-uses.js';
import type { Site } from './site.js';
import type { Candidate } from './sites/index.js';

/** Names in a label; further ones are counted. */
const MAXIMUM_NAMES = 6;
/** Further places that a finding lists. */
const MAXIMUM_PLACES = 50;

export interface JudgedSite {
  candidate: Candidate;
  result: SiteResult;
}

/**
 * @param judged in order of their places.
 * @param reword the judgement on a site again, under another label.
 * @returns one result for each group and verdict, at the place of its first site; the others are its `places`.
 */
export function grouped(judged: readonly JudgedSite[], grouping: Grouping, evaluation: Evaluation, reword: (candidate: Candidate, label: string) => SiteResult): SiteResult[] {
  const groups = new Map<string, JudgedSite[]>();
  for (const each of judged) {
    const { verdict, priority, confidence } = each.result;
    // A service is guarded only when all calls of it are.
    const key = grouping === 'service' ? keyOfGroup(each.candidate.site, grouping, evaluation) : `${keyOfGroup(each.candidate.site, grouping, evaluation)}\u0000${verdict}${priority}${confidence}`;
    append(groups, key, each);
  }
  return [...groups.values()].map((group) => merged(grouping === 'service' ? worstOf(group) : group, grouping, reword));
}

/** Those of a group with the verdict that counts for all of it, and of them those that are surest. */
function worstOf(group: readonly JudgedSite[]): readonly JudgedSite[] {
  const rank = ({ result }: JudgedSite) => VERDICTS.indexOf(result.verdict) * CONFIDENCES.length + CONFIDENCES.indexOf(result.confidence);
  const worst = Math.min(...group.map(rank));
  return group.filter((each) => rank(each) === worst);
}

const VERDICTS = ['fail', 'unknown', 'pass'];
const CONFIDENCES = ['high', 'medium', 'low'];

/** A site of which the group cannot be told is one of its own. */
function keyOfGroup(site: Site, grouping: Grouping, evaluation: Evaluation): string {
  if (site.value === null) return site.label;
  if (grouping === 'service') return site.service?.key ?? keyOf(site.value);
  if (grouping === 'file') return site.value.file.facts.path;
  if (grouping === 'variable') return site.read === null || site.read.name === '' ? keyOf(site.value) : site.read.name;
  const clients = site.role === null ? [] : creationsOf(site.role, evaluation);
  return clients.length === 0 ? keyOf(site.value) : clients.map(keyOf).sort().join(' ');
}

function merged(group: readonly JudgedSite[], grouping: Grouping, reword: (candidate: Candidate, label: string) => SiteResult): SiteResult {
  const [first, ...others] = group as [JudgedSite, ...JudgedSite[]];
  if (others.length === 0) return first.result;
  const places = others.map(({ result }) => result.location);
  const listed = others.slice(0, MAXIMUM_PLACES).map(({ result }) => ({ location: result.location, text: `the same for ${result.label}` }));
  const result = reword(first.candidate, labelOf(group, grouping));
  return { ...result, related: [...result.related, ...listed], places };
}

/** `SMTP_HOST, SMTP_PORT`; `api.get and 12 more calls of the same client`. */
function labelOf(group: readonly JudgedSite[], grouping: Grouping): string {
  const [first = '', ...others] = group.map(({ candidate }) => candidate.site.label);
  if (grouping === 'service') return first;
  if (grouping === 'client') return `${first} (and ${others.length} more ${others.length === 1 ? 'call' : 'calls'} through the same client)`;
  const names = [...new Set([first, ...others])];
  const more = names.length - MAXIMUM_NAMES;
  return more > 0 ? `${names.slice(0, MAXIMUM_NAMES).join(', ')} and ${more} more` : names.join(', ');
}
