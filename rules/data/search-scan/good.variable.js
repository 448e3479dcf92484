const express = require('express');
const mysql = require('mysql2/promise');

const orders = mysql.createPool({ uri: process.env.ORDERS_URL });
const app = express();

// The start of a column is in an index.
app.get('/orders', async (req, res) => {
  const pattern = req.query.q + '%';
  const [rows] = await orders.execute('SELECT id, title FROM orders WHERE title LIKE ? LIMIT 20', [pattern]);
  res.json(rows);
});
