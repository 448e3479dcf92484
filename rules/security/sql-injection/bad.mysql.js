const express = require('express');
const mysql = require('mysql');
const mysql2 = require('mysql2/promise');

const app = express();
const connection = mysql.createConnection({ host: 'db' });
const pool = mysql2.createPool({ uri: process.env.MYSQL_URL });

app.get('/products', (req, res) => {
  // expect: sql-injection P0
  connection.query('SELECT * FROM products WHERE category = "' + req.query.category + '"', (error, rows) => res.json(rows));
});

app.post('/login', async (req, res) => {
  const { email, password } = req.body;
  // expect: sql-injection P0
  const [rows] = await pool.execute(`SELECT id FROM accounts WHERE email = '${email}' AND password = '${password}'`);
  res.json(rows);
});

app.get('/mine', async (req, res) => {
  const session = await pool.getConnection();
  // expect: sql-injection P0
  const [rows] = await session.query({ sql: 'SELECT * FROM orders WHERE owner = ' + req.cookies.user, timeout: 1000 });
  res.json(rows);
});

app.get('/quoted', async (req, res) => {
  // Doubling quotes by hand misses backslashes, which MySQL reads as escapes.
  const name = String(req.query.name).replace(/'/g, "''");
  // expect: sql-injection P0
  const [rows] = await pool.query(`SELECT * FROM products WHERE name = '${name}'`);
  res.json(rows);
});

app.patch('/products/:id', async (req, res) => {
  const assignments = Object.keys(req.body).map((column) => `${column} = ?`).join(', ');
  // expect: sql-injection P0
  await pool.query(`UPDATE products SET ${assignments} WHERE id = ?`, [...Object.values(req.body), req.params.id]);
  res.sendStatus(204);
});

app.get('/some', async (req, res) => {
  // expect: sql-injection P0
  const [rows] = await pool.query('SELECT * FROM products WHERE id IN (' + req.query.ids.split(',').join(',') + ')');
  res.json(rows);
});

app.get('/raw', async (req, res) => {
  // expect: sql-injection P0
  const now = mysql.raw(req.query.expression);
  const [rows] = await pool.query('SELECT ? AS value', [now]);
  res.json(rows);
});

app.get('/formatted', async (req, res) => {
  // expect: sql-injection P0
  const [rows] = await pool.query(mysql.format(`SELECT * FROM products ORDER BY ${req.query.sort} LIMIT ?`, [10]));
  res.json(rows);
});

module.exports = app;
