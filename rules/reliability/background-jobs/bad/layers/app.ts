import { Hono } from 'hono';
import { writeReport } from './reports';

export const app = new Hono();

app.post('/reports', async (c) => c.json({ text: await writeReport(await c.req.json()) }));
