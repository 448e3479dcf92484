const express = require('express');
const winston = require('winston');
const logger = winston.createLogger({ level: 'info', format: winston.format.json(), transports: [new winston.transports.File({ filename: 'app.log' })] });
if (process.env.NODE_ENV !== 'production') logger.add(new winston.transports.Console({ format: winston.format.simple() }));
const app = express();
app.get('/orders', (req, res) => {
  logger.info('orders are listed');
  res.json([]);
});
app.listen(3000);
