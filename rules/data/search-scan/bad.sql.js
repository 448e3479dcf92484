const express = require('express');
const { Pool } = require('pg');
const knex = require('knex')({ client: 'pg', connection: process.env.DATABASE_URL });

const app = express();
const pool = new Pool();

app.get('/products', async (req, res) => {
  // expect: search-scan
  const { rows } = await pool.query('SELECT id, name FROM products WHERE name ILIKE $1 LIMIT 20', ['%' + req.query.q + '%']);
  res.json(rows);
});
app.get('/customers', async (req, res) => {
  // expect: search-scan
  const { rows } = await pool.query(`SELECT id, name FROM customers WHERE name ILIKE '%${req.query.name}%' LIMIT 20`);
  res.json(rows);
});
app.get('/orders', async (req, res) => {
  // expect: search-scan
  res.json(await knex('orders').where('note', 'ilike', `%${req.query.q}%`).limit(20));
});
