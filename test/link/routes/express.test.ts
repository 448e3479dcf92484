/** Routes of Express applications: what is found, at which path, behind what. */
import { describe, expect, test } from 'vitest';
import { routesOf, table } from './routes-of.js';

const HEAD = `import express, { Router } from 'express';
import { auth, limit, log, load } from './mw';
const app = express();
`;
const MIDDLEWARE = `export const auth = (req, res, next) => next();
export const limit = (req, res, next) => next();
export const log = (req, res, next) => next();
export const load = (req, res, next) => next();
`;
const app = (source: string, files: Record<string, string> = {}) => table({ 'app.ts': HEAD + source, 'mw.ts': MIDDLEWARE, ...files });

test('a router that a function makes and mounts is one for each call', () => {
    const files = {
      'mount.ts': "import { Router } from 'express'; export const mount = (type, on, { main, guard }) => { const inner = Router(); inner.use(guard); inner.use(main); on.use(`/${type}`, inner); };",
      'orders.ts': `import { Router } from 'express'; export const orders = Router(); orders.get('/:id', (req, res) => res.end());`,
      'users.ts': `import { Router } from 'express'; export const users = Router(); users.get('/me', (req, res) => res.end());`,
    };
    expect(app(`import { mount } from './mount'; import { orders } from './orders'; import { users } from './users'; mount('orders', app, { main: orders, guard: log }); mount('users', app, { main: users, guard: auth });`, files)).toEqual(['GET /orders/:id [log]', 'GET /users/me [auth]']);
});

describe('the order of registration', () => {
  test('middleware after a route is not before it', () => {
    expect(app(`app.use(log); app.get('/a', (req, res) => res.end()); app.use(auth); app.get('/b', (req, res) => res.end());`)).toEqual([
      'GET /a [log]',
      'GET /b [log, auth]',
    ]);
  });

  test('middleware of a path is there below it only', () => {
    expect(app(`app.use('/api', limit); app.get('/api', h); app.get('/api/a', h); app.get('/apix', h); function h(req, res) {}`)).toEqual(['GET /api [limit]', 'GET /api/a [limit]', 'GET /apix []']);
  });

  test('an error handler counts where it stands behind the route', () => {
    expect(app(`app.get('/a', h); app.use((err, req, res, next) => {}); app.get('/b', h); function h(req, res) {}`)).toEqual(['GET /a [error-handler function]', 'GET /b []']);
  });

  test('functions register where they are called, not where they stand', () => {
    expect(app(`function routes() { app.get('/a', (req, res) => res.end()); } function security() { app.use(auth); } security(); routes(); app.use(log);`)).toEqual(['GET /a [auth]']);
  });

  test('modules register in the order in which they are imported', () => {
    const files = {
      'server.ts': `import './security'; import './routes'; import './late';`,
      'base.ts': `import express from 'express'; export const app = express();`,
      'security.ts': `import { app } from './base'; import { auth } from './mw'; app.use(auth);`,
      'routes.ts': `import { app } from './base'; app.get('/a', (req, res) => res.end());`,
      'late.ts': `import { app } from './base'; import { limit } from './mw'; app.use(limit);`,
      'mw.ts': MIDDLEWARE,
    };
    expect(table(files)).toEqual(['GET /a [auth]']);
  });
});

describe('routers', () => {
  test('are mounted with prefix and middleware, nested, and twice', () => {
    expect(
      app(`const users = Router(); users.use(log); users.get('/:id', load, (req, res) => res.end());
const api = Router(); api.use('/users', auth, users);
app.use('/v1', api); app.use('/v2/', limit, api);`),
    ).toEqual(['GET /v1/users/:id [auth, log, load]', 'GET /v2/users/:id [limit, auth, log, load]']);
  });

  test('come through default exports and barrels', () => {
    const files = {
      'users.ts': `import { Router } from 'express'; const router = Router(); router.post('/', (req, res) => res.end()); export default router;`,
      'teams.ts': `import { Router } from 'express'; export const teams = Router(); teams.get('/', (req, res) => res.end());`,
      'index.ts': `export { default as users } from './users'; export * from './teams';`,
    };
    expect(app(`import { users, teams } from './index'; app.use('/users', users); app.use('/teams', auth, teams);`, files)).toEqual(['GET /teams [auth]', 'POST /users []']);
  });

  test('are told apart when one function makes them', () => {
    expect(
      app(`function make(guard) { const router = Router(); router.use(guard); return router; }
const a = make(auth); a.get('/x', (req, res) => res.end());
const b = make(limit); b.get('/y', (req, res) => res.end());
app.use('/a', a); app.use('/b', b);`),
    ).toEqual(['GET /a/x [auth]', 'GET /b/y [limit]']);
  });

  test('are filled by functions that are handed the application', () => {
    const files = { 'users.ts': `import type { Express } from 'express'; export default function (app: Express) { app.get('/users', (req, res) => res.end()); }` };
    expect(app(`import users from './users'; app.use(auth); users(app); app.use(limit);`, files)).toEqual(['GET /users [auth]']);
  });

  test('are filled by a function that another one is handed and calls', () => {
    const files = { 'files.ts': `export default function ({ open, closed }) { open.get('/help', (req, res) => res.end()); closed.post('/upload', (req, res) => res.end()); }` };
    const source = `import files from './files';
function make(register) { const open = Router(); const closed = Router(); closed.use(auth); register({ open, closed }); const all = Router(); all.use(open); all.use(closed); return all; }
app.use('/files', make(files));`;
    expect(app(source, files)).toEqual(['GET /files/help []', 'POST /files/upload [auth]']);
  });

  test('are kept in fields of a class', () => {
    const source = `import express from 'express'; import { auth, log } from './mw';
class Server { app = express(); constructor() { this.security(); this.routes(); this.app.use(log); } security() { this.app.use(auth); } routes() { this.app.get('/a', this.list); } list(req, res) {} }
new Server();`;
    expect(table({ 'app.ts': source, 'mw.ts': MIDDLEWARE })).toEqual(['GET /a [auth]']);
  });

  test('hand on what they do not answer, past their own middleware', () => {
    expect(app(`const a = Router(); a.use(auth); a.get('/x', h); app.use(a); app.get('/y', h); function h(req, res) {}`)).toEqual(['GET /x [auth]', 'GET /y [auth]']);
  });

  test('that are mounted nowhere are listed as far as they are known', () => {
    expect(app(`const lost = Router(); lost.get('/x', auth, (req, res) => res.end());`)).toEqual(['GET /x [auth] ?']);
  });

  test('of CommonJS', () => {
    const files = {
      'app.js': `const express = require('express'); const app = express(); app.use('/users', require('./users')); require('./more')(app);`,
      'users.js': `const router = require('express').Router(); router.get('/', (req, res) => res.end()); module.exports = router;`,
      'more.js': `module.exports = function (app) { app.get('/more', (req, res) => res.end()); };`,
    };
    expect(table(files)).toEqual(['GET /more []', 'GET /users []']);
  });
});

describe('one registration', () => {
  test('with lists, several paths, a chain of methods, and all methods', () => {
    expect(
      app(`const guards = [auth, limit];
app.get(['/a', '/b'], guards, log, (req, res) => res.end());
app.route('/c').all(auth).get((req, res) => res.end()).post(...guards, (req, res) => res.end());
app.all('/d', (req, res) => res.end());`),
    ).toEqual(['GET /a [auth, limit, log]', 'GET /b [auth, limit, log]', 'GET /c [auth]', 'POST /c [auth, auth, limit]', 'ALL /d []']);
  });

  test('in a loop over a table', () => {
    expect(
      app(`const routes = [{ method: 'get', path: '/a', guards: [auth], handler: (req, res) => res.end() }, { method: 'post', path: '/b', guards: [], handler: (req, res) => res.end() }];
for (const route of routes) app[route.method](route.path, ...route.guards, route.handler);
routes.forEach(({ path, handler }) => app.put('/all' + path, handler));
const routers = { users: Router() }; routers.users.get('/x', (req, res) => res.end());
Object.entries(routers).forEach(([name, router]) => app.use('/' + name, router));`),
    ).toEqual(['GET /a [auth]', 'POST /b []', 'PUT /all/a []', 'PUT /all/b []', 'GET /users/x []']);
  });

  test('in a function called for several resources', () => {
    expect(app(`function crud(target, name) { target.get('/' + name, (req, res) => res.end()); } crud(app, 'users'); crud(app, 'teams');`)).toEqual(['GET /teams []', 'GET /users []']);
  });

  test('behind a wrapper: the function inside answers', () => {
    const { program, routes } = routesOf({ 'app.ts': `${HEAD}const wrap = (fn) => (req, res, next) => fn(req, res, next).catch(next); app.get('/a', wrap(list)); async function list(req, res) {}`, 'mw.ts': MIDDLEWARE });
    expect(routes.map((route) => route.handler && program.functionFact(route.handler).name)).toEqual(['list']);
    expect(routes[0]!.chain.map((link) => program.describe(link.value))).toEqual(['wrap(…)']);
  });

  test('of a wildcard whose function hands the request on is middleware', () => {
    expect(app(`app.all('/api/*', (req, res, next) => next()); app.get('/api/x', (req, res) => res.end());`)).toEqual(['GET /api/x [function]']);
  });

  test('of a parameter loads for the routes that have it', () => {
    expect(app(`app.param('id', load); app.get('/a/:id', h); app.get('/b', h); function h(req, res) {}`)).toEqual(['GET /a/:id [load]', 'GET /b []']);
  });
});

describe('what cannot be told', () => {
  test('middleware that is unknown and under a condition is named, and said to be missing', () => {
    expect(app(`if (process.env.LIMIT) app.use(unknown); app.get('/a', h); function h(req, res) {}`)).toEqual(['GET /a [unknown if LIMIT] ?']);
  });

  test('middleware under the condition of the route itself is there', () => {
    expect(app(`if (process.env.ADMIN) { app.use('/admin', auth); app.get('/admin', (req, res) => res.end()); }`)).toEqual(['GET /admin [auth]']);
  });

  test('a middleware that is not known may be anything', () => {
    expect(app(`app.use(config.security); app.get('/a', (req, res) => res.end());`)).toEqual(['GET /a [config.security] ?']);
  });

  test('an unknown prefix leaves the path open', () => {
    expect(app(`const r = Router(); r.get('/x', h); app.use(auth); app.use(config.prefix, r); function h(req, res) {}`)).toEqual(['GET … [auth]']);
  });

  test('a prefix from the environment counts by its default', () => {
    expect(app(`const prefix = process.env.PREFIX ?? '/api'; const r = Router(); r.get('/x', h); app.use(prefix, r); function h(req, res) {}`)).toEqual(['GET /api/x []']);
  });
});

test('what only looks like a route is none', () => {
  expect(
    table(`import axios from 'axios'; import request from 'supertest'; import express from 'express';
const app = express(); const cache = new Map(); const router = { get(path, handler) {} };
axios.get('/a', h); cache.get('/b'); router.get('/c', h); request(app).get('/d'); app.get('title'); app.set('x', h);
function h(req, res) {}`),
  ).toEqual([]);
});

test('a chain knows levels and roles', () => {
  const { routes } = routesOf(`import express from 'express'; import cors from 'cors';
const app = express(); const origin = cors({ origin: '*' }); app.use(origin);
const r = express.Router(); r.use((req, res, next) => next()); r.get('/x', (req, res, next) => next(), (req, res) => res.end()); app.use('/r', r);`);
  expect(routes[0]!.chain.map(({ level, roles }) => `${level} ${roles.join()}`)).toEqual(['application cors.configure', 'router ', 'route ']);
});
