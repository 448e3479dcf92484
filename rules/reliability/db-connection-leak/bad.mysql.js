var mysql = require('mysql');
var express = require('express');

var pool = mysql.createPool({ host: 'db', connectionLimit: 10 });
var app = express();

app.get('/users', function (req, res) {
  // expect: db-connection-leak
  pool.getConnection(function (err, connection) {
    if (err) return res.status(500).end();
    connection.query('SELECT id FROM users', function (error, rows) {
      if (error) return res.status(500).end();
      connection.release();
      res.json(rows);
    });
  });
});

app.get('/groups', function (req, res) {
  // expect: db-connection-leak
  pool.getConnection(function (err, connection) {
    if (err) throw err;
    connection.query('SELECT id FROM groups', function (error, rows) {
      res.json(rows);
    });
  });
});
