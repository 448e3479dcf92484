/** Servers that sort requests by hand: branches on method and address. */
import { expect, test } from 'vitest';
import { table } from './routes-of.js';

test('branches of a bare server: comparisons, patterns, prefixes, alternatives, each with method and path', () => {
  expect(table(`const http = require('http');
http.createServer(function (req, res) {
  if (req.url === '/users' && req.method === 'GET') { list(res); }
  else if (req.url.match(/^\\/users\\/(\\d+)$/) && req.method === 'DELETE') { remove(res); }
  else if (req.method === 'POST' && (req.url === '/login' || req.url === '/signin')) { login(res); }
  else if (req.url.startsWith('/static')) { file(res); }
  else if (req.method === 'PATCH') { res.end(); }
  else { res.writeHead(404); res.end(); }
}).listen(80);`)).toEqual(['GET /users []', 'DELETE /users/:id []', 'POST /login []', 'POST /signin []', 'ALL /static/* []']);
});

test('a switch on the address, on the method, or on both, with the address taken out of the URL', () => {
  expect(table(`import { createServer } from 'node:http';
const server = createServer();
server.on('request', async (req, res) => {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost');
  switch (pathname) {
    case '/a': return one(res);
    case '/b':
      if (req.method === 'POST') { await save(res); } else { await list(res); }
      break;
    default: res.end();
  }
  switch (\`\${req.method} \${pathname}\`) { case 'PUT /c': return put(res); }
});`)).toEqual(['ALL /a []', 'POST /b []', 'PUT /c []']);
});

test('a request that is handed on is asked further there, after what the first function does for all', () => {
  expect(table({
    'server.ts': `import { createServer } from 'http'; import { api } from './api'; import url from 'url';
createServer((req, res) => {
  if (!signedIn(req)) { res.writeHead(401); return res.end(); }
  const path = url.parse(req.url!, true).pathname;
  if (path === '/health') return res.end('ok');
  if (path!.startsWith('/api/')) return api(req, res, path);
});`,
    'api.ts': `import type { IncomingMessage } from 'http';
export function api(req: IncomingMessage, res: any, path: string) { if (path === '/api/users') { if (req.method === 'POST') { create(req, res); } } }
function create(req: any, res: any) { res.end(); }`,
  })).toEqual(['POST /api/users [function]', 'ALL /health []']);
});

test('of platforms with the Fetch standard', () => {
  expect(table(`Bun.serve({ fetch(request) { const url = new URL(request.url); if (url.pathname === '/a' && request.method === 'POST') return new Response('a'); return new Response('no', { status: 404 }); } });`)).toEqual(['POST /a []']);
  expect(table(`Deno.serve(async (req) => { const { pathname } = new URL(req.url); if (pathname === '/a') { return new Response('a'); } return new Response(); });`)).toEqual(['ALL /a []']);
});

test('no routes: middleware that asks for the address, a server that asks for nothing, conditions on other things', () => {
  expect(table(`const express = require('express'); const app = express(); app.use((req, res, next) => { if (req.url === '/a') return res.end(); next(); });`)).toEqual([]);
  expect(table(`require('http').createServer((req, res) => { if (req.headers.host === '/a') { res.end('x'); } if (mode === '/b') { res.end(); } res.end('y'); });`)).toEqual([]);
});

test('an address that is rewritten in loops is not gone round for ever', () => {
  const rewritten = Array.from({ length: 16 }, (_, index) => `  while (path.includes('${index}')) { path = path.replace('${index}', ''); }`).join('\n');
  expect(table(`require('http').createServer((req, res) => {
  let path = req.url;
  for (const each of list) {
${rewritten}
  }
  if (path === '/users') { list(res); }
  if (other(path) === '/b') { res.end(); }
});`)).toEqual(['ALL /users []']);
});
