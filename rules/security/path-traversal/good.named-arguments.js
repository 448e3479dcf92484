// A check that is given the value by its name, and that looks at folders where nothing else is said.
const express = require('express');
const fs = require('fs');

const app = express();
const FOLDERS = /^(images|files)(\/[\w-]+)*$/;
const TITLES = /[#?~]/;

const isPathValid = ({ path, isFile = false }) => {
  if (isFile) {
    const title = path.replace(/\.[a-z]{3,4}$/, '');
    return !TITLES.test(title);
  }
  return FOLDERS.test(path);
};

app.get('/folders', (req, res) => {
  const folder = req.query.folder;
  if (!isPathValid({ path: folder })) return res.sendStatus(400);
  // ok: path-traversal
  res.json(fs.readdirSync(`/srv/${folder}`));
});

app.post('/moves', (req, res) => {
  const { folder, target } = req.query;
  if (!isPathValid({ path: folder }) || !isPathValid({ path: target })) return res.sendStatus(400);
  // ok: path-traversal
  fs.renameSync(`/srv/${folder}`, `/srv/${target}`);
  res.sendStatus(204);
});
