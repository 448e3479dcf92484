/**
 * The whole audit on one page: discover → extract → link → evaluate → score → report. Each stage is a function with one
 * input and one output; the rooms they live in know nothing of each other.
 */
import { sourcePaths } from './contracts/inventory.js';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyseFiles } from './audit/analyse-files.js';
import type { AnalysedFiles } from './audit/analyse-files.js';
import { checkControls } from './audit/check-controls.js';
import { checkDecisions } from './audit/check-decisions.js';
import { completenessOf } from './audit/completeness.js';
import { readDocuments } from './audit/read-documents.js';
import type { ReadingOptions } from './audit/reading-options.js';
import { extractFromPacks } from './audit/merge-packs.js';
import { loadCheckedRulebook, selectRules } from './audit/select-rules.js';
import { Stopwatch } from './audit/stopwatch.js';
import type { Progress } from './audit/stopwatch.js';
import type { FactsCache } from './cache/index.js';
import type { AuditReport } from './contracts/audit.js';
import type { TeamDecision } from './contracts/decisions.js';
import type { FactsPack } from './contracts/extraction.js';
import type { Inventory } from './contracts/inventory.js';
import type { Program } from './contracts/program.js';
import type { Priority, Profile } from './contracts/rules.js';
import { DEFAULT_MAX_FILE_SIZE, discover, readFile, withRegistryAnswers } from './discover/index.js';
import { evaluateWith } from './evaluate/index.js';
import { decodeSource } from './extract/index.js';
import { linkWith } from './link/index.js';
import { ownRulesDirectory } from './rulebook/index.js';
import { buildReport, scoreWith } from './score/index.js';
import type { AuditedPackage, ReadLines } from './score/index.js';

export type { Progress } from './audit/stopwatch.js';

export interface AuditOptions extends ReadingOptions {
  /** Asks the package registry for advisories on what the lock files name; nothing else ever uses the network. */
  online: boolean;
  /** Shown in the report. */
  toolVersion: string;
  profile: Profile;
  /** The gate fails when a gap of this priority or a higher one is open. */
  failOn: Priority | 'never';
  /** The gate fails below this score; null for no such condition. */
  minScore: number | null;
  /** Files that may fail to parse; null for ten, or one in twenty if that is more. */
  maxFailedFiles: number | null;
  /** What the team accepted or attested; a day counts in UTC. */
  decisions: readonly TeamDecision[];
  /** False makes the report depend on nothing but the tree: same tree, same bytes (as long as no decision expires). */
  timestamp: boolean;
  /** How long each stage took, in the report; only with a timestamp. */
  timings: boolean;
  /** What other machines extracted of this tree; what is in none of them is extracted here. */
  packs: readonly FactsPack[];
  /** What earlier audits extracted, of this tree or of others; null for none. Whoever gives it saves it. */
  cache: FactsCache | null;
  onProgress: (progress: Progress) => void;
}

/**
 * Audits a directory. Nothing in it is executed, and without `online` no network is used.
 * @throws UserError for a directory, rule, check id or named control that is not there or not in order, and for facts packs of another tree
 */
export async function audit(directory: string, options: AuditOptions): Promise<AuditReport> {
  const watch = new Stopwatch(options.onProgress);
  const maxFileSize = options.maxFileSize ?? DEFAULT_MAX_FILE_SIZE;

  const { rulebook, issues } = await watch.timeAsync('rulebook', () => loadCheckedRulebook(fileURLToPath(ownRulesDirectory()), options.rules));
  const rules = selectRules(rulebook.rules, options.only, options.skip);
  checkDecisions(options.decisions, rulebook.rules);

  const found = watch.time('discover', () => discover(directory, { maxFileSize, include: options.include, exclude: options.exclude }));
  const inventory = options.online ? watch.time('registry', () => withRegistryAnswers(found)) : found;
  const packed = options.packs.length === 0 ? null : extractFromPacks(options.packs, inventory);
  const analysed = await watch.timeAsync('extract', (tick) => analyseFiles(inventory, maxFileSize, tick, { packed, cache: options.cache }));
  const documents = watch.time('documents', () => readDocuments(inventory, rulebook.rules, maxFileSize));
  const program = watch.time('link', () => linkWith(rulebook.models, options.controls)(analysed.facts, inventory, analysed.schemas, documents));
  checkControls(program);
  const outcomes = watch.time('evaluate', () => evaluateWith({ rules, models: rulebook.models })(program));

  const project = watch.time('measure', () => ({
    packages: auditedPackages(inventory, program),
    suppressions: suppressionsOf(inventory, analysed),
    completeness: completenessOf(inventory, analysed, program, options.maxFailedFiles),
    readLines: lineReader(inventory.root, maxFileSize),
  }));
  const { profile, failOn, minScore, decisions } = options;
  const today = watch.startedAt.toISOString().slice(0, 'YYYY-MM-DD'.length);
  const knownChecks = rulebook.rules.map((rule) => rule.id);
  const judged = watch.time('score', () => scoreWith({ rules, profile, failOn, minScore, decisions, today, knownChecks })(outcomes, project));

  return buildReport(judged, {
    toolVersion: options.toolVersion,
    projectName: inventory.packages[0]?.name ?? basename(inventory.root),
    git: inventory.git,
    startedAt: options.timestamp ? watch.startedAt : null,
    durationMs: watch.elapsed(),
    timings: options.timings ? watch.timings : {},
    diagnostics: [...issues, ...inventory.diagnostics],
  });
}

/** Packages with code of their own; the frameworks are those whose routes were found in it. */
function auditedPackages(inventory: Inventory, program: Program): AuditedPackage[] {
  const sources = inventory.files.filter((file) => file.class === 'source');
  return inventory.packages
    .map(({ directory, name }) => ({
      directory,
      name,
      frameworks: [...new Set(program.routes.filter((route) => route.value.file.package.directory === directory).map((route) => route.framework))].sort(),
      sourceFiles: sources.filter((file) => file.package === directory).length,
    }))
    .filter((candidate) => candidate.sourceFiles > 0 || candidate.directory === '');
}

function suppressionsOf(inventory: Inventory, { facts }: AnalysedFiles) {
  const sources = sourcePaths(inventory);
  return facts.filter((file) => sources.has(file.path)).map(({ path, suppressions }) => ({ path, suppressions }));
}

/** For the code frames of the report. */
function lineReader(root: string, maxFileSize: number): ReadLines {
  return (path) => {
    const read = readFile(root, path, maxFileSize);
    const decoded = 'bytes' in read ? decodeSource(read.bytes) : null;
    return decoded !== null && 'text' in decoded ? decoded.text.split(/\r\n|\r|\n/) : null;
  };
}
