/** Routes that a program registers through functions and base classes of its own. */
import { describe, expect, test } from 'vitest';
import { routesOf, table } from './routes-of.js';

const handlersOf = (files: Record<string, string>) => routesOf(files).routes.map((route) => `${route.method} ${route.path} ${route.handler?.file.facts.functions[route.handler.id]?.name ?? 'none'}`);

describe('functions that hand a path on', () => {
  test('register at each of their calls, with all handlers that these give', () => {
    const source = `import express from 'express'; const router = express.Router();
function add(path, ...handlers) { router.get('/v1' + path, log, ...handlers); }
function list(req, res) {} function read(req, res) {} const log = (req, res, next) => next(); const auth = (req, res, next) => next();
add('/users', list); add('/users/:id', auth, read);
const app = express(); app.use('/api', router);`;
    expect(table(source)).toEqual(['GET /api/v1/users [log]', 'GET /api/v1/users/:id [log, auth]']);
    expect(handlersOf({ 'app.ts': source })).toEqual(['GET /api/v1/users list', 'GET /api/v1/users/:id read']);
  });

  test('register where they are called, in order', () => {
    expect(
      table(`import express from 'express'; const app = express();
function add({ path, handler }) { app.get(path, handler); }
add({ path: '/open', handler: (req, res) => res.end() });
app.use(function auth(req, res, next) { next(); });
add({ path: '/closed', handler: (req, res) => res.end() });`),
    ).toEqual(['GET /open []', 'GET /closed [function]']);
  });

  test('that nobody calls register one route of an unknown path', () => {
    expect(table(`import express from 'express'; const app = express(); export function add(path, handler) { app.get(path, handler); }`)).toEqual(['GET … []']);
  });

  test('are no routes where another function of them is never called', () => {
    expect(
      table(`import express from 'express'; const app = express();
function add(method, path, handler) { app[method](path, handler); }
export function post(path, handler) { add('post', path, handler); }
function get(path, handler) { add('get', path, handler); }
get('/a', (req, res) => res.end());`),
    ).toEqual(['GET /a []']);
  });
});

const CONTROLLER = `import { Router } from 'express';
const permit = (permission) => (req, res, next) => (permission === 'none' ? next() : res.status(403).end());
const typed = (...types) => (req, res, next) => next();
export default class Controller {
  constructor(config) { this.app = Router(); }
  wrap(handler) { return async (req, res) => { try { await handler(req, res); } catch (error) { res.status(500).end(); } }; }
  before(options) {
    const { middleware = [], types = [] } = options;
    return options.method === 'get' || options.anyType ? middleware : [typed(...types), ...middleware];
  }
  route(options) { this.app[options.method](options.path, permit(options.permission), this.before(options), this.wrap(options.handler.bind(this))); }
  get(path, handler, permission = 'none') { this.route({ method: 'get', path, handler, permission }); }
  use(path, router) { this.app.use(path, router); }
  get router() { return this.app; }
}`;

describe('a base class that makes the router', () => {
  const files = {
    'controller.ts': CONTROLLER,
    'users.ts': `import Controller from './controller'; import { check } from './check';
export class Users extends Controller {
  constructor(config) { super(config); this.get('/', this.list); this.route({ method: 'post', path: '/', handler: this.create, permission: 'admin', middleware: [check] }); }
  list(req, res) {} create(req, res) {}
}`,
    'teams.ts': `import Controller from './controller';
export class Teams extends Controller { constructor(config) { super(config); this.get('/:id', this.read); } read(req, res) {} }`,
    'check.ts': 'export const check = (req, res, next) => next();',
    'index.ts': `import Controller from './controller'; import { Users } from './users'; import { Teams } from './teams';
export class Index extends Controller { constructor(config) { super(config); this.use('/users', new Users(config).router); this.use('/teams', new Teams(config).router); } }`,
    'app.ts': `import express from 'express'; import { Index } from './index'; const app = express(); app.use('/api', new Index({}).router);`,
  };

  test('has another one for each class that extends it', () => {
    expect(handlersOf(files)).toEqual(['GET /api/teams/:id read', 'GET /api/users list', 'POST /api/users create']);
  });

  test('puts together what runs before each route', () => {
    expect(table(files)).toEqual([
      'GET /api/teams/:id [permit(), this.wrap()]',
      'GET /api/users [permit(), this.wrap()]',
      'POST /api/users [permit(), typed(), check, this.wrap()]',
    ]);
  });

  test('says where each route is written', () => {
    expect(routesOf(files).routes.map((route) => route.value.file.facts.path)).toEqual(['teams.ts', 'users.ts', 'users.ts']);
  });
});

describe('routers that are gone through in a loop', () => {
  test('are mounted at the path of each', () => {
    const files = {
      'users.ts': `import { Router } from 'express'; export class Users { path = '/users'; router = Router(); constructor() { this.router.get('/', this.list); } list(req, res) {} }`,
      'teams.ts': `import { Router } from 'express'; export class Teams { path = '/teams'; router = Router(); constructor() { this.router.get('/', this.read); } read(req, res) {} }`,
      'app.ts': `import express from 'express'; import { Users } from './users'; import { Teams } from './teams';
class App { app = express(); constructor(controllers) { controllers.forEach((controller) => { this.app.use(controller.path, controller.router); }); } }
new App([new Users(), new Teams()]);`,
    };
    expect(handlersOf(files)).toEqual(['GET /teams read', 'GET /users list']);
  });
});

const LISTING = `import express from 'express';
export default class PromiseRouter {
  constructor(routes = [], appId) { this.routes = routes; this.appId = appId; this.mountRoutes(); }
  mountRoutes() {}
  route(method, path, ...handlers) {
    let handler = handlers[0];
    if (handlers.length > 1) handler = function (req) { return handlers.reduce((before, next) => before.then(() => next(req)), Promise.resolve()); };
    this.routes.push({ path: path, method: method, handler: handler });
  }
  mountOnto(app) {
    this.routes.forEach((route) => {
      const method = route.method.toLowerCase();
      const handler = answering(this.appId, route.handler);
      app[method].call(app, route.path, handler);
    });
    return app;
  }
  expressRouter() { return this.mountOnto(express.Router()); }
}
function answering(appId, handler) { return function (req, res, next) { handler(req).then((result) => res.json(result)); }; }
`;

describe('a list that is filled before it is gone through', () => {
  const files = {
    'base.ts': LISTING,
    'users.ts': `import PromiseRouter from './base'; import { once } from './once';
export class Users extends PromiseRouter {
  find(req) {}
  mountRoutes() { this.route('GET', '/users', (req) => this.find(req)); this.route('POST', '/users', once, this.find); }
}`,
    'pages.ts': `import PromiseRouter from './base'; import express from 'express';
export class Pages extends PromiseRouter {
  mountRoutes() { this.route('GET', '/home', this.home); } home(req) {}
  expressRouter() { const router = express.Router(); router.use('/', super.expressRouter()); return router; }
}`,
    'once.ts': 'export function once(req) {}',
    'app.ts': `import express from 'express'; import PromiseRouter from './base'; import { Users } from './users'; import { Pages } from './pages';
const api = express();
function joined() {
  const routers = [new Users()];
  const routes = routers.reduce((all, router) => { return all.concat(router.routes); }, []);
  const result = new PromiseRouter(routes, 'id');
  result.route('POST', '/batch', function batch(req) {});
  return result;
}
api.use('/pages', new Pages().expressRouter());
api.use('/api', joined().expressRouter());`,
  };

  test('registers each row that any call of the base class pushed, on the router that the list is for', () => {
    expect(table(files)).toEqual(['POST /api/batch [answering()]', 'GET /pages/home [answering()]', 'GET /api/users [answering()]', 'POST /api/users [answering(), once]']);
  });

  test('of a module holds what its functions push', () => {
    expect(
      handlersOf({
        'app.ts': `import express from 'express'; const routes = [];
function add(path, handler) { routes.push({ path, handler }); }
function list(req, res) {} function read(req, res) {}
add('/a', list); add('/b', read); routes.push({ path: '/c', handler: list });
const app = express(); for (const route of routes) app.get(route.path, route.handler);`,
      }),
    ).toEqual(['GET /a list', 'GET /b read', 'GET /c list']);
  });
});
