const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const app = express();

app.get('/documents/:id', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM documents WHERE id = $1', [req.params.id]);
  // expect: log-blocking
  await pool.query('INSERT INTO access_logs (document_id, user_id) VALUES ($1, $2)', [req.params.id, req.user.id]);
  res.json(rows[0]);
});

async function remember(action, userId) {
  // expect: log-blocking
  await pool.query('INSERT INTO audit_log (action, user_id) VALUES ($1, $2)', [action, userId]);
}

app.post('/documents', async (req, res) => {
  await pool.query('INSERT INTO documents (title) VALUES ($1)', [req.body.title]);
  await remember('create', req.user.id);
  res.sendStatus(201);
});
