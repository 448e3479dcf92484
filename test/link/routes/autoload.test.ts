/** Plugins that @fastify/autoload finds by their files. */
import { expect, test } from 'vitest';
import { table } from './routes-of.js';

const PACKAGE = { 'package.json': '{"dependencies":{"fastify":"5","@fastify/autoload":"6"}}' };
const SERVER = (options: string) => `import Fastify from 'fastify'; import autoload from '@fastify/autoload'; import { join } from 'node:path';
const app = Fastify();
app.register(autoload, { dir: join(import.meta.dirname, 'plugins') });
app.register(autoload, { dir: join(import.meta.dirname, 'routes')${options} });
app.listen({ port: 1 });`;
const AUTH = `import fp from 'fastify-plugin'; export default fp(async (app) => { app.addHook('onRequest', signedIn); }); function signedIn() {}`;
const ROUTES = {
  'src/routes/root.ts': `export default async function (app) { app.get('/', () => 1); }`,
  'src/routes/users/index.ts': `export default async (app) => { app.get('/:id', () => 1); }`,
  'src/routes/users/service.ts': `export default async (app) => { app.get('/never', () => 1); }`,
  'src/routes/users/_id/posts/list.ts': `module.exports = async function (app) { app.post('/', () => 1); }`,
  'src/routes/other/a.ts': `export const autoPrefix = '/b'; export default async (app) => { app.get('/a', () => 1); }`,
};

test('each file is a plugin under the path of its directory, with the hooks of shared plugins before it', () => {
  expect(table({ ...PACKAGE, 'src/server.ts': SERVER(", options: Object.assign({ prefix: '/api' }, given), routeParams: true"), 'src/plugins/auth.ts': AUTH, ...ROUTES })).toEqual([
    'GET /api/b/a [signedIn]',
    'GET /api [signedIn]',
    'POST /api/users/:id/posts [signedIn]',
    'GET /api/users/:id [signedIn]',
    'GET /never [] ?',
  ]);
});

test('directories are no parts of the path where that is switched off, and files of hooks stand before their neighbours', () => {
  const files = { 'src/routes/users/autohooks.js': `module.exports = async function (app) { app.addHook('onRequest', async () => {}); }`, 'src/routes/users/list.js': `module.exports = async (app) => { app.get('/users', () => 1); }` };
  expect(table({ ...PACKAGE, 'src/server.ts': SERVER(', dirNameRoutePrefix: false'), ...files })).toEqual(['GET /users []']);
  expect(table({ ...PACKAGE, 'src/server.ts': SERVER(', autoHooks: true'), ...files })).toEqual(['GET /users/users [function]']);
});

test('a plugin that the command of the framework starts is the whole application; a directory that cannot be told is none', () => {
  const app = `const path = require('path'); const AutoLoad = require('@fastify/autoload');
module.exports = async function (fastify, opts) { fastify.register(AutoLoad, { dir: path.join(__dirname, 'routes'), options: Object.assign({}, opts) }); };`;
  const routes = { 'routes/a/index.js': `module.exports = async function (fastify) { fastify.get('/', async () => 1); }` };
  expect(table({ 'package.json': '{"scripts":{"start":"fastify start -l info app.js"},"dependencies":{"fastify":"5","@fastify/autoload":"6"}}', 'app.js': app, ...routes })).toEqual(['GET /a []']);
  expect(table({ 'app.js': app, ...routes })).toEqual(['GET /a [] ?']);
  expect(table({ 'app.js': app.replace("path.join(__dirname, 'routes')", 'opts.dir'), ...routes })).toEqual(['GET / [] ?']);
});
