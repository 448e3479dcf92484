// A check that something else switches off checks nothing; what is decoded is the client's text again.
const express = require('express');
const { exec } = require('child_process');

const app = express();
app.use(express.json());

const isShell = (name) => ['sh', 'bash'].includes(name);

app.get('/shell', (req, res) => {
  const asked = req.query.shell;
  if (req.query.strict && !isShell(asked)) return res.sendStatus(400);
  // expect: command-injection P0
  exec(`docker exec -it box ${asked}`);
  res.end();
});

app.post('/file', (req, res) => {
  // expect: command-injection P0
  exec(`echo ${Buffer.from(req.body.text, 'base64').toString()}`);
  // expect: command-injection P0
  exec(`echo ${Buffer.from(req.body.text).toString('utf8')}`);
  res.end();
});
