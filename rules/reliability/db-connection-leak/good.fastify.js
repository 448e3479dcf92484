import Fastify from 'fastify';
import postgres from '@fastify/postgres';

const app = Fastify();
app.register(postgres, { connectionString: process.env.DATABASE_URL });
app.post('/items', async (request) => {
  // ok: db-connection-leak
  const client = await app.pg.connect();
  try {
    const { rows } = await client.query('INSERT INTO items (name) VALUES ($1) RETURNING id', [request.body.name]);
    return rows[0];
  } finally {
    client.release();
  }
});
app.put('/items/:id', async (request) => app.pg.transact(async (client) => client.query('UPDATE items SET name = $1 WHERE id = $2', [request.body.name, request.params.id])));
