/** How a report is rendered. Every format takes the same options and uses those that concern it. */
import type { AuditReport } from '../contracts/audit.js';

export interface RenderOptions {
  /** Terminal: columns to fit into; at least 60, at most 100 are used. Default 80. */
  width?: number;
  /** Terminal: 0 none, 1 sixteen colours, 2 256, 3 true colour (as chalk counts). Default 0. */
  colorLevel?: 0 | 1 | 2 | 3;
  /** Terminal: the verdict alone. */
  quiet?: boolean;
  /** Terminal and Markdown: every site of every gap. */
  verbose?: boolean;
  /**
   * SARIF: results for suppressed and accepted sites too, with their `suppressions`. Off by default, because GitHub
   * ignores that property and would open an alert for each (github/codeql-action#1230).
   */
  includeSuppressed?: boolean;
  /** SARIF: what tells this upload from others of the same commit, e.g. a package of a monorepo. Default: none. */
  category?: string;
}

/** A format: pure, from the report alone. The text ends with a line feed. */
export type Render = (report: AuditReport, options?: RenderOptions) => string;
