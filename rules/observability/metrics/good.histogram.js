var express = require('express');
var client = require('prom-client');

var duration = new client.Histogram({ name: 'http_request_duration_seconds', help: 'Time', labelNames: ['route', 'status'] });
var app = express();
app.use(function (req, res, next) {
  var stop = duration.startTimer();
  res.on('finish', function () {
    stop({ route: req.path, status: res.statusCode });
  });
  next();
});
app.post('/orders', function (req, res) {
  res.json(req.body);
});
app.listen(3000);
