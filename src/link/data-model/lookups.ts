/** Look-ups for which no tenant is needed or known yet: by a secret, at sign-in, by the caller's own id, by the id of a row that was read before. */
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { FoundQuery } from './found-query.js';
import { namesPersonColumn, namesSecretColumn, namesSignInColumn, namesSignInEntity } from './names.js';
import type { Control } from './scope.js';
import { isCaller } from './tenancy.js';

export function lookupReason(link: Linking, query: FoundQuery): Control | null {
  const columns = query.comparisons.map(({ column }) => column);
  if (columns.some(namesSecretColumn)) return unknown(`whether ${columns.find(namesSecretColumn)} is known to one tenant only`);
  const signsIn = query.known.some((entity) => namesSignInEntity(entity.name) || namesSignInEntity(entity.table));
  if (signsIn && columns.some(namesSignInColumn)) return unknown('whether this is a sign-in, before which no tenant is known');
  const own = query.comparisons.find(({ column, value }) => namesPersonColumn(column) && value !== null && isCallerValue(link, value));
  if (own !== undefined) return { filtered: 'yes', reason: `the filter keeps to the caller itself (${own.column})`, evidence: [] };
  if (query.comparisons.some(({ column }) => namesPersonColumn(column)) && !signsIn) return unknown('whether the person in the filter belongs to the caller\'s tenant');
  if (query.values.some((value) => isCallerValue(link, value))) return unknown('whether the value in the filter, taken from the caller, is of its tenant only');
  return query.values.length > 0 && query.values.every((value) => isConstant(link, value) || isReadBefore(link, value)) && query.values.some((value) => isReadBefore(link, value))
    ? unknown('whether the row whose id is used here was read for the tenant')
    : null;
}

function unknown(reason: string): Control {
  return { filtered: 'unknown', reason, evidence: [] };
}

/** `req.user.id`, `session.userId`: from who is calling, unless that was read from a token nobody verified. */
export function isCallerValue(link: Linking, value: FileValue): boolean {
  return [value, ...link.sourcesOf(value).map(indexed)].slice(0, 12).some((source) => {
    const fact = factOf(source);
    if (fact.kind !== 'member') return false;
    const object = sibling(source, fact.object);
    return isCaller(object, 0) && !isRequestItself(object) && !isUnverified(link, object);
  });
}

/** `req.params.id`, `ctx.query.id` are the client's words, not who it is. */
function isRequestItself(object: ValueRef): boolean {
  const fact = factOf(object);
  if (fact.kind === 'reference') return /^(?:req|request|ctx|context|c)$/i.test(fact.name);
  return fact.kind === 'member' && (fact.name === null || /^(?:params|query|body|headers|cookies|input|args|nextUrl|searchParams)$/.test(fact.name) || isRequestItself(sibling(object, fact.object)) && !/^(?:user|session|auth|state|locals|apiKey|claims|principal)$/i.test(fact.name));
}

function isUnverified(link: Linking, object: ValueRef): boolean {
  return link.sourcesOf(object).some((source) => link.rolesAt(source).some((site) => site.role === 'jwt.decode'));
}

function isConstant(link: Linking, value: FileValue): boolean {
  return link.constants(value) !== null;
}

function isReadBefore(link: Linking, value: FileValue): boolean {
  const { origins, truncated } = link.trace(value, { sink: 'value' });
  const kinds = origins.filter((origin) => origin.kind !== 'constant').map((origin) => origin.kind);
  return !truncated && kinds.length > 0 && kinds.every((kind) => kind === 'datastore');
}
