import { describe, expect, test } from 'vitest';
import { requestOrigins } from './origins-of.js';

const APP = `const express = require('express'); const app = express(); const router = express.Router();`;
const handler = (body: string) => `${APP} app.post('/x/:id', (req, res, next) => { ${body} });`;

describe('what a client controls in an Express request', () => {
  test.each([
    ['query', 'mark(req.query.q)', 'request.query high'],
    ['body', 'mark(req.body.name)', 'request.body high'],
    ['whole body', 'mark(req.body)', 'request.body high'],
    ['raw body', 'mark(req.rawBody)', 'request.body high'],
    ['params', 'mark(req.params.id)', 'request.params high'],
    ['params by destructuring', 'const { id } = req.params; mark(id)', 'request.params high'],
    ['param()', "mark(req.param('id'))", 'request.params high'],
    ['header by member', "mark(req.headers['x-forwarded-host'])", 'request.headers high'],
    ['header by get()', "mark(req.get('host'))", 'request.headers high'],
    ['header by header()', "mark(req.header('referer'))", 'request.headers high'],
    ['cookies', 'mark(req.cookies.theme)', 'request.cookies high'],
    ['url', 'mark(req.url)', 'request.url high'],
    ['original url', 'mark(req.originalUrl)', 'request.url high'],
    ['path', 'mark(req.path)', 'request.url high'],
    ['host name', 'mark(req.hostname)', 'request.host high'],
    ['name of an uploaded file', 'mark(req.file.originalname)', 'request.files high'],
    ['content of an uploaded file', 'mark(req.file.buffer.toString())', 'request.files high'],
    ['name of one of several files', 'mark(req.files[0].originalname)', 'request.files high'],
    ['name of each file', 'req.files.forEach((file) => mark(file.originalname))', 'request.files high'],
    ['name of express-fileupload', 'mark(req.files.avatar.name)', 'request.files high'],
    ['body by chunks', "let body = ''; req.on('data', (chunk) => { body += chunk }); req.on('end', () => mark(JSON.parse(body).x))", 'request.body high'],
    ['body by iteration', 'for await (const chunk of req) mark(chunk)', 'request.body high'],
    ['through a variable of the request', 'const request = req; mark(request.query.q)', 'request.query high'],
    ['query of the parsed url', "mark(require('url').parse(req.url, true).query.q)", 'request.url high'],
    ['query of a URL', "mark(new URL(req.url, 'http://x').searchParams.get('q'))", 'request.url high'],
    ['through res.req', 'mark(res.req.query.q)', 'request.query high'],
  ])('%s', (_name, body, origin) => expect(requestOrigins(handler(body))).toEqual([origin]));
});

describe('what the server sets', () => {
  test.each([
    ['method', 'mark(req.method)'],
    ['application', "mark(req.app.get('root'))"],
    ['session id', 'mark(req.sessionID)'],
    ['session user', 'mark(req.session.userId)'],
    ['signed cookie', 'mark(req.signedCookies.id)'],
    ['path of an uploaded file', 'mark(req.file.path)'],
    ['path of an uploaded file in a variable', 'const file = req.file; mark(file.path)'],
    ['path of an uploaded file by destructuring', 'const { path } = req.file; mark(path)'],
    ['path of one of several files', 'mark(req.files[0].path)'],
    ['path of each file', 'mark(req.files.map((file) => file.path))'],
    ['temporary path of express-fileupload', 'mark(req.files.avatar.tempFilePath)'],
    ['user of the authentication', 'mark(req.user.id)'],
    ['status of the response', 'mark(res.statusCode)'],
    ['constant', "mark('/x')"],
    ['configuration', 'mark(process.env.ROOT)'],
  ])('%s', (_name, body) => expect(requestOrigins(handler(body))).toEqual([]));
});

describe('handlers are found', () => {
  const show = 'function show(req, res) { mark(req.query.q) }';
  test.each([
    ['of a router', `${APP} router.get('/x', (req, res) => mark(req.query.q))`],
    ['of express.Router() by name', `const { Router } = require('express'); const r = Router(); r.get('/x', function (req, res) { mark(req.query.q) })`],
    ['after middleware', `${APP} app.get('/x', auth, (req, res) => mark(req.query.q))`],
    ['in an array', `${APP} app.get('/x', [auth, (req, res) => mark(req.query.q)])`],
    ['of router.route()', `${APP} router.route('/x').all(auth).get((req, res) => mark(req.query.q))`],
    ['in use', `${APP} app.use('/x', (req, res, next) => mark(req.query.q))`],
    ['by name', `${APP} ${show} app.get('/x', show)`],
    ['with a destructured request', `${APP} app.get('/x', ({ query }, res) => mark(query.q))`],
    ['with a deeply destructured request', `${APP} app.get('/x', ({ query: { q } }, res) => mark(q))`],
    ['bound', `${APP} ${show} app.get('/x', show.bind(null))`],
    ['of a class', `${APP} class C { show(req, res) { mark(req.query.q) } } const c = new C(); app.get('/x', c.show)`],
    ['of a class, bound', `${APP} class C { show(req, res) { mark(req.query.q) } } const c = new C(); app.get('/x', c.show.bind(c))`],
    ['in a field of a class', `${APP} class C { show = async (req, res) => { mark(req.query.q) } } const c = new C(); app.get('/x', c.show)`],
    ['registered in a class', `${APP} class C { constructor() { this.router = express.Router(); this.router.get('/x', this.show.bind(this)) } show(req, res) { mark(req.query.q) } }`],
    ['static', `${APP} class C { static show(req, res) { mark(req.query.q) } } app.get('/x', C.show)`],
    ['wrapped by express-async-handler', `${APP} const asyncHandler = require('express-async-handler'); app.get('/x', asyncHandler(async (req, res) => mark(req.query.q)))`],
    ['wrapped by a function of the program', `${APP} const wrap = (fn) => (req, res, next) => fn(req, res, next).catch(next); app.get('/x', wrap(async (req, res) => mark(req.query.q)))`],
    ['wrapped with Promise.resolve', `${APP} function wrap(fn) { return function (req, res, next) { return Promise.resolve(fn(req, res, next)).catch(next) } } app.get('/x', wrap(async (req, res) => mark(req.query.q)))`],
    ['wrapped with rest arguments', `${APP} const wrap = (fn) => (...args) => Promise.resolve(fn(...args)).catch(args[2]); app.get('/x', wrap(async (req, res) => mark(req.query.q)))`],
    ['wrapped with apply', `${APP} function wrap(fn) { return function () { return fn.apply(this, arguments) } } app.get('/x', wrap(function (req, res) { mark(req.query.q) }))`],
    ['made by a factory', `${APP} const make = (name) => (req, res) => mark(req.query[name]); app.get('/x', make('q'))`],
    ['made by a factory with a name', `${APP} function make(name) { const handle = (req, res) => mark(req.query[name]); return handle } app.get('/x', make('q'))`],
    ['in a table', `${APP} const routes = [{ path: '/x', handler: (req, res) => mark(req.query.q) }]; routes.forEach((route) => app.get(route.path, route.handler))`],
    ['as a helper that gets the request', `${APP} function helper(req) { mark(req.query.q) } app.get('/x', (req, res) => helper(req))`],
    ['typed', `import { Request, Response } from 'express'; export const show = (req: Request, res: Response) => { mark(req.query.q) }`],
    ['typed with arguments', `import { Request, Response } from 'express'; export const show = (req: Request<{}, {}, {}, { q: string }>, res: Response) => { mark(req.query.q) }`],
    ['typed by namespace', `import express from 'express'; export const show = (req: express.Request, res: express.Response) => { mark(req.query.q) }`],
    ['typed by an interface that extends it', `import { Request, Response } from 'express'; interface AuthRequest extends Request { user: { id: string } } export const show = (req: AuthRequest, res: Response) => { mark(req.query.q) }`],
    ['typed by an intersection', `import { Request, Response } from 'express'; export const show = (req: Request & { user: any }, res: Response) => { mark(req.query.q) }`],
    ['by the type of the function', `import { RequestHandler } from 'express'; export const show: RequestHandler = (req, res) => { mark(req.query.q) }`],
  ])('%s', (_name, text) => expect(requestOrigins(text)).toEqual(['request.query high']));

  test.each([
    ['exports.show', `exports.show = function (req, res) { mark(req.query.q) }`, `const c = require('./c'); ${APP} app.get('/x', c.show)`],
    ['module.exports', `module.exports = function (req, res) { mark(req.query.q) }`, `${APP} app.get('/x', require('./c'))`],
    ['module.exports = { show }', `function show(req, res) { mark(req.query.q) } module.exports = { show }`, `const { show } = require('./c'); ${APP} app.get('/x', show)`],
    ['an instance', `class C { show(req, res) { mark(req.query.q) } } module.exports = new C()`, `const c = require('./c'); ${APP} app.get('/x', c.show)`],
    ['an app that is handed over', `module.exports = function (app) { app.get('/x', (req, res) => mark(req.query.q)) }`, `${APP} require('./c')(app)`],
  ])('in another file, by %s', (_name, controller, main) => expect(requestOrigins({ 'c.js': controller, 'main.js': main })).toEqual(['request.query high']));
});

describe('positions of parameters', () => {
  test('an error handler gets the error first', () => {
    expect(requestOrigins(`${APP} app.use((err, req, res, next) => { mark(req.query.q) })`)).toEqual(['request.query high']);
    expect(requestOrigins(`${APP} app.use((err, req, res, next) => { mark(err.query.q) })`)).toEqual([]);
    expect(requestOrigins(`${APP} app.use((err, req, res, next) => { mark(res.query) })`)).toEqual([]);
  });

  test('a parameter handler gets the value fourth', () => {
    expect(requestOrigins(`${APP} app.param('id', (req, res, next, id) => { mark(id) })`)).toEqual(['request.params high']);
    expect(requestOrigins(`${APP} app.param('id', (req, res, next, id, name) => { mark(name) })`)).toEqual([]);
  });
});

describe('uploads', () => {
  test.each([
    ['multer filename', `const multer = require('multer'); multer.diskStorage({ filename: (req, file, cb) => cb(null, mark(file.originalname)) })`, ['request.files high']],
    ['multer filter', `const multer = require('multer'); multer({ fileFilter(req, file, cb) { mark(file.mimetype) } })`, ['request.files high']],
    ['multer request', `const multer = require('multer'); multer.diskStorage({ destination: (req, file, cb) => mark(req.body.folder) })`, ['request.body high']],
    ['typed multer file', `export function save(file: Express.Multer.File) { mark(file.originalname) }`, ['request.files high']],
    ['path of a typed multer file', `export function save(file: Express.Multer.File) { mark(file.path) }`, []],
    ['busboy file', `const busboy = require('busboy'); const bb = busboy({ headers: {} }); bb.on('file', (name, stream, info) => mark(info.filename))`, ['request.files high']],
    ['busboy field', `const busboy = require('busboy'); const bb = busboy({ headers: {} }); bb.on('field', (name, value) => mark(value))`, ['request.form high']],
    ['busboy of old', `const Busboy = require('busboy'); const bb = new Busboy({ headers: {} }); bb.on('file', (field, file, filename) => mark(filename))`, ['request.files high']],
    ['busboy error', `const busboy = require('busboy'); const bb = busboy({ headers: {} }); bb.on('error', (error) => mark(error.message))`, []],
    ['connect-busboy', `${APP} app.post('/x', (req, res) => { req.busboy.on('file', (field, file, name) => mark(name)) })`, ['request.files high']],
    ['formidable fields', `const formidable = require('formidable'); const form = formidable({}); form.parse(x, (err, fields, files) => mark(fields.name))`, ['request.form high']],
    ['formidable file name', `const { IncomingForm } = require('formidable'); const form = new IncomingForm(); form.parse(x, (err, fields, files) => mark(files.upload.originalFilename))`, ['request.form high']],
    ['formidable file type', `const { IncomingForm } = require('formidable'); const form = new IncomingForm(); form.parse(x, (err, fields, files) => mark(files.upload.mimetype))`, ['request.files high']],
    ['formidable file path', `const { IncomingForm } = require('formidable'); const form = new IncomingForm(); form.parse(x, (err, fields, files) => mark(files.upload.filepath))`, []],
    ['formidable promise', `import formidable from 'formidable'; const form = formidable({}); const [fields, files] = await form.parse(x); mark(fields.name)`, ['request.form high']],
  ])('%s', (_name, text, origins) => expect(requestOrigins(text)).toEqual(origins));
});
