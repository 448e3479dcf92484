const express = require('express');
const winston = require('winston');
const logger = winston.createLogger({ format: winston.format.simple() });
const app = express();

app.get('/', (req, res) => {
  // Of low confidence: production leaves the level off.
  // expect: log-injection
  logger.debug('asked for ' + req.query.q);
  // expect: log-injection
  logger.info('asked for ' + req.query.q);
  res.end();
});
