var Sentry = require('@sentry/node');
var app = require('express')();

Sentry.init({ dsn: process.env.SENTRY_DSN });
app.use(Sentry.Handlers.requestHandler());
app.get('/orders', function (req, res) {
  res.json([]);
});
app.use(Sentry.Handlers.errorHandler());
app.listen(3000);
