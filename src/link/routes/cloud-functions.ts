/**
 * Functions in the cloud that answer requests behind a gateway (AWS Lambda). Which requests, and what the gateway asks before, is said by the
 * files of the deployment; where none is in sight, an exported handler of such requests is a route of which neither is known.
 */
import type { ChainLink, Route, ValueRef } from '../../contracts/program.js';
import { type DeployedFunction, type GatewayEvent, deployedFunctions } from '../deployment/deployed-functions.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { directSources } from '../sources.js';
import { factOf, keyOf } from '../value-graph.js';
import { chainLink, handlerFunction, handlersIn, isUnknown } from './handlers.js';

const FRAMEWORK = 'aws-lambda';
/** What the handlers of such requests are given, as the model of the platform says. */
const EVENTS: ReadonlySet<string> = new Set(['aws-lambda:HttpEvent#', 'aws-lambda:InvocationEvent#']);
/** Members that only events of requests have. */
const OF_REQUESTS = /^(?:httpMethod|pathParameters|queryStringParameters|multiValueQueryStringParameters|rawPath|rawQueryString|requestContext|isBase64Encoded)$/;
/** What the gateway asks before: such a function answers whether a request may go on. */
const OF_AUTHORIZERS = ['principalId', 'policyDocument', 'isAuthorized'];
const MAXIMUM_STEPS = 16;

/** @param standsForOthers a handler that gives requests to an application whose routes are listed by themselves */
export function cloudFunctionRoutes(link: Linking, isSource: (value: ValueRef) => boolean, standsForOthers: (value: FileValue) => boolean): Route[] {
  const deployed = deployedFunctions(link.documents);
  const known = new Set<number>();
  const listed = deployed.flatMap((each) => {
    const value = handlerOf(link, each);
    if (value === null || !isSource(value)) return [];
    known.add(keyOf(value));
    return standsForOthers(value) ? [] : each.events.map((event) => routeAt(link, value, event));
  });
  const others = [...link.files.values()].filter((file) => isSource({ file, id: 0 })).flatMap((file) => exportedHandlers(link, file, isSource));
  return [...listed, ...others.filter((value) => !known.has(keyOf(value)) && !standsForOthers(value)).map((value) => routeAt(link, value, null))];
}

/** `src/users.create` relative to where the deployment is described; of what is built, its source. */
function handlerOf(link: Linking, { directory, handler }: DeployedFunction): FileValue | null {
  const dot = handler.lastIndexOf('.');
  const module = handler.slice(0, dot).replace(/^\.\//, '');
  const under = (path: string) => (directory === '' ? path : `${directory}/${path}`);
  const built = module.replace(/^\.?(?:dist|build|lib|out|\.?webpack\/service)\//, '');
  const paths = [module, built, `src/${built}`].map(under);
  for (const path of paths.flatMap((each) => [each, `${each}/index`])) {
    for (const extension of ['.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '.tsx', '.jsx']) {
      const file = link.files.get(path + extension);
      const value = file === undefined ? null : exportedAs(link, file, handler.slice(dot + 1));
      if (value !== null) return value;
    }
  }
  return null;
}

function exportedAs(link: Linking, file: IndexedFile, name: string): FileValue | null {
  const [value] = link.exportedValues(file, name);
  if (value !== undefined) return indexed(value);
  const held = link.exportedValues(file, '=').map((whole) => link.property(whole, [name])).find(({ kind }) => kind === 'found');
  return held?.kind === 'found' && held.values[0] !== undefined ? indexed(held.values[0]) : null;
}

/** Exported functions of a file that are handed the event of a request: by their types, or by what they read and answer. */
function exportedHandlers(link: Linking, file: IndexedFile, isSource: (value: ValueRef) => boolean): FileValue[] {
  return file.facts.exports.filter(({ kind, name }) => kind === 'value' && name !== '=' && name !== 'default').flatMap(({ name }) => link.exportedValues(file, name).map(indexed)).filter((value) => {
    if (value.file !== file) return false;
    const { handler } = unwrapped(link, value);
    return handler !== null && handler.file === file && answersRequests(link, { file, id: handler.id }) && !link.callersOf(handler).some(isSource);
  });
}

function answersRequests(link: Linking, { file, id }: { file: IndexedFile; id: number }): boolean {
  const { parameters, returns } = file.facts.functions[id]!;
  const [event] = parameters;
  const answersWith = (names: readonly string[]) => returns.some((returned) => names.some((name) => link.property({ file, id: returned }, [name]).kind === 'found'));
  // Each exported function is asked, so what costs least comes first.
  const reads = event !== undefined && (file.facts.bindings[event.binding]?.uses.some((use) => OF_REQUESTS.test(memberRead(file, use))) ?? false);
  if (event === undefined || (!reads && !answersWith(['statusCode']))) return false;
  return link.resolve({ file, id: event.value }).some((entity) => entity.kind === 'api' && EVENTS.has(entity.path)) && !answersWith(OF_AUTHORIZERS);
}

function memberRead(file: IndexedFile, id: number): string {
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'member' && parent.object === id ? (parent.name ?? '') : '';
}

function routeAt(link: Linking, value: FileValue, event: GatewayEvent | null): Route {
  const { handler, links } = unwrapped(link, value);
  const chain = [...gatewayLinks(value, event), ...links];
  const complete = event !== null && event.guarded !== 'unknown' && handler !== null && !links.some(isUnknown);
  return { framework: FRAMEWORK, method: event?.method ?? 'ALL', path: event?.path ?? '', value, handler, chain, late: [], chainComplete: complete, confidence: 'high' };
}

/** What the gateway does before: it lets on whom it knows, and may let on only so many, which mostly is said outside of the code. */
function gatewayLinks(value: FileValue, event: GatewayEvent | null): ChainLink[] {
  if (event === null) return [];
  const entities: ChainLink['entities'] = [{ kind: 'api', path: `${FRAMEWORK}:gateway`, created: null }];
  const limit: ChainLink = { kind: 'metadata', level: 'application', value, entities, roles: ['rate.limiter'], conditions: event.limited ? [] : [null] };
  return event.guarded === 'yes' ? [limit, { kind: 'guard', level: 'application', value, entities, roles: ['auth.guard'], conditions: [] }] : [limit];
}

/** The function behind wrappers, and what these put before it: `middy(handler).use(parser())`, also in statements of its own. */
function unwrapped(link: Linking, value: FileValue): { handler: Route['handler']; links: ChainLink[] } {
  const wrapper = wrapperOf(link, value);
  const site = wrapper === null ? undefined : link.rolesAt(wrapper).find(({ role }) => role === 'http.function.wrap');
  if (wrapper === null || site === undefined) {
    const { handler, wrappers } = handlerFunction(link, value);
    return { handler, links: wrappers.map((each) => chainLink(link, 'middleware', 'route', each)) };
  }
  const uses = link.sitesOf('http.function.middleware').filter(({ value: { file } }) => file === wrapper.file);
  const own = uses.filter((use) => sameWrapper(wrapperOf(link, indexed(use.value)), wrapper));
  const inner = own.map((use) => link.argument(use, 'wrapped')).find((each) => each !== null) ?? link.argument(site, 'handlers');
  const { handler, wrappers } = inner === null ? { handler: null, wrappers: [] } : handlerFunction(link, indexed(inner));
  const before = own.flatMap((use) => handlersIn(link, link.argumentList(use, 'handlers'), []).items);
  return { handler, links: [...before, ...wrappers].map((each) => chainLink(link, 'middleware', 'route', each)) };
}

function sameWrapper(a: FileValue | null, b: FileValue): boolean {
  return a !== null && keyOf(a) === keyOf(b);
}

/** The call of the role `http.function.wrap` at the beginning of a chain of calls, or null. */
function wrapperOf(link: Linking, value: FileValue): FileValue | null {
  let held = value;
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    if (link.rolesAt(held).some(({ role }) => role === 'http.function.wrap')) return held;
    const fact = factOf(held);
    const callee = fact.kind === 'call' ? factOf(sibling(held, fact.callee)) : null;
    const next = callee?.kind === 'member' ? sibling(held, callee.object) : fact.kind === 'call' ? undefined : directSources(link, held)[0];
    if (next === undefined) return null;
    held = next;
  }
  return null;
}
