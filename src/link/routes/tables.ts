/**
 * Calls that are given a list of things to register: `server.route([{ method, path, handler }, …])`, also put together in other
 * files. Each row is read as if the call were given it alone; models say so by the argument `table`.
 */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { autoloaded } from './autoloaded.js';
import { type Context, follow, standIn, wholeModule } from './context.js';

const MAXIMUM_DEPTH = 12;
const MAXIMUM_ROWS = 2_000;
/** Methods that give a part of a list, or the same in another order. */
export const SAME_ROWS: ReadonlySet<string> = new Set(['filter', 'flat', 'sort', 'toSorted', 'reverse', 'slice', 'concat']);

/** The call itself, or one site for each row of its table. */
export function rowsOf(link: Linking, site: RoleSite, context: Context): RoleSite[] {
  const table = link.argument(site, 'table');
  if (table === null) return (site.role === 'http.plugin.register' && site.given === undefined ? autoloaded(link, site) : null) ?? [site];
  const rows = new Map<number, FileValue>();
  collect(link, standIn(link, indexed(table), context), 0, rows);
  return [...rows.values()].map((row) => ({ ...site, given: [row] }));
}

/** Where a registration is written: the row of a table, or the call. */
export function placeOf(site: RoleSite): FileValue {
  return indexed(site.given?.[0] ?? site.value);
}

function collect(link: Linking, value: FileValue, depth: number, rows: Map<number, FileValue>): void {
  if (depth > MAXIMUM_DEPTH || rows.size >= MAXIMUM_ROWS) return;
  const next = (inner: ValueRef) => collect(link, indexed(inner), depth + 1, rows);
  const fact = factOf(value);
  if (fact.kind === 'array') return fact.elements.forEach((element) => next(sibling(value, element)));
  if (fact.kind === 'spread') return next(sibling(value, fact.operand));
  if (fact.kind === 'object' || fact.kind === 'function') return void rows.set(keyOf(value), value);
  if (fact.kind === 'module') {
    const whole = wholeModule(link, value);
    if (whole.length > 0) return whole.forEach(next);
  }
  if (fact.kind === 'call') {
    const lists = listsOfCall(link, value);
    if (lists !== null) return lists.forEach(next);
  }
  const sources = link.sourcesOf(value).filter((source) => keyOf(source) !== keyOf(value));
  if (sources.length > 0) return sources.forEach(next);
  // Something of a library, a namespace: a row by itself.
  if (fact.kind !== 'parameter' && fact.kind !== 'literal') rows.set(keyOf(value), value);
}

/** What `list.filter(…)`, `a.concat(b)`, `Object.values(table)`, `enabled(list)` take their rows from; null for any other call. */
function listsOfCall(link: Linking, call: FileValue): FileValue[] | null {
  const fact = factOf(call);
  if (fact.kind !== 'call') return null;
  const callee = factOf(sibling(call, fact.callee));
  const args = fact.args.map((argument) => sibling(call, argument));
  if (callee.kind === 'reference') {
    // A function that is not in sight and is given a list: it gives some of its rows, as far as one can tell.
    const isFilter = link.callees(call).length === 0 && args[0] !== undefined && link.sourcesOf(args[0]).some((source) => factOf(source).kind === 'array');
    return isFilter ? args.slice(0, 1) : null;
  }
  if (callee.kind !== 'member' || callee.name === null) return null;
  if (SAME_ROWS.has(callee.name)) return [sibling(call, callee.object), ...(callee.name === 'concat' ? args : [])];
  if (callee.name !== 'values' || args[0] === undefined) return null;
  return follow(link, args[0], []).flatMap((object) => {
    const held = factOf(object);
    return held.kind === 'object' ? held.properties.map((property) => sibling(object, property.value)) : [];
  });
}
