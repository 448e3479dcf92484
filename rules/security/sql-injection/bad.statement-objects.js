// The text of a statement is what is run, whatever stands beside it.
const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

function named(name) {
  return { text: `SELECT * FROM t WHERE name = '${name}'`, values: [] };
}

app.get('/b', async (req, res) => {
  // expect: sql-injection P0
  res.json(await pool.query(named(req.query.name)));
});
