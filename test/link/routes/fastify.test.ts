/** Routes of Fastify applications: plugins, hooks by phase, encapsulation. */
import { describe, expect, test } from 'vitest';
import { table } from './routes-of.js';

const HEAD = `import fastify from 'fastify'; import fp from 'fastify-plugin'; import { auth, limit } from './hooks';
const app = fastify();
`;
const HOOKS = `export async function auth(request, reply) {} export async function limit(request, reply) {}`;
const app = (source: string, files: Record<string, string> = {}) => table({ 'app.ts': HEAD + source, 'hooks.ts': HOOKS, ...files });

describe('hooks', () => {
  test('hold for all routes of their instance, wherever they stand', () => {
    expect(app(`app.get('/a', async () => 1); app.addHook('onRequest', auth);`)).toEqual(['GET /a [auth]']);
  });

  test('run by phase, the schema between them; those after the handler are left out', () => {
    expect(
      app(`app.addHook('preHandler', limit); app.addHook('onSend', async () => {}); app.addHook('onRequest', auth);
app.post('/a', { schema: { body: {} }, preHandler: [limit], preValidation: auth }, async () => 1);`),
    ).toEqual(['POST /a [auth, auth, schema {…}, limit, limit]']);
  });

  test('of a plugin end with it', () => {
    expect(
      app(`app.register(async (inner) => { inner.addHook('onRequest', auth); inner.get('/in', async () => 1); }, { prefix: '/p' });
app.get('/out', async () => 1);`),
    ).toEqual(['GET /p/in [auth]', 'GET /out []']);
  });

  test('of a wrapped plugin are those of the instance around it', () => {
    expect(
      app(`app.register(fp(async (inner) => { inner.addHook('onRequest', auth); })); app.get('/a', async () => 1); app.register(late);
async function late(inner) { inner.get('/b', async () => 1); }`),
    ).toEqual(['GET /a [auth]', 'GET /b [auth]']);
  });

  test('of a wrapped plugin that is registered later come too late for a plugin', () => {
    expect(
      app(`app.register(async (inner) => { inner.get('/a', async () => 1); }); app.register(fp(async (inner) => { inner.addHook('onRequest', auth); }));`),
    ).toEqual(['GET /a []']);
  });

  test('set after a plugin was awaited come too late for it', () => {
    expect(app(`await app.register(async (inner) => { inner.get('/a', async () => 1); }); app.addHook('onRequest', auth);`)).toEqual(['GET /a []']);
    expect(app(`app.register(async (inner) => { inner.get('/a', async () => 1); }); app.addHook('onRequest', auth);`)).toEqual(['GET /a [auth]']);
  });

  test('under a condition are named with it', () => {
    expect(app(`if (process.env.AUTH) app.addHook('onRequest', auth); app.get('/a', async () => 1);`)).toEqual(['GET /a [auth if AUTH]']);
  });
});

describe('routes', () => {
  test('as an options object, with several methods', () => {
    expect(app(`app.route({ method: ['GET', 'POST'], url: '/a', onRequest: auth, handler: async () => 1 }); app.get('/b', { handler: async () => 1 });`)).toEqual(['GET /a [auth]', 'POST /a [auth]', 'GET /b []']);
  });

  test('in plugins of other files, by import, require and dynamic import', () => {
    const files = {
      'users.ts': `import type { FastifyInstance } from 'fastify'; export default async function (fastify: FastifyInstance) { fastify.get('/', async () => 1); fastify.register(import('./nested'), { prefix: '/nested' }); }`,
      'nested.ts': `export default async function nested(fastify) { fastify.get('/x', async () => 1); }`,
      'teams.js': `module.exports = async function (fastify) { fastify.get('/', async () => 1); };`,
    };
    expect(app(`import users from './users'; app.register(users, { prefix: '/users' }); app.register(require('./teams'), { prefix: '/teams' });`, files)).toEqual([
      'GET /users/nested/x []',
      'GET /teams []',
      'GET /users []',
    ]);
  });

  test('of a plugin that is registered twice are listed for each', () => {
    expect(app(`async function plugin(f) { f.get('/x', async () => 1); } app.register(plugin, { prefix: '/v1' }); app.register(plugin, { prefix: '/v2' });`)).toEqual(['GET /v1/x []', 'GET /v2/x []']);
  });

  test('of a plugin that is registered nowhere are listed as far as they are known', () => {
    expect(table({ 'p.ts': `import type { FastifyInstance } from 'fastify'; export default async (f: FastifyInstance) => { f.get('/x', async () => 1); };` })).toEqual(['GET /x [] ?']);
  });
});

test('a library plugin is a link; a decorated hook is the function behind it', () => {
  expect(
    app(`app.register(import('@fastify/helmet')); app.decorate('verify', async (request) => {}); app.get('/a', { onRequest: [app.verify] }, async () => 1);`),
  ).toEqual(['GET /a [app.register(), app.verify]']);
});
