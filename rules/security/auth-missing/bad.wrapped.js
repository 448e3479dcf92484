// One wrapper around everything: what it calls is what it was given here, not what it was given elsewhere.
const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();
const wrapAsync = (run) => (req, res, next) => Promise.resolve(run(req, res, next)).catch(next);

async function requireUser(req, res, next) {
  const { rows } = await pool.query('SELECT * FROM sessions WHERE token = $1', [req.get('authorization')]);
  if (rows.length === 0) return res.status(401).end();
  next();
}

async function countVisit(req, res, next) {
  await pool.query('UPDATE visits SET count = count + 1');
  next();
}

// ok: auth-missing
app.post('/projects', wrapAsync(requireUser), wrapAsync(create));

// expect: auth-missing
app.put('/projects/:id', wrapAsync(countVisit), wrapAsync(rename));

async function create(req, res) {
  await pool.query('INSERT INTO projects (name) VALUES ($1)', [req.body.name]);
  res.status(201).end();
}

async function rename(req, res) {
  await pool.query('UPDATE projects SET name = $1 WHERE id = $2', [req.body.name, req.params.id]);
  res.end();
}

app.listen(3000);
