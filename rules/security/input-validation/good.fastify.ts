import Fastify from 'fastify';
import { Pool } from 'pg';

const pool = new Pool();
const app = Fastify();
const bodySchema = { type: 'object', required: ['text'], properties: { text: { type: 'string', maxLength: 500 } } };

app.post('/notes', { schema: { body: bodySchema } }, async (request) => {
  const { text } = request.body as { text: string };
  await pool.query('insert into notes (text) values ($1)', [text]);
  return { ok: true };
});

app.listen({ port: 3000 });
