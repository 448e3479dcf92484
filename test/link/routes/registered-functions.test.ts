/** Functions that are handed to a platform one by one. */
import { describe, expect, test } from 'vitest';
import { routesOf, table } from './routes-of.js';

describe('Azure Functions', () => {
  test('by their routes and methods, below /api', () => {
    const source = `import { app } from '@azure/functions'; async function list(request) {} const read = async (request) => ({});
app.http('users', { methods: ['GET', 'DELETE'], route: 'users/{id}', authLevel: 'anonymous', handler: list });
app.http('ping', { handler: list }); app.get('health', read); app.deleteRequest('drop', { route: 'files/{*path}', handler: read });`;
    expect(routesOf(source).routes.map(({ method, path, handler }) => `${method} ${path} ${handler?.file.facts.functions[handler.id]?.name ?? ''}`)).toEqual([
      'DELETE /api/users/:id list',
      'GET /api/users/:id list',
      'GET /api/ping list',
      'POST /api/ping list',
      'GET /api/health read',
      'DELETE /api/files/:path* read',
    ]);
  });

  test('a key is asked for where it is said', () => {
    const guards = (level: string) => routesOf(`import { app } from '@azure/functions'; app.http('a', { methods: ['GET'], authLevel: ${level}, handler: async () => {} });`).routes.map(({ chain, chainComplete }) => [chain.some(({ kind }) => kind === 'guard'), chainComplete]);
    expect([guards(`'function'`), guards(`'anonymous'`), guards('process.env.LEVEL')]).toEqual([[[true, true]], [[false, true]], [[false, false]]]);
  });
});

test('rules of a static web app in front leave open who is let on', () => {
  const { routes } = routesOf({ 'api.ts': `import { app } from '@azure/functions'; app.get('a', async () => {});`, 'web/staticwebapp.config.json': '{ "routes": [] }' });
  expect(routes.map(({ chainComplete }) => chainComplete)).toEqual([false]);
});

describe('Firebase functions', () => {
  test('by the names of their exports', () => {
    const source = `import { onRequest, onCall } from 'firebase-functions/v2/https';
export const hook = onRequest({ invoker: 'private' }, async (req, res) => { res.end(); });
export const addMessage = onCall(async (request) => request.data);`;
    expect(table(source).map((line) => line.replace(/metadata [^ ]* sometimes/, 'limits'))).toEqual(['ALL /hook [limits, guard onRequest()]', 'POST /addMessage [limits]']);
  });

  test('an application that is handed over has its own routes', () => {
    expect(table(`const functions = require('firebase-functions'); const app = require('express')(); app.get('/a', (req, res) => res.end()); exports.api = functions.https.onRequest(app);`)).toEqual(['GET /a []']);
  });
});
