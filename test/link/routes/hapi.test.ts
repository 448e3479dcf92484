/** Routes of hapi: tables from other files, plugins with prefixes, settings that say who is let in. */
import { expect, test } from 'vitest';
import { table } from './routes-of.js';

test('tables from other files, in plugins with prefixes, with the hooks of the server', () => {
  expect(
    table({
      'server.ts': `import Hapi from '@hapi/hapi';
import * as teams from './teams.js';
import { users } from './users.js';
const server = Hapi.server({ port: 1 });
server.ext('onPreHandler', log);
function log(request, h) { return h.continue; }
export async function start() {
  server.auth.default('session');
  await server.register([users, { plugin: teams, routes: { prefix: '/v1' } }]);
  server.route({ method: ['PUT', 'PATCH'], path: '/me/{id?}', options: { pre: [{ method: load, assign: 'me' }], handler: () => 1 } });
  server.route({ method: '*', path: '/{any*}', options: { auth: false }, handler: () => 'nothing' });
}
function load(request) { return 1; }`,
      'users.ts': `import { list } from './more.js';
export const users = { name: 'users', register: async (server, options) => { server.route([{ method: 'GET', path: '/users/{id}', options: { auth: { mode: 'try', strategy: 'session' } }, handler: (request) => request.params.id }, ...list]); } };`,
      'more.ts': `export const list = [{ method: 'POST', path: '/users', config: { auth: { access: { scope: ['admin'] } }, validate: { payload: schema } }, handler: add }].concat([{ method: 'get', path: '/count', handler: () => 2 }]);
function add(request, h) { return h.response(request.payload); } const schema = {};`,
      'teams.ts': `const routes = require('./team-routes');
exports.plugin = { name: 'teams', register(server) { routes.filter(Boolean).forEach((route) => server.route(route)); } };`,
      'team-routes.js': `module.exports = [{ method: 'GET', path: '/teams', handler: () => [] }];`,
    }).sort(),
  ).toEqual([
    'ALL /:any [log]',
    'GET /count [guard "session", log]',
    'GET /users/:id [log]',
    'GET /v1/teams [guard "session", log]',
    'PATCH /me/:id [guard "session", log, load]',
    'POST /users [guard {…}, schema {…}, log]',
    'PUT /me/:id [guard "session", log, load]',
  ]);
});

test('modules that are handed a server by nobody that is seen', () => {
  expect(table({ 'routes.js': `module.exports = (server) => { server.route({ method: 'GET', path: '/a', handler: (request, h) => h.response(1) }); };` }))
    .toEqual(['GET /a [] ?']);
  expect(
    table({ 'routes.js': `const Joi = require('joi'); const Boom = require('@hapi/boom'); const Hapi = require('@hapi/hapi');
exports.register = (server) => server.route({ method: 'GET', path: '/a', handler: (request, h) => h.response(1) });` }),
  ).toEqual(['GET /a [] ?']);
});
