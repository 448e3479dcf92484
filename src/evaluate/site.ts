/** One place at which a rule is asked. Which fields are set depends on the selector that found it. */
import type { Confidence } from '../contracts/audit.js';
import type { Dependency } from '../contracts/inventory.js';
import type { DataQuery, EnvironmentRead, ModelEntity, Program, RoleSite, Route, ValueRef } from '../contracts/program.js';
import type { FoundEntry } from './files.js';
import type { CatchClause } from './failures/catch-clauses.js';
import type { ExternalService } from './services/external-service.js';
import type { FoundSecret } from './secrets/found.js';

export interface Site {
  /** The expression; null for a whole package. */
  readonly value: ValueRef | null;
  /** What it is, in the reader's words: `pool.query`, `GET /users/:id`, `STRIPE_KEY`. */
  readonly label: string;
  readonly confidence: Confidence;
  /** The use of an API that the site is, or null. */
  readonly role: RoleSite | null;
  readonly read: EnvironmentRead | null;
  readonly query: DataQuery | null;
  readonly route: Route | null;
  /** A table or model. */
  readonly entity: ModelEntity | null;
  readonly dependency: Dependency | null;
  readonly entry: FoundEntry | null;
  /** The service that an external call goes to. */
  readonly service: ExternalService | null;
  /** Where a failure arrives. */
  readonly clause: CatchClause | null;
  /** A text that must not be shown. */
  readonly secret: FoundSecret | null;
}

/** What a site is not, to be overridden with what it is. */
export const NO_SITE = { value: null, confidence: 'high', role: null, read: null, query: null, route: null, entity: null, dependency: null, entry: null, service: null, clause: null, secret: null } as const;

/** The site of an API's use, also used to ask conditions of other uses (`where:` in a role query). */
export function siteOfRole(role: RoleSite, program: Program): Site {
  return { ...NO_SITE, value: role.value, label: labelOfRole(role, program), confidence: role.confidence, role };
}

function labelOfRole(role: RoleSite, program: Program): string {
  const fact = program.fact(role.value);
  const text = (id: number) => program.describe({ file: role.value.file, id });
  if (role.entry.use === 'property') return nameArgument(role, program) ?? role.path;
  if (role.entry.use === 'passed' && fact.kind === 'call') return `${text(fact.callee)}(${role.path.split(':')[0] || role.entry.package})`;
  if (role.entry.use === 'write' || role.entry.use === 'assigned') return `${program.describe(role.value)}.${lastSegment(role.path)}`;
  if (fact.kind === 'call' && role.entry.use === 'decorator') return `@${text(fact.callee)}`;
  if (fact.kind === 'call') return fact.isNew ? `new ${text(fact.callee).replace(/^new /, '')}` : text(fact.callee);
  if (fact.kind === 'template' && fact.tag >= 0) return text(fact.tag);
  return program.describe(role.value);
}

/** What a use calls itself: the header's name in `{ key: 'Access-Control-Allow-Origin', value }`. */
function nameArgument(role: RoleSite, program: Program): string | null {
  const name = program.argument(role, 'name');
  const constants = name === null ? null : program.constants(name);
  return constants?.length === 1 ? String(constants[0]) : null;
}

/** The callee of a call, any other value itself, as it is written. */
export function calleeText(value: ValueRef, program: Program): string {
  const fact = program.fact(value);
  return program.describe(fact.kind === 'call' ? { file: value.file, id: fact.callee } : value);
}

/** The last name of an API path: `get` of `express()#get`, `express` of `express()`. */
export function lastSegment(path: string): string {
  const names = path.replace(/\(\)|#$/g, '').split(/[#:.]/);
  return names[names.length - 1] ?? path;
}
