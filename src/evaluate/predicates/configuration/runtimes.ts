/** `runtime.ended`: the version of Node.js that a file asks for. When releases end stands in the rule. */
import { intersects, validRange } from 'semver';
import { NO, yes } from '../../answer.js';
import type { FoundEntry } from '../../files.js';
import type { Predicate } from '../index.js';

interface Schedule {
  /** The day on which the schedule was read; what ends later has not ended, so that an audit does not depend on the clock. */
  'as-of': string;
  /** Major version → its last day. */
  ends: Readonly<Record<string, string>>;
  /** Name of a long-term release → its major version. */
  names: Readonly<Record<string, number>>;
}

function isSchedule(operand: unknown): operand is Schedule {
  return typeof operand === 'object' && operand !== null && 'as-of' in operand && 'ends' in operand && 'names' in operand;
}

/** `with:` the release schedule. Had the release, or every release of the range, ended on the day of the schedule? */
export const ended: Predicate = ({ entry }, operand) => {
  if (!isSchedule(operand)) throw new Error('runtime.ended takes as-of, ends and names');
  const schedule = operand;
  if (entry === null) return NO;
  const majors = entry.entry.key.endsWith('engines.node') ? majorsInRange(entry.entry.value, schedule) : majorIn(entry, schedule);
  const last = majors.at(-1);
  if (last === undefined || !majors.every((major) => hasEnded(major, schedule))) return NO;
  return yes({ values: { value: `Node.js ${last}`, source: schedule.ends[last]! } });
};

function hasEnded(major: string, { ends, 'as-of': asOf }: Schedule): boolean {
  const end = ends[major];
  return end !== undefined && end <= asOf;
}

/** Majors of the schedule that the range lets in, lowest first; none of it when it lets in later ones as well. */
function majorsInRange(range: string, { ends }: Schedule): string[] {
  if (validRange(range) === null) return [];
  const known = Object.keys(ends).sort((a, b) => Number(a) - Number(b));
  if (intersects(range, `>${known.at(-1)}`)) return [];
  return known.filter((major) => intersects(range, `${major}.x`));
}

/** `FROM node:18-alpine`, `lts/hydrogen`, `v18.20`, `nodejs 18.20.0`, `nodejs18.x`. */
function majorIn({ document, entry }: FoundEntry, { names }: Schedule): string[] {
  const value = entry.value.trim().toLowerCase();
  const isVersionFile = /(?:^|\/)\.(?:nvmrc|node-version)$/.test(document.path);
  const match = (isVersionFile ? /^(?:v?(\d+)|lts\/(\w+))/ : /(?:^|[\s/])node(?:js)?(?::v?|\s+v?|-?)(?:(\d+)|([a-z]+))/).exec(value);
  const major = match?.[1] ?? names[match?.[2] ?? '']?.toString();
  return major === undefined ? [] : [major];
}
