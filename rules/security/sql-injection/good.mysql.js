const express = require('express');
const mysql = require('mysql');
const mysql2 = require('mysql2/promise');
const SqlString = require('sqlstring');

const app = express();
const connection = mysql.createConnection({ host: 'db' });
const pool = mysql2.createPool({ uri: process.env.MYSQL_URL });

app.get('/products', (req, res) => {
  connection.query('SELECT * FROM products WHERE category = ?', [req.query.category], (error, rows) => res.json(rows));
});

app.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const [rows] = await pool.execute('SELECT id FROM accounts WHERE email = ? AND password = ?', [email, password]);
  res.json(rows);
});

app.get('/mine', async (req, res) => {
  const session = await pool.getConnection();
  const [rows] = await session.query({ sql: 'SELECT * FROM orders WHERE owner = ?', values: [req.cookies.user] });
  res.json(rows);
});

app.get('/quoted', async (req, res) => {
  const [rows] = await pool.query(`SELECT * FROM products WHERE name = ${mysql.escape(req.query.name)} ORDER BY ${pool.escapeId(req.query.sort)}`);
  res.json(rows);
});

app.get('/elsewhere', async (req, res) => {
  const [rows] = await pool.query('SELECT * FROM products WHERE name = ' + SqlString.escape(req.query.name));
  res.json(rows);
});

app.get('/some', async (req, res) => {
  const ids = req.query.ids.split(',');
  const [rows] = await pool.query(`SELECT * FROM products WHERE id IN (${ids.map(() => '?').join(',')})`, ids);
  res.json(rows);
});

app.get('/more', async (req, res) => {
  const ids = req.query.ids.split(',').map(Number);
  const [rows] = await pool.query(`SELECT * FROM products WHERE id IN (${ids.join(',')}) AND kind IN (${new Array(3).fill('?').join(', ')})`, [1, 2, 3]);
  res.json(rows);
});

app.get('/formatted', async (req, res) => {
  const [rows] = await pool.query(mysql.format('SELECT * FROM products WHERE name = ? LIMIT ?', [req.query.name, 10]));
  res.json(rows);
});

module.exports = app;
