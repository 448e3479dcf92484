// expect-project: error-tracking
var Sentry = require('@sentry/node');
var express = require('express');

Sentry.init({ dsn: process.env.SENTRY_DSN });
var app = express();
Sentry.setupExpressErrorHandler(app);
app.get('/orders', function (req, res) {
  res.json([]);
});
app.listen(3000);
