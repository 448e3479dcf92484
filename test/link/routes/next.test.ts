/** Routes of Next.js applications: files, wrappers, middleware with its matcher. */
import { describe, expect, test } from 'vitest';
import { routesOf, table } from './routes-of.js';

const PACKAGE = { 'package.json': JSON.stringify({ name: 'web', dependencies: { next: '16.0.0' } }) };
const next = (files: Record<string, string>) => table({ ...PACKAGE, ...files });
const GET = `export async function GET() {}`;

describe('files', () => {
  test('route handlers with groups, parameters and private folders', () => {
    expect(
      next({
        'app/api/users/[id]/route.ts': `${GET} export const PATCH = async () => {}; export const dynamic = 'force-dynamic';`,
        'src/app/(admin)/files/[...path]/route.js': GET,
        'app/@modal/x/route.ts': GET,
        'app/_lib/route.ts': GET,
        'app/api/users/page.tsx': GET,
        'lib/app/api/route.ts': GET,
      }),
    ).toEqual(['GET /x []', 'GET /api/users/:id []', 'PATCH /api/users/:id []', 'GET /files/:path* []']);
  });

  test('API routes of the pages router', () => {
    expect(next({ 'pages/api/users/[id].ts': `export default function handler(req, res) {}`, 'pages/api/index.js': `module.exports = (req, res) => {};`, 'pages/about.tsx': `export default () => null;` })).toEqual(['ALL /api/users/:id []', 'ALL /api []'].sort());
  });

  test('routers that a file exports answer at its path', () => {
    const files = {
      'lib/connect.ts': `import { createRouter } from 'next-connect'; export const log = (req, res, next) => next(); export const auth = (req, res, next) => next(); export const api = () => createRouter().use(log);`,
      'pages/api/notes/[id].ts': `import { api, auth } from '../../../lib/connect'; export default api().get(read).use(auth).post(write).handler({ onError }); function read(req, res) {} function write(req, res) {}`,
      'pages/api/plain.ts': `import nc from 'next-connect'; const handler = nc(); handler.delete((req, res) => res.end()); export default handler;`,
    };
    expect(next(files)).toEqual(['GET /api/notes/:id [log]', 'POST /api/notes/:id [log, auth]', 'DELETE /api/plain []']);
  });

  test('handlers of other files', () => {
    expect(next({ 'app/a/route.ts': `export { list as GET } from '../../lib/handlers';`, 'lib/handlers.ts': `export async function list() {}` })).toEqual(['GET /a []']);
  });

  test('of a package without the framework are none', () => {
    expect(table({ 'app/api/route.ts': GET })).toEqual([]);
  });

  test('of packages in a workspace', () => {
    expect(table({ 'package.json': '{}', 'apps/web/package.json': PACKAGE['package.json'], 'apps/web/app/a/route.ts': GET })).toEqual(['GET /a []']);
  });
});

test('wrappers are links, outermost first, and the function inside answers', () => {
  const files = { ...PACKAGE, 'app/a/route.ts': `import { withAuth, withLog } from '../../lib/wrap'; async function list() {} export const GET = withLog(withAuth(list)); export const POST = withAuth({ role: 'admin' }, async () => {});`, 'lib/wrap.ts': `export const withAuth = (...given) => async (request) => given.at(-1)(request); export const withLog = (handler) => async (request) => handler(request);` };
  expect(table(files)).toEqual(['POST /a [withAuth()]', 'GET /a [withLog(), withAuth()]'].sort());
  const { program, routes } = routesOf(files);
  expect(routes.map((route) => route.handler && program.functionFact(route.handler).name)).toContain('list');
});

test('a handler that is not in the program leaves the chain open', () => {
  expect(next({ 'app/a/route.ts': `import { handlers } from './auth'; export const { GET } = handlers;`, 'app/a/auth.ts': `import NextAuth from 'next-auth'; export const { handlers } = NextAuth({});` })).toEqual(['GET /a [] ?']);
});

describe('middleware', () => {
  const at = (config: string, file = 'middleware.ts') =>
    next({ [file]: `export function middleware(request) {} ${config}`, 'app/api/x/route.ts': GET, 'app/api/health/route.ts': GET, 'app/open/route.ts': GET });

  test('without a matcher stands before every route', () => {
    expect(at('')).toEqual(['GET /api/health [function]', 'GET /api/x [function]', 'GET /open [function]']);
  });

  test('with a matcher before what it matches', () => {
    expect(at(`export const config = { matcher: '/api/:path*' };`)).toEqual(['GET /api/health [function]', 'GET /api/x [function]', 'GET /open []']);
    expect(at(`export const config = { matcher: ['/open', '/api/x'] };`, 'src/middleware.ts')).toEqual(['GET /api/health []', 'GET /api/x [function]', 'GET /open [function]']);
  });

  test('with a matcher that leaves paths out', () => {
    expect(at(`export const config = { matcher: ['/((?!api/health|_next/static|.*\\\\.png$).*)'] };`)).toEqual(['GET /api/health []', 'GET /api/x [function]', 'GET /open [function]']);
  });

  test('with a matcher that asks for more than the path, or is not understood, leaves it open', () => {
    expect(at(`export const config = { matcher: [{ source: '/api/:path*', has: [{ type: 'header', key: 'x' }] }] };`)).toEqual(['GET /api/health [] ?', 'GET /api/x [] ?', 'GET /open []']);
    expect(at(`export const config = { matcher: ['/(api|open)/(.*)'] };`)[0]).toEqual('GET /api/health [] ?');
  });

  test('as proxy', () => {
    expect(next({ 'proxy.ts': `export default function proxy() {}`, 'app/x/route.ts': GET })).toEqual(['GET /x [function]']);
  });
});

test('a file that hands all to another framework is no route of its own', () => {
  expect(next({ 'app/api/[[...route]]/route.ts': `import { Hono } from 'hono'; import { handle } from 'hono/vercel'; const app = new Hono().basePath('/api'); app.get('/x', (c) => c.text('')); export const GET = handle(app);` })).toEqual(['GET /api/x []']);
});
