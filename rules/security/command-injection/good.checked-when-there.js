// What is not checked because it is not there is empty; what is encoded holds nothing that a shell reads.
const express = require('express');
const { exec } = require('child_process');

const app = express();
app.use(express.json());

const isShell = (name) => ['sh', 'bash'].includes(name);

app.get('/shell', (req, res) => {
  const asked = req.query.shell;
  if (asked && !isShell(asked)) return res.sendStatus(400);
  const shell = asked || 'sh';
  exec(`docker exec -it box ${shell}`);
  res.end();
});

app.post('/file', (req, res) => {
  const encoded = Buffer.from(req.body.text, 'utf-8').toString('base64');
  exec(`echo "${encoded}" | base64 -d > /tmp/file`);
  exec(`echo ${Buffer.from(req.body.text).toString('hex')}`);
  res.end();
});
