import Fastify from 'fastify';
import { Pool } from 'pg';

const pool = new Pool({ max: 10 });
const app = Fastify();

async function recordVisit(path: string) {
  await pool.query('INSERT INTO visits (path) VALUES ($1)', [path]);
}

async function recordQuietly(path: string) {
  try {
    await pool.query('INSERT INTO visits (path) VALUES ($1)', [path]);
  } catch (error) {
    app.log.error(error);
  }
}

app.get('/orders', async (request, reply) => {
  recordVisit(request.url).catch((error) => request.log.error(error));
  void recordVisit(request.url);
  recordQuietly(request.url);
  const pending = recordVisit(request.url);
  await pending;
  return reply.send([]);
});

async function main() {
  await app.listen({ port: 3000 });
}

main();
