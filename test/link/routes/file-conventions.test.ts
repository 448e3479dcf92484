/** Routes of frameworks that find them by files: SvelteKit, Nitro and Nuxt, Astro, Remix and React Router, Cloudflare Pages. */
import { describe, expect, test } from 'vitest';
import { routesOf, table } from './routes-of.js';

type Sources = Record<string, string>;
const inPackage = (dependency: string, files: Sources): Sources => ({ 'package.json': JSON.stringify({ name: 'web', dependencies: { [dependency]: '1.0.0' } }), ...files });
const GET = 'export async function GET(event) {}';

describe('SvelteKit', () => {
  const kit = (files: Sources) => inPackage('@sveltejs/kit', files);

  test('endpoints with groups, matchers, rest and optional parameters', () => {
    const files = {
      'src/routes/(app)/users/[id=integer]/+server.ts': `${GET} export const PATCH = async () => {}; export const prerender = false;`,
      'src/routes/files/[...path]/+server.js': GET,
      'src/routes/[[lang]]/feed.xml/+server.ts': GET,
      'src/lib/+server.ts': GET,
      'src/routes/users/+page.ts': 'export function load() {}',
    };
    expect(routesOf(kit(files)).routes.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /users/:id', 'PATCH /users/:id', 'GET /:lang/feed.xml', 'GET /files/:path*']);
  });

  test('actions of forms', () => {
    const source = `export const actions = { default: async ({ request }) => {}, remove: async () => {} } satisfies Actions; export const load = () => {};`;
    expect(routesOf(kit({ 'src/routes/posts/+page.server.ts': source })).routes.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /posts', 'POST /posts?/remove']);
  });

  test('hooks stand before, one by one', () => {
    const files = {
      'src/hooks.server.ts': `import { sequence } from '@sveltejs/kit/hooks'; async function log({ event, resolve }) { return resolve(event); } async function auth({ event, resolve }) { return resolve(event); } export const handle = sequence(log, auth);`,
      'src/routes/a/+server.ts': GET,
    };
    expect(table(kit(files))).toEqual(['GET /a [metadata function sometimes, log, auth]']);
  });

  test('a server of its own may do more', () => {
    expect(table(kit({ 'src/routes/a/+server.ts': GET, 'server.js': `import { handler } from './build/handler.js'; import express from 'express'; express().use(handler);` }))).toEqual(['GET /a [metadata function sometimes] ?']);
  });
});

describe('Nitro and Nuxt', () => {
  const nuxt = (files: Sources) => inPackage('nuxt', files);
  const HANDLER = 'export default defineEventHandler(async (event) => ({}));';

  test('suffixes tell methods', () => {
    const files = { 'server/api/users/[id].get.ts': HANDLER, 'server/api/users/index.post.ts': HANDLER, 'server/routes/sitemap.xml.ts': HANDLER, 'server/api/[...].ts': HANDLER, 'server/utils/db.ts': HANDLER };
    expect(table(nuxt(files))).toEqual(['ALL /api/:rest* []', 'GET /api/users/:id []', 'POST /api/users []', 'ALL /sitemap.xml []']);
  });

  test('the handler is the function inside, behind what the object names', () => {
    const files = { 'server/api/a.ts': `import { defineEventHandler } from 'h3'; const auth = (event) => {}; async function read(event) {} export default defineEventHandler({ onRequest: [auth], handler: read });` };
    const { routes } = routesOf(nuxt(files));
    expect(routes.map(({ handler }) => handler?.file.facts.functions[handler.id]?.name)).toEqual(['read']);
    expect(table(nuxt(files))).toEqual(['ALL /api/a [auth]']);
  });

  test('middleware runs before all of them', () => {
    expect(table(nuxt({ 'server/middleware/auth.ts': HANDLER, 'server/api/a.ts': HANDLER }))).toEqual(['ALL /api/a [defineEventHandler()]']);
  });
});

describe('Astro', () => {
  const astro = (files: Sources) => routesOf(inPackage('astro', files)).routes.map(({ method, path, chainComplete }) => `${method} ${path}${chainComplete ? '' : ' ?'}`);

  test('endpoints that are not written out when the site is built', () => {
    const files = {
      'src/pages/api/[id].ts': `export const prerender = false; export const GET = async () => {}; export const DELETE = async () => {};`,
      'src/pages/rss.xml.ts': 'export const GET = async () => {};',
      'src/pages/contact.ts': 'export const POST = async () => {};',
      'src/pages/_hidden.ts': 'export const POST = async () => {};',
    };
    expect(astro(files)).toEqual(['GET /api/:id', 'DELETE /api/:id', 'POST /contact']);
  });
});

describe('Remix and React Router', () => {
  const MODULE = 'export async function loader({ request }) {} export async function action({ request }) {}';
  const remix = (files: Sources) => table(inPackage('@remix-run/node', files));

  test('loaders and actions at the paths that the files name', () => {
    const files = { 'app/routes/users.$id_.edit.tsx': MODULE, 'app/routes/_auth.login/route.tsx': MODULE, 'app/routes/files.$.ts': 'export const loader = async () => {};', 'app/routes/robots[.]txt.ts': 'export const loader = () => {};', 'app/db.server.ts': 'export const action = () => {};' };
    expect(remix(files)).toEqual(['GET /login []', 'POST /login []', 'GET /files/* []', 'GET /robots.txt []', 'GET /users/:id/edit []', 'POST /users/:id/edit []']);
  });

  test('routes.ts tells paths that the files do not', () => {
    expect(remix({ 'app/routes.ts': `import { route } from '@react-router/dev/routes'; export default [route('people/:id', './routes/users.tsx')];`, 'app/routes/users.tsx': MODULE })).toEqual(['GET … []', 'POST … []']);
  });

  test('middleware of modules, and a server of its own, leave the chain open', () => {
    expect(remix({ 'app/routes/a.ts': 'export const loader = () => {};', 'app/root.tsx': 'export const middleware = [];' })).toEqual(['GET /a [] ?']);
    expect(remix({ 'app/routes/a.ts': 'export const loader = () => {};', 'server.ts': `import { createRequestHandler } from '@remix-run/express';` })).toEqual(['GET /a [] ?']);
  });
});

describe('Cloudflare Pages', () => {
  test('functions by method, with the middleware of their folder', () => {
    const files = { 'functions/api/_middleware.ts': 'export async function onRequest(context) {}', 'functions/api/users/[id].ts': 'export const onRequestGet = async () => {}; export const onRequestDelete = async () => {};', 'functions/[[path]].ts': 'export const onRequest = async () => {};' };
    expect(table(inPackage('wrangler', files)).sort()).toEqual(['ALL /:path* []', 'DELETE /api/users/:id [function]', 'GET /api/users/:id [function]']);
  });
});
