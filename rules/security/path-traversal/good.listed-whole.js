const path = require('path');
const app = require('express')();
const packages = require('./packages');

app.get('/packages/:package/:file', (req, res) => {
  const { package: name, file } = req.params;
  if (!packages.getFiles().includes(`${name}/${file}`)) return res.sendStatus(404);
  res.sendFile(path.join(packages.directoryOf(name), file));
});

app.get('/files/:file', (req, res) => {
  const file = files.normaliseInBase('/srv/files', req.params.file);
  if (!file) return res.sendStatus(404);
  res.sendFile(file);
});
