import Fastify from 'fastify';
import { Pool } from 'pg';

const pool = new Pool();
const app = Fastify();

// A schema of the answer checks nothing that comes in.
// expect: input-validation P0
app.post('/notes', { schema: { response: { 200: { type: 'object' } } } }, async (request) => {
  const body = request.body as { text: string };
  await pool.query('insert into notes (text) values ($1)', [body.text]);
  return { ok: true };
});

app.listen({ port: 3000 });
