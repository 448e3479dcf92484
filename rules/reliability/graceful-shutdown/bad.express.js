var express = require('express');
var app = express();

app.get('/', function (req, res) {
  res.send('ok');
});

// expect: graceful-shutdown
app.listen(process.env.PORT);
