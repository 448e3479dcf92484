'use strict';
// Fields in every way they are written, and some lines without: most tell what they are about.
const express = require('express');
const pino = require('pino');
const orders = require('./orders');

const logger = pino();
const app = express();

app.post('/orders', async (req, res) => {
  const details = { customer: req.body.customer };
  logger.info('order comes in');
  logger.info(details, 'order read');
  logger.info({ ...details, items: req.body.items.length }, 'items counted');
  const order = await orders.add(req.body);
  logger.info({ orderId: order.id }, 'order saved');
  logger.info(orders.describe(order), 'order described');
  logger.info(order, 'order');
  logger.debug('customer told');
  logger.debug('stock taken');
  logger.debug('order closed');
  logger.debug('order put away');
  res.end();
});

app.listen(3000);
