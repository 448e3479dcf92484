// What stands beside the text of a statement travels as parameters.
const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

function sql(texts, ...values) {
  return { text: texts.reduce((out, text, index) => `${out}${index === 0 ? '' : `$${index}`}${text}`, ''), values };
}

app.get('/a', async (req, res) => {
  res.json(await pool.query(sql`SELECT * FROM t WHERE name = ${req.query.name}`));
});

function named(name) {
  return { text: 'SELECT * FROM t WHERE name = $1', values: [name] };
}

app.get('/b', async (req, res) => {
  res.json(await pool.query(named(req.query.name)));
});
