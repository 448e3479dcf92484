const express = require('express');
const mysql = require('mysql2/promise');
const { Pool } = require('pg');

const orders = mysql.createPool({ uri: process.env.ORDERS_URL });
const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const app = express();

app.get('/orders', async (req, res) => {
  const pattern = '%' + req.query.q + '%';
  // expect: search-scan
  const [rows] = await orders.execute('SELECT id, title FROM orders WHERE title LIKE ? LIMIT 20', [pattern]);
  res.json(rows);
});

app.get('/products', async (req, res) => {
  const values = [`%${req.query.q}%`];
  // expect: search-scan
  const { rows } = await pool.query('SELECT id, name FROM products WHERE name ILIKE $1 LIMIT 20', values);
  res.json(rows);
});
