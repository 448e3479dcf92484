/**
 * Handlers that a file exports: as they are, in wrappers, or given to a call of the framework that only says what they are
 * (`defineEventHandler`, role `http.handler.define`), perhaps with what runs before.
 */
import type { ChainLink, FunctionRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { chainLink, handlerFunction, handlersIn } from './handlers.js';

/** The function that answers, and what runs before it as far as the file says. */
export function definedHandler(link: Linking, value: FileValue): { handler: FunctionRef | null; links: ChainLink[] } {
  const { handler, wrappers } = handlerFunction(link, value);
  const defining = [value, ...wrappers, ...link.sourcesOf(value).map(indexed)].flatMap((each) => link.rolesAt(each)).find(({ role }) => role === 'http.handler.define');
  const asLink = (each: FileValue) => chainLink(link, 'middleware', 'route', each);
  if (defining === undefined) return { handler, links: wrappers.map(asLink) };
  const outer = wrappers.filter((wrapper) => !link.rolesAt(wrapper).some(({ role }) => role === 'http.handler.define'));
  const before = handlersIn(link, link.argumentList(defining, 'before'), []).items;
  const given = link.argument(defining, 'handlers');
  const inner = handler !== null || given === null ? { handler, wrappers: [] } : handlerFunction(link, indexed(given));
  return { handler: inner.handler, links: [...before, ...outer, ...inner.wrappers].map(asLink) };
}
