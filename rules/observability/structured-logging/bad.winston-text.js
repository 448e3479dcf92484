// expect-project: structured-logging
const express = require('express');
const winston = require('winston');
const logger = winston.createLogger({ format: winston.format.simple(), transports: [new winston.transports.Console()] });
const app = express();
app.get('/orders', (req, res) => {
  logger.info('orders are listed');
  res.json([]);
});
app.listen(3000);
