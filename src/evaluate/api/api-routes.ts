/** The routes of a package that programs call, and what is known of who those are. */
import type { Route } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { isHealthRoute } from '../health/health-routes.js';
import { holdInProduction } from '../in-production.js';
import { notServed } from '../predicates/servers/servers.js';
import { usesInFunctions, withInner } from '../reach/reach.js';
import { NO_SITE } from '../site.js';

export interface ApiRoutes {
  /** In production, with a known path. */
  readonly routes: readonly Route[];
  /** How many have a path that could not be put together. */
  readonly open: number;
  /** The package makes pages as well, which call its routes. */
  readonly hasPages: boolean;
}

/** Frameworks that put pages and routes into one program. */
const PAGE_FRAMEWORKS: ReadonlySet<string> = new Set(['next', 'sveltekit', 'nitro', 'astro', 'remix']);
/** What is called by browsers on their way, by one partner, by schedulers or by machines of one's own. */
const NOT_FOR_CALLERS =
  /(?:^|\/)(?:[a-z-]*webhooks?|hooks?|callbacks?|oauth2?|saml|sso|cron|jobs?|internal(?:-[\w-]+)?|_next|static|assets|public|images?|img|fonts|css|js|favicon\.ico|robots\.txt|sitemap[^/]*\.xml|manifest\.json|\.well-known|metrics|debug|api-?docs?|docs|swagger[^/]*|openapi[^/]*|redoc|scalar|reference|graphi?ql|playground|trpc|rpc|socket\.io|sitemap|rss|feed|og)(?:\/|$)|\.(?:html?|js|css|txt|xml|png|jpe?g|svg|ico|map|rss|atom|webmanifest)$|[*]/i;

/** Where a browser goes to be signed in by somebody else. */
const SIGN_IN_ELSEWHERE = /(?:^|\/)(?:auth|login|signin|sign-in|connect|social)\/(?:github|gitlab|google|facebook|microsoft|azure(?:-?ad)?|apple|twitter|x|linkedin|discord|slack|auth0|okta|keycloak|oidc|openid|passport)(?:\/|$)/i;

const memo = new WeakMap<Evaluation, ApiRoutes>();

export function apiRoutes(evaluation: Evaluation): ApiRoutes {
  let found = memo.get(evaluation);
  if (found === undefined) memo.set(evaluation, (found = find(evaluation)));
  return found;
}

function find(evaluation: Evaluation): ApiRoutes {
  const own = evaluation.own(evaluation.program.routes);
  const routes = own.filter((route) => isCalled(route, evaluation));
  const hasPages = own.some(({ framework }) => PAGE_FRAMEWORKS.has(framework)) || evaluation.roleSites(['template.render'], 'own').length > 0;
  return { routes, open: own.filter(({ path }) => path === '').length, hasPages };
}

function isCalled(route: Route, evaluation: Evaluation): boolean {
  const { program } = evaluation;
  const { method, path, value, handler } = route;
  if (method === 'OPTIONS' || method === 'HEAD' || path.replace(/\/+/g, '') === '' || NOT_FOR_CALLERS.test(path) || SIGN_IN_ELSEWHERE.test(path)) return false;
  if (isHealthRoute(route) || notServed({ ...NO_SITE, value, label: '' }, null, evaluation).truth === 'yes') return false;
  if (holdInProduction(program.guardsOf(value), program).truth === 'no') return false;
  const isPage = method === 'GET' && handler !== null && usesInFunctions(program, withInner(handler), ['template.render', 'http.redirect', 'file.send']).length > 0;
  return !isPage && !isPartOfPage(route);
}

/** What only the page asks for that stands in the same module: loaders and actions beside a component, actions of forms. */
function isPartOfPage({ framework, path, value }: Route): boolean {
  if (framework === 'sveltekit') return path.includes('?/') || /\+page\.server\.[jt]s$/.test(value.file.facts.path);
  return framework === 'remix' && value.file.facts.exports.some(({ name }) => name === 'default');
}
