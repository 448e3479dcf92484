import { Elysia } from 'elysia';
import { users } from './users';

// expect: security-headers P1
export const app = new Elysia({ serve: { idleTimeout: 255 } })
  .use(users)
  .get('/', () => 'here')
  .onAfterHandle(({ response }) => response);

export type App = typeof app;
