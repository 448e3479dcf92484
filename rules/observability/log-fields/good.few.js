'use strict';
// Nine lines behind routes, and many at start-up, tell nothing of a habit; nor does text that goes to the console.
const express = require('express');
const pino = require('pino');

const logger = pino();
const app = express();

logger.info('reading settings');
logger.info('settings read');
logger.info('opening the database');

app.get('/', (req, res) => {
  logger.info('asked');
  logger.info('looked up');
  console.log('found');
  console.log('counted');
  res.end();
});

app.listen(3000, () => {
  logger.info('listening');
  logger.info('ready');
  logger.info('waiting');
  logger.info('still waiting');
  logger.info('all is well');
});
