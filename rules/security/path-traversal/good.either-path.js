const express = require('express');
const fs = require('fs');
const path = require('path');

const ROOT = path.resolve('files');
const HOME = path.join(ROOT, 'home');
const app = express();

app.get('/file', (req, res) => {
  const wanted = String(req.query.path || '');
  const resolved = path.isAbsolute(wanted) ? path.join(ROOT, wanted) : path.resolve(HOME, wanted);
  if (!resolved.startsWith(ROOT + path.sep)) {
    res.sendStatus(400);
  } else {
    res.json({ content: fs.readFileSync(resolved, 'utf8') });
  }
});
