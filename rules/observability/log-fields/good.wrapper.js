'use strict';
// A function of the program adds what a line is about.
const { AsyncLocalStorage } = require('node:async_hooks');
const express = require('express');
const winston = require('winston');

const logger = winston.createLogger({ format: winston.format.json(), transports: [new winston.transports.Console()] });
const requests = new AsyncLocalStorage();
const app = express();

function logInfo(text) {
  logger.info(text, { user: requests.getStore().user, since: Date.now() - requests.getStore().begun });
}

app.use((req, res, next) => requests.run({ user: req.get('x-user'), begun: Date.now() }, next));

app.post('/orders', (req, res) => {
  logInfo('order comes in');
  logInfo('order read');
  logInfo('order checked');
  logInfo('order saved');
  logInfo('order paid');
  logInfo('receipt made');
  logInfo('receipt sent');
  logInfo('stock taken');
  logInfo('order closed');
  logInfo('customer told');
  res.end();
});

app.listen(3000);
