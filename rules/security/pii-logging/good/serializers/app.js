const logger = require('@acme/logger');
const app = require('express')();

app.get('/admin', (req, res) => {
  logger.warn({ req }, 'sent away');
  res.redirect('/login');
});
