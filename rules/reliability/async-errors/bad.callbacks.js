// What a callback throws reaches nobody.
const express = require('express');
const fs = require('fs');
const mysql = require('mysql');

const app = express();
const connection = mysql.createConnection({ host: process.env.DB_HOST });
app.get('/users', function (req, res) {
  connection.query('SELECT id FROM users LIMIT 10', function (err, rows) {
    // expect: async-errors P1
    if (err) throw err;
    res.json(rows);
  });
});
app.get('/usage', (req, res) => {
  fs.readdir('/srv/media', (error, names) => {
    // expect: async-errors P1
    if (error) throw new Error('not readable');
    res.json({ count: names.length });
  });
});
class Users {
  static find(id, done) {
    connection.query('SELECT id FROM users WHERE id = ?', [id], (e, rows) => {
      if (e) {
        // expect: async-errors P1
        throw e;
      }
      done(rows[0]);
    });
  }
}
app.get('/users/:id', (req, res) => Users.find(req.params.id, (user) => res.json(user)));
