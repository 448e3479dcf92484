const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool({ max: 10 });

app.get('/orders', async function (req, res) {
  const result = await pool.query('SELECT id FROM orders');
  res.json(result.rows);
});

app.use(async (req, res, next) => {
  req.user = await pool.query('SELECT id FROM users WHERE token = $1', [req.get('x-token')]);
  next();
});

// A rethrow leaves the handler as well.
app.post('/orders', async (req, res) => {
  try {
    await pool.query('INSERT INTO orders (id) VALUES ($1)', [req.body.id]);
    res.sendStatus(201);
  } catch (error) {
    if (error.code === '23505') return res.sendStatus(409);
    throw error;
  }
});

// A finally takes nothing.
app.delete('/orders/:id', async (req, res) => {
  try {
    await pool.query('DELETE FROM orders WHERE id = $1', [req.params.id]);
  } finally {
    res.end();
  }
});

app.listen(3000);
