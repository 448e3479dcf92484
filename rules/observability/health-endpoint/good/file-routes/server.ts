import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { reactRouter } from './handler';
const app = new Hono();
app.use(reactRouter());
serve(app);
