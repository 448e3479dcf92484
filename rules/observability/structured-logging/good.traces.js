// What debug writes is there only when somebody asks for it.
const express = require('express');
const pino = require('pino');
const debug = require('debug')('orders');

const logger = pino();
const app = express();
app.get('/orders', (req, res) => {
  debug('listing');
  debug('for %s', req.ip);
  debug('with %o', req.query);
  debug('done');
  logger.info({ count: 1 }, 'listed');
  res.json([]);
});
app.listen(3000);
