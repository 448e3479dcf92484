const express = require('express');
const fs = require('fs');
const jwt = require('jsonwebtoken');
const mysql = require('mysql');

const app = express();
const connection = mysql.createConnection({ host: process.env.DB_HOST });
// What fails as the service starts ends it on purpose.
connection.connect((err) => {
  if (err) throw err;
});
app.get('/users', function (req, res, next) {
  connection.query('SELECT id FROM users LIMIT 10', function (err, rows) {
    if (err) return next(err);
    res.json(rows);
  });
});
app.get('/usage', (req, res) => {
  fs.readdir('/srv/media', (error, names) => {
    try {
      if (error) throw error;
      res.json({ count: names.length });
    } catch (failure) {
      res.status(500).json({ error: 'not readable' });
    }
  });
});
app.get('/me', (req, res) => {
  // ok: async-errors
  loadProfile(req.query.id).then((profile) => res.json(profile)).catch((err) => res.status(500).json({ error: 'failed' }));
});
function loadProfile(id) {
  return new Promise((resolve, reject) => connection.query('SELECT id FROM users WHERE id = ?', [id], (err, rows) => (err ? reject(err) : resolve(rows[0])))).catch((err) => {
    throw new Error('profile', { cause: err });
  });
}
app.get('/token', (req, res) => {
  jwt.verify(req.headers.authorization, process.env.KEY, { algorithms: ['HS256'] }, (err, claims) => {
    if (err) throw err;
    res.json({ id: claims.sub });
  });
});
