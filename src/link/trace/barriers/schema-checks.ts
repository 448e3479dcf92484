/** Calls that check a value by a schema: a method of the schema or the library, or a function that was made of the schema. */
import type { RoleSite, ValueRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';

/**
 * How a check says no: `throws`; `in-result` (an object that tells); `by-answer` (it answers false).
 */
export type Refusal = 'throws' | 'in-result' | 'by-answer';

export interface SchemaCheck {
  /** `schema.parse`, `schema.class.check`, or the `schema.compile` that made the function. */
  site: RoleSite;
  schema: ValueRef | null;
  input: ValueRef | null;
  refuses: Refusal;
}

/** What a call checks, and by which schema; null for other calls. */
export function schemaCheckAt(link: Linking, call: FileValue): SchemaCheck | null {
  if (factOf(call).kind !== 'call') return null;
  const sites = link.rolesAt(call).filter((each) => each.role === 'schema.parse' || each.role === 'schema.class.check');
  // Of several models that know the call, the one that knows the schema says most.
  const site = sites.find((each) => link.argument(each, 'schema') !== null) ?? sites[0];
  if (site === undefined || link.argument(site, 'schema') === null) {
    const made = madeCheckAt(link, call);
    if (made !== null || site === undefined) return made;
  }
  const refuses = sites.map(refusalOf).find((each) => each === 'by-answer') ?? refusalOf(site);
  return { site, schema: link.argument(site, 'schema'), input: link.argument(site, 'input'), refuses };
}

/** `const isUser = ajv.compile(schema); if (!isUser(req.body)) return`. */
function madeCheckAt(link: Linking, call: FileValue): SchemaCheck | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || fact.isNew || fact.args[0] === undefined) return null;
  const callee = sibling(call, fact.callee);
  if (factOf(callee).kind !== 'reference' && factOf(callee).kind !== 'member' && factOf(callee).kind !== 'call') return null;
  // No schema library in the program, no function made of a schema.
  if (link.sitesOf('schema.compile').length === 0) return null;
  const sources = link.sourcesOf(callee);
  const site = sources.length === 1 ? link.rolesAt(sources[0]!).find((each) => each.role === 'schema.compile') : undefined;
  return site === undefined ? null : { site, schema: link.argument(site, 'schema'), input: sibling(call, fact.args[0]), refuses: refusalOf(site) };
}

function refusalOf(site: RoleSite): Refusal {
  const said = site.entry.attributes['refuses'];
  return said === 'in-result' || said === 'by-answer' ? said : 'throws';
}

/** Where the checked data stand in the result of a check: `result.data`, `result.value`; the rest of the path, or all of it. */
export function pathInInput({ site }: SchemaCheck, path: readonly string[]): readonly string[] {
  const [first] = path;
  const isData = first === 'data' || first === 'value' || first === 'output' || (first !== undefined && first === site.entry.attributes['result']);
  return isData ? path.slice(1) : path;
}

/** The call of a check whose result the value is. */
export function checkBehind(link: Linking, value: ValueRef): { call: FileValue; check: SchemaCheck } | null {
  const sources = link.sourcesOf(value);
  const call = sources.length === 1 ? indexed(sources[0]!) : null;
  const check = call === null ? null : schemaCheckAt(link, call);
  return call === null || check === null ? null : { call, check };
}
