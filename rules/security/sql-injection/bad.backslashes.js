// A backslash that was there takes the meaning from the one that is put in.
const express = require('express');
const mysql = require('mysql2/promise');

const pool = mysql.createPool(process.env.DATABASE_URL);
const app = express();

function escapeQuotes(value) {
  return value.replace(/'/g, "\\'");
}

function escapeLate(value) {
  return value.replace(/'/g, "\\'").replace(/\\/g, '\\\\');
}

app.get('/orders', async (req, res) => {
  // expect: sql-injection
  const [rows] = await pool.query(`SELECT * FROM orders WHERE country = '${escapeQuotes(String(req.query.country))}'`);
  res.json(rows);
});

app.get('/customers', async (req, res) => {
  // expect: sql-injection
  const [rows] = await pool.query(`SELECT * FROM customers WHERE country = '${escapeLate(String(req.query.country))}'`);
  res.json(rows);
});
