const path = require('path');
const app = require('express')();
const packages = require('./packages');

app.get('/packages/:package/:file', (req, res) => {
  const { package: name, file } = req.params;
  if (packages.getFiles().includes(`${name}/${file}`)) return res.sendStatus(404);
  // expect: path-traversal
  res.sendFile(path.join('/srv/packages', file));
});
