const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

// Says hello, and asks nobody for anything.
// expect: rate-limit P3
app.get('/', (req, res) => {
  res.json({ message: 'Hello' });
});

// expect: rate-limit P1
app.get('/api', async (req, res) => {
  res.json((await pool.query('SELECT count(*) FROM orders')).rows);
});

// expect: rate-limit P1
app.post('/', (req, res) => {
  res.json({});
});

app.get('/docs.json', (req, res) => res.json({ openapi: '3.1.0' }));
