import Fastify from 'fastify';
import { Pool } from 'pg';

const app = Fastify();
const pool = new Pool();

// expect: auth-missing
app.post<{ Body: { title: string } }>('/articles', async (request, reply) => {
  await pool.query('INSERT INTO articles (title) VALUES ($1)', [request.body.title]);
  return reply.code(201).send();
});

// expect: auth-missing
app.route({
  method: 'DELETE',
  url: '/articles/:id',
  handler: async (request) => {
    const { id } = request.params as { id: string };
    await pool.query('DELETE FROM articles WHERE id = $1', [id]);
    return { deleted: id };
  },
});

await app.listen({ port: 3000 });
