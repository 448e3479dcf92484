const express = require('express');
const { Pool } = require('pg');
const Invoice = require('./models/invoice');

const app = express();
const pool = new Pool();
var notes = [];

app.use(express.json());

// expect: auth-missing P0
app.post('/projects', async (req, res) => {
  const { rows } = await pool.query('INSERT INTO projects (name) VALUES ($1) RETURNING *', [req.body.name]);
  res.status(201).json(rows[0]);
});

// expect: auth-missing
app.delete('/projects/:id', async function (req, res) {
  await pool.query('DELETE FROM projects WHERE id = $1', [req.params.id]);
  res.sendStatus(204);
});

// Whom the request names is not who sends it.
// expect: auth-missing
app.put('/users/:userId/email', async (req, res) => {
  await pool.query('UPDATE users SET email = $1 WHERE id = $2', [req.body.email, req.params.userId]);
  res.json({ ok: true });
});

// expect: auth-missing
app.get('/api/users/:id', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM users WHERE id = $1', [req.params.id]);
  res.json(rows[0]);
});

// A model that nobody here knows.
// expect: auth-missing
app.patch('/invoices/:id', function (req, res) {
  Invoice.findByIdAndUpdate(req.params.id, req.body, function (err, invoice) {
    if (err) return res.status(500).json({ error: 'failed' });
    res.json(invoice);
  });
});

// expect: auth-missing
app.get('/admin/delete/:id', async (req, res) => {
  await Invoice.findByIdAndDelete(req.params.id);
  res.redirect('/admin');
});

// Kept in memory.
// expect: auth-missing
app.post('/notes', function (req, res) {
  notes.push(req.body);
  res.status(201).json(req.body);
});

// expect: auth-missing
app.delete('/notes/:index', (req, res) => {
  notes = notes.filter((_note, index) => index !== Number(req.params.index));
  res.sendStatus(204);
});

app.listen(3000);

const { spawn } = require('node:child_process');

// What a command is told refuses nobody.
// expect: auth-missing
app.post('/review', (req, res) => {
  spawn('agent', ['-p', '--no-session', 'review what was said']).unref();
  res.json({ started: true });
});
