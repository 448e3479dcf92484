/** What a route reads of what clients send, and what of it is checked before it is used. */
import type { FunctionRef, Program, RoleSite, Route, ValueRef } from '../../contracts/program.js';
import type { Truth } from '../answer.js';
import { arrivesSigned, isWebhook } from '../authentication/webhooks.js';
import { reachedFunctions, usesInFunctions } from '../reach/reach.js';
import { type ChainChecks, chainChecks } from './chain-checks.js';
import { type DecoratedInput, decoratedInput } from './decorated-input.js';
import { INPUT_ROLES, type InputPart, type InputUse, isWithin, ownNames, partOf } from './input-uses.js';
import { InputWalk } from './input-walk.js';
import { argumentReads } from './operation-schemas.js';

/** A part of the input that the route uses. */
export interface ReadInput {
  part: InputPart;
  path: readonly string[];
  /** `presence`: all that is tested is that it is there. `open`: it could not be told. */
  state: 'checked' | 'presence' | 'unchecked' | 'open';
  /** Where it is used. */
  at: ValueRef;
  /** What checks it, or null. */
  by: ValueRef | null;
}

export interface RouteInput {
  /** Something of the body, the query or a form is read at all. */
  isRead: boolean;
  inputs: readonly ReadInput[];
  /** What is read is compared or looked for, and goes nowhere. */
  isTested: boolean;
  /** What checks input, or tests it. */
  checks: readonly ValueRef[];
  /** All that the handler does with it. */
  uses: readonly InputUse[];
}

const DEPTH = 3;
const memo = new WeakMap<Route, RouteInput>();

/** @param handler that of the route */
export function routeInput(route: Route, handler: FunctionRef, program: Program): RouteInput {
  let known = memo.get(route);
  if (known === undefined) memo.set(route, (known = compute(route, handler, program)));
  return known;
}

/** What an address, or a field of a form, which is a text as well, names a record by: looked up, as path parameters are. */
const IDENTIFIER = /^(?:id|ids|uuid|slug|key|.*(?:Id|Ids|ID|_id|_ids|Slug|Uuid))$/;

function compute(route: Route, handler: FunctionRef, program: Program): RouteInput {
  const decorated = decoratedInput(route, handler, program);
  const reached = reachedFunctions(program, [handler], DEPTH);
  const sites = usesInFunctions(program, reached, INPUT_ROLES).filter(({ entry }) => entry.use !== 'decorator' && entry.attributes['values'] !== 'bytes');
  const walk = new InputWalk(program, reached);
  const through: ValueRef[] = [];
  for (const site of sites) {
    // What a check before the handler has let through.
    if (site.entry.attributes['checked'] !== undefined) through.push(site.value);
    else walk.from(partOf(site), site.value, fieldOf(site, program));
  }
  const given = argumentReads(route, handler, program);
  for (const site of given.raw) walk.from(partOf(site), site.value);
  through.push(...given.schemas);
  const { file } = handler;
  for (const { part, path, parameter } of decorated) {
    for (const id of [parameter.value, ...(file.facts.bindings[parameter.binding]?.uses ?? [])]) walk.from(part, { file, id }, path);
  }
  const own = ownNames(program);
  const uses = walk.uses.filter((use) => use.part !== 'url' && !own.has(use.path[0] ?? '') && !((use.part === 'query' || use.part === 'form') && IDENTIFIER.test(use.path[0] ?? '')));
  const signed = isWebhook(route) ? arrivesSigned(route, program) : 'no';
  const read = judged({ uses, decorated, chain: chainChecks(route, program) });
  const inputs = read.map((each) => settled(each, { signed, route, program }));
  const schemas = [...through, ...uses.filter((use) => use.kind === 'schema').map((use) => use.at)];
  const isTested = inputs.length === 0 && schemas.length === 0;
  return {
    isRead: uses.length + through.length + decorated.length > 0,
    inputs,
    isTested,
    uses,
    checks: isTested ? uses.map((use) => use.at) : [...schemas, ...inputs.flatMap((each) => (each.by === null ? [] : [each.by]))],
  };
}

/** Addresses at which libraries speak a protocol that says what a client may send. */
const PROTOCOL = /(?:^|\/)(?:saml2?|scim|oauth2?|oidc)(?:\/|$)/i;

/** What the route itself says of input that nothing else checks: a signature vouches for it, or a library reads it as a protocol says. */
function settled(input: ReadInput, { signed, route, program }: { signed: Truth; route: Route; program: Program }): ReadInput {
  if (input.state === 'checked') return input;
  if (signed === 'yes') return { ...input, state: 'checked', by: route.value };
  // What else is done with the signature that it reads cannot be told.
  if (signed === 'unknown') return { ...input, state: 'open' };
  const isGiven = ['call', 'new'].includes(program.fact(input.at).kind) && program.callees(input.at).length === 0;
  return PROTOCOL.test(route.path) && isGiven ? { ...input, state: 'open' } : input;
}

/** `form.get('name')` is that field of the form, and one with a computed key is some field. */
function fieldOf({ role, value }: RoleSite, program: Program): string[] {
  const call = program.fact(value);
  if (role !== 'request.form' || call.kind !== 'call' || call.args.length !== 1) return [];
  const keys = program.constants({ file: value.file, id: call.args[0]! });
  return [keys?.length === 1 ? String(keys[0]) : '*'];
}

/** All that is known of the input of one route. */
interface Known {
  uses: readonly InputUse[];
  decorated: readonly DecoratedInput[];
  chain: ChainChecks;
}

function judged(known: Known): ReadInput[] {
  const found = new Map<string, ReadInput>();
  for (const use of known.uses) {
    if (use.kind !== 'data' && use.kind !== 'open') continue;
    const { part, path, at } = use;
    const key = `${part} ${path.join('.')}`;
    const before = found.get(key);
    // What is used as it is says more than what could not be followed.
    if (before !== undefined && before.state !== 'open') continue;
    const by = checkOf(use, known);
    found.set(key, { part, path, at, by, state: by === null ? stateOf(use, known) : 'checked' });
  }
  return [...found.values()];
}

/** What checks it: something before the handler, a schema, a test of its type or value, or a pipe. */
function checkOf({ part, path }: InputUse, { uses, decorated, chain }: Known): ValueRef | null {
  const before = chain.checked.find((each) => (each.part === null || samePart(each.part, part)) && isWithin(path, each.path));
  if (before !== undefined) return before.by;
  const tested = uses.find((use) => samePart(use.part, part) && isWithin(path, use.path) && (use.kind === 'schema' || (use.kind === 'typed' && use.path.length > 0))) ?? uses.find((use) => use.kind === 'typed' && use.path.length > 1 && use.path.at(-1) === '*' && samePart(use.part, part) && isWithin(path, use.path.slice(0, -1)));
  if (tested !== undefined) return tested.at;
  const filled = decorated.filter((each) => each.part === part && isWithin(path, each.path));
  return filled.length > 0 && filled.every((each) => each.checked === 'yes') ? filled[0]!.at : null;
}

function stateOf({ part, path, kind }: InputUse, { uses, decorated, chain }: Known): ReadInput['state'] {
  const isOpen = kind === 'open' || uses.some((use) => use.kind === 'named' && samePart(use.part, part) && isWithin(path, use.path)) || chain.open.length > 0 || decorated.some((each) => each.checked === 'unknown' && each.part === part && isWithin(path, each.path));
  if (isOpen) return 'open';
  const isThere = uses.some((use) => use.kind === 'presence' && path.length > 0 && use.path.length === path.length && samePart(use.part, part) && isWithin(path, use.path));
  return isThere ? 'presence' : 'unchecked';
}

/** A form is a body. */
function samePart(a: InputPart, b: InputPart): boolean {
  return a === b || (a !== 'query' && b !== 'query');
}
