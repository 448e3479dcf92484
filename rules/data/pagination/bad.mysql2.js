const express = require('express');
const mysql = require('mysql2/promise');

const pool = mysql.createPool({ uri: process.env.DATABASE_URL });
const app = express();

// mysql2 promises a pair: the rows, and what is told of their columns.
app.get('/orders', async (req, res) => {
  // expect: pagination P1
  const [rows] = await pool.query('SELECT * FROM orders');
  res.json(rows);
});

app.get('/customers', async (req, res) => {
  // expect: pagination P1
  const result = await pool.query('SELECT id, name FROM customers WHERE active = 1 ORDER BY name');
  res.json(result[0]);
});

app.get('/tickets/:status', async (req, res) => {
  // expect: pagination P1
  const [tickets, columns] = await pool.execute('SELECT * FROM tickets WHERE status = ?', [req.params.status]);
  res.json({ tickets, columns: columns.length });
});
