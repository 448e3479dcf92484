const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.use((req, res, next) => {
  res.set('Cache-Control', 'private, max-age=60');
  next();
});
app.get('/plans', async (req, res) => res.json((await pool.query('SELECT name FROM plans WHERE id = $1', [req.query.id])).rows));
app.get('/settings', async (req, res) => res.json((await pool.query('SELECT name FROM settings WHERE id = $1', [req.query.id])).rows));
app.get('/themes', async (req, res) => res.json((await pool.query('SELECT name FROM themes WHERE id = $1', [req.query.id])).rows));
app.get('/countries', async (req, res) => res.json((await pool.query('SELECT name FROM countries WHERE id = $1', [req.query.id])).rows));
app.get('/products', async (req, res) => res.json((await pool.query('SELECT name FROM products WHERE id = $1', [req.query.id])).rows));
app.get('/orders', async (req, res) => res.json((await pool.query('SELECT name FROM orders WHERE id = $1', [req.query.id])).rows));
app.get('/invoices', async (req, res) => res.json((await pool.query('SELECT name FROM invoices WHERE id = $1', [req.query.id])).rows));
app.get('/tickets', async (req, res) => res.json((await pool.query('SELECT name FROM tickets WHERE id = $1', [req.query.id])).rows));
app.get('/agents', async (req, res) => res.json((await pool.query('SELECT name FROM agents WHERE id = $1', [req.query.id])).rows));
app.get('/reports', async (req, res) => res.json((await pool.query('SELECT name FROM reports WHERE id = $1', [req.query.id])).rows));
app.get('/teams', async (req, res) => res.json((await pool.query('SELECT name FROM teams WHERE id = $1', [req.query.id])).rows));
