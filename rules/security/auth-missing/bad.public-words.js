// Words that only sound public: what changes or belongs to a thing of somebody's is no public page.
const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();
app.use(express.json());

// expect: auth-missing
app.put('/orders/:id/status', async (req, res) => {
  await pool.query('UPDATE orders SET status = $1 WHERE id = $2', [req.body.status, req.params.id]);
  res.end();
});

// expect: auth-missing
app.delete('/events/:id', async (req, res) => {
  await pool.query('DELETE FROM events WHERE id = $1', [req.params.id]);
  res.end();
});

// expect: auth-missing
app.post('/announcements', async (req, res) => {
  await pool.query('INSERT INTO announcements (text) VALUES ($1)', [req.body.text]);
  res.end();
});

// ok: auth-missing
app.post('/events', async (req, res) => {
  await pool.query('INSERT INTO events (name) VALUES ($1)', [req.body.name]);
  res.end();
});

// Whoever is abused may report it.
// ok: auth-missing
app.post('/links/:id/report', async (req, res) => {
  await pool.query('INSERT INTO abuse (link) VALUES ($1)', [req.params.id]);
  res.end();
});

app.listen(3000);
