import { describe, expect, test } from 'vitest';
import { requestOrigins } from './origins-of.js';

describe('a handler that nobody is seen to register', () => {
  test.each([
    ['exported, with a use of the request', `exports.show = function (req, res) { mark(req.query.q) }`, 'request.query medium'],
    ['exported, with a use of the response', `module.exports = function (req, res) { mark(req.url); res.end('x') }`, 'request.url medium'],
    ['exported by ES module', `export async function show(req, res) { const { q } = req.query; mark(q); res.json({}) }`, 'request.query medium'],
    ['in an exported object', `module.exports = { show(req, res) { mark(req.body.q); res.send('x') } }`, 'request.body medium'],
    ['with next', `const show = (req, res, next) => { mark(req.params.id) }; module.exports = { show }`, 'request.params medium'],
    ['with long names', `exports.show = (request, response) => { mark(request.query.q); response.send('x') }`, 'request.query medium'],
    ['with any types', `export const show = (req: any, res: any) => { mark(req.query.q) }`, 'request.query medium'],
    ['with types that no import explains', `export const show = (req: Request, res: Response) => { mark(req.query.q); res.send('x') }`, 'request.query medium'],
    ['with types of a library without a model', `import { Req, Res } from 'my-server'; export const show = (req: Req, res: Res) => { mark(req.query.q); res.send('x') }`, 'request.query medium'],
    ['in a class', `export class C { show(req, res) { mark(req.query.q); res.render('x') } }`, 'request.query medium'],
    ['on a prototype', `function C() {} C.prototype.show = function (req, res) { mark(req.query.q); res.render('x') }; module.exports = C`, 'request.query medium'],
    ['on an unknown application', `app.get('/x', (req, res) => { mark(req.query.q) })`, 'request.query medium'],
    ['on an application that is handed over', `module.exports = function (app) { app.post('/x', function (req, res) { mark(req.body.q) }) }`, 'request.body medium'],
    ['on an application of a library without a model', `const app = require('my-server')(); app.post('/x', function (req, res) { mark(req.body.q) })`, 'request.body medium'],
    ['on a computed method', `function add(app, method, path) { app[method](path, (req, res) => { mark(req.body.q); res.end() }) } module.exports = add`, 'request.body medium'],
    ['with the request alone, under a path', `app.get('/x', async (req) => mark(req.query.q))`, 'request.query medium'],
    ['destructured', `exports.show = ({ query }, res) => { mark(query.q); res.send('x') }`, 'request.query medium'],
    ['that handles errors', `exports.failed = (err, req, res, next) => { mark(req.originalUrl); res.status(500).end() }`, 'request.url medium'],
    ['wrapped by something unknown', `exports.show = wrap(async (req, res) => { mark(req.query.q); res.json(1) })`, 'request.query medium'],
    ['through a helper', `function helper(req) { mark(req.query.q) } exports.show = (req, res) => { helper(req); res.send('x') }`, 'request.query medium'],
    ['of Koa', `exports.show = async (ctx) => { mark(ctx.request.body.name); ctx.body = {} }`, 'request.body medium'],
    ['of Koa with next', `module.exports = async (ctx, next) => { mark(ctx.query.q) }`, 'request.query medium'],
    ['of Fastify', `module.exports = async (request, reply) => { mark(request.body.q); reply.code(200).send({}) }`, 'request.body medium'],
    ['of Fastify in a plugin', `module.exports = async function (fastify, options) { fastify.get('/x', async (request) => mark(request.query.q)) }`, 'request.query medium'],
    ['of Hapi', `exports.show = (request, h) => { mark(request.payload.name); return h.response({}) }`, 'request.body medium'],
    ['of Hapi of old', `exports.show = function (request, reply) { mark(request.payload.name); reply('x') }`, 'request.body medium'],
    ['of Hapi in a table', `module.exports = [{ method: 'GET', path: '/x', handler: async (request) => mark(request.query.q) }]`, 'request.query medium'],
    ['by names alone', `exports.show = (req, res) => { mark(req.headers['x-a']) }`, 'request.headers low'],
  ])('%s', (_name, text, origin) => expect(requestOrigins(text)).toEqual([origin]));
});

describe('what looks like a handler and is none', () => {
  test.each([
    ['the answer to a request of the program', `const http = require('http'); http.get('http://x', (res) => { mark(res.headers.location) })`],
    ['the callback of an HTTP client', `require('request')('http://x', (err, response, body) => { mark(response.body) })`],
    ['an interceptor', `import axios from 'axios'; axios.interceptors.request.use((req) => { mark(req.headers.x); return req })`],
    ['an interceptor of answers', `import axios from 'axios'; axios.interceptors.response.use((res) => { mark(res.data); return res })`],
    ['a fetch that is passed on', `export async function send(req) { mark(req.url); return fetch(req) }`],
    ['a callback of reduce', `[1].reduce((req, res) => { mark(req.query.q); return res.send(1) })`],
    ['a mock of a server', `import { rest } from 'msw'; rest.get('/x', (req, res, ctx) => { mark(req.query.q); return res.json(1) })`],
    ['an interceptor of Angular', `import { HttpRequest, HttpHandler } from '@angular/common/http'; export class I { intercept(request: HttpRequest<any>, next: HttpHandler) { mark(request.url) } }`],
    ['a drawing', `export function draw(ctx) { mark(ctx.params.x); ctx.fillRect(0, 0, 1, 1) }`],
    ['a function that the program gives an object', `function show(req, res) { mark(req.query.q); res.send(1) } show({ query: { q: 'x' } }, out)`],
    ['the response', `exports.show = (req, res) => { mark(res.query); res.send(1) }`],
    ['a member that the server sets', `exports.show = (req, res) => { mark(req.user.id); res.send(1) }`],
    ['other names', `exports.show = (input, output) => { mark(input.query.q); output.send(1) }`],
  ])('%s', (_name, text) => expect(requestOrigins(text)).toEqual([]));
});
