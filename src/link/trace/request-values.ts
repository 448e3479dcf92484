/**
 * What shape request data can have. In the filter of a document store an object is what does harm (`{ "$ne": null }`), so data that
 * can only be text is harmless there. Bodies and messages are JSON, and some frameworks nest what stands in a query (`?name[$ne]=`); everything
 * else that a client sends arrives as text.
 */
import type { RoleSite } from '../../contracts/program.js';
import type { Sink } from '../../contracts/sinks.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { Visit } from './visit.js';

/** Request data that is parsed into values of any shape, unless its model says `values: text`. */
const STRUCTURED: ReadonlySet<string> = new Set(['request.query', 'request.body', 'request.arguments', 'request.message']);

/**
 * Is what is read there a text (or a list of texts)? The whole query is none: a client chooses its property names.
 *
 * @param path the properties still to be read from the value, outermost first.
 */
export function holdsOnlyText(site: RoleSite, path: readonly string[]): boolean {
  if (!STRUCTURED.has(site.role)) return true;
  // Of a server that is only known by the shape of its handlers: most (Fastify, Koa, Next, Express 5) leave a query flat.
  if (site.role === 'request.query' && site.confidence !== 'high') return path.length > 0;
  if (site.entry.attributes['values'] !== 'text') return false;
  if (path.length > 0 || site.role !== 'request.query') return true;
  // `c.req.query('name')` gives one value, `c.req.query()` all of them.
  const fact = factOf(indexed(site.value));
  return fact.kind === 'call' && fact.args.length > 0;
}

/** What a client may have chosen, but another service or the maker of a file handed on. */
const INDIRECT: ReadonlySet<string> = new Set(['request.message', 'request.archive']);

/** The end of the walk at such data is less sure than at what a client sends himself. */
export function throughOthers(visit: Visit, role: string): Visit {
  return INDIRECT.has(role) ? { ...visit, lossy: true } : visit;
}

const DECODERS: ReadonlySet<string> = new Set(['global:decodeURIComponent', 'global:decodeURI', 'global:unescape']);

/**
 * `JSON.parse(text)`: a text in which a client may have written an object of operators. `decodeURIComponent(name)`: one in which a slash
 * may have stood encoded. What kept such things out before is no help then.
 */
export function parsesText(link: Linking, ref: FileValue, sink: Sink): boolean {
  if (sink !== 'nosql' && sink !== 'path' && sink !== 'redirect') return false;
  const fact = factOf(ref);
  if (fact.kind !== 'call' || fact.isNew) return false;
  const paths = link.apiPaths(sibling(ref, fact.callee));
  return sink === 'nosql' ? paths.includes('global:JSON.parse') : paths.some((path) => DECODERS.has(path));
}

/** Is it request data, or an object that the program has put together, and not the request that data is read from? */
export function isDataItself(link: Linking, value: FileValue): boolean {
  return link.rolesAt(value).some(({ role }) => role.startsWith('request.')) || isMadeOfObjects(link, value);
}

function isMadeOfObjects(link: Linking, value: FileValue): boolean {
  return link.resolve(value).some(({ kind }) => kind === 'object') && !link.rolesAt(value).some(({ role }) => role === 'server.request');
}
