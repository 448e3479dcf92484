/** The texts that the schemas of a route let through in the body of a request. */
import type { Program, Route, ValueRef } from '../../contracts/program.js';
import { chainChecks } from './chain-checks.js';
import { decoratedInput } from './decorated-input.js';
import { isOperation } from '../entry-points.js';
import { keyOf } from '../file-uses.js';
import { routeInput } from './route-input.js';
import { textFields, textFieldsOfClass } from './schema-fields.js';
import type { TextField } from './schema-fields.js';

const OTHER_PARTS: ReadonlySet<string> = new Set(['query', 'querystring', 'params', 'headers', 'cookies']);
const BODY_PARTS = ['body', 'json', 'form', 'payload'];

const memo = new WeakMap<Route, readonly TextField[]>();

/** Texts of the body and of forms that a schema of the route declares; empty where none could be read. */
export function bodyTexts(route: Route, program: Program): readonly TextField[] {
  let found = memo.get(route);
  if (found === undefined) memo.set(route, (found = find(route, program)));
  return found;
}

function find(route: Route, program: Program): TextField[] {
  const { handler } = route;
  if (handler === null || route.method === 'GET') return [];
  const parsed = routeInput(route, handler, program).uses.filter(({ kind, part }) => kind === 'schema' && part !== 'query' && part !== 'url').flatMap(({ at }) => ofCheck(at, program));
  const before = chainChecks(route, program).checked.filter(({ part }) => part !== 'query').flatMap(({ by }) => ofLink(by, program));
  const classes = decoratedInput(route, handler, program).filter(({ part, path, checked }) => part !== 'query' && path.length === 0 && checked === 'yes');
  const decorated = classes.flatMap(({ parameter, at }) => program.resolve({ file: at.file, id: parameter.value })).flatMap((entity) => (entity.kind === 'instance' ? textFieldsOfClass(entity.ref, program) : []));
  const ofInput = isOperation(route) ? route.chain.filter(({ kind }) => kind === 'schema').flatMap(({ value }) => textFields(value, program)) : [];
  const all = [...parsed, ...before, ...ofInput, ...ofNamedParts(route, program), ...decorated].filter(({ path }) => !OTHER_PARTS.has(path[0] ?? ''));
  return [...new Map(all.map((field) => [`${keyOf(field.at)} ${field.path.join('.')}`, field])).values()];
}

/** `schema.parse(body)`, `isTicket(body)` where that was made of a schema. */
function ofCheck(at: ValueRef, program: Program): TextField[] {
  const sites = program.rolesAt(at).filter((site) => site.role === 'schema.parse' || site.role === 'schema.class.check');
  if (sites.some((site) => isMadeHere(program.argument(site, 'input'), program))) return [];
  const named = sites.flatMap((site) => program.argumentList(site, 'schema')).filter((schema) => isOne(schema, program));
  const fact = program.fact(at);
  const made = fact.kind === 'call' && named.length === 0 ? program.sourcesOf({ file: at.file, id: fact.callee }).flatMap((source) => program.rolesAt(source)).filter((site) => site.role === 'schema.compile').flatMap((site) => program.argumentList(site, 'schema')) : [];
  return [...named, ...made].flatMap((schema) => textFields(schema, program));
}

/** What is checked was put together by the program, as the message to somebody else is: a client chose values in it and no more. */
function isMadeHere(input: ValueRef | null, program: Program): boolean {
  return input !== null && program.sourcesOf(input).some((source) => program.fact(source).kind === 'object' && isOfProgram(source, program, 0));
}

const MAXIMUM_NESTING = 4;

/** Nothing in some part of it comes from the request, and that part is no constant. */
function isOfProgram(value: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(value);
  if (fact.kind === 'object' && depth < MAXIMUM_NESTING) {
    return fact.properties.every((property) => property.kind !== 'spread') && fact.properties.some((property) => isOfProgram({ file: value.file, id: property.value }, program, depth + 1));
  }
  const { origins } = program.trace(value, { sink: 'origin' });
  return origins.every(({ kind, lossy }) => kind !== 'request' || lossy) && origins.some(({ kind }) => kind !== 'constant');
}

/** A wrapper of many routes is given the schema of each: which one it is here is told by its caller alone. */
function isOne(schema: ValueRef, program: Program): boolean {
  const sources = program.sourcesOf(schema);
  return sources.length <= 1 || sources.every((source) => source.file === schema.file);
}

/** A middleware of a library, the schema of a route, or a function of the program that is given one: `validate(schema)`. */
function ofLink(link: ValueRef, program: Program): TextField[] {
  const values = program.fact(link).kind === 'call' ? [link] : program.sourcesOf(link);
  return values.flatMap((value) => {
    const fact = program.fact(value);
    if (fact.kind === 'array') return fact.elements.flatMap((id) => ofLink({ file: value.file, id }, program));
    if (fact.kind === 'object') return ofParts(value, program) ?? [];
    if (fact.kind !== 'call') return [];
    const sites = program.rolesAt(value).filter((site) => site.role === 'schema.middleware');
    const parts = sites.flatMap((site) => BODY_PARTS.flatMap((name) => program.argumentList(site, name)));
    if (parts.length > 0) return parts.flatMap((schema) => textFields(schema, program));
    // A chain of checks of one field is such a schema itself.
    const own = sites.length > 0 ? [] : textFields(value, program);
    return own.length > 0 ? own : fact.args.flatMap((id) => { const given: ValueRef = { file: value.file, id }; return ofParts(given, program) ?? textFields(given, program); });
  });
}

/** `zValidator('json', schema)`: the handler asks for what it let through by the name of the part. */
function ofNamedParts({ chain }: Route, program: Program): TextField[] {
  const sites = chain.flatMap((link) => program.rolesAt(link.value)).filter((site) => site.role === 'schema.middleware');
  return sites.flatMap((site) => {
    const part = program.argument(site, 'part');
    const names = part === null ? [] : (program.constants(part) ?? []);
    return names.some((name) => BODY_PARTS.includes(String(name))) ? program.argumentList(site, 'schema').flatMap((schema) => textFields(schema, program)) : [];
  });
}

/** `{ body: schema, query: … }`: the parts that are a body; null for other values. */
function ofParts(value: ValueRef, program: Program): TextField[] | null {
  const parts = program.sourcesOf(value).flatMap((source) => {
    const fact = program.fact(source);
    return fact.kind === 'object' ? fact.properties.map((property) => ({ name: property.name ?? '', value: { file: source.file, id: property.value } })) : [];
  });
  if (!parts.some(({ name }) => BODY_PARTS.includes(name) || OTHER_PARTS.has(name))) return null;
  return parts.filter(({ name }) => BODY_PARTS.includes(name)).flatMap((part) => textFields(part.value, program));
}
