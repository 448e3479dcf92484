var express = require('express');
// expect: error-handler
var app = express();

app.get('/orders', function (req, res) {
  res.json([]);
});

app.use(function (req, res, next) {
  res.status(404).end();
});

module.exports = app;
