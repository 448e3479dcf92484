/**
 * The published shape of `--format json`, in zod. The contract (`AuditReport`) is the source of truth; the assertion at
 * the end makes the compiler refuse any difference between the two. Descriptions are for readers of the JSON.
 */
import { z } from 'zod';
import type { AuditReport } from '../contracts/audit.js';

const count = z.int().min(0);
const priority = z.enum(['P0', 'P1', 'P2', 'P3']).describe('P0 critical, P1 high, P2 medium, P3 low');
const profile = z.enum(['essential', 'growth', 'enterprise']);
const confidence = z.enum(['high', 'medium', 'low']);
const fileClass = z.enum([
  'source', 'test', 'script', 'config', 'schema', 'migration', 'manifest', 'doc', 'ci', 'container', 'env', 'generated', 'vendored', 'other',
]);

/** An object with a member for each priority; a record would leave its members unnamed in the JSON Schema. */
function byPriority<Value extends z.ZodType>(value: Value) {
  return z.object({ P0: value, P1: value, P2: value, P3: value });
}

const location = z.object({
  path: z.string().describe('Relative to the audited root, POSIX separators'),
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1).describe('Exclusive'),
});
const place = z.object({ location, text: z.string() });

const finding = z.object({
  verdict: z.enum(['pass', 'fail', 'unknown']),
  location,
  label: z.string().describe('What the site is, e.g. pool.query'),
  message: z.string(),
  priority,
  confidence,
  steps: z.array(place).describe('For flows: source first, sink last'),
  related: z.array(place),
  symbol: z.string().describe('Innermost enclosing function or class member'),
  recipe: z.string(),
  groups: z.array(z.string()).describe("Names of the gap's groups that it belongs to"),
  package: z.string(),
  fingerprint: z.string().describe('Stable when lines move or the file is renamed'),
  lineHash: z.string().describe('primaryLocationLineHash of GitHub code scanning'),
  open: z.boolean().describe('It counts against score and gate'),
  frame: z.object({ startLine: z.int().min(1), lines: z.array(z.string()) }).nullable(),
  suppression: z.object({ reason: z.string(), line: z.int() }).nullable(),
});

const coverage = z.object({ passing: count, failing: count, unknown: count, total: count });

const gap = z.object({
  number: z.int().min(1),
  ruleId: z.string(),
  title: z.string(),
  area: z.enum(['security', 'configuration', 'reliability', 'data', 'observability', 'operations']),
  priority: priority.describe("The highest among open sites; the rule's own when none is open"),
  relevance: profile,
  status: z.enum(['fixed', 'partial', 'missing', 'unverified', 'accepted', 'attested', 'not-applicable', 'error']),
  reason: z.string(),
  confidence,
  coverage,
  siteName: z.string().describe('What one site is called'),
  groups: z.array(coverage.extend({ name: z.string() })).describe('The same for groups of sites that the rule counts by themselves'),
  findings: z.array(finding).describe('Failing, then unknown, then passing'),
  weight: z.number().min(0).describe('0 when the gap is not counted'),
  credit: z.number().min(0).max(1),
  points: z.number().describe('What closing the gap adds to the uncapped score'),
  effortMinutes: z.number().min(0),
  text: z.object({ requirement: z.string(), why: z.string(), action: z.string(), references: z.array(z.string()) }),
  recipes: z.array(z.object({ library: z.string(), before: z.string(), after: z.string() })),
  files: z.array(z.string()),
  standards: z.object({ cwe: z.array(z.number()), owasp: z.array(z.string()), asvs: z.array(z.string()) }),
});

const packageSummary = z.object({
  directory: z.string(),
  name: z.string().nullable(),
  frameworks: z.array(z.string()),
  sourceFiles: count,
  score: z.number().nullable(),
  open: byPriority(count),
});

const pathWithReason = z.object({ path: z.string(), reason: z.string() });
const completeness = z.object({
  status: z.enum(['complete', 'partial', 'incomplete']),
  reason: z.string(),
  filesDiscovered: count,
  filesByClass: z.partialRecord(fileClass, count),
  filesAnalysed: count,
  linesAnalysed: count,
  failed: z.array(pathWithReason),
  skipped: z.array(pathWithReason),
  inventory: z.record(z.string(), z.number()),
  limits: z.array(z.string()),
});

const score = z.object({
  value: z.int().min(0).max(100).nullable().describe('After the cap; null when nothing could be decided'),
  uncapped: z.number().nullable(),
  cap: z.number(),
  capReason: z.string(),
  weight: z.number().describe('Sum of the weights that count'),
  earned: z.number().describe('Sum of weight × credit'),
  decided: count,
  applicable: count,
  scoreModel: z.string(),
  previous: z.number().nullable(),
});

const statusCounts = z.object({
  total: count,
  fixed: count,
  partial: count,
  missing: count,
  accepted: count,
  unverified: count,
  notApplicable: count,
});

const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  message: z.string(),
  path: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  hint: z.string().optional(),
});

export const reportSchema = z.object({
  $schema: z.string(),
  schemaVersion: z.literal('1').describe('Within a version fields are added, never changed; ignore those you do not know'),
  tool: z.object({ name: z.literal('shipworthy'), version: z.string(), scoreModel: z.string() }),
  run: z.object({
    profile,
    startedAt: z.iso.datetime().nullable(),
    durationMs: z.number().nullable(),
    timings: z.record(z.string(), z.number()).describe('Stage → milliseconds, with --timings; empty otherwise'),
    exitCode: z.union([z.literal(0), z.literal(1), z.literal(3)]).describe('0 gate holds, 1 gate fails, 3 audit incomplete'),
  }),
  project: z.object({
    name: z.string(),
    git: z.object({ commit: z.string().nullable(), branch: z.string().nullable(), dirty: z.boolean() }).nullable(),
    packages: z.array(packageSummary),
    frameworks: z.array(z.string()),
  }),
  completeness,
  score,
  verdict: z.object({ word: z.enum(['ready', 'nearly', 'not ready', 'not audited']), text: z.string(), openCritical: count }),
  gate: z.object({ holds: z.boolean(), conditions: z.array(z.string()), blocking: z.array(z.string()) }),
  summary: z.object({ byPriority: byPriority(statusCounts), total: statusCounts, findings: count }),
  gaps: z.array(gap),
  phases: z.array(z.object({ name: z.string(), priority, ruleIds: z.array(z.string()), hours: z.number() })),
  quickWins: z.array(z.string()),
  suppressions: z.array(
    z.object({ path: z.string(), line: z.int(), ids: z.array(z.string()), reason: z.string(), used: z.boolean(), problem: z.string() }),
  ),
  diagnostics: z.array(diagnostic),
});

/** True only for types that are the same, optional members and unions included. */
type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;

/** Interfaces, extensions and literal types written alike all the way down, so that only their members are compared. */
type Flat<Value> = Value extends readonly (infer Element)[]
  ? Flat<Element>[]
  : Value extends object
    ? { [Key in keyof Value]: Flat<Value[Key]> }
    : Value;

/** Does not compile when schema and contract differ. */
export const schemaIsContract: Same<Flat<z.infer<typeof reportSchema>>, Flat<AuditReport>> = true;
