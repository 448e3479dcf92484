import knexOf from 'knex';
import express from 'express';

const knex = knexOf({ client: 'pg' });
const app = express();

// One statement that is put together of several: only the outer one is sent.
app.get('/tree', async (_req, res) => {
  const nodes = await knex('nodes').select('id', 'table_name');
  const query = knex.queryBuilder();
  for (const node of nodes) {
    query.with(node.id, knex.select('id').from(node.table_name));
  }
  res.json(await query);
});
