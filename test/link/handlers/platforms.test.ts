/** Request data of web platforms and serverless functions: what their handlers are given, typed or not. */
import { describe, expect, test } from 'vitest';
import { requestKinds } from './origins.js';

type Case = [name: string, path: string, source: string, kinds: string[], dependencies?: string[]];

const kit = ['@sveltejs/kit'];
const remix = ['react-router'];
const elysia = `import { Elysia } from 'elysia'; const app = new Elysia();`;
const hono = `import { Hono } from 'hono'; const app = new Hono();`;

const REQUEST_DATA: Case[] = [
  ['SvelteKit endpoint params', 'src/routes/x/+server.ts', `export async function GET({ params, url }) { mark(params.id) }`, ['request.params'], kit],
  ['SvelteKit endpoint query', 'src/routes/x/+server.js', `export const GET = async ({ url }) => { mark(url.searchParams.get('q')) }`, ['request.query'], kit],
  ['SvelteKit endpoint body', 'src/routes/x/+server.ts', `export async function POST(event) { const { id } = await event.request.json(); mark(id) }`, ['request.body'], kit],
  ['SvelteKit typed endpoint', 'src/lib/x.ts', `import type { RequestHandler } from '@sveltejs/kit'; export const POST: RequestHandler = async ({ cookies }) => { mark(cookies.get('id')) }`, ['request.cookies'], kit],
  ['SvelteKit load', 'src/routes/x/+page.server.ts', `export async function load({ params }) { mark(params.slug) }`, ['request.params'], kit],
  ['SvelteKit form action', 'src/routes/x/+page.server.ts', `export const actions = { default: async ({ request }) => { const data = await request.formData(); mark(data.get('name')) } }`, ['request.form'], kit],
  ['SvelteKit typed form action', 'src/routes/x/+page.server.ts', `import type { Actions } from './$types'; export const actions = { login: async ({ request }) => { mark((await request.formData()).get('name')) } } satisfies Actions`, ['request.form'], kit],
  ['Remix loader', 'app/routes/x.tsx', `export async function loader({ params }) { mark(params.id) }`, ['request.params'], remix],
  ['Remix action', 'app/routes/x.tsx', `import type { ActionFunctionArgs } from '@remix-run/node'; export const action = async ({ request }: ActionFunctionArgs) => { const form = await request.formData(); mark(form.get('name')) }`, ['request.form']],
  ['React Router route types', 'app/routes/x.tsx', `import type { Route } from './+types/x'; export async function loader({ request }: Route.LoaderArgs) { mark(new URL(request.url).searchParams.get('q')) }`, ['request.url'], remix],
  ['Astro endpoint', 'src/pages/api/x.ts', `export async function GET({ params, request }) { mark(params.id) }`, ['request.params'], ['astro']],
  ['Astro typed endpoint', 'src/pages/api/x.ts', `import type { APIRoute } from 'astro'; export const POST: APIRoute = async ({ request }) => { mark((await request.json()).id) }`, ['request.body'], ['astro']],
  ['h3 query', 'server/api/x.ts', `import { defineEventHandler, getQuery } from 'h3'; export default defineEventHandler((event) => { const { id } = getQuery(event); mark(id) })`, ['request.query']],
  ['Nitro auto-imports', 'server/api/x.post.ts', `export default defineEventHandler(async (event) => { const body = await readBody(event); mark(body.name) })`, ['request.body'], ['nuxt']],
  ['Nitro router parameter', 'server/api/[id].ts', `export default eventHandler((event) => mark(getRouterParam(event, 'id')))`, ['request.params'], ['nuxt']],
  ['h3 node request', 'server/api/x.ts', `import { eventHandler } from 'h3'; export default eventHandler((event) => { mark(event.node.req.url) })`, ['request.url']],
  ['Elysia params', 'app.ts', `${elysia} app.get('/x/:id', ({ params: { id } }) => mark(id))`, ['request.params']],
  ['Elysia chained', 'app.ts', `${elysia} app.get('/a', () => 1).post('/x', ({ body }) => mark(body.name)).listen(1)`, ['request.body']],
  ['Elysia cookie in a group', 'app.ts', `${elysia} app.group('/v1', (group) => group.get('/x', ({ cookie }) => mark(cookie.name.value)))`, ['request.cookies']],
  ['Hono parameter', 'app.ts', `${hono} app.get('/x/:id', (c) => mark(c.req.param('id')))`, ['request.params']],
  ['Hono parsed body', 'app.js', `const { Hono } = require('hono'); const app = new Hono(); app.post('/x', async (c) => { const body = await c.req.parseBody(); mark(body.name) })`, ['request.form']],
  ['Bun.serve', 'app.ts', `Bun.serve({ port: 1, async fetch(req) { mark((await req.json()).id) } })`, ['request.body']],
  ['Bun.serve routes', 'app.ts', `Bun.serve({ routes: { '/x/:id': { GET: (req) => mark(req.params.id) } } })`, ['request.params']],
  ['Deno.serve', 'app.ts', `Deno.serve({ port: 1 }, async (request) => mark(await request.text()))`, ['request.body']],
  ['AdonisJS input', 'app/controllers/users.ts', `import type { HttpContext } from '@adonisjs/core/http'; export default class Users { async store({ request }: HttpContext) { mark(request.input('name')) } }`, ['request.body']],
  ['AdonisJS params', 'start/routes.ts', `import router from '@adonisjs/core/services/router'; router.get('/x/:id', async ({ params }) => mark(params.id))`, ['request.params']],
  ['Lambda body', 'index.js', `exports.handler = async (event, context) => { const { id } = JSON.parse(event.body); mark(id) }`, ['request.body']],
  ['Lambda path parameter', 'index.mjs', `export const handler = async (event) => { mark(event.pathParameters.id) }`, ['request.params']],
  ['Lambda by another name', 'users.js', `module.exports.getUser = async (event) => { mark(event.queryStringParameters.id) }`, ['request.query']],
  ['Lambda in ES5', 'index.js', `exports.handler = function (event, context, callback) { mark(event.headers['x-name']) }`, ['request.headers']],
  ['Lambda typed', 'src/get.ts', `import { APIGatewayProxyHandler } from 'aws-lambda'; export const get: APIGatewayProxyHandler = async (event) => { mark(event.queryStringParameters?.id) }`, ['request.query']],
  ['Lambda event typed', 'src/get.ts', `import type { APIGatewayProxyEventV2 } from 'aws-lambda'; export async function main(event: APIGatewayProxyEventV2) { mark(event.rawQueryString) }`, ['request.query']],
  ['Lambda destructured', 'index.js', `exports.handler = async ({ pathParameters }) => { mark(pathParameters.id) }`, ['request.params']],
  ['Lambda invoked directly', 'index.js', `exports.handler = async (event) => { mark(event.name) }`, ['request.message']],
  ['Lambda in middy', 'index.ts', `import middy from '@middy/core'; const list = async (event) => { mark(event.body) }; export const handler = middy(list).use(json())`, ['request.body']],
  ['Lambda in middy.handler', 'index.ts', `import middy from '@middy/core'; export const run = middy().use(json()).handler(async (event) => { mark(event.body) })`, ['request.body']],
  ['Lambda queue', 'index.js', `exports.handler = async (event) => { for (const record of event.Records) { mark(JSON.parse(record.body).id) } }`, ['request.message']],
  ['Lambda queue typed', 'index.ts', `import type { SQSHandler } from 'aws-lambda'; export const consume: SQSHandler = async (event) => { event.Records.forEach((record) => mark(record.body)) }`, ['request.message']],
  ['Lambda object key', 'index.js', `exports.handler = async (event) => { const key = decodeURIComponent(event.Records[0].s3.object.key); mark(key) }`, ['request.message']],
  ['Netlify function', 'netlify/functions/x.js', `import type { Handler } from '@netlify/functions'; export const handler: Handler = async (event) => { mark(event.queryStringParameters.id) }`, ['request.query']],
  ['Netlify function of today', 'netlify/functions/x.mts', `export default async (req, context) => { mark(await req.text()) }`, ['request.body']],
  ['Cloudflare Worker', 'src/index.js', `export default { async fetch(request, env, ctx) { mark(new URL(request.url).searchParams.get('q')) } }`, ['request.url']],
  ['Cloudflare Worker held by a variable', 'src/index.ts', `const worker = { async fetch(request, env) { mark((await request.json()).id) } } satisfies ExportedHandler<Env>; export default worker`, ['request.body']],
  ['Cloudflare Worker of old', 'worker.js', `addEventListener('fetch', (event) => event.respondWith(handle(event.request))); async function handle(request) { mark(await request.text()) }`, ['request.body']],
  ['Cloudflare Pages function', 'functions/x.js', `export async function onRequestPost({ request, params }) { mark(params.id) }`, ['request.params']],
  ['itty-router', 'index.js', `import { Router } from 'itty-router'; const router = Router(); router.get('/x/:id', ({ params }) => mark(params.id))`, ['request.params']],
  ['Vercel function', 'api/x.ts', `import type { VercelRequest, VercelResponse } from '@vercel/node'; export default function (req: VercelRequest, res: VercelResponse) { mark(req.query.id) }`, ['request.query']],
  ['Azure Functions 4', 'src/functions/x.ts', `import { app } from '@azure/functions'; app.http('x', { methods: ['GET'], handler: async (request, context) => { mark(request.query.get('name')) } })`, ['request.query']],
  ['Azure Functions 4 in CommonJS', 'src/functions/x.js', `const { app } = require('@azure/functions'); app.post('x', { handler: async (request) => { mark((await request.json()).id) } })`, ['request.body']],
  ['Azure Functions 3', 'x/index.js', `module.exports = async function (context, req) { mark(req.query.name || (req.body && req.body.name)) }`, ['request.body', 'request.query']],
  ['Azure Functions 3 through the context', 'x/index.ts', `import { AzureFunction, Context } from '@azure/functions'; const run: AzureFunction = async (context) => { mark(context.req.body.id) }; export default run`, ['request.body']],
  ['Azure queue', 'src/functions/x.js', `const { app } = require('@azure/functions'); app.storageQueue('x', { queueName: 'q', handler: (item) => { mark(item.id) } })`, ['request.message']],
  ['Google Cloud Functions', 'index.js', `const functions = require('@google-cloud/functions-framework'); functions.http('x', (req, res) => { mark(req.query.id) })`, ['request.query']],
  ['Firebase onRequest', 'index.js', `const functions = require('firebase-functions'); exports.x = functions.https.onRequest((req, res) => { mark(req.body.id) })`, ['request.body']],
  ['Firebase onRequest 2', 'index.ts', `import { onRequest } from 'firebase-functions/v2/https'; export const x = onRequest({ cors: true }, async (req, res) => { mark(req.query.id) })`, ['request.query']],
  ['Firebase onCall', 'index.js', `const functions = require('firebase-functions'); exports.x = functions.region('a').https.onCall((data, context) => { mark(data.text) })`, ['request.arguments']],
  ['Firebase onCall 2', 'index.ts', `import { onCall } from 'firebase-functions/v2/https'; export const x = onCall((request) => { mark(request.data.text) })`, ['request.arguments']],
];

describe('request data of', () => {
  test.each(REQUEST_DATA)('%s', (_name, path, source, kinds, dependencies) => {
    expect(requestKinds(path, source, dependencies)).toEqual(kinds);
  });
});

const OTHER_DATA: Case[] = [
  ['locals of SvelteKit', 'src/routes/x/+server.ts', `export async function GET({ locals }) { mark(locals.user.id) }`, [], kit],
  ['an endpoint without SvelteKit', 'src/routes/x/+server.ts', `export async function GET({ params }) { mark(params.id) }`, [], ['other']],
  ['the context of a Remix loader', 'app/routes/x.tsx', `export async function loader({ context }) { mark(context.user) }`, [], remix],
  ['a loader of something else', 'src/loader.ts', `export async function loader({ params }) { mark(params.id) }`, [], ['webpack']],
  ['the context of h3', 'server/api/x.ts', `import { defineEventHandler } from 'h3'; export default defineEventHandler((event) => { mark(event.context.user) })`, []],
  ['a store of Elysia', 'app.ts', `${elysia} app.get('/x', ({ store }) => mark(store.name))`, []],
  ['a variable of Hono', 'app.ts', `${hono} app.get('/x', (c) => mark(c.get('user')))`, []],
  ['an error of Bun.serve', 'app.ts', `Bun.serve({ error(failure) { mark(failure.params) } })`, []],
  ['what an authorizer says', 'index.js', `exports.handler = async (event) => { mark(event.requestContext.authorizer.claims.sub) }`, []],
  ['an event of the browser', 'src/form.js', `export const handleChange = (event) => { mark(event.target.value) }`, []],
  ['arguments of a command', 'cmd.js', `exports.handler = (argv) => { mark(argv.name) }`, []],
  ['the environment of a Worker', 'src/index.js', `export default { async fetch(request, env) { mark(env.NAME) } }`, []],
  ['a scheduled Worker', 'src/index.js', `export default { async scheduled(event, env) { mark(event.cron) } }`, []],
  ['a store that fetches', 'src/store.js', `export default { fetch(url, options) { mark(url.params) } }`, []],
  ['a scheduled Lambda', 'index.ts', `import type { ScheduledEvent } from 'aws-lambda'; export const handler = async (event: ScheduledEvent) => { mark(event.detail) }`, []],
  ['who signed in to Azure', 'src/functions/x.js', `const { app } = require('@azure/functions'); app.get('x', async (request) => { mark(request.user.id) })`, []],
  ['a timer of Azure', 'src/functions/x.js', `const { app } = require('@azure/functions'); app.timer('x', { handler: (timer) => { mark(timer.name) } })`, []],
  ['who calls a Firebase function', 'index.js', `const functions = require('firebase-functions'); exports.x = functions.https.onCall((data, context) => { mark(context.auth.uid) })`, []],
];

describe('no request data is', () => {
  test.each(OTHER_DATA)('%s', (_name, path, source, kinds, dependencies) => {
    expect(requestKinds(path, source, dependencies)).toEqual(kinds);
  });
});
