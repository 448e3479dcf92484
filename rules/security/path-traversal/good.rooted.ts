// Behind a slash `normalize` and `join` leave no steps back, and behind a directory the slash does no harm.
import express from 'express';
import fs from 'node:fs/promises';
import path from 'node:path';

const app = express();
const ROOT = '/srv/data';

app.get('/read', async (req, res) => {
  const file = path.join(ROOT, path.normalize('/' + req.query.name));
  res.send(await fs.readFile(file));
});
app.get('/joined', async (req, res) => {
  res.send(await fs.readFile(ROOT + path.posix.join('/', String(req.query.name))));
});
app.get('/template', async (req, res) => {
  res.send(await fs.readFile(`${ROOT}${path.normalize(`/${req.query.name}`)}`));
});
