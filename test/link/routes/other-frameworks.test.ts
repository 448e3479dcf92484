/** Routes of controllers with decorators and of the smaller frameworks. */
import { describe, expect, test } from 'vitest';
import { table } from './routes-of.js';

const routes = (source: string, name = 'app.ts') => table({ [name]: source });

describe('controllers', () => {
  test('of routing-controllers, with the prefix of the server and what runs before', () => {
    expect(
      routes(`import { Authorized, Body, createExpressServer, Get, JsonController, Post, UseBefore } from 'routing-controllers';
const log = (req, res, next) => next();
@JsonController('/users') @UseBefore(log) export class Users { @Get('/:id') one() {} @Authorized() @Post() add(@Body() body: unknown) {} helper() {} }
createExpressServer({ routePrefix: '/api', controllers: [Users] }).listen(3000);`).map((route) => route.replace(/ \[.*/, '')),
    ).toEqual(['GET /api/users/:id', 'POST /api/users']);
  });

  test('of routing-controllers with a prefix that cannot be told have no path', () => {
    expect(
      routes(`import { Get, JsonController, useExpressServer } from 'routing-controllers';
@JsonController('/users') export class Users { @Get('/:id') one() {} }
useExpressServer(app, { routePrefix: process.env.PREFIX });`).map((route) => route.replace(/ \[.*/, '')),
    ).toEqual(['GET …']);
  });

  test('of tsoa, with a guard, and of fastify-decorators', () => {
    expect(
      routes(`import { Controller, Get, Post, Route, Security } from 'tsoa';
@Route('users') export class Users extends Controller { @Get('{id}') async one() {} @Security('jwt') @Post() async add() {} }`),
    ).toEqual(['GET /users/:id [] ?', 'POST /users [guard Security()] ?']);
    expect(
      routes(`import { Controller, GET, POST } from 'fastify-decorators';
@Controller('/users') export default class Users { @GET('/') async list() {} @POST({ url: '/new', options: {} }) async add() {} }
@Controller({ route: '/teams' }) export class Teams { @GET() async list() {} }`),
    ).toEqual(['GET /users [] ?', 'POST /users/new [] ?', 'GET /teams [] ?']);
  });
});

describe('routers', () => {
  test('of h3, in chains, by method and mounted', () => {
    expect(
      routes(`import { createApp, createRouter, eventHandler, H3 } from 'h3';
const app = new H3().get('/a', () => 'a').post('/b', () => 'b'); app.on('PUT', '/c', () => 'c');
const router = createRouter(); router.get('/d', () => 'd'); createApp().use(router);`),
    ).toEqual(['GET /a [] ?', 'POST /b [] ?', 'PUT /c [] ?', 'GET /d [] ?']);
  });

  test('of itty-router, with its base', () => {
    expect(
      routes(`import { AutoRouter, Router } from 'itty-router';
const router = Router(); router.get('/x', () => []).post('/x', async (request) => request.json());
AutoRouter({ base: '/api' }).get('/y/:id', ({ params }) => params.id);`),
    ).toEqual(['GET /x [] ?', 'POST /x [] ?', 'GET /api/y/:id [] ?']);
  });

  test('of polka and its kin, and of restify', () => {
    expect(routes(`const polka = require('polka'); const log = (req, res, next) => next(); polka().use(log).get('/a', (req, res) => res.end()).listen(1);`, 'app.js')).toEqual(['GET /a [log]']);
    expect(
      routes(`const restify = require('restify'); const server = restify.createServer(); const auth = (req, res, next) => next();
server.get('/a/:id', auth, (req, res) => res.send(1)); server.del({ path: '/b', version: '1.0.0' }, (req, res) => res.send(204));`, 'app.js'),
    ).toEqual(['GET /a/:id [auth] ?', 'DELETE /b [] ?']);
  });
});

test('a module that is handed the application and that nobody is seen to call', () => {
  expect(
    routes(`module.exports = (app, db) => { app.get('/users', (req, res) => res.json(1)); app.get('setting'); };
module.exports.more = function (router, mysql, auth) { router.post('/orders', auth, function (req, res) { res.end(); }); };
exports.store = (cache, app) => cache.get('/key', (entry) => entry); exports.read = (app) => app.title;`, 'routes.js'),
  ).toEqual(['GET /users [] ?', 'POST /orders [auth] ?']);
});
