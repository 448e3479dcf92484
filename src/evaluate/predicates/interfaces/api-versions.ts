/** `api.versioned`, `api.front-end`: whether routes say which version of the API they are, and who calls them. */
import type { LinkedFile } from '../../../contracts/program.js';
import { apiRoutes } from '../../api/api-routes.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Predicate } from '../index.js';

/** `/v1/…`, `/api/v2.1/…`, `/2024-10/…`, `/:version/…`. */
const IN_PATH = /(?:^|\/)(?:v\d[\w.-]*|20\d\d-[01]\d(?:-[0-3]\d)?|[:{]\w*version\}?)(?:\/|$)/i;
/** A prefix that only a deployment knows. */
const SOME_PREFIX = /^\/:globalPrefix(?:\/|$)/;
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
  const named = evaluation.files.flatMap((file) => headersIn(file)).at(0);
  if (named !== undefined) return unknown('whether a header chooses the version', { related: [{ location: program.location(named), text: 'names such a header' }] });
  return yes({ related: routes.slice(0, LISTED).map(({ value, method, path }) => ({ location: program.location(value), text: `${method} ${path}` })) });
};

function headersIn(file: LinkedFile) {
  return file.valuesOfKind('literal').flatMap((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'literal' && typeof fact.value === 'string' && HEADER.test(fact.value) ? [{ file, id }] : [];
  });
}

/** Pages of the same repository call the API, and change with it; and nothing says that others do: no key for programs is asked for. */
export const frontEnd: Predicate = (_site, _operand, evaluation) => {
  if (evaluation.files.some(asksForKey)) return NO;
  const { program } = evaluation;
  const page = program.inventory.files.find((file) => file.class === 'source' && PAGE_FILE.test(file.path))?.path ?? program.sitesOf('browser.*')[0]?.value.file.facts.path;
  return page === undefined ? NO : yes({ reason: `pages are in the same repository (${page})` });
};

function asksForKey({ facts }: LinkedFile): boolean {
  return facts.values.some((fact) => (fact.kind === 'member' ? KEY_HEADER.test(fact.name ?? '') : fact.kind === 'literal' && typeof fact.value === 'string' && KEY_HEADER.test(fact.value)));
}
