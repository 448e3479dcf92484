/** Look-ups for which no tenant is needed or known yet: by a secret, at sign-in, by the caller's own id, by the id of a row that was read before. */
import type { Trace, ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { FoundQuery } from './found-query.js';
import type { IsKey } from './key-names.js';
import { namesCompartment, namesHeldSecret, namesInvitation, namesPersonColumn, namesPublic, namesPublicPlace, namesQueuedWork, namesSecretColumn, namesSignInColumn, namesSignInEntity, namesSignInProvider, namesUserEntity, namesVerification, namesWebhook, normal, wordsOf } from './names.js';
import { hasTenantRole } from './asked-roles.js';
import { convertedFrom } from './conversions.js';
import type { Control } from './scope.js';
import { isSetOnRequest } from './set-on-request.js';
import { isCaller } from './tenancy.js';

export function lookupReason(link: Linking, query: FoundQuery, isKey: IsKey, words: ReadonlySet<string>): Control | null {
  const columns = query.comparisons.map(({ column }) => column);
  const held = query.comparisons.find(({ column, value }) => value !== null && namesHeldSecret(column));
  if (held !== undefined) return { filtered: 'yes', reason: `the row is found by a secret that only its holder knows (${held.column})`, evidence: [] };
  if (columns.some(namesSecretColumn)) return unknown(`whether ${columns.find(namesSecretColumn)} is known to one tenant only`);
  const signsIn = query.known.some((entity) => namesSignInEntity(entity.name) || namesSignInEntity(entity.table));
  const findsProvider = query.operation === 'read' && query.known.some((entity) => namesSignInProvider(entity.name));
  if (findsProvider || (signsIn && columns.some(namesSignInColumn))) return unknown('whether this is a sign-in, before which no tenant is known');
  if (columns.some((column) => normal(column) === 'id') && query.known.some((entity) => namesInvitation(entity.name))) return unknown('whether the id of the invitation is known to those only to whom it was sent');
  const roles = query.known.some((entity) => namesUserEntity(entity.name) || namesUserEntity(entity.table)) && hasTenantRole(link, words) ? (columns.find((column) => /^(?:user)?role$/.test(normal(column))) ?? null) : null;
  const own = query.comparisons.find(({ column, value }) => namesPersonColumn(column) && value !== null && isCallerValue(link, value));
  if (own !== undefined) return { filtered: 'yes', reason: `the filter keeps to the caller itself (${own.column})`, evidence: [] };
  if (query.comparisons.some(({ column }) => namesPersonColumn(column))) return unknown('whether the person in the filter belongs to the caller\'s tenant');
  if (roles !== null) return unknown(`whether people whose ${roles} is asked for belong to a tenant, which is another role here`);
  if (columns.some(namesCompartment)) return unknown(`whether ${columns.find(namesCompartment)} is one of the caller's tenant`);
  const callers = query.comparisons.find(({ column, value }) => /id$/i.test(column) && value !== null && isCallersOwn(link, value, 0) && !isInMessage(link, value));
  if (callers !== undefined) return { filtered: 'yes', reason: `the filter compares ${callers.column} with what belongs to the caller`, evidence: [] };
  if (query.values.some((value) => isCallerValue(link, value))) return unknown('whether the value in the filter, taken from the caller, is of its tenant only');
  const tenants = query.comparisons.find(({ column, value }) => /id$/i.test(column) && value !== null && belongsToTenant(link, value, isKey, 0) && !isFromClient(link, value));
  if (tenants !== undefined) return { filtered: 'yes', reason: `the filter compares ${tenants.column} with what is read from the tenant`, evidence: [] };
  if (query.values.some((value) => belongsToTenant(link, value, isKey, 0))) return unknown('whether the value in the filter, taken from the tenant itself, is of that tenant only');
  if (namesWebhook(query.value.file.facts.path)) return unknown('whether the sender of this webhook names its own rows only');
  if (namesVerification(link.symbolAt(query.value))) return unknown('whether the secret that the function verifies is of one tenant only');
  const placeWords = [...wordsOf(link.symbolAt(query.value)), ...wordsOf(query.value.file.facts.path)];
  const mayBePublic = query.operation === 'read' && query.known.some((entity) => entity.columns.some((column) => namesPublic(column.name)));
  if (columns.some(namesPublic) || mayBePublic || placeWords.some(namesPublicPlace)) return unknown('whether these rows are meant for everybody');
  const isAboutQueues = query.known.some((entity) => wordsOf(entity.name).some(namesQueuedWork));
  if (query.values.length > 0 && !isAboutQueues && placeWords.some(namesQueuedWork)) return unknown('whether the work was queued for rows of one tenant');
  // A filter joins its columns: one that is bound to a row read before narrows it, whatever the others are.
  const keys = query.comparisons.flatMap(({ column, value }) => (value !== null && /id$/i.test(column) ? [value] : []));
  if (keys.some((key) => isReadBefore(link, link.trace(key, { sink: 'origin' })))) return unknown('whether the row whose id is used here was read for the tenant');
  if (query.values.some((value) => isHandedBack(link, value))) return unknown('whether the state that an authorization server hands back was made for the caller');
  return originOfValues(link, query.values);
}

/** `req.query.state`: what the program itself gave to an authorization server (RFC 6749, 4.1.2). */
function isHandedBack(link: Linking, value: FileValue): boolean {
  return [value, ...link.sourcesOf(value).map(indexed)].slice(0, 12).some((source) => {
    const fact = factOf(source);
    return fact.kind === 'member' && fact.name === 'state' && isRequestItself(sibling(source, fact.object));
  });
}

/** Only a value that comes from outside chooses among all tenants' rows: from a request, or from whoever calls the function. */
function originOfValues(link: Linking, values: readonly FileValue[]): Control | null {
  const traces = values.filter((value) => !isConstant(link, value)).map((value) => link.trace(value, { sink: 'origin' }));
  if (traces.length === 0) return null;
  if (traces.some((trace) => trace.origins.some((origin) => isOutside(link, origin)))) return null;
  if (traces.some((trace) => isReadBefore(link, trace))) return unknown('whether the row whose id is used here was read for the tenant');
  return unknown('where the value in the filter comes from');
}

/** Read from the caller in this very function; what a parameter brings may come from elsewhere too. */
function isCallersOwn(link: Linking, value: FileValue, depth: number): boolean {
  const fact = factOf(value);
  if (fact.kind === 'member') return isCallerMember(link, value) && !isInClientsWords(value);
  const definitions = fact.kind === 'reference' && depth < 3 ? link.definitionsAt(value.file, value.id) : [];
  return definitions.length > 0 && definitions.every((definition) => isCallersOwn(link, indexed(definition), depth + 1));
}

/** `req.body.user`: under what a client has written. */
function isInClientsWords(value: FileValue): boolean {
  const fact = factOf(value);
  return fact.kind === 'member' && (/^(?:params|query|body|input|args|payload|searchParams)$/.test(fact.name ?? '') || isInClientsWords(sibling(value, fact.object)));
}

/** `body.user.id`: a client's word for who somebody is. */
function isInMessage(link: Linking, value: FileValue): boolean {
  return link.trace(value, { sink: 'origin' }).origins.some((origin) => origin.kind === 'request' && /body|quer|param|form|argument/i.test(origin.detail));
}

function isFromClient(link: Linking, value: FileValue): boolean {
  return link.trace(value, { sink: 'origin' }).origins.some((origin) => isOutside(link, origin));
}

function isReadBefore(link: Linking, { origins }: Trace): boolean {
  return origins.some((origin) => origin.kind === 'datastore') && !origins.some((origin) => isOutside(link, origin));
}

function isOutside(link: Linking, origin: Trace['origins'][number]): boolean {
  return origin.kind === 'request' || comesFromOutside(link, origin.value);
}

/** A parameter that a framework fills in, or whoever imports the function; not that of a function nobody calls. */
function comesFromOutside(link: Linking, value: ValueRef): boolean {
  const fact = factOf(value);
  if (fact.kind !== 'parameter') return false;
  const { file } = indexed(value);
  const declaration = file.facts.functions[fact.function];
  if (declaration === undefined) return false;
  if (declaration.parameters.some((parameter) => parameter.decorators.length > 0)) return true;
  // A decorated method that answers no route is a hook of a model or a scheduled job: its framework calls it with what the program did.
  if (declaration.decorators.length > 0) return link.routes.some(({ handler }) => handler?.file === file && handler.id === fact.function);
  return link.usesOf({ file, id: fact.function }).length > 0 || isExportedByName(file, file.valueOfFunction(fact.function));
}

function isExportedByName(file: IndexedFile, value: number): boolean {
  const bindings = file.bindingsWrittenWith(value);
  return file.facts.exports.some((fact) => fact.kind === 'value' && fact.name !== '=' && (fact.value === value || bindings.includes(fact.binding)));
}

/** `workspace.defaultProgramId`, `programOf(workspace)`: read from the tenant itself, or asked of something that is given it. */
function belongsToTenant(link: Linking, value: FileValue, isKey: IsKey, depth: number): boolean {
  if (depth > 6) return false;
  const fact = factOf(value);
  const next = (id: number) => belongsToTenant(link, sibling(value, id), isKey, depth + 1);
  switch (fact.kind) {
    case 'reference':
      return (depth > 0 && isKey(fact.name)) || link.definitionsAt(value.file, value.id).slice(0, 4).some((definition) => belongsToTenant(link, indexed(definition), isKey, depth + 1));
    case 'member':
      return (depth > 0 && fact.name !== null && isKey(fact.name)) || next(fact.object);
    case 'call':
      return fact.args.some(next) || next(fact.callee);
    case 'object':
      return fact.properties.some((property) => next(property.value));
    case 'await':
    case 'cast':
      return next(fact.operand);
    default:
      return false;
  }
}

function unknown(reason: string): Control {
  return { filtered: 'unknown', reason, evidence: [] };
}

/** `req.user.id`, `session.userId`: from who is calling, unless that was read from a token nobody verified. */
export function isCallerValue(link: Linking, value: FileValue): boolean {
  return [value, ...link.sourcesOf(value).map(indexed)].slice(0, 12).some((source) => isCallerMember(link, source) || convertedFrom(source).some((inner) => isCallerMember(link, inner)));
}

function isCallerMember(link: Linking, value: FileValue): boolean {
  const fact = factOf(value);
  if (fact.kind !== 'member') return false;
  const object = sibling(value, fact.object);
  if (factOf(object).kind === 'reference' && isRequestItself(object)) return fact.name !== null && isSetOnRequest(link, fact.name, (written) => isInClientsWords(written) || isUnverified(link, written));
  return isCaller(object, 0) && !isRequestItself(object) && !isUnverified(link, object);
}

/** `req.params.id`, `ctx.query.id` are the client's words, not who it is. */
function isRequestItself(object: ValueRef): boolean {
  const fact = factOf(object);
  if (fact.kind === 'reference') return /^(?:req|request|ctx|context|c)$/i.test(fact.name);
  return fact.kind === 'member' && (fact.name === null || /^(?:params|query|body|headers|cookies|input|args|nextUrl|searchParams)$/.test(fact.name) || isRequestItself(sibling(object, fact.object)) && !/^(?:user|session|auth|state|locals|apiKey|claims|principal)$/i.test(fact.name));
}

/** Read from a token that nobody verified. */
export function isUnverified(link: Linking, value: ValueRef): boolean {
  const fact = factOf(value);
  const objects = fact.kind === 'member' ? [value, sibling(value, fact.object)] : [value];
  return objects.some((object) => link.sourcesOf(object).some((source) => link.rolesAt(source).some((site) => site.role === 'jwt.decode')));
}

function isConstant(link: Linking, value: FileValue): boolean {
  return link.constants(value) !== null;
}
