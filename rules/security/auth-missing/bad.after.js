// The guard is registered after the route, and another one keeps out nobody.
const express = require('express');
const session = require('express-session');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.use(express.json());
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));
app.use((req, res, next) => {
  console.log(req.method, req.path);
  next();
});

function requireLogin(req, res, next) {
  if (!req.session.userId) return res.status(401).json({ error: 'sign in first' });
  next();
}

// expect: auth-missing
app.post('/orders', async (req, res) => {
  await pool.query('INSERT INTO orders (item) VALUES ($1)', [req.body.item]);
  res.sendStatus(201);
});

app.use(requireLogin);

app.delete('/orders/:id', async (req, res) => {
  await pool.query('DELETE FROM orders WHERE id = $1', [req.params.id]);
  res.sendStatus(204);
});

app.listen(3000);
