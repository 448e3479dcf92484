// What is done on another stage at the end, or where a failure is told, says nothing of the rest.
import express from 'express';
import { Pool } from 'pg';

const app = express();
const pool = new Pool();

// expect: auth-missing P0
app.post('/orders', async (req, res) => {
  await pool.query('INSERT INTO orders (name) VALUES ($1)', [req.body.name]);
  res.sendStatus(201);
  if (process.env.NODE_ENV !== 'production') console.log('stored');
});

// expect: auth-missing P0
app.delete('/orders/:id', async (req, res) => {
  if (process.env.DEV_TRACE === 'true') console.log('deleting');
  await pool.query('DELETE FROM orders WHERE id = $1', [req.params.id]);
  res.sendStatus(204);
});

app.listen(3000);
