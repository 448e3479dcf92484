// Nothing but a file: where its migrations are cannot be told.
const express = require('express');
const { Pool } = require('pg');

const pool = new Pool();
const app = express();

app.post('/notes', async (req, res) => {
  await pool.query('INSERT INTO notes (body) VALUES ($1)', [req.body.body]);
  res.sendStatus(201);
});
