// expect-project: correlation-id
const express = require('express');
const pino = require('pino');

const logger = pino();
const app = express();
app.post('/orders', express.json(), (req, res) => {
  logger.info({ orderId: req.body.id }, 'order');
  res.json({});
});
app.listen(3000);
