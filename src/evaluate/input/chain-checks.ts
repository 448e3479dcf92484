/** What the middleware, hooks and schemas before a handler make sure of. */
import type { ChainLink, FunctionRef, Program, RoleSite, Route, ValueRef } from '../../contracts/program.js';
import { entryPoints, isOperation } from '../entry-points.js';
import { functionsOfEntity, keyOf, reachedFunctions, usesInFunctions } from '../reach/reach.js';
import { INPUT_ROLES, partOf } from './input-uses.js';
import type { InputPart } from './input-uses.js';
import { InputWalk } from './input-walk.js';
import { isThrowing } from './readers.js';
import { schemaCheckAt } from './schema-checks.js';

/** A part of the input that is checked before the handler runs; `part: null` for all parts. */
export interface Checked {
  part: InputPart | null;
  path: readonly string[];
  by: ValueRef;
}

export interface ChainChecks {
  checked: readonly Checked[];
  /** Something that is called like a check and could not be followed. */
  open: readonly ValueRef[];
}

const DEPTH = 2;
const CHECK_NAME = /valid|schema/i;
/** How the parts of a request are called in schemas of routes and in the arguments of middleware. */
const PART_NAMES: Readonly<Record<string, InputPart>> = { body: 'body', json: 'body', payload: 'body', query: 'query', querystring: 'query', form: 'form' };
const REQUEST_NAME = /^_?(?:req|request|ctx|context|c)$/;

export function chainChecks(route: Route, program: Program): ChainChecks {
  const checked: Checked[] = [];
  const open: ValueRef[] = [];
  for (const link of route.chain) {
    // What schemas make sure of the arguments of an operation is told where those are read.
    if (link.kind === 'error-handler' || (link.kind === 'schema' && isOperation(route))) continue;
    const found = linkChecks(link, program);
    checked.push(...found);
    if (found.length === 0 && isOpen(link, program)) open.push(link.value);
  }
  return { checked, open };
}

/** It may check more than could be told: a schema that could not be read, something that is called like a check. */
function isOpen(link: ChainLink, program: Program): boolean {
  if (link.kind === 'schema') return Object.keys(PART_NAMES).some((name) => program.property(link.value, [name]).kind === 'unknown');
  // What the whole application goes through knows the input of no route.
  return link.level !== 'application' && CHECK_NAME.test(program.describe(link.value));
}

function linkChecks(link: ChainLink, program: Program): Checked[] {
  if (link.kind === 'schema') return bySchemaOfRoute(link.value, program);
  if (link.kind === 'pipe') return [];
  const written = writtenIn(link.value, program).flatMap((site) => byRole(site, link.value, program));
  return [...written, ...link.entities.flatMap((entity) => byFunctions(functionsOfEntity(program, entity), link.value, program))];
}

/** `{ body: { type: 'object', … } }`. */
function bySchemaOfRoute(schema: ValueRef, program: Program): Checked[] {
  return Object.entries(PART_NAMES).flatMap(([name, part]) => (program.property(schema, [name]).kind === 'found' ? [{ part, path: [], by: schema }] : []));
}

/** Roles of the calls that a link is written with, or that the variable it names holds: `[body('email').isEmail(), …]`. */
function writtenIn(link: ValueRef, program: Program): RoleSite[] {
  return [link, ...program.sourcesOf(link)].flatMap((value) => {
    const { start, end } = program.fact(value);
    const { facts } = value.file;
    const inside = facts.calls.filter((id) => facts.values[id]!.start >= start && facts.values[id]!.end <= end);
    return inside.flatMap((id) => program.rolesAt({ file: value.file, id }));
  });
}

function byRole(site: RoleSite, by: ValueRef, program: Program): Checked[] {
  if (site.role === 'schema.field') return byField(site, by, program);
  if (site.role !== 'schema.middleware') return [];
  const given = Object.entries(PART_NAMES).flatMap(([name, part]) => (program.argument(site, name) === null ? [] : [{ part, path: [], by }]));
  if (given.length > 0 || program.argument(site, 'params') !== null || program.argument(site, 'headers') !== null) return given;
  const named = program.argument(site, 'part');
  const part = named === null ? null : (program.constants(named)?.[0] ?? null);
  return part === null ? [{ part: null, path: [], by }] : PART_NAMES[String(part)] === undefined ? [] : [{ part: PART_NAMES[String(part)]!, path: [], by }];
}

/** A chain of checks of one field refuses nothing by itself: somebody must ask for the outcome. */
function byField(site: RoleSite, by: ValueRef, program: Program): Checked[] {
  if (program.sitesOf('schema.result').length === 0) return [];
  const name = program.argument(site, 'name');
  const names = name === null ? null : fieldNames(name, program);
  const parts = String(site.entry.attributes['parts']).split(' ').flatMap((part) => PART_NAMES[part] ?? []);
  return parts.flatMap((part) => (names ?? ['']).map((each) => ({ part, path: each === '' ? [] : each.split('.'), by })));
}

function fieldNames(value: ValueRef, program: Program): string[] | null {
  const fact = program.fact(value);
  if (fact.kind !== 'array') return program.constants(value)?.map(String) ?? null;
  return fact.elements.flatMap((id) => program.constants({ file: value.file, id })?.map(String) ?? []);
}

const memo = new WeakMap<Program, Map<string, readonly Omit<Checked, 'by'>[]>>();

/** What the functions of a link check by schemas; and by hand, where they answer that the client made a mistake, or throw. */
function byFunctions(functions: readonly FunctionRef[], by: ValueRef, program: Program): Checked[] {
  let known = memo.get(program);
  if (known === undefined) memo.set(program, (known = new Map()));
  return functions.flatMap((ref) => {
    const key = keyOf(ref);
    let checked = known.get(key);
    if (checked === undefined) known.set(key, (checked = checksIn(reachedFunctions(program, [ref], DEPTH).filter((each) => !isOfHandler(each, program)), program)));
    return checked.map((each) => ({ ...each, by }));
  });
}

const handlers = new WeakMap<Program, ReadonlySet<string>>();

/** A wrapper such as `withUser(handler)` runs the handlers of many routes: what one of them checks says nothing of the others. */
function isOfHandler({ file, id }: FunctionRef, program: Program): boolean {
  let known = handlers.get(program);
  if (known === undefined) handlers.set(program, (known = new Set(entryPoints(program).flatMap(({ handler }) => (handler === null ? [] : [keyOf(handler)])))));
  for (let each = id; each > 0; each = file.facts.functions[each]!.parent) if (known.has(keyOf({ file, id: each }))) return true;
  return false;
}

function checksIn(functions: readonly FunctionRef[], program: Program): Omit<Checked, 'by'>[] {
  const walk = new InputWalk(program, functions);
  for (const site of usesInFunctions(program, functions, INPUT_ROLES)) walk.from(partOf(site), site.value);
  const refuses = refusesRequests(functions, program);
  const counted = walk.uses.filter((use) => use.kind === 'schema' || ((use.kind === 'typed' || use.kind === 'presence') && use.path.length > 0 && (refuses || isThrowing(use.at))));
  const bySchema = counted.some((use) => use.kind === 'schema');
  return !bySchema && checksWhole(functions, program) ? [{ part: null, path: [] }] : counted.map(({ part, path }) => ({ part, path }));
}

/** `schema.parse(req[source])`, `schema.validate(pick(req, parts))`: which part is checked is told by its caller. */
function checksWhole(functions: readonly FunctionRef[], program: Program): boolean {
  return usesInFunctions(program, functions, ['schema.parse', 'schema.class.check']).some((site) => {
    const input = schemaCheckAt(site.value, program) === null ? null : program.argument(site, 'input');
    return input !== null && holdsRequest(input, program, 0);
  });
}

/** The request itself, some part of it that is not named, or what was picked from it. */
function holdsRequest(value: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(value);
  const on = (id: number) => id >= 0 && depth < 6 && holdsRequest({ file: value.file, id }, program, depth + 1);
  switch (fact.kind) {
    case 'reference':
      return REQUEST_NAME.test(fact.name) || (value.file.facts.bindings[fact.binding]?.writes ?? []).some((write) => on(write.value));
    case 'member':
      return (fact.name === null || /^req(?:uest)?$/.test(fact.name)) && on(fact.object);
    case 'call':
      return fact.args[0] !== undefined && on(fact.args[0]);
    case 'await':
    case 'cast':
    case 'spread':
      return on(fact.operand);
    case 'object':
      return fact.properties.some((property) => on(property.value));
    default:
      return false;
  }
}

const REFUSALS: ReadonlySet<unknown> = new Set([400, 406, 412, 415, 422]);
/** The same in enumerations of statuses: `StatusCodes.BAD_REQUEST`, `httpStatus.UNPROCESSABLE_ENTITY`, `HttpStatus.BadRequest`. */
const REFUSAL_NAME = /^(?:BAD_?REQUEST|NOT_?ACCEPTABLE|PRECONDITION_?FAILED|UNSUPPORTED_?MEDIA_?TYPE|UNPROCESSABLE_?(?:ENTITY|CONTENT))$/i;

function refusesRequests(functions: readonly FunctionRef[], program: Program): boolean {
  return usesInFunctions(program, functions, ['http.response.status', 'http.exception']).some((site) => {
    const status = program.argument(site, 'status');
    const given = site.entry.attributes['status'] ?? (status === null ? null : program.constants(status)?.[0]);
    return REFUSALS.has(given) || (status !== null && namesRefusal(status, program));
  });
}

function namesRefusal(status: ValueRef, program: Program): boolean {
  const fact = program.fact(status);
  return fact.kind === 'member' && fact.name !== null && REFUSAL_NAME.test(fact.name);
}
