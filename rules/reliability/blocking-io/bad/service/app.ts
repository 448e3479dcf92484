import Fastify from 'fastify';
import { Reports } from './report.js';

const app = Fastify();
const reports = new Reports();

app.post('/reports', async () => {
  await reports.store('all');
  return { ok: true };
});
