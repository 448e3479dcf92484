var mysql = require('mysql');
var express = require('express');

var pool = mysql.createPool({ host: 'db', connectionLimit: 10 });
var app = express();

app.get('/users', function (req, res) {
  pool.getConnection(function (err, connection) {
    if (err) {
      return res.status(500).end();
    }
    connection.query('SELECT id FROM users', function (error, rows) {
      connection.release();
      if (error) throw error;
      res.json(rows);
    });
  });
});

app.get('/groups', function (req, res) {
  pool.getConnection(function (err, connection) {
    if (err) throw err;
    connection.query('SELECT id FROM groups', function (error, rows) {
      if (error) {
        pool.releaseConnection(connection);
        return res.status(500).end();
      }
      connection.query('SELECT id FROM members', function (failure, members) {
        connection.destroy();
        if (failure) return res.status(500).end();
        res.json({ groups: rows, members: members });
      });
    });
  });
});
