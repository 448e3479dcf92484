import { describe, expect, test } from 'vitest';
import { requestOrigins } from './origins-of.js';

type Row = [name: string, body: string, origins: string[]];

describe('Koa', () => {
  const handler = (body: string) => `const Koa = require('koa'); const Router = require('@koa/router'); const app = new Koa(); const router = new Router(); router.post('/x/:id', async (ctx, next) => { ${body} });`;
  test.each<Row>([
    ['query', 'mark(ctx.query.q)', ['request.query high']],
    ['query of the request', 'mark(ctx.request.query.q)', ['request.query high']],
    ['body', 'mark(ctx.request.body.name)', ['request.body high']],
    ['body by destructuring', 'const { name } = ctx.request.body; mark(name)', ['request.body high']],
    ['params', 'mark(ctx.params.id)', ['request.params high']],
    ['headers', "mark(ctx.headers['x-a'])", ['request.headers high']],
    ['header by get()', "mark(ctx.get('x-a'))", ['request.headers high']],
    ['cookie', "mark(ctx.cookies.get('theme'))", ['request.cookies high']],
    ['url', 'mark(ctx.url)', ['request.url high']],
    ['host', 'mark(ctx.host)', ['request.host high']],
    ['file name', 'mark(ctx.request.files.upload.originalFilename)', ['request.files high']],
    ['raw request', 'mark(ctx.req.url)', ['request.url high']],
    ['file path', 'mark(ctx.request.files.upload.filepath)', []],
    ['response body', 'mark(ctx.body)', []],
    ['state', 'mark(ctx.state.user.id)', []],
    ['method', 'mark(ctx.method)', []],
  ])('%s', (_name, body, origins) => expect(requestOrigins(handler(body))).toEqual(origins));

  test.each([
    ['application middleware', `const Koa = require('koa'); new Koa().use(async (ctx) => mark(ctx.query.q))`],
    ['koa-router', `const router = require('koa-router')(); router.get('/x', async (ctx) => mark(ctx.query.q))`],
    ['Context', `import { Context } from 'koa'; export async function show(ctx: Context) { mark(ctx.query.q) }`],
    ['Koa.ParameterizedContext', `import Koa from 'koa'; export async function show(ctx: Koa.ParameterizedContext) { mark(ctx.query.q) }`],
    ['an alias of it', `import { ParameterizedContext } from 'koa'; type AppContext<T> = ParameterizedContext<T>; export async function show(ctx: AppContext<{}>) { mark(ctx.query.q) }`],
    ['RouterContext', `import { RouterContext } from '@koa/router'; export async function show(ctx: RouterContext) { mark(ctx.query.q) }`],
    ['destructured', `const Koa = require('koa'); new Koa().use(async ({ request: { query } }) => mark(query.q))`],
  ])('by %s', (_name, text) => expect(requestOrigins(text)).toEqual(['request.query high']));
});

describe('Fastify', () => {
  const handler = (body: string) => `const fastify = require('fastify')(); fastify.post('/x/:id', async (request, reply) => { ${body} });`;
  test.each<Row>([
    ['query', 'mark(request.query.q)', ['request.query high']],
    ['body', 'mark(request.body.name)', ['request.body high']],
    ['params', 'mark(request.params.id)', ['request.params high']],
    ['headers', "mark(request.headers['x-a'])", ['request.headers high']],
    ['cookies', 'mark(request.cookies.theme)', ['request.cookies high']],
    ['url', 'mark(request.url)', ['request.url high']],
    ['host', 'mark(request.hostname)', ['request.host high']],
    ['raw url', 'mark(request.raw.url)', ['request.url high']],
    ['file name', 'const data = await request.file(); mark(data.filename)', ['request.files high']],
    ['each part', 'for await (const part of request.parts()) mark(part.filename)', ['request.files high']],
    ['id of the request', 'mark(request.id)', []],
    ['status', 'mark(reply.statusCode)', []],
    ['user', 'mark(request.user.id)', []],
  ])('%s', (_name, body, origins) => expect(requestOrigins(handler(body))).toEqual(origins));

  test.each([
    ['route object', `const app = require('fastify')(); app.route({ method: 'GET', url: '/x', schema: {}, handler: (request, reply) => mark(request.query.q) })`],
    ['options', `const app = require('fastify')(); app.get('/x', { schema: {} }, async (request) => mark(request.query.q))`],
    ['hook', `const app = require('fastify')(); app.addHook('preHandler', async (request, reply) => mark(request.query.q))`],
    ['hook of a route', `const app = require('fastify')(); app.get('/x', { preHandler: (request, reply, done) => { mark(request.query.q) } }, h)`],
    ['error handler', `const app = require('fastify')(); app.setErrorHandler((error, request, reply) => mark(request.query.q))`],
    ['plugin', `const app = require('fastify')(); app.register(async function (instance, options) { instance.get('/x', (request) => mark(request.query.q)) })`],
    ['typed plugin', `import { FastifyInstance } from 'fastify'; export default async function (app: FastifyInstance) { app.get('/x', (request) => mark(request.query.q)) }`],
    ['typed request', `import { FastifyRequest } from 'fastify'; export async function show(request: FastifyRequest<{ Querystring: { q: string } }>) { mark(request.query.q) }`],
    ['typed route', `import Fastify from 'fastify'; const app = Fastify(); app.get<{ Querystring: { q: string } }>('/x', async (request) => mark(request.query.q))`],
  ])('by %s', (_name, text) => expect(requestOrigins(text)).toEqual(['request.query high']));

  test('a web socket gives messages', () => {
    expect(requestOrigins(`const app = require('fastify')(); app.get('/x', { websocket: true }, (socket, req) => { socket.on('message', (message) => mark(message)) })`)).toEqual(['request.body high']);
  });

  test('a hook that sees no request', () => {
    expect(requestOrigins(`const app = require('fastify')(); app.addHook('onRoute', (route) => mark(route.url))`)).toEqual([]);
  });
});

describe('Hapi', () => {
  const handler = (body: string) => `const Hapi = require('@hapi/hapi'); const server = Hapi.server({ port: 1 }); server.route({ method: 'POST', path: '/x/{id}', handler: (request, h) => { ${body} } });`;
  test.each<Row>([
    ['query', 'mark(request.query.q)', ['request.query high']],
    ['payload', 'mark(request.payload.name)', ['request.body high']],
    ['params', 'mark(request.params.id)', ['request.params high']],
    ['headers', "mark(request.headers['x-a'])", ['request.headers high']],
    ['state', 'mark(request.state.theme)', ['request.cookies high']],
    ['host', 'mark(request.info.host)', ['request.host high']],
    ['raw request', 'mark(request.raw.req.url)', ['request.url high']],
    ['credentials', 'mark(request.auth.credentials.id)', []],
    ['settings', 'mark(request.server.settings.app.root)', []],
    ['result of a method before', 'mark(request.pre.user)', []],
  ])('%s', (_name, body, origins) => expect(requestOrigins(handler(body))).toEqual(origins));

  test.each([
    ['list of routes', `const Hapi = require('@hapi/hapi'); const server = new Hapi.Server(); server.route([{ method: 'GET', path: '/x', handler: (request, h) => mark(request.query.q) }])`],
    ['options', `const Hapi = require('@hapi/hapi'); const server = Hapi.server(); server.route({ method: 'GET', path: '/x', options: { handler: async (request) => mark(request.query.q) } })`],
    ['hapi of old', `const Hapi = require('hapi'); const server = new Hapi.Server(); server.route({ method: 'GET', path: '/x', handler: function (request, reply) { mark(request.query.q) } })`],
    ['type', `import { Request } from '@hapi/hapi'; export function show(request: Request) { mark(request.query.q) }`],
  ])('by %s', (_name, text) => expect(requestOrigins(text)).toEqual(['request.query high']));
});

describe('NestJS', () => {
  const controller = (parameter: string, body: string) =>
    `import { Body, Controller, Get, Headers, HostParam, Ip, Param, ParseIntPipe, ParseUUIDPipe, Query, Req, Res, Session, UploadedFile, UploadedFiles } from '@nestjs/common'; @Controller() class C { @Get() show(${parameter}) { ${body} } }`;
  test.each<[string, string, string, string[]]>([
    ['@Body()', '@Body() dto: CreateDto', 'mark(dto.name)', ['request.body high']],
    ["@Body('x')", "@Body('name') name: string", 'mark(name)', ['request.body high']],
    ['@Query()', "@Query('q') q: string", 'mark(q)', ['request.query high']],
    ['@Param()', "@Param('id') id: string", 'mark(id)', ['request.params high']],
    ['@Param() as a whole', '@Param() params: any', 'mark(params.id)', ['request.params high']],
    ['@Headers()', "@Headers('x-a') header: string", 'mark(header)', ['request.headers high']],
    ['@HostParam()', "@HostParam('account') account: string", 'mark(account)', ['request.host high']],
    ['@UploadedFile()', '@UploadedFile() file: Express.Multer.File', 'mark(file.originalname)', ['request.files high']],
    ['@UploadedFile() without a type', '@UploadedFile() file', 'mark(file.originalname)', ['request.files high']],
    ['@Req() without a type', '@Req() req', 'mark(req.query.q)', ['request.query high']],
    ['@Req() of any type', '@Req() req: any', 'mark(req.body.x)', ['request.body high']],
    ['a numeric pipe', "@Param('id', ParseIntPipe) id: number", 'mark(id)', []],
    ['a pipe for UUIDs', "@Param('id', new ParseUUIDPipe()) id: string", 'mark(id)', []],
    ['path of an uploaded file', '@UploadedFile() file', 'mark(file.path)', []],
    ['@Session()', '@Session() session: any', 'mark(session.userId)', []],
    ['@Res()', '@Res() res', 'mark(res.body)', []],
    ['@Req().user', '@Req() req', 'mark(req.user.id)', []],
  ])('%s', (_name, parameter, body, origins) => expect(requestOrigins(controller(parameter, body))).toEqual(origins));

  test.each<Row>([
    ['a decorator of the program', `import { createParamDecorator, ExecutionContext, Get } from '@nestjs/common'; const Tenant = createParamDecorator((data: unknown, ctx: ExecutionContext) => ctx.switchToHttp().getRequest().headers['x-tenant']); class C { @Get() show(@Tenant() tenant: string) { mark(tenant) } }`, ['request.headers high']],
    ['a decorator of the program for the user', `import { createParamDecorator, Get } from '@nestjs/common'; const User = createParamDecorator((data, ctx) => { const request = ctx.switchToHttp().getRequest(); return request.user }); class C { @Get() show(@User() user) { mark(user.id) } }`, []],
    ['a message', `import { SubscribeMessage, MessageBody } from '@nestjs/websockets'; class G { @SubscribeMessage('x') on(@MessageBody() data: any) { mark(data.x) } }`, ['request.body high']],
    ['a message without a decorator', `import { SubscribeMessage } from '@nestjs/websockets'; class G { @SubscribeMessage('x') on(client: any, data: any) { mark(data.x) } }`, ['request.body high']],
    ['the client of a message', `import { SubscribeMessage } from '@nestjs/websockets'; class G { @SubscribeMessage('x') on(client: any, data: any) { mark(client.id) } }`, []],
    ['the payload of a service', `import { MessagePattern, Payload } from '@nestjs/microservices'; class G { @MessagePattern('x') on(@Payload() data: any) { mark(data.x) } }`, ['request.message medium']],
    ['a guard', `import { ExecutionContext } from '@nestjs/common'; export class G { canActivate(context: ExecutionContext) { const request = context.switchToHttp().getRequest(); mark(request.headers.authorization) } }`, ['request.headers high']],
  ])('%s', (_name, text, origins) => expect(requestOrigins(text)).toEqual(origins));
});

describe('Node', () => {
  const server = (body: string) => `const http = require('http'); http.createServer((req, res) => { ${body} }).listen(1);`;
  test.each<Row>([
    ['url', server('mark(req.url)'), ['request.url high']],
    ['query of the url', server("const url = require('url'); mark(url.parse(req.url, true).query.q)"), ['request.url high']],
    ['querystring', server("const qs = require('querystring'); mark(qs.parse(req.url.split('?')[1]).q)"), ['request.url high']],
    ['search parameters', server("const { searchParams } = new URL(req.url, 'http://localhost'); mark(searchParams.get('q'))"), ['request.url high']],
    ['headers', server("mark(req.headers['x-a'])"), ['request.headers high']],
    ['chunks', server("req.on('data', (chunk) => mark(chunk))"), ['request.body high']],
    ['collected chunks', server("const chunks = []; req.on('data', (c) => chunks.push(c)).on('end', () => { const body = Buffer.concat(chunks).toString(); mark(JSON.parse(body).x) })"), ['request.body high']],
    ['iteration', server('for await (const chunk of req) mark(chunk)'), ['request.body high']],
    ['on request', `const http = require('http'); const server = http.createServer(); server.on('request', (req, res) => mark(req.url))`, ['request.url high']],
    ['new Server', `import { Server } from 'node:http'; new Server((req, res) => mark(req.url))`, ['request.url high']],
    ['https', `const https = require('https'); https.createServer({}, (req, res) => mark(req.url))`, ['request.url high']],
    ['http2', `const http2 = require('http2'); http2.createSecureServer({}, (req, res) => mark(req.url))`, ['request.url high']],
    ['by type', `import { IncomingMessage } from 'http'; export function handle(req: IncomingMessage) { mark(req.url) }`, ['request.url high']],
    ['by name', `const http = require('http'); function onRequest(request, response) { mark(request.url) } http.createServer(onRequest).listen(1)`, ['request.url high']],
    ['method', server('mark(req.method)'), []],
    ['an answer to the program', `const http = require('http'); http.get('http://x', (res) => { res.on('data', (chunk) => mark(chunk)) })`, []],
    ['headers of an answer', `import http, { IncomingMessage } from 'http'; http.get('http://x', (res: IncomingMessage) => { mark(res.headers.location) })`, []],
    ['an answer by event', `const http = require('http'); http.request('http://x').on('response', (res) => mark(res.headers.location))`, []],
  ])('%s', (_name, text, origins) => expect(requestOrigins(text)).toEqual(origins));
});

describe('web sockets', () => {
  const ws = (body: string) => `const { WebSocketServer } = require('ws'); const wss = new WebSocketServer({ port: 1 }); wss.on('connection', (ws, req) => { ${body} });`;
  const io = (body: string) => `const { Server } = require('socket.io'); const io = new Server(1); io.on('connection', (socket) => { ${body} });`;
  test.each<Row>([
    ['ws message', ws("ws.on('message', (data) => mark(data.toString()))"), ['request.body high']],
    ['ws message as JSON', ws("ws.on('message', function incoming(message) { const data = JSON.parse(message); mark(data.name) })"), ['request.body high']],
    ['ws message of a typed socket', `import { WebSocketServer, WebSocket } from 'ws'; const wss = new WebSocketServer({ port: 1 }); wss.on('connection', (ws: WebSocket) => { ws.on('message', (data) => mark(data)) });`, ['request.body high']],
    ['WebSocket.Server', `const WebSocket = require('ws'); const wss = new WebSocket.Server({ port: 1 }); wss.on('connection', (ws) => { ws.on('message', (data) => mark(data)) });`, ['request.body high']],
    ['ws onmessage', ws('ws.onmessage = (event) => mark(event.data)'), ['request.body high']],
    ['ws listener', ws("ws.addEventListener('message', (event) => mark(event.data))"), ['request.body high']],
    ['ws request', ws('mark(req.url)'), ['request.url high']],
    ['ws close', ws("ws.on('close', (code) => mark(code))"), []],
    ['ws of a client', `const WebSocket = require('ws'); const ws = new WebSocket('wss://x'); ws.on('message', (data) => mark(data))`, []],
    ['socket.io event', io("socket.on('chat', (payload, callback) => mark(payload.text))"), ['request.body high']],
    ['socket.io second argument', io("socket.on('chat', (room, payload) => mark(payload))"), ['request.body high']],
    ['socket.io handshake query', io('mark(socket.handshake.query.token)'), ['request.query high']],
    ['socket.io handshake auth', io('mark(socket.handshake.auth.token)'), ['request.body high']],
    ['socket.io middleware', `const io = require('socket.io')(server); io.use((socket, next) => mark(socket.handshake.headers.cookie))`, ['request.headers high']],
    ['socket.io namespace', `const io = require('socket.io')(server); io.of('/x').on('connection', (socket) => { socket.on('chat', (text) => mark(text)) })`, ['request.body high']],
    ['socket.io disconnect', io("socket.on('disconnect', (reason) => mark(reason))"), []],
    ['socket.io id', io('mark(socket.id)'), []],
    ['socket.io client', `import { io } from 'socket.io-client'; const socket = io('https://x'); socket.on('chat', (text) => mark(text))`, []],
  ])('%s', (_name, text, origins) => expect(requestOrigins(text)).toEqual(origins));
});

describe('other servers', () => {
  test.each([
    ['restify', `const restify = require('restify'); const server = restify.createServer(); server.get('/x', (req, res, next) => mark(req.query.q))`],
    ['restify of old', `const restify = require('restify'); const server = restify.createServer(); server.get('/x', (req, res, next) => mark(req.query().q))`],
    ['polka', `const polka = require('polka'); polka().get('/x', (req, res) => mark(req.query.q))`],
    ['connect', `const connect = require('connect'); const app = connect(); app.use(function (req, res, next) { mark(req.query.q) })`],
  ])('%s', (_name, text) => expect(requestOrigins(text)).toEqual(['request.query high']));
});
