const { Pool } = require('pg');
const app = require('express')();
const db = require('@own/db');

const pool = new Pool();

app.get('/rows/:table', async (req, res) => {
  res.json(await pool.query(`select * from "${db.sqlsanitize(req.params.table)}"`));
});

async function rowsOf(name) {
  return pool.query(`select * from "${db.sqlsanitize(name)}"`);
}

module.exports = { rowsOf };
