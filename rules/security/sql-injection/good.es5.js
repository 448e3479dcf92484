var express = require('express');
var mysql = require('mysql');
var sqlite3 = require('sqlite3').verbose();
var Sequelize = require('sequelize');
var format = require('pg-format');
var pg = require('pg');

var app = express();
var connection = mysql.createConnection({ host: 'localhost' });
var named = require('mysql2').createConnection({ host: 'localhost', namedPlaceholders: true });
var db = new sqlite3.Database(':memory:');
var sequelize = new Sequelize('sqlite::memory:');
var pool = new pg.Pool();
var Order = sequelize.define('order', {});

app.post('/login', function (req, res) {
  connection.query('SELECT * FROM users WHERE name = ? AND password = ?', [req.body.name, req.body.password], function (error, rows) {
    res.send(rows);
  });
  named.execute('SELECT * FROM users WHERE name = :name', { name: req.body.name });
});

app.get('/orders', function (req, res) {
  db.all('SELECT * FROM orders WHERE id = ?', req.query.id, function (error, rows) {
    res.send(rows);
  });
  sequelize.query('SELECT * FROM orders WHERE id = :id', { replacements: { id: req.query.id } });
  Order.findAll({ where: { name: req.query.name }, order: [['name', req.query.direction === 'desc' ? 'DESC' : 'ASC']] });
  Order.findAll({ where: sequelize.where(sequelize.fn('lower', sequelize.col('name')), req.query.name) });
  // %L writes a quoted value, %I a quoted name.
  pool.query(format('SELECT * FROM orders WHERE name = %L ORDER BY %I', req.query.name, req.query.sort));
});
