/** The public interface for programs: run an audit, and the types of what comes out. */
export { audit } from './audit.js';
export type { AuditOptions, Progress } from './audit.js';
export { UserError } from './contracts/errors.js';
export type * from './contracts/audit.js';
export type { Diagnostic, FileClass, GitInfo } from './contracts/inventory.js';
export type { Area, Priority, Profile } from './contracts/rules.js';
