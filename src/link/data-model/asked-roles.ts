/** Roles that a step in front of a route asks for, and that say that who has them works for more than one tenant. */
import { writtenName } from '../../contracts/written-name.js';
import type { ValueRef } from '../../contracts/program.js';
import { type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { namesTenantEntity, normal, wordsOf } from './names.js';

/** People who run the service. */
const OPERATOR = /^(?:is|require|requires|only|ensure|check)?(?:superadmin|superuser|superadministrator|sysadmin|sysadministrator|systemadmin|platformadmin|platformowner|platformstaff|globaladmin)(?:only|role|required|guard|middleware|auth)?$/;

const TENANT_ROLES = new WeakMap<Linking, boolean>();

/**
 * Does the step let in whoever runs the service, or, where the tenant itself is one of the roles (`requireRole('organization')`),
 * somebody of another role? Such callers work across tenants, as far as their role says.
 * @param words the project's words for a tenant
 */
export function asksRoleAcrossTenants(link: Linking, step: ValueRef, words: ReadonlySet<string>): boolean {
  return [step, ...link.sourcesOf(step)].slice(0, 6).some((source) => {
    const name = calleeName(source) ?? writtenName(factOf(source));
    if (name !== null && isOperatorName(name)) return true;
    const roles = askedRoles(link, source);
    return roles.length > 0 && areRolesAcrossTenants(link, roles, words);
  });
}

/** Is it what the people who run the service are called, or what asks for them (`isSuperAdmin`)? */
export function isOperatorName(name: string): boolean {
  return OPERATOR.test(normal(name));
}

/** Is one of them whoever runs the service, or, where the tenant itself is a role, all of them others? */
export function areRolesAcrossTenants(link: Linking, roles: readonly string[], words: ReadonlySet<string>): boolean {
  if (roles.some(isOperatorName)) return true;
  return hasTenantRole(link, words) && !roles.some((role) => namesTenant(role, words));
}

/** The texts that a call named after roles is given: `requireRole('admin', 'staff')`. */
function askedRoles(link: Linking, source: ValueRef): string[] {
  const fact = factOf(source);
  const name = calleeName(source);
  if (fact.kind !== 'call' || name === null || !wordsOf(name).some((word) => /^(?:role|roles)$/.test(word))) return [];
  return fact.args.flatMap((argument) => link.constants(sibling(indexed(source), argument)) ?? []).filter((role): role is string => typeof role === 'string');
}

/** Is there a role that is called as the tenant is? Then a tenant is one kind of caller beside others. */
export function hasTenantRole(link: Linking, words: ReadonlySet<string>): boolean {
  let known = TENANT_ROLES.get(link);
  if (known === undefined) {
    known = [...link.files.values()].some((file) => file.facts.calls.some((id) => askedRoles(link, { file, id }).some((role) => namesTenant(role, words))));
    TENANT_ROLES.set(link, known);
  }
  return known;
}

function namesTenant(role: string, words: ReadonlySet<string>): boolean {
  return [...words].some((word) => namesTenantEntity(role, word));
}

function calleeName(source: ValueRef): string | null {
  const fact = factOf(source);
  return fact.kind === 'call' ? writtenName(factOf(sibling(indexed(source), fact.callee))) : null;
}
