const express = require('express');
const errorHandler = require('api-error-handler');

const app = express();
app.get('/orders', (req, res) => {
  res.json([]);
});
app.use(errorHandler());

module.exports = app;
