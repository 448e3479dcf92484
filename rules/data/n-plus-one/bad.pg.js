const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const app = express();

app.get('/orders', async function (req, res) {
  const result = await pool.query('SELECT id, customer_id FROM orders LIMIT 50');
  for (const order of result.rows) {
    // expect: n-plus-one
    const lines = await pool.query('SELECT * FROM lines WHERE order_id = $1', [order.id]);
    order.lines = lines.rows;
  }
  res.json(result.rows);
});

app.get('/customers', async (req, res) => {
  const { rows } = await pool.query('SELECT id FROM customers LIMIT 50');
  for (let i = 0; i < rows.length; i++) {
    // expect: n-plus-one
    const { rows: notes } = await pool.query('SELECT * FROM notes WHERE customer_id = $1', [rows[i].id]);
    rows[i].notes = notes;
  }
  res.json(rows);
});
