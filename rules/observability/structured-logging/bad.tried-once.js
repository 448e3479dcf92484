// expect-project: structured-logging
const express = require('express');
const pino = require('pino');
const logger = pino();
const app = express();
app.get('/orders', (req, res) => {
  logger.info('orders are listed');
  console.log('a');
  console.log('b');
  console.warn('c');
  console.error('d');
  res.json([]);
});
app.listen(3000);
