// Backslashes are doubled before one is put in front of each quote.
const express = require('express');
const mysql = require('mysql2/promise');

const pool = mysql.createPool(process.env.DATABASE_URL);
const app = express();

function escapeText(value) {
  return value.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
}

app.get('/orders', async (req, res) => {
  const conditions = [`country = '${escapeText(String(req.query.country))}'`];
  // ok: sql-injection
  const [rows] = await pool.query(`SELECT * FROM orders WHERE ${conditions.join(' AND ')}`);
  res.json(rows);
});
