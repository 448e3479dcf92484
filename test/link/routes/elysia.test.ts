/** Routes of Elysia: groups, guards, hooks that stay inside unless they are shared, macros. */
import { expect, test } from 'vitest';
import { table } from './routes-of.js';

test('groups and guards hold for what is inside them, with their schemas, and hooks for what comes later', () => {
  expect(
    table(`import { Elysia, t } from 'elysia';
const auth = ({ headers }) => { if (!headers.authorization) throw new Error(); };
const log = () => {}; const once = () => {};
export const app = new Elysia({ prefix: '/api' })
  .get('/open', () => 1)
  .onBeforeHandle(log)
  .group('/v1', (v1) => v1.get('/a', () => 1, { beforeHandle: [once] }).guard({ beforeHandle: auth }, (inner) => inner.post('/b', ({ body }) => body)))
  .decorate('db', {}).guard({ headers: t.Object({}), beforeHandle: [auth] })
  .delete('/c/:id', ({ params }) => params.id, { params: t.Object({}) }).all('/d', () => 1);`).sort(),
  ).toEqual(['ALL /api/d [log, schema {…}, auth]', 'DELETE /api/c/:id [log, schema {…}, auth, schema {…}]', 'GET /api/open []', 'GET /api/v1/a [log, once]', 'POST /api/v1/b [log, auth]']);
});

test('applications that are used by others: what they share, and what stays inside', () => {
  expect(
    table({
      'app.ts': `import { Elysia } from 'elysia';
import { session } from './session'; import { users } from './users'; import { more } from './more';
new Elysia().get('/health', () => 'ok').use(session).use(users).use(more).get('/end', () => 1).listen(3000);`,
      'session.ts': `import { Elysia } from 'elysia';
const own = () => {}; const read = () => ({ user: 1 });
export const session = new Elysia({ name: 'session' }).onBeforeHandle(own).derive({ as: 'global' }, read);`,
      'users.ts': `import { Elysia } from 'elysia';
const check = () => {};
export const users = new Elysia({ prefix: '/users' }).onBeforeHandle(check).get('/', () => []);`,
      'more.ts': `import type { Elysia } from 'elysia'; export const more = (app: Elysia) => app.get('/more', () => 1);`,
    }),
  ).toEqual(['GET /health []', 'GET /end [read]', 'GET /more [read]', 'GET /users [read, check]']);
});

test('macros in sight are hooks; others leave the chain open', () => {
  expect(
    table(`import { Elysia } from 'elysia';
const load = () => {}; const roles = () => {};
const auth = new Elysia({ name: 'auth' }).macro({ auth: { resolve: load }, role: (name: string) => ({ beforeHandle: roles }) }).macro('admin', { beforeHandle: roles });
new Elysia().use(auth).get('/a', () => 1, { auth: true, detail: {} }).get('/b', () => 1, { role: 'x' }).get('/c', () => 1, { admin: true })
  .get('/d', () => 1, { auth: false }).get('/e', () => 1, { elsewhere: true });`),
  ).toEqual(['GET /a [true]', "GET /b [\"x\"]", 'GET /c [true]', 'GET /d []', 'GET /e [] ?']);
});
