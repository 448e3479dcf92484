const express = require('express');
const fs = require('fs');
const path = require('path');

const ROOT = path.resolve('files');
const app = express();

app.get('/file', (req, res) => {
  const wanted = String(req.query.path || '');
  // As it was sent the path may step back behind the directory.
  const resolved = path.isAbsolute(wanted) ? wanted : path.resolve(ROOT, wanted);
  if (!resolved.startsWith(ROOT + path.sep)) {
    res.sendStatus(400);
  } else {
    // expect: path-traversal
    res.json({ content: fs.readFileSync(resolved, 'utf8') });
  }
});
