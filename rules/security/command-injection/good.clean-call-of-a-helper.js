// What one call of a helper is given does not taint what another call gives back.
const { exec } = require('child_process');
const app = require('express')();

function same(options) {
  return options;
}

app.post('/save', (req, res) => {
  res.json(same(req.body));
});

app.post('/run', (req, res) => {
  const job = same({ name: 'cleanup' });
  exec('run ' + job.name, () => res.end());
});
