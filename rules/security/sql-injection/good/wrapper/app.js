const express = require('express');
const { query, sql } = require('./db');

const app = express();

app.get('/users/:name', async (req, res) => {
  const { rows } = await query(sql`SELECT * FROM users WHERE name = ${req.params.name}`);
  res.json(rows);
});

module.exports = app;
