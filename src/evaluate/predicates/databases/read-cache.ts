/**
 * `reads.many`: do many routes read a database? `reads.cached`: does the code keep what it read: calls of what is named a cache, reads of a
 * store of keys, headers by which others keep an answer?
 */
import type { LinkedFile, Program } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import { functionAround } from '../../reach/reach.js';
import { wayFromRoute } from '../../reach/request-reach.js';
import type { Predicate } from '../index.js';

/** Fewer routes are served by any database. */
const FEWEST_ROUTES = 10;

export const manyReads: Predicate = (_site, _operand, { program }) => {
  const routes = new Map<string, { location: ReturnType<typeof program.location>; text: string }>();
  for (const { operation, confidence, value, kind } of program.queries) {
    if (operation !== 'read' || confidence === 'low' || (kind !== 'orm' && kind !== 'sql')) continue;
    const way = wayFromRoute(program, functionAround(value));
    const route = way?.[0];
    if (route !== undefined) routes.set(`${route.location.path}:${route.location.line}`, route);
  }
  if (routes.size < FEWEST_ROUTES) return NO;
  return yes({ values: { value: String(routes.size) }, related: [...routes.values()].slice(0, 3) });
};

const CACHED = /(?:^|[a-z_.])(?:cached?|memoi[sz]ed?|revalidate(?:Tag|Path)?)(?:$|[A-Z_.])|^unstable_cache$/i;
/** A store of keys from which a text is read. Queues and limiters use such stores by other calls. */
const STORE = /(?:redis|valkey|\bkv|memcached|keyv)[\w.]*\.(?:get|mget|hget|hgetall|getex|getBuffer|json\.get)$/i;
const HEADER_CALL = /\.(?:set|header|setHeader|append)$/;
const HEADER = /^(?:cache-control|surrogate-control|cdn-cache-control|etag|expires)$/i;

export const cachedReads: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  const parts = new Set([...program.queries, ...program.routes].map(({ value }) => partOf(value.file.facts.path)));
  for (const file of evaluation.files) {
    if (!parts.has(partOf(file.facts.path)) || /\.[jt]sx$/.test(file.facts.path)) continue;
    const found = cachesIn(file, program);
    if (found !== null) return yes({ reason: 'what was read is kept', confidence: 'medium', related: [{ location: program.location({ file, id: found }), text: 'keeps what was read' }] });
  }
  return NO;
};

/** Where a part of the repository begins: `server`, `apps/web`. What a front end keeps in another part spares the database nothing that others read. */
function partOf(path: string): string {
  const directories = path.split('/').slice(0, -1);
  return directories.slice(0, /^(?:apps|packages|libs|services|modules)$/.test(directories[0] ?? '') ? 2 : 1).join('/');
}

/** The first call or object of a file that keeps what was read, or null. */
export function cachesIn(file: LinkedFile, program: Program): number | null {
  const { values, calls } = file.facts;
  for (const id of calls) {
    const call = values[id]!;
    if (call.kind !== 'call') continue;
    const callee = program.describe({ file, id: call.callee });
    if (CACHED.test(callee) || STORE.test(callee) || (HEADER_CALL.test(callee) && isKept(values[call.args[0] ?? -1], values[call.args[1] ?? -1]))) return id;
  }
  const header = values.findIndex((fact) => fact.kind === 'object' && fact.properties.some(({ name, value }) => name !== null && HEADER.test(name) && !forbids(values[value])));
  return header < 0 ? null : header;
}

function isKept(name: LinkedFile['facts']['values'][number] | undefined, value: LinkedFile['facts']['values'][number] | undefined): boolean {
  return name?.kind === 'literal' && typeof name.value === 'string' && HEADER.test(name.value) && !forbids(value);
}

function forbids(value: LinkedFile['facts']['values'][number] | undefined): boolean {
  return value?.kind === 'literal' && typeof value.value === 'string' && /no-store|no-cache|max-age=0/.test(value.value);
}
