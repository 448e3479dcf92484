var child_process = require('child_process');
var express = require('express');
var util = require('util');

var app = express();
var execPromise = util.promisify(require('child_process').exec);

app.get('/lookup', function (req, res) {
  // expect: command-injection P0
  child_process.exec('nslookup ' + req.query.domain, function (error, stdout) {
    res.send(stdout);
  });
});

app.post('/zip', function (req, res) {
  var file = req.body.file;
  var command = 'zip -r out.zip ';
  command += file;
  // expect: command-injection P0
  require('child_process').execSync(command);
  res.end();
});

app.get('/run', function (req, res) {
  var cmd = req.query.cmd;
  // expect: command-injection P0
  execPromise(cmd).then(function (result) {
    res.send(result.stdout);
  });
});

app.get('/start', function (req, res) {
  var args = req.query.args.split(' ');
  // expect: command-injection P0
  child_process.spawn(req.query.program, args);
  res.end();
});
