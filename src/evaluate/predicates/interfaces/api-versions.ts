/** `api.versioned`, `api.front-end`, `api.by-operations`: whether routes say which version of the API they are, and who calls them. */
import type { ValueFact } from '../../../contracts/facts.js';
import type { LinkedFile, ValueRef } from '../../../contracts/program.js';
import { apiRoutes } from '../../api/api-routes.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import type { Predicate } from '../index.js';

/** `/v1/…`, `/api/v2.1/…`, `/2024-10/…`, `/:version/…`. */
const IN_PATH = /(?:^|\/)(?:v\d[\w.-]*|20\d\d-[01]\d(?:-[0-3]\d)?|[:{]\w*version\}?)(?:\/|$)/i;
/** A prefix that only a deployment knows. */
const SOME_PREFIX = /^\/:globalPrefix(?:\/|$)/;
/** Settings that hold a path. */
const PATH_SETTING = /(?:path|prefix|base|root)$/i;
/** Headers by which a client asks for a version. */
const HEADER = /^(?:x-)?(?:api|accept)-version$/i;
/** Headers in which programs send a key of their own. */
const KEY_HEADER = /^(?:x-)?api-(?:key|token)$/i;
const PAGE_FILE = /\.(?:tsx|jsx|vue|svelte|astro)$/;
/** Routes that a message lists. */
const LISTED = 20;

/** @param operand `most`: half of the routes or more say it in their path; `none`: no route does, in its path or by a header. */
export const versioned: Predicate = (_site, operand, evaluation) => {
  if (operand !== 'most' && operand !== 'none') throw new Error('api.versioned takes most or none');
  const { routes } = apiRoutes(evaluation);
  const { program } = evaluation;
  const without = routes.filter(({ path }) => !IN_PATH.test(path));
  const reason = `${routes.length - without.length} of ${routes.length} routes have a version in their path`;
  if (operand === 'most') return answerOf(routes.length > 0 && without.length <= routes.length / 2, { reason });
  if (without.length < routes.length) return NO;
  if (without.some(({ path }) => SOME_PREFIX.test(path))) return unknown('whether the prefix of all routes holds a version');
  if (evaluation.roleSites(['http.middleware.use', 'http.mount'], 'wide').some((site) => isComputed(program.argument(site, 'path'), evaluation))) return unknown('whether a prefix that is put together where it runs holds a version');
  const named = evaluation.files.flatMap((file) => headersIn(file)).at(0);
  if (named !== undefined) return unknown('whether a header chooses the version', { related: [{ location: program.location(named), text: 'names such a header' }] });
  return yes({ related: routes.slice(0, LISTED).map(({ value, method, path }) => ({ location: program.location(value), text: `${method} ${path}` })) });
};

/** A path such as `config.get('basePath')`, or `config.get('server.path') + '/api'`. */
function isComputed(path: ValueRef | null, { program }: Evaluation): boolean {
  const fact = path?.file.facts.values[path.id];
  if (path === null || fact === undefined || program.constants(path) !== null) return false;
  if (fact.kind === 'concat' || fact.kind === 'template') return true;
  const named = fact.kind === 'call' ? path.file.facts.values[fact.args[0] ?? -1] : undefined;
  return named?.kind === 'literal' && typeof named.value === 'string' && PATH_SETTING.test(named.value);
}

function headersIn(file: LinkedFile) {
  return file.valuesOfKind('literal').flatMap((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'literal' && typeof fact.value === 'string' && HEADER.test(fact.value) ? [{ file, id }] : [];
  });
}

/** More is asked for by names (GraphQL, tRPC), which need no version in a path, than by paths; what is left are answers for its own pages. */
export const byOperations: Predicate = (_site, _operand, evaluation) => {
  const operations = evaluation.own(evaluation.program.operations.all).length;
  return answerOf(operations > apiRoutes(evaluation).routes.length, { reason: `${operations} operations are asked for by their names` });
};

/** What the members are read from that hold the headers of a request. */
const REQUEST = /^_?(?:req|request|ctx|context|c|event|h)$/i;
/** A built front end that the service serves: its page, or the directory that holds it. */
const BUILT_FRONT_END = /(?:^|\/)(?:index\.html|(?:dist-)?(?:front-?end|web-?(?:app|root|client|ui)|spa)(?:-dist)?)$/i;

/** Pages of the same repository call the API, or it serves those that were built elsewhere; and nothing says that others do: no key for programs is asked for. */
export const frontEnd: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  if (evaluation.files.some(asksForKey) && ![...program.frontEnd.values(), ...program.files.values()].some(sendsOwnKey)) return NO;
  const page = program.inventory.files.find((file) => (file.class === 'source' || file.class === 'other') && PAGE_FILE.test(file.path))?.path ?? program.sitesOf('browser.*')[0]?.value.file.facts.path ?? [...program.frontEnd.keys()][0];
  if (page !== undefined) return yes({ reason: `pages are in the same repository (${page})` });
  const serves = evaluation.roleSites(['file.send', 'http.static'], 'own').find(({ value }) => value.file.facts.values.some((fact) => textsOf(fact).some((text) => BUILT_FRONT_END.test(text))));
  return serves === undefined ? NO : yes({ reason: 'it serves a built front end', related: [{ location: program.location(serves.value), text: 'serves it' }] });
};

function textsOf(fact: ValueFact): readonly string[] {
  if (fact.kind === 'template') return fact.texts.slice(-1);
  return fact.kind === 'literal' && typeof fact.value === 'string' ? [fact.value] : [];
}

/** Does the file read such a header of a request, or declare it to the makers of a description? What it sends to others says nothing. */
function asksForKey({ facts }: LinkedFile): boolean {
  const named = facts.values.some((fact) => (fact.kind === 'member' ? KEY_HEADER.test(fact.name ?? '') : fact.kind === 'literal' && typeof fact.value === 'string' && KEY_HEADER.test(fact.value)));
  return named && facts.values.some((fact) => fact.kind === 'member' && (fact.name === 'addApiKey' || (/^(?:headers?|get|req)$/.test(fact.name ?? '') && isRequest(facts.values[fact.object]))));
}

function isRequest(fact: ValueFact | undefined): boolean {
  if (fact?.kind === 'member') return REQUEST.test(fact.name ?? '');
  return fact !== undefined && 'name' in fact && REQUEST.test(fact.name ?? '');
}

/** What pages are built with: the names that Next.js, Vite, Create React App, Expo, Nuxt and SvelteKit hand to browsers. */
const OF_PAGES = /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|PUBLIC)_/;

/** Does a page of the repository send such a header, with a key that it was built with? `headers['X-API-Key'] = process.env.NEXT_PUBLIC_API_KEY` */
function sendsOwnKey({ facts }: LinkedFile): boolean {
  const { values, memberWrites } = facts;
  const isOwn = (id: number): boolean => {
    const fact = values[id];
    return fact?.kind === 'logical' ? isOwn(fact.left) : fact?.kind === 'member' && OF_PAGES.test(fact.name ?? '');
  };
  const isKey = (name: string | null) => name !== null && KEY_HEADER.test(name);
  return memberWrites.some(({ name, value }) => isKey(name) && isOwn(value)) || values.some((fact) => fact.kind === 'object' && fact.properties.some(({ name, value }) => isKey(name) && isOwn(value)));
}
