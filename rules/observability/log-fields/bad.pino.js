// expect-project: log-fields
'use strict';
var express = require('express');
var pino = require('pino');
var orders = require('./orders');

var logger = pino({ level: 'info' });
var app = express();

app.get('/orders/:id', function (req, res) {
  logger.info('asked for order ' + req.params.id);
  orders.find(req.params.id, function (err, order) {
    if (err) {
      logger.error({ err: err }, 'order not read');
      return res.status(500).end();
    }
    logger.debug(`order ${order.id} found`);
    res.json(order);
  });
});

app.post('/orders', async function (req, res) {
  logger.info('order comes in');
  try {
    const order = await orders.add(req.body);
    logger.info('order %s saved', order.id);
    logger.info('customer told');
    res.status(201).json(order);
  } catch (error) {
    logger.error(error);
    logger.error(error, 'order not saved');
    logger.error(`order not saved: ${error.message}`);
    res.status(500).end();
  }
});

app.delete('/orders/:id', async function (req, res) {
  logger.warn('order goes');
  await orders.remove(req.params.id);
  logger.info({ orderId: req.params.id }, 'order gone');
  res.end();
});

app.listen(3000);
