const winston = require('winston');
const express = require('express');

const byDefault = winston.createLogger({ transports: [new winston.transports.Console()] });
const json = winston.createLogger({ format: winston.format.combine(winston.format.timestamp(), winston.format.json()), transports: [new winston.transports.Console()] });
const app = express();

app.post('/login', (req, res) => {
  byDefault.info('login of ' + req.body.name);
  json.warn(`no such user: ${req.body.name}`);
  res.end();
});
