const express = require('express');
const { Client } = require('pg');
const util = require('util');
const client = new Client();
const app = express();

app.get('/spread', (req, res, next) => {
  const options = { table: 'orders', ...req.query };
  // expect: sql-injection P0
  client.query('SELECT * FROM ' + options.table).then((found) => res.json(found.rows), next);
});

app.get('/assigned', (req, res, next) => {
  const options = Object.assign({ table: 'orders' }, req.query);
  // expect: sql-injection P0
  client.query('SELECT * FROM ' + options.table).then((found) => res.json(found.rows), next);
});

app.get('/format', (req, res, next) => {
  const text = util.format("SELECT * FROM orders WHERE id = %d AND name = '%s'", req.query.id, req.query.name);
  // expect: sql-injection P0
  client.query(text).then((found) => res.json(found.rows), next);
});
