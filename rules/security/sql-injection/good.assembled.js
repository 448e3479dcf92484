const express = require('express');
const { Client } = require('pg');
const _ = require('lodash');
const util = require('util');
const client = new Client();
const app = express();

app.get('/spread', (req, res, next) => {
  const options = { ...req.query, table: 'orders' };
  client.query('SELECT * FROM ' + options.table).then((found) => res.json(found.rows), next);
});

app.get('/assigned', (req, res, next) => {
  const options = Object.assign({}, req.query, { table: 'orders' });
  client.query('SELECT * FROM ' + options.table).then((found) => res.json(found.rows), next);
});

app.get('/extended', (req, res, next) => {
  const options = _.extend({}, req.query, { table: 'orders' });
  client.query('SELECT * FROM ' + options.table).then((found) => res.json(found.rows), next);
});

app.get('/format', (req, res, next) => {
  const text = util.format('SELECT * FROM orders WHERE id = %d LIMIT %i', req.query.id, req.query.limit);
  client.query(text).then((found) => res.json(found.rows), next);
});
