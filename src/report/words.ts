/** The words that all formats share, so that a reader meets one vocabulary. Wording only; every number comes from the report. */
import type { Coverage, Finding, Gap, GapStatus, Verdict } from '../contracts/audit.js';
import { inertLine } from '../contracts/inert.js';
import type { Priority } from '../contracts/rules.js';

export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = { P0: 'Critical', P1: 'High', P2: 'Medium', P3: 'Low' };

export const STATUS_WORDS: Readonly<Record<GapStatus, string>> = {
  fixed: 'fixed',
  partial: 'partial',
  missing: 'missing',
  unverified: 'unverified',
  accepted: 'accepted',
  attested: 'attested',
  'not-applicable': 'not applicable',
  error: 'check failed',
};

export const VERDICT_WORDS: Readonly<Record<Verdict['word'], string>> = {
  ready: 'Ready',
  nearly: 'Nearly ready',
  'not ready': 'Not ready',
  'not audited': 'Not audited',
};

const MINUTES_PER_HOUR = 60;

export function isOpenGap(gap: Gap): boolean {
  return gap.status === 'missing' || gap.status === 'partial';
}

export function openFindings(gap: Gap): Finding[] {
  return gap.findings.filter((finding) => finding.open);
}

/** `3 of 14 routes fail`, with what is unknown; `missing` where the project itself is the one site. */
export function coverageWords({ coverage, status, siteName }: Gap): string {
  return coverage.total <= 1 ? STATUS_WORDS[status] : shareWords(coverage, plural(coverage.total, siteName));
}

/** `sign-in routes: 1 of 4 fails` for each group of sites that the rule counts by itself. */
export function groupWords({ groups }: Gap): string[] {
  return groups.map((group) => `${group.name}: ${shareWords(group, grouped(group.total))}`);
}

function shareWords({ passing, failing, unknown }: Coverage, all: string): string {
  const doubt = unknown > 0 ? `, ${unknown} unknown` : '';
  if (failing === 0) return `${passing} of ${all} ${passing === 1 ? 'passes' : 'pass'}${doubt}`;
  return `${failing} of ${all} ${failing === 1 ? 'fails' : 'fail'}${doubt}`;
}

/** `45 min`, `1 h 30 min`, `12 h`. */
export function effortWords(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  const rest = Math.round(minutes % MINUTES_PER_HOUR);
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export function pointsWords(points: number): string {
  return points === 0 ? 'no points' : `+${points} ${points === 1 ? 'point' : 'points'}`;
}

/** `path:line:column`, inert. */
export function placeWords({ path, line, column }: Finding['location']): string {
  return `${inertLine(path)}:${line}:${column}`;
}

/** `41 routes · 15 outbound calls`, from the names of the inventory (`outboundCalls`). */
export function inventoryWords(inventory: Readonly<Record<string, number>>): string[] {
  return Object.entries(inventory).map(([name, count]) => {
    const several = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    return `${grouped(count)} ${count === 1 ? several.replace(/(?:ies|s)(?= left out$|$)/, (ending) => (ending === 's' ? '' : 'y')) : several}`;
  });
}

/** `1 file`, `2 files`, `2 queries`, `2 groups of writes`, `2 files or directories`. */
export function plural(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  const [head = noun] = noun.split(/ (?=(?:of|that|where|for|in|with) )/);
  const several = head.split(/( or )/).map((part) => (part === ' or ' ? part : severalOf(part))).join('');
  return `${grouped(count)} ${several}${noun.slice(head.length)}`;
}

function severalOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}${/(?:s|x|ch|sh)$/.test(word) ? 'es' : 's'}`;
}

/** 18400 → `18,400`, the same in every locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
