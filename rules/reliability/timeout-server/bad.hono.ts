import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
// expect: timeout-server P2
serve({ fetch: app.fetch, port: 3000 });
