/** Routes of Koa and Hono applications. */
import { describe, expect, test } from 'vitest';
import { table } from './routes-of.js';

const MIDDLEWARE = `export const auth = async (ctx, next) => next(); export const log = async (ctx, next) => next(); export const limit = async (ctx, next) => next();`;
const IMPORTS = `import { auth, log, limit } from './mw';\n`;
const routes = (source: string) => table({ 'app.ts': IMPORTS + source, 'mw.ts': MIDDLEWARE });

describe('koa', () => {
  const HEAD = `import Koa from 'koa'; import Router from '@koa/router'; const app = new Koa(); const h = async (ctx) => {};\n`;

  test('prefixes, middleware of application and router, named routes', () => {
    expect(
      routes(`${HEAD}const router = new Router({ prefix: '/users' }); app.use(log); router.use(auth);
router.get('/', h).post('create', '/new', limit, h).del('/:id', h); app.use(router.routes()).use(router.allowedMethods());`),
    ).toEqual(['GET /users [log, auth]', 'POST /users/new [log, auth, limit]', 'DELETE /users/:id [log, auth]']);
  });

  test('nested routers, and a router whose middleware ends with it', () => {
    expect(
      routes(`${HEAD}const inner = new Router(); inner.get('/x', h); const outer = new Router().prefix('/o'); outer.use('/i', auth, inner.routes());
const other = new Router(); other.get('/y', h); app.use(outer.routes()); app.use(other.middleware());`),
    ).toEqual(['GET /o/i/x [auth]', 'GET /y []']);
  });

  test('mounted applications and composed middleware', () => {
    expect(
      routes(`${HEAD}import mount from 'koa-mount'; import compose from 'koa-compose';
const admin = new Koa(); const r = new Router(); r.get('/x', h); admin.use(auth).use(r.routes());
app.use(compose([log, limit])); app.use(mount('/admin', admin));`),
    ).toEqual(['GET /admin/x [log, limit, auth]']);
  });
});

describe('hono', () => {
  const HEAD = `import { Hono } from 'hono'; const app = new Hono(); const h = (c) => c.text('x');\n`;

  test('middleware by pattern and order', () => {
    expect(routes(`${HEAD}app.use(log); app.use('/api/*', auth); app.use('/api', limit); app.get('/api/x', h); app.get('/y', h); app.use(limit);`)).toEqual([
      'GET /api/x [log, auth]',
      'GET /y [log]',
    ]);
  });

  test('chained calls, several methods and paths', () => {
    expect(routes(`${HEAD}app.get('/a', h).post(auth, h).on(['PUT', 'DELETE'], ['/b', '/c'], h);`)).toEqual(['GET /a []', 'POST /a [auth]', 'DELETE /b []', 'PUT /b []', 'DELETE /c []', 'PUT /c []']);
  });

  test('sub-applications and base paths', () => {
    expect(
      routes(`${HEAD}const users = new Hono().use(auth).get('/:id', h); const v1 = new Hono().basePath('/v1'); v1.get('/ping', h);
app.use(log); app.route('/users', users); app.route('/', v1); app.basePath('/b').get('/x', h);`),
    ).toEqual(['GET /users/:id [log, auth]', 'GET /v1/ping [log]', 'GET /b/x [log]']);
  });

  test('applications that one function makes are told apart', () => {
    expect(
      routes(`import { Hono } from 'hono'; const h = (c) => c.text('x'); function create() { const app = new Hono(); app.use(log); return app; }
const main = create(); const a = create().get('/x', auth, h); const b = create().get('/y', h); main.route('/a', a).route('/b', b);`),
    ).toEqual(['GET /a/x [log, log, auth]', 'GET /b/y [log, log]']);
  });

  test('routes told by their description', () => {
    expect(
      routes(`import { OpenAPIHono, createRoute } from '@hono/zod-openapi'; const app = new OpenAPIHono();
const route = createRoute({ method: 'get', path: '/users/{id}', middleware: [auth], request: {}, responses: {} }); app.openapi(route, (c) => c.json({}));`),
    ).toEqual(['GET /users/:id [auth, schema {…}]']);
  });
});
