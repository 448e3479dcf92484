const winston = require('winston');
const express = require('express');

const logger = winston.createLogger({ transports: [new winston.transports.Console()] });
const { format } = winston;
const timestamped = winston.createLogger({ format: format.combine(format.timestamp(), format.printf((info) => `${info.timestamp} ${info.message}`)) });
const app = express();

app.post('/register', (req, res) => {
  // expect: pii-logging P0
  logger.info('register', req.body);
  // expect: pii-logging P0
  logger.log('info', 'register', { password: req.body.password });
  // expect: pii-logging P0
  logger.log({ level: 'info', message: `token ${req.body.token}` });
  // expect: pii-logging P0
  timestamped.error('register ' + JSON.stringify(req.body));
  // expect: pii-logging P1
  winston.info('registered', { email: req.body.email });
  res.end();
});
