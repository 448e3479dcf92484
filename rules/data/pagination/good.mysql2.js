const express = require('express');
const mysql = require('mysql2/promise');

const pool = mysql.createPool({ uri: process.env.DATABASE_URL });
const app = express();

app.get('/orders', async (req, res) => {
  const [rows] = await pool.execute('SELECT * FROM orders WHERE number > ? ORDER BY number LIMIT 50', [Number(req.query.after)]);
  res.json(rows);
});

app.get('/newest', async (req, res) => {
  const [[order]] = await pool.query('SELECT * FROM orders ORDER BY number DESC');
  res.json(order);
});

app.get('/customers/first', async (req, res) => {
  const [rows] = await pool.query('SELECT * FROM customers ORDER BY name');
  if (rows.length === 0) return res.sendStatus(404);
  res.json(rows[0]);
});

app.get('/tickets/first', async (req, res) => {
  const result = await pool.query('SELECT * FROM tickets ORDER BY number');
  res.json(result[0][0]);
});
