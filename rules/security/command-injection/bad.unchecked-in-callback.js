const { exec } = require('child_process');
const app = require('express')();

const UNITS = new Set(['web', 'worker']);

app.get('/wrong-way-round', (req, res) => {
  const unit = req.query.unit;
  if (UNITS.has(unit)) return res.sendStatus(400);
  load(() => {
    // expect: command-injection
    exec('systemctl restart ' + unit);
  });
});

app.get('/assigned-later', (req, res) => {
  let unit = req.query.unit;
  if (!UNITS.has(unit)) return res.sendStatus(400);
  load(() => {
    // expect: command-injection
    exec('systemctl restart ' + unit);
  });
  unit = req.query.other;
});

app.get('/declared', (req, res) => {
  const unit = req.query.unit;
  restart();
  if (!UNITS.has(unit)) return res.sendStatus(400);
  function restart() {
    // expect: command-injection
    exec('systemctl restart ' + unit);
  }
});

function load(done) {
  setImmediate(done);
}
