var express = require('express');
var fs = require('fs');
var os = require('os');
var path = require('path');

var app = express();

app.post('/thumbnails', function (req, res) {
  // expect: temp-files P2
  var file = path.join(os.tmpdir(), Date.now() + '-' + req.body.name);
  fs.writeFileSync(file, req.body.image);
  res.sendFile(file);
});

app.post('/labels', async function (req, res) {
  var target = '/tmp/label-' + Date.now() + '.zpl';
  // expect: temp-files P2
  fs.writeFileSync(target, req.body.label);
  await print(target);
  fs.unlinkSync(target);
  res.sendStatus(204);
});
