const winston = require('winston');
const express = require('express');

const simple = winston.createLogger({ format: winston.format.simple(), transports: [new winston.transports.Console()] });
const printed = winston.createLogger({
  format: winston.format.combine(winston.format.timestamp(), winston.format.printf(({ timestamp, message }) => `${timestamp} ${message}`)),
  transports: [new winston.transports.File({ filename: 'app.log' })],
});
const app = express();

app.post('/login', (req, res) => {
  // expect: log-injection P2
  simple.info('login of ' + req.body.name);
  // expect: log-injection P2
  printed.warn(`no such user: ${req.body.name}`);
  res.end();
});
