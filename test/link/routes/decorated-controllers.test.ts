/** Routes of controllers of LoopBack, of inversify-express-utils and of `@Crud`. */
import { expect, test } from 'vitest';
import { table } from './routes-of.js';

test('of LoopBack: plain classes, path parameters in braces, guards by decorators', () => {
  expect(
    table(`import { del, get, operation, param, post, requestBody } from '@loopback/rest';
import { authenticate } from '@loopback/authentication';
@authenticate('jwt') export class Todos {
  @get('/todos/{id}') async one(@param.path.number('id') id: number) { return id; }
  @post('/todos', { responses: {} }) async add(@requestBody() todo: object) { return todo; }
  @del('/todos/{id}') async remove() {}
  @operation('put', '/todos') async replace() {}
  helper() {}
}
export class Service { @log() get() {} }`),
  ).toEqual([
    'GET /todos/:id [guard authenticate()] ?',
    'POST /todos [guard authenticate()] ?',
    'DELETE /todos/:id [guard authenticate()] ?',
    'PUT /todos [guard authenticate()] ?',
  ]);
});

test('of inversify-express-utils, with the middleware that decorators name', () => {
  expect(
    table(`import { all, controller, httpGet, httpMethod, httpPost, InversifyExpressServer, withMiddleware } from 'inversify-express-utils';
const TYPES = { SignedIn: Symbol.for('SignedIn') };
const limit = (req, res, next) => next();
@controller('/notes', TYPES.SignedIn) export class Notes {
  @httpGet('/') async list() {}
  @httpPost('/:id', limit) async add() {}
  @httpMethod('put', '/:id') async replace() {}
  @all('/raw') @withMiddleware(limit) async raw() {}
}
new InversifyExpressServer(container, null, { rootPath: '/api' }).setConfig((app) => app.use(limit)).build().listen(3000);`),
  ).toEqual(['GET /api/notes [TYPES.SignedIn] ?', 'POST /api/notes/:id [TYPES.SignedIn, limit] ?', 'PUT /api/notes/:id [TYPES.SignedIn] ?', 'ALL /api/notes/raw [TYPES.SignedIn, limit] ?']);
});

test('that a decorator of the class makes, without those left out and with those that a method takes over', () => {
  expect(
    table(`import { Controller, UseGuards } from '@nestjs/common';
import { Crud, Override, ParsedBody, ParsedRequest } from '@nestjsx/crud';
import { JwtGuard, OwnerGuard } from './guards';
@Crud({ model: { type: Hero }, routes: { exclude: ['createManyBase', 'replaceOneBase'] } })
@UseGuards(JwtGuard) @Controller('heroes')
export class Heroes { constructor(public service: HeroService) {}
  @Override() @UseGuards(OwnerGuard) deleteOne(@ParsedRequest() request) {} }
@Crud({ model: { type: Team }, params: { slug: { field: 'slug', type: 'string', primary: true } }, routes: { only: ['getManyBase', 'getOneBase'] } })
@Controller('teams') export class Teams {}`),
  ).toEqual([
    'GET /heroes [guard JwtGuard] ?',
    'POST /heroes [guard JwtGuard] ?',
    'GET /heroes/:id [guard JwtGuard] ?',
    'PATCH /heroes/:id [guard JwtGuard] ?',
    'DELETE /heroes/:id [guard JwtGuard, guard OwnerGuard] ?',
    'GET /teams [] ?',
    'GET /teams/:slug [] ?',
  ]);
});
