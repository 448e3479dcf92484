import Fastify from 'fastify';
import postgres from '@fastify/postgres';

const app = Fastify();
app.register(postgres, { connectionString: process.env.DATABASE_URL });
app.register(async (fastify) => {
  fastify.post('/items', async (request) => {
    // expect: db-connection-leak P1
    const client = await fastify.pg.connect();
    const { rows } = await client.query('INSERT INTO items (name) VALUES ($1) RETURNING id', [request.body.name]);
    client.release();
    return rows[0];
  });
});
