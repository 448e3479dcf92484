const fs = require('fs');
const path = require('path');
const app = require('express')();
const ROOT = path.join(__dirname, 'files');

app.get('/file', (req, res) => {
  const relative = path.relative(ROOT, path.join(ROOT, req.query.name));
  if (relative.startsWith('..') || path.isAbsolute(relative)) return res.status(400).end();
  fs.createReadStream(path.join(ROOT, relative)).pipe(res);
});
