/**
 * Arguments of a remote call that schemas let through before the handler has them: `procedure.input(schema).query(({ input }) => …)`,
 * `zValidator('json', schema)` with `c.req.valid('json')`.
 */
import type { FunctionRef, RoleSite, ValueRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { importedValues } from '../../resolve/reference.js';
import { factOf } from '../../value-graph.js';
import type { Judge } from './conditions.js';
import { provenByDeclaredArguments } from './graphql-arguments.js';
import { chainsAt } from './middleware.js';
import { type Protection, intersection, union } from './protection.js';
import { provenBySchema } from './schemas.js';

const MAXIMUM_STEPS = 30;

/**
 * What schemas prove of checked input. Its role says by the attribute `checked` where they are: `chain` (the calls before the one that
 * is given the handler), `route` (what runs before the handler, for the part of the request that the call names), `declared` (beside the handler).
 *
 * @param site the reading of the input
 * @param path the properties read from it, outermost first
 */
export function provenByInput(link: Linking, site: RoleSite, path: readonly string[], judge: Judge): Protection | null {
  const checked = site.entry.attributes['checked'];
  const handler = checked === undefined ? null : handlerAround(link, indexed(site.value));
  if (handler === null) return null;
  if (checked === 'declared') return provenByDeclaredArguments(link, handler, path);
  if (checked === 'route') return provenByRoute(link, site, handler, path, judge);
  const uses = link.usesOf(handler).filter((use) => use.kind === 'argument');
  if (uses.length === 0) return null;
  return uses.map((use) => provenByChain(link, indexed(use.call), path, judge)).reduce(intersection);
}

/** The function of whose parameters the value is a part. */
function handlerAround(link: Linking, value: FileValue): FunctionRef | null {
  let current = value;
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const fact = factOf(current);
    if (fact.kind === 'parameter') return { file: current.file, id: fact.function };
    const next = fact.kind === 'reference' ? onlyDefinition(link, current) : inner(current);
    if (next === null) return null;
    current = next;
  }
  return null;
}

function inner(value: FileValue): FileValue | null {
  const fact = factOf(value);
  if (fact.kind === 'member') return sibling(value, fact.object);
  if (fact.kind === 'call') return sibling(value, fact.callee);
  if (fact.kind === 'cast' || fact.kind === 'await') return sibling(value, fact.operand);
  return fact.kind === 'logical' && fact.operator === 'default' ? sibling(value, fact.left) : null;
}

function onlyDefinition(link: Linking, reference: FileValue): FileValue | null {
  const fact = factOf(reference);
  if (fact.kind !== 'reference') return null;
  const isImport = reference.file.facts.bindings[fact.binding]?.kind === 'import';
  const definitions = isImport ? importedValues(link, reference.file, fact.binding) : link.definitionsAt(reference.file, reference.id);
  return definitions.length === 1 ? indexed(definitions[0]!) : null;
}

/** All schemas of a chain of calls hold: each adds to what those before it have let through. */
function provenByChain(link: Linking, call: FileValue, path: readonly string[], judge: Judge): Protection | null {
  let result: Protection | null = null;
  let current: FileValue | null = call;
  for (let step = 0; current !== null && step < MAXIMUM_STEPS; step += 1) {
    const fact = factOf(current);
    const site = fact.kind === 'call' ? link.rolesAt(current).find((each) => each.role === 'schema.input') : undefined;
    const schema = site === undefined ? null : link.argument(site, 'schema');
    if (schema !== null) result = union(result, provenBySchema(link, schema, path, judge));
    current = fact.kind === 'reference' ? onlyDefinition(link, current) : inner(current);
  }
  return result;
}

function provenByRoute(link: Linking, read: RoleSite, handler: FunctionRef, path: readonly string[], judge: Judge): Protection | null {
  const part = partOf(link, read);
  const chains = part === null ? [] : chainsAt(link, handler);
  if (chains.length === 0) return null;
  const proven = chains.map((chain) =>
    chain
      .flatMap((each) => (each.kind === 'schema' ? declaredFor(link, each.value, part!) : schemasOf(link, each.value, part!)))
      .map((schema) => provenBySchema(link, schema, path, judge))
      .reduce<Protection | null>(union, null),
  );
  return proven.reduce(intersection);
}

/** Of a validator that stands in the chain. */
function schemasOf(link: Linking, value: ValueRef, part: string): ValueRef[] {
  const sites = link.rolesAt(value).filter((site) => site.role === 'schema.middleware' && partOf(link, site) === part);
  return sites.flatMap((site) => link.argument(site, 'schema') ?? []);
}

/** Where the `request` of `createRoute({ request })` has the schema of what `c.req.valid(part)` gives (@hono/zod-openapi 1.6.3, dist/index.mjs). */
const DECLARED_AT: Readonly<Record<string, readonly (readonly string[])[]>> = {
  query: [['query']],
  param: [['params']],
  header: [['headers']],
  cookie: [['cookies']],
  json: [['body', 'content', 'application/json', 'schema']],
  form: [['body', 'content', 'multipart/form-data', 'schema'], ['body', 'content', 'application/x-www-form-urlencoded', 'schema']],
};

function declaredFor(link: Linking, request: ValueRef, part: string): ValueRef[] {
  const found = (DECLARED_AT[part] ?? []).map((path) => link.property(request, path));
  return found.flatMap((each) => (each.kind === 'found' && !each.partial && each.values.length === 1 ? [...each.values] : []));
}

function partOf(link: Linking, site: RoleSite): string | null {
  const part = link.argument(site, 'part');
  const constants = part === null ? null : link.constants(part);
  return constants?.length === 1 && typeof constants[0] === 'string' ? constants[0] : null;
}
