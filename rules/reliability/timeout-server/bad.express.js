var express = require('express');
var app = express();

app.get('/slow', function (req, res) {
  // One answer's limit says nothing of the others.
  res.setTimeout(600000);
  res.send('ok');
});
// expect: timeout-server P2
app.listen(3000);
