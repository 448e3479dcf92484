/** The public interface for programs: run an audit, and the types of what comes out. */
import { audit as runAudit } from './audit.js';
import type { AuditOptions as AllOptions } from './audit.js';
import type { AuditReport } from './contracts/audit.js';
import { ownVersion } from './version.js';

export type { Progress } from './audit.js';
export { UserError } from './contracts/errors.js';
export type * from './contracts/audit.js';
export type { DecisionKind, TeamDecision } from './contracts/decisions.js';
export type { ControlName, NamedControl } from './contracts/controls.js';
export type { Diagnostic, FileClass, GitInfo } from './contracts/inventory.js';
export type { Area, Priority, Profile } from './contracts/rules.js';

/** As on the command line, and with the same defaults. `rules` are absolute directories; a configuration file is not looked for. */
export type AuditOptions = Partial<Omit<AllOptions, 'toolVersion' | 'packs' | 'cache'>>;

/**
 * Audits a directory; nothing in it is executed, and without `online` no network is used.
 * @throws UserError for a directory, rule, check id or named control that is not there or not in order
 */
export async function audit(directory: string, options: AuditOptions = {}): Promise<AuditReport> {
  return runAudit(directory, { ...DEFAULTS, ...options, packs: [], cache: null, toolVersion: ownVersion() });
}

const DEFAULTS: Omit<AllOptions, 'toolVersion' | 'packs' | 'cache'> = {
  profile: 'growth',
  failOn: 'P0',
  minScore: null,
  only: [],
  skip: [],
  include: [],
  exclude: [],
  rules: [],
  controls: [],
  decisions: [],
  maxFileSize: null,
  maxFailedFiles: null,
  timestamp: true,
  timings: false,
  online: false,
  onProgress: () => undefined,
};
