const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const app = express();

app.get('/orders', async (req, res) => {
  const { rows: orders } = await pool.query('SELECT id FROM orders LIMIT 50');
  const { rows: lines } = await pool.query('SELECT * FROM lines WHERE order_id = ANY($1)', [orders.map((order) => order.id)]);
  for (const order of orders) {
    order.lines = lines.filter((line) => line.order_id === order.id);
  }
  res.json(orders);
});

// In pieces: one query for a hundred.
app.get('/report', async (req, res) => {
  const { rows } = await pool.query('SELECT id FROM orders');
  const lines = [];
  for (const chunk of chunks(rows, 100)) {
    lines.push(...(await pool.query('SELECT * FROM lines WHERE order_id = ANY($1)', [chunk.map((row) => row.id)])).rows);
  }
  res.json(lines);
});

// A few that are written here, and a page after the other.
app.get('/counts', async (req, res) => {
  const counts = {};
  for (const status of ['open', 'closed']) {
    counts[status] = await pool.query('SELECT count(*) FROM orders WHERE status = $1', [status]);
  }
  let last = 0;
  while (last !== null) {
    const { rows } = await pool.query('SELECT id FROM events WHERE id > $1 ORDER BY id LIMIT 100', [last]);
    last = rows.length === 0 ? null : rows[rows.length - 1].id;
  }
  res.json(counts);
});

function chunks(list, size) {
  const result = [];
  for (let at = 0; at < list.length; at += size) result.push(list.slice(at, at + size));
  return result;
}
