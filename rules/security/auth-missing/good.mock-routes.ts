// Routes for those who work on the program: they answer only where a variable named for that is set.
import express from 'express';
import { Pool } from 'pg';

const app = express();
const pool = new Pool();

const isMockEnabled = () => process.env.DEV_MOCK_API === 'true';

// ok: auth-missing
app.post('/mock/orders', async (req, res) => {
  if (!isMockEnabled()) return res.status(404).end();
  await pool.query('INSERT INTO orders (name) VALUES ($1)', [req.body.name]);
  res.sendStatus(201);
});

if (process.env.ENABLE_TEST_ROUTES) {
  // ok: auth-missing
  app.delete('/everything', async (req, res) => {
    await pool.query('DELETE FROM orders');
    res.sendStatus(204);
  });
}

app.listen(3000);
