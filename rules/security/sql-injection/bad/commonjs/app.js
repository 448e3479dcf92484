const express = require('express');
const db = require('./db');

const app = express();

app.get('/users/:name', async (req, res) => {
  const rows = await find(req.params);
  res.json(rows);
});

async function find({ name }) {
  // expect: sql-injection P0
  const { rows } = await db.pool.query("SELECT * FROM users WHERE name = '" + name + "'");
  return rows;
}

module.exports = app;
