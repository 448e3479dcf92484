/** Turns outcomes into the judged project and its report: points, verdict, gate, plan. */
export { scoreWith } from './score.js';
export { buildReport, type RunCircumstances } from './report.js';
export { LineHashes } from './line-hash.js';
export {
  SCORE_MODEL,
  type Audit,
  type AuditedPackage,
  type AuditedProject,
  type Decision,
  type FileSuppressions,
  type ReadLines,
  type ScoreOptions,
} from './options.js';
