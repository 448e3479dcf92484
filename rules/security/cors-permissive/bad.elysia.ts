import { cors } from '@elysiajs/cors';
import { Elysia } from 'elysia';

new Elysia()
  // expect: cors-permissive P0
  .use(cors())
  // expect: cors-permissive P0
  .use(cors({ origin: true }))
  // expect: cors-permissive P1
  .use(cors({ origin: /example\.com/ , credentials: false }))
  .listen(3000);
