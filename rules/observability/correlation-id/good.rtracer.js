const express = require('express');
const rTracer = require('cls-rtracer');
const { createLogger, format, transports } = require('winston');

const line = format.printf((info) => JSON.stringify({ ...info, requestId: rTracer.id() }));
const logger = createLogger({ format: line, transports: [new transports.Console()] });
const app = express();
app.use(rTracer.expressMiddleware());
app.post('/orders', (req, res) => {
  logger.info('order');
  res.json(req.body);
});
app.listen(3000);
