// Raw parts of objection and bookshelf, and a function out of sight that is given SQL.
const express = require('express');
const knex = require('knex')({ client: 'pg' });
const bookshelf = require('bookshelf')(knex);
const { Model, raw } = require('objection');
const { query } = require('./not-here');

class Person extends Model {}
const Order = bookshelf.model('Order', { tableName: 'orders' });

const app = express();
app.get('/people', async (req, res) => {
  // expect: sql-injection
  await Person.query().whereRaw(`name = '${req.query.name}'`);
  // expect: sql-injection
  await Person.query().where('age', '>', 3).orderByRaw(req.query.sort);
  // expect: sql-injection
  await Person.query().select(raw('count(' + req.query.column + ')'));
  // expect: sql-injection
  await Person.knex().raw('SELECT ' + req.query.column);
  await Order.query((builder) => {
    // expect: sql-injection
    builder.whereRaw('state = ' + req.query.state);
  }).fetchAll();
  // expect: sql-injection
  await query("SELECT * FROM people WHERE name = '" + req.query.name + "'");
  // ok: sql-injection
  await query('SELECT * FROM people WHERE name = $1', [req.query.name]);
  // ok: sql-injection
  res.json(await Person.query().whereRaw('lower(name) = ?', [req.query.name]).where('age', req.query.age));
});
