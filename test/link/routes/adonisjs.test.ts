/** Routes of AdonisJS 5 and 6: groups, resources, middleware by name, controllers that are loaded when needed. */
import { describe, expect, test } from 'vitest';
import { routesOf, table } from './routes-of.js';

const CLASS = (methods: string) => `export default class Loaded { ${methods} }`;

describe('version 6', () => {
  const files = {
    'package.json': JSON.stringify({ name: 'six', dependencies: { '@adonisjs/core': '6' } }),
    'start/kernel.ts': `import router from '@adonisjs/core/services/router'; import server from '@adonisjs/core/services/server';
server.use([() => import('../app/middleware/json')]); router.use([() => import('@adonisjs/core/bodyparser_middleware')]);
export const middleware = router.named({ auth: () => import('../app/middleware/auth'), admin: () => import('../app/middleware/admin') });`,
    'start/routes.ts': `import router from '@adonisjs/core/services/router'; import { middleware } from './kernel.js';
const Posts = () => import('../app/controllers/posts.js'); import Users from '../app/controllers/users.js';
router.get('/', async ({ view }) => view.render('home')); router.on('/about').render('about');
router.group(() => {
  router.get('users/:id', [Users, 'show']).use(middleware.admin());
  router.group(() => { router.resource('posts.comments', Posts).apiOnly().except(['destroy']).use(['store', 'update'], middleware.admin()); }).prefix('v2');
  more();
}).prefix('/api').use([middleware.auth({ guards: ['api'] })]);
function more() { router.post('/posts', [Posts, 'store']).prefix('x'); }`,
    'app/controllers/posts.ts': CLASS('async index() {} async store({ request }) { return request.body(); } show() {} update() {}'),
    'app/controllers/users.ts': CLASS('show() {}'),
    'app/middleware/auth.ts': CLASS('async handle(ctx, next) { await ctx.auth.authenticateUsing(); return next(); }'),
    'app/middleware/admin.ts': CLASS('handle(ctx, next) { return next(); }'),
    'app/middleware/json.ts': CLASS('handle(ctx, next) { return next(); }'),
  };
  test('paths and middleware that groups, resources and later calls add', () => {
    const lines = table(files).map((line) => line.replace('[function, function', '['));
    expect(lines.sort()).toEqual([
      'GET / []',
      'GET /about []',
      'GET /api/users/:id [, middleware.auth(), middleware.admin()]',
      'GET /api/v2/posts/:post_id/comments [, middleware.auth()]',
      'GET /api/v2/posts/:post_id/comments/:id [, middleware.auth()]',
      'PATCH /api/v2/posts/:post_id/comments/:id [, middleware.auth(), middleware.admin()]',
      'POST /api/v2/posts/:post_id/comments [, middleware.auth(), middleware.admin()]',
      'POST /api/x/posts [, middleware.auth()]',
      'PUT /api/v2/posts/:post_id/comments/:id [, middleware.auth(), middleware.admin()]',
    ]);
  });
  test('handlers and middleware are the methods of the classes', () => {
    const { routes } = routesOf(files);
    const named = (ref: { file: { facts: { path: string; functions: readonly { name: string }[] } }; id: number } | null) => (ref === null ? '' : `${ref.file.facts.path} ${ref.file.facts.functions[ref.id]!.name}`);
    expect(routes.filter((route) => route.path !== '/' && route.path !== '/about').map((route) => named(route.handler)).sort()).toEqual([
      'app/controllers/posts.ts index', 'app/controllers/posts.ts show', 'app/controllers/posts.ts store', 'app/controllers/posts.ts store',
      'app/controllers/posts.ts update', 'app/controllers/posts.ts update', 'app/controllers/users.ts show',
    ]);
    const [guarded] = routes.filter((route) => route.path === '/api/x/posts');
    expect(guarded!.chain.at(-1)!.entities.map((entity) => (entity.kind === 'function' ? named(entity.ref) : entity.kind))).toEqual(['app/middleware/auth.ts handle']);
  });
});

test('version 5: controllers and middleware by name', () => {
  const files = {
    'package.json': JSON.stringify({ name: 'five', dependencies: { '@adonisjs/core': '5' } }),
    'start/kernel.ts': `import Server from '@ioc:Adonis/Core/Server';
Server.middleware.register([() => import('@ioc:Adonis/Core/BodyParser')]);
Server.middleware.registerNamed({ auth: () => import('App/Middleware/Auth'), acl: () => import('App/Middleware/Acl') });`,
    'start/routes.ts': `import './routes/users'; import Route from '@ioc:Adonis/Core/Route'; Route.post('/login', 'AuthController.login').middleware(['unheard']);`,
    'start/routes/users.ts': `import Route from '@ioc:Adonis/Core/Route';
Route.group(() => { Route.get('/:id', 'UsersController.show').middleware('acl:admin,owner'); Route.resource('/', 'UsersController').only(['index']); }).prefix('/users').middleware('auth');
Route.get('/panel', 'PanelController.index').namespace('App/Controllers/Http/Admin');`,
    'app/Controllers/Http/UsersController.ts': CLASS('show({ params }) { return params.id; } index() {}'),
    'app/Controllers/Http/AuthController.ts': CLASS('login() {}'),
    'app/Controllers/Http/Admin/PanelController.ts': CLASS('index() {}'),
  };
  expect(table(files).sort()).toEqual([
    'GET /panel [function]',
    "GET /users [function, \"auth\"]",
    "GET /users/:id [function, \"auth\", \"acl:admin,owner\"]",
    'POST /login [function, "unheard"] ?',
  ]);
  expect(routesOf(files).routes.map((route) => route.handler === null)).toEqual([false, false, false, false]);
});
