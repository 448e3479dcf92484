// A small service: two routes behind the guard, two that nobody thought of, in an API that looks guarded.
var express = require('express');
var session = require('express-session');
var db = require('./db');

var app = express();
app.use(express.json());
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));

function isAuthenticated(req, res, next) {
  if (req.session && req.session.user) {
    next();
  } else {
    res.status(401).send('Unauthorized');
  }
}

// ok: auth-missing
app.post('/posts', isAuthenticated, function (req, res) {
  db.query('INSERT INTO posts (title) VALUES (?)', [req.body.title], function (err) {
    if (err) return res.status(500).end();
    res.status(201).end();
  });
});

// ok: auth-missing
app.put('/posts/:id', isAuthenticated, function (req, res) {
  db.query('UPDATE posts SET title = ? WHERE id = ?', [req.body.title, req.params.id], function () { res.end(); });
});

// expect: auth-missing
app.delete('/posts/:id', function (req, res) {
  db.query('DELETE FROM posts WHERE id = ?', [req.params.id], function () { res.end(); });
});

// expect: auth-missing
app.get('/users/:id', function (req, res) {
  db.query('SELECT * FROM users WHERE id = ?', [req.params.id], function (err, rows) { res.json(rows); });
});

app.listen(3000);
