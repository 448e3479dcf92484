require('dd-trace').init();
var express = require('express');

var app = express();
app.get('/orders', function (req, res) {
  res.json([]);
});
app.listen(3000);
