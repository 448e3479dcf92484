/** Schemas that a route declares for its request, checked before the handler runs. */
import type { ChainLink } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import type { Judge } from './conditions.js';
import { provenByJsonSchema } from './json-schemas.js';
import type { Protection } from './protection.js';
import { provenBySchema } from './schemas.js';

/** What a JSON schema calls the parts of a request. */
const JSON_SCHEMA_PARTS: Record<string, readonly string[]> = { query: ['querystring', 'query'], body: ['body'], params: ['params'], headers: ['headers'] };

/**
 * What one link of a route's chain proves of a part of the request.
 *
 * @param path `query`, `body` …, and the properties read from it
 */
export function provenByRouteSchema(link: Linking, chainLink: ChainLink, path: readonly string[], judge: Judge): Protection | null {
  const [part, ...fields] = path;
  if (part === undefined || fields.length === 0) return null;
  const value = indexed(chainLink.value);
  if (chainLink.kind === 'schema') {
    // `{ querystring: { type: 'object', properties: { id: { type: 'integer' } } } }`.
    const proofs = (JSON_SCHEMA_PARTS[part] ?? []).map((name) => provenByJsonSchema(link, value, [name], fields));
    return proofs.find((proof) => proof !== null) ?? null;
  }
  if (factOf(value).kind !== 'call') return null;
  const site = link.rolesAt(value).find((each) => each.role === 'schema.middleware');
  const schema = site === undefined ? null : link.argument(site, part);
  if (schema !== null) return provenBySchema(link, schema, fields, judge);
  return provenByFieldChain(link, value, part, fields, judge);
}

/** `query('id').isInt()`, whose outcome somebody asks for: `validationResult(req)`. */
function provenByFieldChain(link: Linking, value: FileValue, part: string, fields: readonly string[], judge: Judge): Protection | null {
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
  return link.sitesOf('schema.result').length === 0 ? null : provenBySchema(link, value, [], judge);
}
