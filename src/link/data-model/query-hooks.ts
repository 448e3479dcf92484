/** Hooks of a schema's queries: which of them run before a query, whether they narrow it by a tenant key, and for which schema they are. */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { type IsKey, namesKey, textMentions } from './key-names.js';

const QUERY_HOOK = /^(?:find|count|estimatedDocumentCount|update|delete|remove|distinct|aggregate|replaceOne)/;
const MAXIMUM_CLIMB = 8;

/** Does the hook run before documents are saved, and before no query? A hook whose name is computed may run before queries. */
export function runsBeforeSaving(link: Linking, hook: ValueRef): boolean {
  const names = link.constants(hook);
  return names !== null && names.every((name) => typeof name === 'string' && !QUERY_HOOK.test(name));
}

/** Does the function put a tenant key on the query: `this.where({ tenantId })`, `this.pipeline().unshift(…)`, `filter.tenantId = …`? */
export function narrowsQuery({ file, id }: FileValue, isKey: IsKey): boolean {
  const fact = factOf({ file, id });
  if (fact.kind !== 'function') return false;
  const { start, end } = file.facts.functions[fact.function]!;
  const assigns = file.facts.memberWrites.some(({ object, name, at }) => at >= start && at < end && name !== null && namesKey(name, isKey) && factOf({ file, id: object }).kind !== 'this');
  return assigns || file.facts.calls.some((call) => {
    const made = factOf({ file, id: call });
    return made.kind === 'call' && made.start >= start && made.end <= end && isOnQuery({ file, id: made.callee }, 0) && made.args.some((argument) => namesKeyWithin({ file, id: argument }, isKey));
  });
}

/** A method of `this`, or of what one of its methods gives; not of what it asks for (`this.model`), which makes other queries. */
function isOnQuery(value: FileValue, depth: number): boolean {
  const fact = factOf(value);
  if (depth > MAXIMUM_CLIMB) return false;
  if (fact.kind === 'this') return true;
  if (fact.kind === 'call') return isOnQuery(sibling(value, fact.callee), depth + 1);
  return fact.kind === 'member' && fact.name !== 'model' && fact.name !== 'constructor' && isOnQuery(sibling(value, fact.object), depth + 1);
}

function namesKeyWithin({ file, id }: FileValue, isKey: IsKey): boolean {
  const { start, end } = factOf({ file, id });
  return file.valuesWithin(start, end).some((inner) => {
    const fact = file.facts.values[inner]!;
    if (fact.kind === 'object') return fact.properties.some(({ name }) => name !== null && namesKey(name, isKey));
    return fact.kind === 'literal' && typeof fact.value === 'string' && textMentions(fact.value, isKey);
  });
}

/**
 * Is the entity made of the schema that the hook or plugin is added to?
 * @returns null where one of the two cannot be told: the schema is handed in, or one of a list
 */
export function isOfSchema(link: Linking, schema: ValueRef, entity: RoleSite): boolean | null {
  const own = link.argument(entity, 'schema');
  if (own === null) return null;
  const made = madeFrom(link, own);
  const hooked = madeFrom(link, schema);
  return made.length === 0 || hooked.length === 0 ? null : hooked.some((key) => made.includes(key));
}

function madeFrom(link: Linking, value: ValueRef): number[] {
  return [value, ...link.sourcesOf(value)].filter((source) => factOf(source).kind === 'call' && link.rolesAt(source).some(({ role }) => role === 'model.schema')).map((source) => keyOf(indexed(source)));
}
