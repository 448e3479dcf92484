const express = require('express');
const rTracer = require('cls-rtracer');
const logger = require('./logger');

const app = express();
app.use(rTracer.expressMiddleware());
app.post('/orders', (req, res) => {
  logger.info('order');
  res.json(req.body);
});
app.listen(3000);
