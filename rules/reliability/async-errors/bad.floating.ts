import Fastify from 'fastify';
import { Pool } from 'pg';

const pool = new Pool({ max: 10 });
const app = Fastify();

async function recordVisit(path: string) {
  await pool.query('INSERT INTO visits (path) VALUES ($1)', [path]);
}

app.get('/orders', async (request, reply) => {
  // expect: async-errors
  recordVisit(request.url);
  return reply.send([]);
});
