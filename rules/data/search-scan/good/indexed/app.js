const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();
app.get('/products', async (req, res) => {
  const { rows } = await pool.query('SELECT id, name FROM products WHERE name ILIKE $1 LIMIT 20', ['%' + req.query.q + '%']);
  res.json(rows);
});
