/** Whether an object arrives where it is used as the object that it is, or a text was made of it, or read out of it, on the way. */
import { KEEPS_ELEMENTS, RETURNS_CALLBACK_RESULT, methodOfCall } from '../builtins.js';
import { type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { Visit, Walk } from './visit.js';

/** Functions of the language that give objects and lists. */
const GIVES_OBJECTS = /^global:(?:Object|Array|Promise|structuredClone)\b/;

/** Is the whole asked for, and nothing between here and the use makes a text? */
export function arrivesWhole(link: Linking, walk: Walk, visit: Visit): boolean {
  if (!walk.endsAtObjects || visit.path.length > 0) return false;
  for (let nearer = visit.from; nearer !== null; nearer = nearer.from) if (makesText(link, nearer)) return false;
  return true;
}

function makesText(link: Linking, { ref }: Visit): boolean {
  const fact = factOf(ref);
  if (fact.kind === 'template' || fact.kind === 'concat' || fact.kind === 'jsx') return true;
  if (fact.kind !== 'call' || fact.isNew || link.callees(ref).length > 0) return false;
  const method = methodOfCall(ref);
  const keeps = method !== null && method !== 'replace' && method !== 'replaceAll' && (KEEPS_ELEMENTS.has(method) || RETURNS_CALLBACK_RESULT.has(method));
  return !keeps && !link.apiPaths(sibling(ref, fact.callee)).some((path) => GIVES_OBJECTS.test(path));
}
