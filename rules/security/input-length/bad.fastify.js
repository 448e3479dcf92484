const fastify = require('fastify');
const { Pool } = require('pg');

const app = fastify();
const pool = new Pool();

const schema = { body: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, description: { type: ['string', 'null'] }, kind: { type: 'string', enum: ['a', 'b'] } } } };

// expect: input-length P1
app.post('/projects', { schema }, async (request, reply) => {
  await pool.query('INSERT INTO projects (name, description) VALUES ($1, $2)', [request.body.name, request.body.description]);
  return reply.code(201).send();
});
