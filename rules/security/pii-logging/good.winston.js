const winston = require('winston');
const express = require('express');

const { format } = winston;
const HIDDEN = ['password', 'token', 'email'];
const redact = format((info) => {
  for (const name of HIDDEN) if (info[name]) info[name] = '***';
  return info;
});
const logger = winston.createLogger({ format: format.combine(redact(), format.json()), transports: [new winston.transports.Console()] });
const app = express();

app.post('/register', (req, res) => {
  logger.info('register', req.body);
  logger.log('info', 'register', { password: req.body.password });
  logger.warn('password is too short', { length: req.body.password.length });
  res.end();
});
