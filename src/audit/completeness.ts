/** Says what an audit rests on. An audit that saw no code, or could not read too much of it, is no audit. */
import { sourcePaths } from '../contracts/inventory.js';
import type { Completeness } from '../contracts/audit.js';
import type { Inventory, SkippedEntry } from '../contracts/inventory.js';
import type { Program } from '../contracts/program.js';
import type { AnalysedFiles } from './analyse-files.js';

/** Code behind these may hold anything, so the audit is partial. Ignored files and links back into the tree hide nothing. */
const HIDES_CODE: ReadonlySet<SkippedEntry['reason']> = new Set(['symlink-outside-root', 'unreadable', 'too-large', 'binary', 'vanished']);
const DEFAULT_FAILED_FILES = 10;
const DEFAULT_FAILED_SHARE = 0.05;

/** @param maxFailedFiles null: ten files, or one in twenty of those analysed if that is more */
export function completenessOf(inventory: Inventory, analysed: AnalysedFiles, program: Program, maxFailedFiles: number | null): Completeness {
  const skipped = [...inventory.skipped, ...analysed.skipped].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const sources = sourcePaths(inventory);
  const facts = analysed.facts.filter((file) => sources.has(file.path));
  const limit = maxFailedFiles ?? Math.max(DEFAULT_FAILED_FILES, Math.floor(analysed.facts.length * DEFAULT_FAILED_SHARE));
  const problem = whyIncomplete(inventory, facts.length, sources.size, analysed.failed.length, limit, skipped);
  const hidden = skipped.filter((entry) => HIDES_CODE.has(entry.reason)).length;
  const reasons = [...(hidden > 0 ? [`${count(hidden, 'file')} could not be looked at`] : []), ...(analysed.failed.length > 0 ? [`${count(analysed.failed.length, 'file')} could be parsed only in part`] : [])];
  return {
    status: problem !== null ? 'incomplete' : reasons.length > 0 ? 'partial' : 'complete',
    reason: problem ?? reasons.join('; '),
    filesDiscovered: inventory.files.length,
    filesByClass: countByClass(inventory),
    filesAnalysed: facts.length,
    linesAnalysed: facts.reduce((total, file) => total + file.lineStarts.length, 0),
    failed: analysed.failed,
    skipped: skipped.map(({ path, reason, detail }) => ({ path, reason: detail === '' ? reason : `${reason}: ${detail}` })),
    inventory: {
      routes: program.routes.length,
      queries: program.queries.length,
      environmentReads: program.environment.reads.length,
      outboundRequests: program.sitesOf('http.request').length,
      ...(program.frontEnd.size === 0 ? {} : { frontEndFilesLeftOut: program.frontEnd.size }),
    },
    limits: [...program.limits].sort(),
  };
}

function whyIncomplete(inventory: Inventory, analysed: number, sources: number, failed: number, limit: number, skipped: SkippedEntry[]): string | null {
  if (analysed === 0) {
    if (inventory.files.length === 0 && skipped.length === 0) return 'nothing to audit: the directory holds no files';
    if (sources > 0 || skipped.some((entry) => HIDES_CODE.has(entry.reason))) return `nothing was audited: none of the source files could be read (${skipped.map((entry) => `${entry.path}: ${entry.reason}`).slice(0, 3).join(', ')})`;
    return `nothing to audit: no TypeScript or JavaScript source was recognised among ${count(inventory.files.length, 'file')} (${describeClasses(inventory)})`;
  }
  if (failed > limit) return `${count(failed, 'file')} could not be parsed, which is more than the limit of ${limit} (maxFailedFiles)`;
  if (failed >= analysed) return 'none of the source files could be parsed without errors';
  return null;
}

function countByClass(inventory: Inventory): Completeness['filesByClass'] {
  const counts: Completeness['filesByClass'] = {};
  for (const kind of inventory.files.map((file) => file.class).sort()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function describeClasses(inventory: Inventory): string {
  const counts = Object.entries(countByClass(inventory)).map(([kind, number]) => `${number} ${kind}`);
  return counts.length === 0 ? 'the directory is empty' : counts.join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
