/** Schemas that a route declares for its request, checked before the handler runs. */
import type { ChainLink, FunctionRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import type { Judge } from './conditions.js';
import { provenByJsonSchema } from './json-schemas.js';
import { type Protection, intersection } from './protection.js';
import { provenBySchema } from './schemas.js';

/** What a JSON schema calls the parts of a request. */
export const JSON_SCHEMA_PARTS: Record<string, readonly string[]> = { query: ['querystring', 'query'], body: ['body'], params: ['params'], headers: ['headers'] };

/**
 * What one link of a route's chain proves of a part of the request.
 *
 * @param path `query`, `body` …, and the properties read from it
 * @param asked whether somebody asks for the outcome of checks that refuse nothing themselves
 */
export function provenByRouteSchema(link: Linking, chainLink: ChainLink, path: readonly string[], judge: Judge, asked: () => boolean): Protection | null {
  const [part, ...fields] = path;
  if (part === undefined || fields.length === 0) return null;
  const value = indexed(chainLink.value);
  if (chainLink.kind === 'schema') {
    // `{ querystring: { type: 'object', properties: { id: { type: 'integer' } } } }`.
    const proofs = (JSON_SCHEMA_PARTS[part] ?? []).map((name) => provenByJsonSchema(link, value, [name], fields));
    const named = () => (JSON_SCHEMA_PARTS[part] ?? [part]).map((name) => provenByNamedPart(link, value, name, fields, judge)).find((proof) => proof !== null);
    return proofs.find((proof) => proof !== null) ?? named() ?? null;
  }
  const made = libraryCallOf(link, value);
  if (made === null) return null;
  const site = link.rolesAt(made).find((each) => each.role === 'schema.middleware');
  const schema = site === undefined ? null : link.argument(site, part);
  if (schema !== null) return provenBySchema(link, schema, fields, judge);
  const proven = provenByFieldChain(link, made, part, fields, judge);
  return proven !== null && asked() ? proven : null;
}

/** The library's call that made the middleware, in place or under a name (`const validate = celebrate({ … })`); `makerOf` tells the program's own makers. */
function libraryCallOf(link: Linking, middleware: FileValue): FileValue | null {
  if (factOf(middleware).kind === 'call') return middleware;
  const [source, ...others] = link.sourcesOf(middleware).map(indexed);
  return source !== undefined && others.length === 0 && factOf(source).kind === 'call' ? source : null;
}

/** `validate: { payload: Joi.object({ … }) }`: a schema of a library, or a table of fields, under the name of the part. */
function provenByNamedPart(link: Linking, value: FileValue, part: string, fields: readonly string[], judge: Judge): Protection | null {
  const found = link.property(value, [part]);
  if (found.kind !== 'found' || found.partial) return null;
  return found.values.map((schema) => provenBySchema(link, schema, fields, judge)).reduce(intersection);
}

/** `query('id').isInt()`, whose outcome somebody asks for: `validationResult(req)`. */
export function provenByFieldChain(link: Linking, value: FileValue, part: string, fields: readonly string[], judge: Judge): Protection | null {
  let root = value;
  for (let step = 0; step < 20; step += 1) {
    const fact = factOf(root);
    const callee = fact.kind === 'call' ? factOf(sibling(root, fact.callee)) : null;
    if (fact.kind !== 'call' || callee?.kind !== 'member' || factOf(sibling(root, callee.object)).kind !== 'call') break;
    root = sibling(root, callee.object);
  }
  const site = link.rolesAt(root).find((each) => each.role === 'schema.field');
  const name = site === undefined ? null : link.argument(site, 'name');
  if (site === undefined || name === null) return null;
  const parts = String(site.entry.attributes['parts']).split(' ');
  const names = link.constants(name);
  if (!parts.includes(part) || names?.length !== 1 || names[0] !== fields.join('.')) return null;
  return provenBySchema(link, value, [], judge);
}

/**
 * Does a function of a route's chain, or one that it calls, ask for the outcome of the checks before it (`validationResult(req)`)? What
 * cannot be looked into may.
 */
export function asksForOutcome(link: Linking, chain: readonly ChainLink[], handler: FunctionRef): boolean {
  const sites = link.sitesOf('schema.result');
  if (sites.length === 0) return false;
  const standsIn = ({ file, id }: FunctionRef, depth: number): boolean => {
    const { start, end } = file.facts.functions[id]!;
    const { values, calls } = file.facts;
    if (sites.some((site) => site.value.file === file && values[site.value.id]!.start >= start && values[site.value.id]!.end <= end)) return true;
    if (depth > 1) return false;
    return calls.some((call) => values[call]!.start >= start && values[call]!.end <= end && link.callees({ file, id: call } as FileValue).some((callee) => standsIn(callee, depth + 1)));
  };
  if (standsIn(handler, 0)) return true;
  return chain.some(({ kind, entities, value }) => {
    if (kind === 'schema' || link.rolesAt(value).some((site) => site.role === 'schema.type' || site.role === 'schema.field')) return false;
    const functions = entities.flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []));
    return functions.length === 0 ? entities.some((entity) => entity.kind === 'unknown') : functions.some((ref) => standsIn(ref, 0));
  });
}
