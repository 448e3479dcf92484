var express = require('express');
var mysql = require('mysql');
var sqlite3 = require('sqlite3').verbose();
var Sequelize = require('sequelize');
var format = require('pg-format');
var pg = require('pg');
var knex = require('knex')({ client: 'mysql' });

var app = express();
var connection = mysql.createConnection({ host: 'localhost' });
var db = new sqlite3.Database(':memory:');
var sequelize = new Sequelize('sqlite::memory:');
var pool = new pg.Pool();
var Order = sequelize.define('order', {});

app.post('/login', function (req, res) {
  // expect: sql-injection P0
  connection.query("SELECT * FROM users WHERE name = '" + req.body.name + "' AND password = '" + req.body.password + "'", function (error, rows) {
    res.send(rows);
  });
});

app.get('/orders', function (req, res) {
  var id = req.query.id;
  var sql = 'SELECT * FROM orders WHERE id = ' + id;
  // expect: sql-injection P0
  db.all(sql, function (error, rows) {
    res.send(rows);
  });
  // expect: sql-injection P0
  db.serialize(function () { db.run('DELETE FROM orders WHERE id = ' + id); });
  // expect: sql-injection P0
  sequelize.query('SELECT * FROM orders WHERE id = ' + id);
  // expect: sql-injection P0
  knex.raw('SELECT * FROM orders WHERE id = ' + id);
  // expect: sql-injection P0
  Order.findAll({ order: sequelize.literal(req.query.order) });
  // expect: sql-injection P0
  Order.findAll({ where: Sequelize.literal("name = '" + req.query.name + "'") });
  // expect: sql-injection P0
  pool.query(format("SELECT * FROM orders WHERE name = '%s'", req.query.name));
  // expect: sql-injection P0
  pool.query(format('SELECT * FROM orders WHERE name = ' + req.query.name + ' AND city = %L', req.query.city));
});
