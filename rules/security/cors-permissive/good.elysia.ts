import { cors } from '@elysiajs/cors';
import { Elysia } from 'elysia';

new Elysia()
  .use(cors({ origin: 'https://app.example.com' }))
  .use(cors({ origin: ['app.example.com', /^https:\/\/[a-z]+\.example\.com$/] }))
  .listen(3000);
