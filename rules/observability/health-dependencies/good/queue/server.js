const { Queue } = require('bullmq');
const express = require('express');
const Redis = require('ioredis');
const knex = require('knex');

const app = express();
const redis = new Redis(process.env.REDIS_URL);
const database = knex({ client: 'pg', connection: process.env.DATABASE_URL });

// The same Redis, through the library's own client.
const reports = new Queue('reports', { connection: { url: process.env.REDIS_URL } });

async function isReady() {
  await redis.ping();
  const { rows } = await database.raw('show transaction_read_only');
  return rows[0].transaction_read_only === 'off';
}

app.get('/readyz', async (_request, response) => response.sendStatus((await isReady()) ? 200 : 503));
app.post('/reports', async (request, response) => {
  await reports.add('render', { id: request.body.id });
  response.json(await database('reports').select('id').limit(10));
});
app.listen(3000);
