// The function itself says what it runs on.
const { exec, execFile } = require('child_process');
const app = require('express')();

app.get('/call', (req, res) => {
  // expect: command-injection
  exec.call(null, 'ls ' + req.query.dir);
  res.end();
});

app.get('/apply', (req, res) => {
  // expect: command-injection
  exec.apply(null, ['ls ' + req.query.dir, () => res.end()]);
});

app.get('/bind', (req, res) => {
  // expect: command-injection
  const list = exec.bind(null, 'ls ' + req.query.dir);
  list(() => res.end());
});

app.get('/arguments', (req, res) => {
  // ok: command-injection
  execFile.call(null, 'ls', ['--', req.query.dir], () => res.end());
});
