// expect-project: structured-logging
// JSON within a text is no record.
const express = require('express');
const winston = require('winston');
const logger = winston.createLogger({ transports: [new winston.transports.Console({ format: winston.format.simple() })] });

const app = express();
app.post('/orders', (req, res) => {
  logger.info('order: ' + JSON.stringify(req.body));
  logger.info('answered');
  logger.info('done ' + req.path);
  res.json({});
});
app.listen(3000);
