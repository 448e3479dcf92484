var express = require('express');
var bodyParser = require('body-parser');
var slowDown = require('express-slow-down');
var rateLimit = require('express-rate-limit');
var users = require('./users');

var app = express();
app.use(bodyParser.json());
// Slower is not limited.
app.use(slowDown({ windowMs: 60000, delayAfter: 100 }));

// expect: rate-limit P0
app.post('/login', function (req, res) {
  users.check(req.body.name, req.body.password, function (error, user) {
    res.json(user);
  });
});

// expect: rate-limit P0
app.post('/forgot-password', function (req, res) {
  users.mail(req.body.email);
  res.end();
});

// expect: rate-limit P1
app.get('/search', function (req, res) {
  res.json(users.find(req.query.name));
});

// The status of another service is handed on, and limits nothing.
// expect: rate-limit P1
app.get('/rates', async function (req, res) {
  const answer = await fetch('https://rates.example.com/');
  if (answer.status === 429) return res.status(429).end();
  res.json(await answer.json());
});

// Too late for the routes before it.
app.use(rateLimit({ windowMs: 60000, max: 100 }));

app.get('/orders', function (req, res) {
  res.json([]);
});
