/** Hooks and schemas that a route's options name by the phase at which they run: `{ onRequest, schema, preHandler }`. */
import type { ChainLink, RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { admissionOf } from './admission.js';
import type { Context } from './context.js';
import { factOf } from '../value-graph.js';
import { macroLinks } from './macros.js';
import { chainLink, handlersIn, isUnknown, withConditions } from './handlers.js';

/** The phases of a framework in the order in which they run, as the model of the call gives them. */
export function phasesOf(site: RoleSite | null): string[] {
  const written = site?.entry.attributes['phases'];
  return typeof written === 'string' ? written.split(' ') : [];
}

export interface PhaseLinks {
  links: { phase: string; link: ChainLink }[];
  complete: boolean;
}

/** @param linkOf makes the link of one function */
export function phaseLinks(
  link: Linking,
  site: RoleSite,
  context: Context,
  kind: ChainLink['kind'],
  linkOf: (item: FileValue) => ChainLink = (item) => chainLink(link, kind, 'route', item),
): PhaseLinks {
  const result: PhaseLinks = { links: [], complete: true };
  for (const phase of phasesOf(site)) {
    const values = link.argumentList(site, phase);
    if (phase === 'schema') {
      const schemas = values.slice(0, 1).filter((value) => !isOfOthers(link, site, value));
      result.links.push(...schemas.map((value) => ({ phase, link: chainLink(link, 'schema', 'route', indexed(value)) })));
      continue;
    }
    if (phase === 'macros') {
      const behind = macroLinks(link, site);
      result.links.push(...behind.links.map((each) => ({ phase, link: each })));
      result.complete &&= behind.complete;
      continue;
    }
    if (phase === 'auth') {
      result.links.push(...admissionOf(link, site).map((each) => ({ phase, link: each })));
      continue;
    }
    const { items, complete } = handlersIn(link, values, context);
    const links = items.map((item) => withConditions(linkOf(functionHeld(link, site, item)), [...item.conditions.values()]));
    result.links.push(...links.map((each) => ({ phase, link: each })));
    result.complete &&= complete && !links.some(isUnknown);
  }
  return result;
}

/** Options of a route of which none is a schema: `{ beforeHandle, detail }`, where the model names the schemas among them. */
function isOfOthers(link: Linking, site: RoleSite, options: ValueRef): boolean {
  const names = site.entry.attributes['schemas'];
  return typeof names === 'string' && names.split(' ').every((name) => link.property(options, [name]).kind === 'absent');
}

/** The function in `{ method: load, assign: 'user' }`, where the model names the property that holds it. */
function functionHeld(link: Linking, site: RoleSite, item: FileValue): FileValue {
  const name = site.entry.attributes['function-in'];
  if (typeof name !== 'string' || factOf(item).kind !== 'object') return item;
  const held = link.property(item, [name]);
  return held.kind === 'found' && held.values.length === 1 ? indexed(held.values[0]!) : item;
}
