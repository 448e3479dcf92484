/** Checks of a request that run before its handler: a middleware that answers itself unless `req.query.x` is as it must be. */
import type { ChainLink, FunctionRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../../linking.js';
import { factOf, functionKeyOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';
import type { Judge } from './conditions.js';
import { makerOf } from './made.js';
import { parameterName } from './names.js';
import { provenByRouteSchema } from './route-schemas.js';
import { type Protection, intersection, union } from './protection.js';
import { provenUntil } from './statements.js';

const chains = new WeakMap<Linking, Map<number, (readonly ChainLink[])[]>>();

/**
 * What is proven of a part of the request, named in the handler, by what runs before the handler on every route that it answers.
 *
 * @param name as `nameOf` gives it, its root a parameter of the handler
 */
export function provenBeforeHandler(link: Linking, ref: FileValue, name: string, judge: Judge): Protection | null {
  const [, parameter, path] = /^p(\d+)((?:\.[\w$-]+)+)$/.exec(name) ?? [];
  if (parameter === undefined || path === undefined) return null;
  const root: FileValue = { file: ref.file, id: Number(parameter) };
  const fact = factOf(root);
  if (fact.kind !== 'parameter') return null;
  const handled = chainsAt(link, { file: root.file, id: fact.function });
  if (handled.length === 0) return null;
  return handled.map((chain) => provenByChain(link, chain, fact.index, path, judge)).reduce(intersection);
}

/** The chains of the routes that a function answers. */
export function chainsAt(link: Linking, handler: FunctionRef): readonly (readonly ChainLink[])[] {
  return chainsOf(link).get(functionKeyOf(handler)) ?? [];
}

/** By the function's key. */
function chainsOf(link: Linking): Map<number, (readonly ChainLink[])[]> {
  let known = chains.get(link);
  if (known !== undefined) return known;
  chains.set(link, (known = new Map()));
  for (const { handler, chain } of link.routes) {
    if (handler === null) continue;
    const key = functionKeyOf(handler);
    known.set(key, [...(known.get(key) ?? []), chain]);
  }
  return known;
}

function provenByChain(link: Linking, chain: readonly ChainLink[], index: number, path: string, judge: Judge): Protection | null {
  let result: Protection | null = null;
  for (const layer of chain) {
    const { kind, entities } = layer;
    result = union(result, provenByRouteSchema(link, layer, path.split('.').slice(1), judge));
    if (kind !== 'middleware' && kind !== 'hook') continue;
    const functions = entities.flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []));
    if (functions.length === 1) result = union(result, provenByMiddleware(link, functions[0]!, index, path, makerOf(link, indexed(layer.value)), judge));
  }
  return result;
}

/** What holds wherever a middleware lets the request go on: at each call of `next()`. */
function provenByMiddleware(link: Linking, ref: FunctionRef, index: number, path: string, made: FileValue | undefined, judge: Judge): Protection | null {
  const { file } = indexed({ file: ref.file, id: 0 });
  const declaration = file.facts.functions[ref.id];
  const parameter = declaration?.parameters[index];
  const next = declaration?.parameters.at(-1);
  if (declaration === undefined || parameter === undefined || next === undefined || next === parameter || next.binding < 0) return null;
  const subject: Subject = { file, name: `${parameterName(parameter.value)}${path}`, ...(made === undefined ? {} : { made }) };
  const passes = (file.facts.bindings[next.binding]?.uses ?? []).flatMap((use) => {
    const call = file.facts.values[file.parentOf(use)];
    // `next(error)` goes on to an error handler.
    return call?.kind === 'call' && call.callee === use && call.args.length === 0 ? [call.start] : [];
  });
  if (passes.length === 0) return null;
  return passes.map((offset) => provenUntil(link, subject, offset, parameter.binding, judge)).reduce(intersection);
}

