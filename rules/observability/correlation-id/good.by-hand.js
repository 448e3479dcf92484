var express = require('express');
var uuid = require('uuid');
var winston = require('winston');

var logger = winston.createLogger({});
var app = express();
app.use(function (req, res, next) {
  req.id = uuid.v4();
  next();
});
app.post('/orders', function (req, res) {
  logger.info('order', { requestId: req.id });
  res.json(req.body);
});
app.listen(3000);
