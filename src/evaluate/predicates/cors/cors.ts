/** `cors.*`: what a cross-origin setting allows. */
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, no, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { guardOfStage } from '../../stages.js';
import { sameValue } from '../../file-uses.js';
import { pathsAround } from '../access/chosen-paths.js';
import { allowedOrigins, optionObjects, originsByOptions } from './cors-origins.js';
import { functionAround } from './cors-registration.js';
import type { OriginKind } from './cors-origins.js';
import { AUTHENTICATION } from './signing-in.js';
import type { Predicate } from '../index.js';
import { alternativesOf } from './origin-alternatives.js';
import { contextOf } from './origin-expressions.js';

const KINDS: readonly OriginKind[] = ['any', 'reflected', 'loose-match', 'null-origin', 'any-fallback', 'listed'];
/** A path on which somebody signs in or is known. */
const SIGN_IN = /(?<!o)auth|login|sign-?(?:in|up)|session|account|admin|user(?!info)|profile/i;
/** A path that is named for programs and pages of others: a version of the interface, what is public or taken into other pages. */
const FOR_OTHERS = /\/v\d+(?:[-.\w]*)(?:\/|$)|public|open|embed|widget|share|oauth|well-known|nodeinfo|webfinger|feed|rss|health|status|font|asset|static|image|sdk|script/i;

/** `with:` one of the kinds: does some alternative of the setting allow such origins? `listed` demands it of all. */
export const origin: Predicate = (site, operand, { program }) => {
  const wanted = KINDS.find((kind) => kind === operand);
  if (wanted === undefined) throw new Error(`cors.origin takes one of ${KINDS.join(', ')}`);
  if (site.role === null) return NO;
  const found = allowedOrigins(site.role, program);
  if (wanted === 'listed' && found.some((each) => each.kind !== 'listed' && each.kind !== 'unknown')) return NO;
  const isOpen = found.some((each) => each.kind === 'unknown');
  const match = found.find((each) => each.kind === wanted);
  if (match === undefined || (wanted === 'listed' && isOpen)) return isOpen ? unknown('which origins are allowed') : NO;
  const text = program.describe(match.at);
  const related = sameValue(match.at, site.value!) ? [] : [{ location: program.location(match.at), text: 'decided here' }];
  return yes({ related, values: { value: text } });
};

/** Are cookies and other credentials allowed with it? `with:` a kind of origins: by the same options that allow such. */
export const credentials: Predicate = (site, operand, { program }) => {
  if (site.role === null) return NO;
  if (site.role.role === 'http.response.header') return credentialsHeader(site.role, program);
  const byDefault = answerOf(site.role.entry.attributes['default-credentials'] === true);
  const options = originsByOptions(site.role, program);
  if (options === null) return byDefault;
  const wanted = KINDS.find((kind) => kind === operand);
  let open: Answer = NO;
  for (const { value, origins } of options) {
    if (wanted !== undefined && !origins.some(({ kind }) => kind === wanted || kind === 'unknown' || (kind === 'listed' && origins.length === 1 && options.length === 1))) continue;
    const found = program.property(value, ['credentials']);
    const answer = found.kind === 'found' ? anyTrue(found.values, program) : found.kind === 'absent' || program.fact(value).kind === 'literal' ? byDefault : unknown('whether credentials are allowed');
    if (answer.truth === 'yes') return answer;
    if (answer.truth === 'unknown') open = answer;
  }
  return open;
};

/** Are web sockets the only transport (`transports: ['websocket']`), so that no request asks for these headers? */
export const onlyWebSockets: Predicate = ({ role }, _operand, { program }) => {
  const list = role === null || !('transports' in role.entry.arguments) ? null : program.argument(role, 'transports');
  if (list === null) return NO;
  const fact = program.fact(list);
  const names = fact.kind === 'array' ? fact.elements.flatMap((id) => program.constants({ file: list.file, id }) ?? [null]) : [];
  return answerOf(names.length > 0 && names.every((name) => name === 'websocket' || name === 'webtransport'));
};

/** Does the setting say itself that no credentials go with it: `credentials: false`? */
export const refusesCredentials: Predicate = (site, _operand, { program }) => {
  const options = site.role === null || site.role.role === 'http.response.header' ? null : optionObjects(site.role, program);
  if (options === null || options.length === 0) return NO;
  const found = options.map(({ value }) => program.property(value, ['credentials']));
  return answerOf(found.every((each) => each.kind === 'found' && each.values.every((value) => program.constants(value)?.every((constant) => constant === false) === true)));
};

/** True somewhere in production; a value that cannot be told leaves it open. */
function anyTrue(values: readonly ValueRef[], program: Program): Answer {
  const alternatives = values.flatMap((value) => alternativesOf(value, contextOf(program))).filter(({ value }) => guardOfStage(value, 'not-production', program) === null);
  let open: Answer = NO;
  for (const { value } of alternatives) {
    const constants = program.constants(value);
    if (constants === null) open = unknown('whether credentials are allowed');
    else if (constants.some((constant) => constant === true || constant === 'true')) return yes({ related: [{ location: program.location(value), text: 'credentials are allowed here' }] });
  }
  return open;
}

/** Set in the same object or list of headers, or in the same function on the same response. */
function credentialsHeader(site: RoleSite, program: Program): Answer {
  const others = program.sitesOf('http.response.header').filter((other) => other.entry.attributes['header'] === 'access-control-allow-credentials' && other.value.file === site.value.file);
  const beside = others.filter((other) => isBeside(other, site, program));
  for (const other of beside) {
    const value = program.argument(other, 'value');
    const answer = value === null ? NO : anyTrue([value], program);
    if (answer.truth !== 'no') return answer;
  }
  return no();
}

function isBeside(other: RoleSite, site: RoleSite, program: Program): boolean {
  const { file } = site.value;
  const isLiteral = site.entry.use === 'property';
  if (isLiteral !== (other.entry.use === 'property')) return false;
  if (!isLiteral) return onOnePath(file, program.fact(site.value).start, program.fact(other.value).start);
  const [own, others] = [site, other].map((each) => file.parentOf(each.value.id));
  return own === others || (isListEntry(site) && file.parentOf(own!) >= 0 && file.parentOf(own!) === file.parentOf(others!));
}

/** In one function, and one not in a branch that leaves the other out. */
function onOnePath(file: ValueRef['file'], first: number, second: number): boolean {
  if (file.functionAt(first) !== file.functionAt(second)) return false;
  const [a, b] = [file.blockAt(first), file.blockAt(second)];
  return holdsBlock(file, a, b) || holdsBlock(file, b, a);
}

function holdsBlock(file: ValueRef['file'], outer: number, inner: number): boolean {
  for (let id = inner; id > 0; id = file.facts.blocks[id]!.parent) if (id === outer) return true;
  return inner === outer || outer === 0;
}

/** An entry `{ key, value }` of a list of headers, as configuration files have it. */
function isListEntry({ entry }: RoleSite): boolean {
  return entry.use === 'property' && entry.arguments['name'] !== undefined;
}

/**
 * Is it put on single routes or on paths that are named for others, or does a function decide by the request what is open to all?
 */
export const scoped: Predicate = (site, _operand, { program }) => {
  if (site.role === null || site.value === null) return NO;
  const chosen = pathsAround(site.role.role === 'http.response.header' ? functionAround(site.value) : site.value, program);
  if (chosen?.paths.every((path) => path !== null && !SIGN_IN.test(path) && (chosen.isRoute || FOR_OTHERS.test(path))) === true) return yes();
  const beside = pathBeside(site.value, program);
  if (beside !== null && !SIGN_IN.test(beside) && FOR_OTHERS.test(beside)) return yes();
  const options = program.argument(site.role, 'options');
  const decides = options !== null && program.sourcesOf(options).some((source) => program.fact(source).kind === 'function');
  return answerOf(decides && allowedOrigins(site.role, program).every((each) => each.kind !== 'any' || program.guardsOf(each.at).length > 0));
};

/** The path beside it in an object that describes middleware: `{ url: '/api/v1', middleware: cors() }`. */
function pathBeside({ file, id }: ValueRef, program: Program): string | null {
  const around = file.facts.values[file.parentOf(id)];
  const named = around?.kind === 'object' ? around.properties.find(({ name }) => name !== null && /^(?:url|path|route|prefix)$/.test(name)) : undefined;
  const [path] = named === undefined ? [] : (program.constants({ file, id: named.value }) ?? []);
  return typeof path === 'string' ? path : null;
}

/** A router that is called after those it is for: `publicRoute.use('*', cors())`. */
const OPEN_ROUTER = /^\w*(?:public|widget|embed)\w*\.(?:use|register)$/i;

/** What the setting is handed to, as written. */
function registeredOn({ file, id }: ValueRef, program: Program): string {
  const call = file.facts.values[file.parentOf(id)];
  return call?.kind === 'call' && call.callee !== id ? program.describe({ file, id: call.callee }) : '';
}

/** A module, or an application, that is named for programs or pages of others: `mcp.ts`, `oauth-middleware.ts`, `well-known/route.ts`, `webhook_api/src/main.ts`. */
const FOR_OTHERS_NAMED = '(?:mcp|oauth2?|well-?known|embed|widgets?|webhooks?|web-?components?)';
const MODULE_FOR_OTHERS = new RegExp(`(?:^|[/._-])${FOR_OTHERS_NAMED}(?:[._-][\\w.-]*)?$|(?:^|[/._-])${FOR_OTHERS_NAMED}[\\w.-]*/(?:src/)?(?:index|route|server|router|main|app)\\.\\w+$`, 'i');

/** Is it a setting of a module, or a header of its handlers, that is named for other sites, or whose routes all are: `/widget`, `/embed`? */
export const forOthers: Predicate = (site, _operand, { program }) => {
  if (site.role === null || site.value === null) return NO;
  const { file } = site.value;
  const isHeader = site.role.role === 'http.response.header';
  if (MODULE_FOR_OTHERS.test(file.facts.path)) return yes();
  if (isHeader && callsNext(site.value, file.functionAt(program.fact(site.value).start))) return NO;
  if (!isHeader && OPEN_ROUTER.test(registeredOn(site.value, program))) return yes();
  const routes = program.routes.filter((route) => (isHeader ? route.handler?.file : route.value.file) === file);
  return answerOf(routes.length > 0 && routes.every((route) => route.path !== null && FOR_OTHERS.test(route.path) && !SIGN_IN.test(route.path)));
};

/**
 * Does a header set by hand cover code that knows its callers? It does in a middleware or configuration of a package with
 * authentication, in a handler that authenticates itself, and on a route behind a guard.
 */
export const authenticatedHandler: Predicate = (site, _operand, evaluation) => {
  if (site.role === null || site.value === null) return NO;
  const { program } = evaluation;
  const { file } = site.value;
  const around = file.functionAt(program.fact(site.value).start);
  if (isListEntry(site.role) && isForFilesOnly(site.value, program)) return NO;
  const uses = evaluation.roleSites(AUTHENTICATION, 'wide');
  if (uses.length === 0) return NO;
  const coversAll = isListEntry(site.role) || callsNext(site.value, around);
  const near = uses.find((use) => use.value.file === file && (around === 0 || isWithin(file, file.functionAt(program.fact(use.value).start), around)));
  const route = program.routes.find((each) => each.handler?.file === file && each.handler.id === around);
  const guarded = route?.chain.some((link) => link.roles.some((role) => AUTHENTICATION.includes(role))) ?? false;
  const use = near ?? (coversAll || guarded ? uses[0] : undefined);
  return use === undefined ? NO : yes({ related: [{ location: program.location(use.value), text: 'callers are told apart here' }] });
};

/** A path that begins with names, no pattern for anything: `/js/(.*)`, `/(images|fonts)/(.*)`. */
const NAMES_FILES = /^\/(?:[\w.-]|\((?:[\w.|-]|\\.)+\))+/;

/** Is it an entry of a list of headers for files that anybody may have? */
export const publicFiles: Predicate = (site, _operand, { program }) => answerOf(site.role !== null && site.value !== null && isListEntry(site.role) && isForFilesOnly(site.value, program));

/**
 * The entry stands under a `source` that names some pages or files and no interface, `{ source: '/js/(.*)', headers: [{ key, value }] }`,
 * or beside a `Cache-Control` that lets every cache keep the answer.
 */
function isForFilesOnly(value: ValueRef, program: Program): boolean {
  const { file } = value;
  let id = value.id;
  let isKept = false;
  for (let step = 0; step < 5 && id >= 0; step += 1, id = file.parentOf(id)) {
    const fact = program.fact({ file, id });
    isKept ||= fact.kind === 'array' && fact.elements.some((element) => isPublicCaching({ file, id: element }, program));
    const source = fact.kind === 'object' ? fact.properties.find((property) => property.name === 'source') : undefined;
    const path = source === undefined ? null : program.constants({ file, id: source.value });
    if (path !== null) return path.every((each) => (isKept || NAMES_FILES.test(String(each))) && !/api|graphql|trpc|rpc|auth|session|user|account/i.test(String(each)));
  }
  return false;
}

/** `{ key: 'Cache-Control', value: 'public, max-age=…' }`. */
function isPublicCaching(entry: ValueRef, program: Program): boolean {
  const read = (name: string) => {
    const found = program.property(entry, [name]);
    return found.kind === 'found' ? found.values.flatMap((each) => program.constants(each) ?? []).map(String) : [];
  };
  return read('key').some((key) => /^cache-control$/i.test(key)) && read('value').some((value) => /\bpublic\b/i.test(value));
}

/** A middleware hands on to the next one: `next()`, `await next()`. */
function callsNext({ file }: ValueRef, around: number): boolean {
  const parameters = file.facts.functions[around]?.parameters ?? [];
  return parameters.slice(1).some((parameter) => {
    const uses = parameter.binding < 0 ? [] : (file.facts.bindings[parameter.binding]?.uses ?? []);
    return uses.some((use) => {
      const call = file.facts.values[file.parentOf(use)];
      return call?.kind === 'call' && call.callee === use && call.args.length <= 1;
    });
  });
}

function isWithin(file: ValueRef['file'], inner: number, outer: number): boolean {
  for (let id = inner; id > 0; id = file.facts.functions[id]?.parent ?? 0) if (id === outer) return true;
  return inner === outer;
}
