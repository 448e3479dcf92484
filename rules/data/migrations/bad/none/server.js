const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const app = express();

// expect-project: migrations
app.post('/notes', async (req, res) => {
  await pool.query('INSERT INTO notes (body) VALUES ($1)', [req.body.body]);
  res.sendStatus(201);
});
