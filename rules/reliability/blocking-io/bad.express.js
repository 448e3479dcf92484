var fs = require('fs');
var crypto = require('crypto');
var zlib = require('zlib');
var bcrypt = require('bcrypt');
var childProcess = require('child_process');
var express = require('express');

var app = express();

app.get('/terms', function (req, res) {
  // expect: blocking-io
  res.send(fs.readFileSync('terms.html', 'utf8'));
});

app.post('/login', function (req, res) {
  // expect: blocking-io P1
  if (!bcrypt.compareSync(req.body.password, hashOf(req.body.name))) return res.status(401).end();
  res.json({ ok: true });
});

app.post('/convert', function (req, res) {
  // expect: blocking-io
  childProcess.execFileSync('convert', ['in.png', 'out.pdf']);
  res.download('out.pdf');
});

app.get('/dump', function (req, res) {
  // expect: blocking-io
  res.end(zlib.gzipSync(JSON.stringify(everything())));
});

function hashOf(name) {
  // expect: blocking-io
  return crypto.pbkdf2Sync(name, 'salt', 310000, 32, 'sha256').toString('hex');
}

app.post('/register', (req, res) => {
  res.json({ hash: hashOf(req.body.name) });
});

function everything() {
  return {};
}

app.get('/page', function (req, res) {
  if (!fs.existsSync('page.html')) return res.status(404).end();
  // expect: blocking-io P2
  res.send(fs.readFileSync('page.html', 'utf8'));
});
