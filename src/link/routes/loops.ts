/** Registrations that stand in a loop over a table: `for (const route of routes) app[route.method](route.path, route.handler)`. */
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { type Context, type Entry, follow, receiverOfCallback } from './context.js';
import { pushedOnto } from './pushed.js';
import { factOf } from '../value-graph.js';

/** Longer tables are read up to here. */
const MAXIMUM_ELEMENTS = 400;

/** What a loop comes by: an element, and the calls by which it got into the list. */
interface Element {
  element: FileValue | Entry;
  context: Context;
}

/** One context for each element of the table that the values are read from in a loop; the given context when there is none. */
export function loopContexts(link: Linking, values: readonly FileValue[], context: Context): Context[] {
  const variable = loopVariable(link, values, context);
  if (variable === null) return [context];
  return variable.elements.map(({ element, context: inside }): Context => [{ kind: 'element', variable: variable.variable, element }, ...inside, ...context]);
}

function loopVariable(link: Linking, values: readonly FileValue[], context: Context): { variable: FileValue; elements: Element[] } | null {
  const queue = [...values];
  const seen = new Set<number>();
  for (let value = queue.shift(); value !== undefined && seen.size < 60; value = queue.shift()) {
    if (seen.has(value.id)) continue;
    seen.add(value.id);
    const fact = factOf(value);
    const iterated = fact.kind === 'element' && !fact.key ? sibling(value, fact.of) : fact.kind === 'parameter' && fact.index === 0 ? receiverOfCallback(value, fact.function) : null;
    const elements = iterated === null ? [] : elementsOf(link, iterated, context);
    if (elements.length > 0) return { variable: value, elements };
    queue.push(...partsOf(link, value));
  }
  return null;
}

/** What a value is read from or made of, in its own file. */
function partsOf(link: Linking, value: FileValue): FileValue[] {
  const fact = factOf(value);
  switch (fact.kind) {
    case 'reference':
      return link.definitionsAt(value.file, value.id).map(indexed);
    case 'member':
      return [sibling(value, fact.object), ...(fact.index < 0 ? [] : [sibling(value, fact.index)])];
    case 'spread':
    case 'cast':
    case 'await':
      return [sibling(value, fact.operand)];
    case 'logical':
      return [sibling(value, fact.left), sibling(value, fact.right)];
    case 'template':
    case 'concat':
      return fact.parts.map((part) => sibling(value, part));
    case 'call': {
      const callee = factOf(sibling(value, fact.callee));
      return [...(callee.kind === 'member' ? [sibling(value, callee.object)] : []), ...fact.args.map((argument) => sibling(value, argument))];
    }
    default:
      return [];
  }
}

function elementsOf(link: Linking, iterated: FileValue, context: Context): Element[] {
  const pushed = pushedOnto(link, iterated, context);
  const written = follow(link, iterated, context).flatMap((value) => elementsIn(link, value, context));
  return [...written, ...pushed].slice(0, MAXIMUM_ELEMENTS);
}

function elementsIn(link: Linking, value: FileValue, context: Context): Element[] {
  const fact = factOf(value);
  const own = (element: FileValue | Entry): Element => ({ element, context: [] });
  if (fact.kind === 'array') return fact.elements.map((element) => sibling(value, element)).filter((element) => factOf(element).kind !== 'spread').map(own);
  const callee = fact.kind === 'call' ? factOf(sibling(value, fact.callee)) : null;
  if (callee?.kind === 'member' && callee.name === 'filter') return elementsOf(link, sibling(value, callee.object), context);
  const table = fact.kind === 'call' ? fact.args[0] : undefined;
  if (callee?.kind !== 'member' || table === undefined || (callee.name !== 'entries' && callee.name !== 'values')) return [];
  return follow(link, sibling(value, table), context).flatMap((object) => entriesOf(object, callee.name === 'entries').map(own));
}

function entriesOf(object: FileValue, asEntries: boolean): (FileValue | Entry)[] {
  const fact = factOf(object);
  if (fact.kind !== 'object') return [];
  return fact.properties.flatMap((property) => {
    if (property.name === null) return [];
    const value = sibling(object, property.value);
    return [asEntries ? { key: property.name, value } : value];
  });
}
