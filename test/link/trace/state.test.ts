import { describe } from 'vitest';
import { followsEach, keepsApart } from './flow-case.js';

describe('state that a middleware writes and a handler reads', () => {
  followsEach([
    ['req.x', `mark(req.wanted);`, `app.use((req, res, next) => { req.wanted = SOURCE; next(); });`],
    ['req.x of an object', `mark(req.wanted.id);`, `app.use((req, res, next) => { req.wanted = { id: SOURCE }; next(); });`],
    ['req.x.y', `mark(req.context.id);`, `app.use((req, res, next) => { req.context = {}; req.context.id = SOURCE; next(); });`],
    ['req.x by ES5', `mark(req.wanted);`, `app.use(function (request, response, next) { request.wanted = SOURCE.trim(); next(); });`.replace('SOURCE.trim', `(SOURCE).trim`).replace('(request, response', '(req, response').replace('request.wanted', 'req.wanted')],
    ['req.x of a middleware in another file', `mark(req.wanted);`, `app.use(require('./a'));`, { 'a.ts': `module.exports = function (req, res, next) { req.wanted = SOURCE; next(); };` }],
    ['res.locals', `mark(res.locals.wanted);`, `app.use((req, res, next) => { res.locals.wanted = SOURCE; next(); });`],
    ['res.locals assigned', `mark(res.locals.wanted);`, `app.use((req, res, next) => { Object.assign(res.locals, { wanted: SOURCE }); next(); });`],
    ['app.locals', `mark(app.locals.wanted);`, `app.use((req, res, next) => { app.locals.wanted = SOURCE; next(); });`],
    ['req.app.locals', `mark(req.app.locals.wanted);`, `app.use((req, res, next) => { req.app.locals.wanted = SOURCE; next(); });`],
    ['read through a destructured request', `const { wanted } = req; mark(wanted);`, `app.use((req, res, next) => { req.wanted = SOURCE; next(); });`],
    ['read in a function that is given the request', `show(req); `, `app.use((req, res, next) => { req.wanted = SOURCE; next(); }); function show(r) { mark(r.wanted); }`],
    ['typed handlers', ``, `import { Request, Response } from 'express'; export function first(req: Request, res: Response, next) { req.wanted = SOURCE; next(); } export function second(req: Request, res: Response) { mark(req.wanted); } app.get('/x', first, second);`],
    ['Koa state', ``, `const Koa = require('koa'); const koa = new Koa(); koa.use(async (ctx, next) => { const req = ctx; ctx.state.wanted = SOURCE; await next(); }); koa.use(async (ctx) => { mark(ctx.state.wanted); });`],
    ['Hono context', ``, `import { Hono } from 'hono'; const hono = new Hono(); hono.use(async (c, next) => { const req = { query: { id: c.req.query('id') } }; c.set('wanted', SOURCE); await next(); }); hono.get('/', (c) => { mark(c.get('wanted')); });`],
    ['Fastify hook', ``, `const fastify = require('fastify')(); fastify.addHook('preHandler', async (req, reply) => { req.wanted = SOURCE; }); fastify.get('/', async (request, reply) => { mark(request.wanted); });`],
  ]);
});

describe('does not mix up', () => {
  keepsApart([
    ['another property', `mark(req.other);`, `app.use((req, res, next) => { req.wanted = SOURCE; req.other = 'x'; next(); });`],
    ['another property of res.locals', `mark(res.locals.other);`, `app.use((req, res, next) => { res.locals.wanted = SOURCE; res.locals.other = 'x'; next(); });`],
    ['a user that was looked up', `mark(req.user.id);`, `app.use(async (req, res, next) => { req.user = await load(); next(); }); async function load() { return { id: 'x' }; }`],
    ['a property of the response against the request', `mark(res.wanted);`, `app.use((req, res, next) => { req.wanted = SOURCE; res.wanted = 'x'; next(); });`],
  ]);
});
