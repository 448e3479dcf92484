const { exec } = require('child_process');
const { Client } = require('ssh2');
const app = require('express')();

const UNITS = new Set(['web', 'worker']);

app.get('/restart', (req, res) => {
  const unit = req.query.unit;
  if (!UNITS.has(unit)) return res.sendStatus(400);
  const connection = new Client();
  connection.on('ready', () => {
    connection.exec('systemctl restart ' + unit, () => res.end());
  });
  connection.connect({ host: 'box' });
});

app.get('/count', (req, res) => {
  if (!Number.isInteger(req.body.n)) return res.sendStatus(400);
  return new Promise((resolve) => exec('head -n ' + req.body.n, resolve));
});

app.get('/nested', function (req, res) {
  if (!/^[a-z]+$/.test(req.query.name)) return res.sendStatus(400);
  load(function () {
    load(function () {
      exec('id ' + req.query.name);
    });
  });
});

function load(done) {
  setImmediate(done);
}
